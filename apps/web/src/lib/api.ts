import { currentLocale } from './locale.js';
import { noteAnswer } from './kept-answers.js';
import type { AnswerOf, Arguments, Method, PathOf } from './operations.js';
import { surroundings, type Answered } from './surroundings.js';

export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

/** A "no" of the server (RFC 9457), or of the wire: then `status` is 0 and nobody knows whether the server heard us. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
    readonly fields: FieldProblem[] = [],
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(sentence);
  }
  /** True when the same request may be sent again: nothing was decided. */
  get undecided(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }
}

/** `keepalive`: goes on after the page is left (at most 64 KB). */
interface CallOptions {
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal;
  ifMatch?: string;
  keepalive?: boolean;
}

/** `crypto.randomUUID` exists only on https and localhost; on a plain address in a local network the bits are drawn by hand. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function fieldProblems(errors: unknown): FieldProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((error: Record<string, unknown>) => ({
    field: String(error.field ?? ''),
    code: String(error.code ?? ''),
    message: String(error.message ?? error.detail ?? error.sentence ?? error.title ?? ''),
  }));
}

async function problemOf(answer: Answered): Promise<Problem> {
  const body = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
  const retry = Number(answer.headers.get('retry-after'));
  return new Problem(
    answer.status,
    String(body.code ?? `http.${answer.status}`),
    String(body.detail ?? body.title ?? ''),
    fieldProblems(body.errors),
    Number.isFinite(retry) && retry > 0 ? retry : null,
  );
}

/** One request to `/api/v1`. Throws `Problem`; an aborted request throws what `fetch` throws. */
async function call<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLocale() };
  const upload = options.body instanceof FormData; // its type carries a boundary that only the browser knows
  if (options.body !== undefined && !upload) headers['content-type'] = 'application/json';
  if (method === 'POST') headers['idempotency-key'] = options.idempotencyKey ?? newKey();
  if (options.ifMatch) headers['if-match'] = options.ifMatch;
  let answer: Answered;
  try {
    answer = await (surroundings()?.send(
      `/api/v1${path}`,
      headers,
      method === 'GET' ? undefined : { method, body: JSON.stringify(options.body) },
    ) ??
      fetch(`/api/v1${path}`, {
        method,
        headers,
        credentials: 'same-origin',
        body:
          options.body === undefined ? undefined : upload ? (options.body as FormData) : JSON.stringify(options.body),
        signal: options.signal,
        keepalive: options.keepalive,
      }));
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Problem(0, 'web.no-connection', '');
  }
  if (method === 'GET' && !surroundings()) noteAnswer(path, answer);
  if (!answer.ok) throw await problemOf(answer);
  if (answer.status === 204) return undefined as T;
  return (await answer.json()) as T;
}

interface Said {
  path?: Readonly<Record<string, string | number>>;
  query?: Parameters<typeof query>[0];
  version?: number;
  body?: unknown;
  signal?: AbortSignal;
  key?: string;
  keepalive?: boolean;
}
/** The address with its names filled in, each as one part of a path. */
const filled = (path: string, { path: names = {}, query: asked = {} }: Said): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? '')) + query(asked);

type Call<M extends Method> = <P extends PathOf<M>>(path: P, ...request: Arguments<M, P>) => Promise<AnswerOf<M, P>>;
const operation =
  (method: string) =>
  (path: string, said: Said = {}): Promise<never> => {
    const { body, signal, key, keepalive, version } = said;
    const ifMatch = version === undefined ? undefined : `"v${version}"`;
    return call(method, filled(path, said), { body, signal, idempotencyKey: key, keepalive, ifMatch });
  };
/** The API by its description: a path that is not there, a form that it does not take and an answer that it does not give do not compile. */
export const api = {
  get: operation('GET'),
  post: operation('POST'),
  put: operation('PUT'),
  patch: operation('PATCH'),
  delete: operation('DELETE'),
} as { [M in Method]: Call<M> };

/** A form as it was filled in: what is missing in it the server names at its field. */
export const filledIn = <T>(form: Partial<T>): T => form as T;

/** `?a=1&b=2` from what is set; empty when nothing is. */
export function query(params: Readonly<Record<string, string | number | boolean | undefined | null>>): string {
  const set = Object.entries(params).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return set.length === 0 ? '' : `?${new URLSearchParams(set.map(([key, value]) => [key, String(value)]))}`;
}
