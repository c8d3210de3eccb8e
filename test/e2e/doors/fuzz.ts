import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { newId } from '#kernel';
import { startApi, type TestApi } from '../../support/api.js';
import { AppProcess, freePort } from '../../support/app-process.js';
import { requestsOf, type Known, type WireRequest } from '../../support/arbitraries.js';
import { DESCRIBED_CODES, soundBodiesOf, violationsOf } from '../../support/constraints.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { Documented } from '../../support/documented.js';
import { AGAIN, inTurn, RUNS, SEED } from '../../support/in-turn.js';
import { readOpenApi, type Document, type Operation } from '../../support/openapi.js';
import { alarms } from '../../support/region.js';
import { curlLine, Wire, type WireAnswer } from '../../support/wire.js';
import { Cast, type Role } from './cast.js';

/** A name sends only to some operations. */
const ONLY = process.env.LEPTA_FUZZ_ONLY ?? '';
const FUZZERS: readonly Role[] = ['visitor', 'donor', 'coordinator', 'moderator', 'administrator', 'program'];
/** Passes every guard, so that what is wrong with a form is said. */
const JUDGE: Role = 'administrator';
/** Who sends besides the judge: two for each operation, others for the next one and at the next run. */
const othersInTurn = inTurn(
  FUZZERS.filter((one) => one !== JUDGE),
  2,
);
/** Bodies for each operation that keep to its description. */
const SOUND = 10;
const AT_ONCE = 16;
const SECRET = 'fuzz-'.repeat(8);
/** What people give, ask for and decide on; the rest is accounts and organizations. */
export const NOUNS = /^\/api\/v1\/(needs|need-renewals|offers|standing-offers|matches|reviews|photos)/;

/** Lists that never look at who asks. */
const SAME_FOR_ALL =
  /^\/api\/(health|v1\/(spheres|categories|goods|units|places|skills|beneficiary-groups|organization-forms|consent-texts|ledger|balance|clearings|weights))/;

async function together<T>(all: readonly T[], send: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const one of queue) await send(one);
    }),
  );
}

type Faults = readonly { readonly field: string; readonly code: string }[];
const faultsIn = ({ text }: WireAnswer): Faults =>
  text === '' ? [] : ((JSON.parse(text) as { errors?: Faults }).errors ?? []);

/** Whether a body that the description forbids was taken, or refused without a word about the field. */
function overlooked(answer: WireAnswer, what: string, field: string | null): string | null {
  const refused = answer.status >= 400 && answer.status < 500;
  if (refused && (field === null || (answer.status === 422 && faultsIn(answer).some((fault) => fault.field === field))))
    return null;
  return `${what}, and the answer is ${answer.status}: ${answer.text.slice(0, 300)}`;
}

/** Fields whose limit depends on another field, as their description says in words: JSON Schema has the widest one. */
const DEPENDENT: ReadonlySet<string> = new Set(['interval', 'times']); // of standing offers: fewer years than weeks

/** Whether a body that the description allows was called wrong by its form. */
function blamed(answer: WireAnswer): string | null {
  const wrong =
    answer.status === 422
      ? faultsIn(answer).filter(
          ({ field, code }) => DESCRIBED_CODES.includes(code) && !(code === 'form.too-large' && DEPENDENT.has(field)),
        )
      : [];
  return wrong.length === 0 ? null : `keeps to the description and is refused: ${JSON.stringify(wrong)}`;
}

/** Sends what the document allows and what it does not to the api as it is installed, in a process of its own, and judges every answer by the document. */
export class Fuzz {
  /** The first request of each sort that was answered wrongly, each with the line that sends it again. */
  readonly findings = new Map<string, string>();
  private sent = 0;

  private constructor(
    readonly db: TestDatabase,
    readonly api: TestApi,
    private readonly cast: Cast,
    private readonly document: Document,
    private readonly known: Known,
    private readonly server: AppProcess,
    private readonly url: string,
    private readonly folder: string,
    private readonly sender: Wire,
    private readonly judge: Documented,
  ) {}

  static async open(): Promise<Fuzz> {
    process.stderr.write(`fuzzing with ${RUNS} requests each; the same again: ${AGAIN}\n`);
    const db = await testDatabase();
    const api = await startApi(db, { settings: { SESSION_SECRET: SECRET } }); // for the people; the same session is good at both
    const [folder, port] = [mkdtempSync(join(tmpdir(), 'lepta-fuzz-')), await freePort()];
    const limits = { RATE_LIMIT_READS: '1000000', RATE_LIMIT_WRITES: '1000000' };
    const server = AppProcess.start('api', db.url, {
      PORT: String(port),
      SESSION_SECRET: SECRET,
      LEPTA_DIR: folder,
      ...limits,
    });
    if (!(await server.ready)) {
      await api.close();
      await db.drop();
      throw new Error('the api does not start');
    }
    const url = `http://127.0.0.1:${port}`;
    const cast = await Cast.of(api, db.source);
    const document = await readOpenApi(api.url);
    const known = {
      needs: [await cast.need('open'), await cast.need('draft'), await cast.need('in_review')],
      offers: [await cast.offer(), await cast.offer()],
      'standing-offers': [await cast.standing(), await cast.standing('paused')],
      matches: [
        await cast.match(),
        await cast.match('held'),
        await cast.match('accepted'),
        await cast.match('delivered'),
      ],
      organizations: [cast.organization, cast.foreignOrganization],
      reviews: [await cast.review(), await cast.review()],
      people: [cast.as('donor').personId],
    };
    return new Fuzz(db, api, cast, document, known, server, url, folder, new Wire(url), new Documented(document));
  }

  async close(): Promise<void> {
    this.sender.close();
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
    await this.api.close();
    await this.db.drop();
  }

  /** Every operation that fits: by the judge and two others, in the long form by everybody to whom it may answer differently. @returns how many requests were sent */
  async all(fits: (operation: Operation) => boolean): Promise<number> {
    for (const operation of this.document.operations.filter((one) => one.name.includes(ONLY) && fits(one))) {
      const requests = requestsOf(this.document, operation, this.known);
      const roles: readonly Role[] = SAME_FOR_ALL.test(operation.path) ? ['visitor'] : [JUDGE, ...othersInTurn()];
      for (const role of roles) await this.one(operation, role, requests);
    }
    return this.sent;
  }

  /** Throws with all of them. */
  async mustBeClean(): Promise<void> {
    if (this.findings.size > 0)
      throw new Error(
        `${this.findings.size} findings (the same requests again: ${AGAIN}):\n\n${[...this.findings.values()].slice(0, 60).join('\n\n')}`,
      );
    expect(await alarms(this.db.source)).toEqual([]);
  }

  private async one(operation: Operation, role: Role, arbitrary: fc.Arbitrary<WireRequest>): Promise<void> {
    const credentials = await this.stillIn(role);
    const began = performance.now();
    const constrained = role === JUDGE ? await this.keepsItsWord(operation, credentials) : 0;
    const queue = fc.sample(arbitrary, {
      numRuns: Math.max(1, RUNS - constrained),
      seed: SEED + operation.name.length + role.length,
    });
    await together(queue, (request) => this.send(operation, role, request, credentials));
    if (process.env.LEPTA_TEST_NOISE)
      process.stderr.write(`${operation.name} ${role}: ${(performance.now() - began).toFixed()} ms\n`);
  }

  /** Sends bodies that break one word of the description each, and some that break none. @returns how many */
  private async keepsItsWord(operation: Operation, credentials: Record<string, string>): Promise<number> {
    if (operation.bodyTypes.includes('multipart/form-data')) return 0;
    const path = operation.path.replaceAll(/\{\w+\}/g, newId()); // nothing is changed: the form is read before anything is looked for
    const headers = {
      'content-type': 'application/json',
      ...(operation.parameters.some(({ name }) => name === 'If-Match') ? { 'if-match': '"v1"' } : {}),
    };
    const violations = violationsOf(this.document, operation).map(({ body, what, field }) => ({
      body,
      fault: (answer: WireAnswer) => overlooked(answer, what, field),
    }));
    const bodies = soundBodiesOf(this.document, operation);
    const sound = bodies
      ? fc.sample(bodies, { numRuns: SOUND, seed: SEED }).map((body) => ({ body, fault: blamed }))
      : [];
    await together([...violations, ...sound], ({ body, fault }) =>
      this.judged(operation, JUDGE, { path, headers, body: JSON.stringify(body) }, credentials, fault),
    );
    return violations.length + sound.length;
  }

  private send(
    operation: Operation,
    role: Role,
    request: WireRequest,
    credentials: Record<string, string>,
  ): Promise<void> {
    return this.judged(operation, role, request, credentials, (answer) => this.judge.faultOf(operation, answer));
  }

  private async judged(
    operation: Operation,
    role: Role,
    request: WireRequest,
    credentials: Record<string, string>,
    faultOf: (answer: WireAnswer) => string | null,
  ): Promise<void> {
    this.sent += 1;
    const fault = await this.sender.send(operation.method, request, credentials).then(
      faultOf,
      (error: Error) => ((request.body?.length ?? 0) > 200_000 ? null : `no answer: ${error.message}`), // a body that is too large may be cut off while it is being sent
    );
    const sort = `${operation.name} ${fault?.replace(/[0-9a-f-]{36}/g, '').slice(0, 220)}`;
    if (fault && !this.findings.has(sort))
      this.findings.set(
        sort,
        `${operation.name} by ${role}\n  ${fault}\n  ${curlLine(this.url, operation.method, request, role)}`,
      );
  }

  /** A person who was signed out, or lost the account, by what was sent is played by another person from then on. */
  private async stillIn(role: Role): Promise<Record<string, string>> {
    const { cast, api } = this;
    await this.db.source.query('DELETE FROM sign_in_limits'); // what was sent counts against this network, from which the next one signs in
    if (role === 'visitor' || (await cast.as(role).get('/session')).status === 200) return cast.as(role).credentials;
    cast.replace(
      role,
      role === 'program'
        ? api.program((await (await api.person()).post('/api-keys', { name: 'программа' })).body.secret)
        : await cast.another(role),
    );
    return cast.as(role).credentials;
  }
}
