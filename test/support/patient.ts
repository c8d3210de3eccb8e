import { randomUUID } from 'node:crypto';
import { Caller, type Answer } from './api.js';
import { insist } from './insist.js';

/** What was answered with "done": it must be there for ever. */
export interface Promised {
  readonly path: string;
  readonly id: string;
}

/** A program that keeps the key of a request and sends it again until it is answered. It remembers what it was promised. */
export class PatientCaller extends Caller {
  constructor(
    private readonly who: Caller,
    url: string,
    private readonly promised: Promised[],
  ) {
    super(url, who.credentials);
    this.personId = who.personId;
  }

  override at(url: string): Caller {
    return new PatientCaller(this.who, url, this.promised);
  }

  override async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string | null> = {},
  ): Promise<Answer> {
    const kept = method === 'POST' ? { 'idempotency-key': randomUUID(), ...headers } : headers;
    const answer = await insist(() => super.call(method, path, body, kept), 120_000);
    if (method === 'POST' && answer.status === 201 && typeof answer.body?.id === 'string')
      this.promised.push({ path, id: answer.body.id });
    return answer;
  }
}

/** Things that were promised and are not there. */
export async function broken(who: Caller, promised: readonly Promised[]): Promise<string[]> {
  const found = await Promise.all(
    promised.map(async ({ path, id }) => ({ path: `${path}/${id}`, status: (await who.get(`${path}/${id}`)).status })),
  );
  return found.filter(({ status }) => status !== 200).map(({ path, status }) => `${path} ${status}`);
}
