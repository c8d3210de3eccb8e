import type { paths } from './api-schema.js';

/** The operations of the API by method and path, as its description has them: what each takes and what it answers. */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
/** Paths that have the method, from `/api/v1` on. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends undefined ? never : P;
}[keyof paths];
type Operation<M extends Method, P extends keyof paths> = paths[P][M];

interface Parameters {
  path?: unknown;
  query?: unknown;
}
/** What stands in the address: the names between braces, and the question behind it. */
type Address<O> = O extends { parameters: infer T extends Parameters } ? Pick<T, 'path' | 'query'> : never;
/** An edit names the version that was read. */
type Version<O> = O extends { parameters: { header: { 'If-Match': string } } }
  ? { version: number }
  : { version?: undefined };

type Content<C> = C extends { 'multipart/form-data': unknown }
  ? FormData
  : C extends { 'application/json': infer T }
    ? T
    : never;
type Body<O> = O extends { requestBody: { content: infer C } }
  ? { body: Content<C> }
  : O extends { requestBody?: { content: infer C } }
    ? { body?: Content<C> }
    : { body?: undefined };
/** What is sent with it, the same key for the same deed; `keepalive`: goes on after the page is left (at most 64 KB). */
interface Sending {
  signal?: AbortSignal;
  key?: string;
  keepalive?: boolean;
}

type Request<O> = Address<O> & Version<O> & Body<O> & Sending;
/** Left out where nothing has to be said. */
export type Arguments<M extends Method, P extends keyof paths> =
  Sending extends Request<Operation<M, P>> ? [request?: Request<Operation<M, P>>] : [request: Request<Operation<M, P>>];

/** The form that an operation takes. */
export type FormOf<M extends Method, P extends PathOf<M>> =
  NonNullable<Operation<M, P>> extends { requestBody?: { content: infer C } } ? Content<C> : never;
/** What a list may be asked. */
export type QueryOf<P extends PathOf<'get'>> =
  NonNullable<Operation<'get', P>> extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never;

type Given<R> = { [S in keyof R]: R[S] extends { content: { 'application/json': infer T } } ? T : void }[keyof R];
/** What comes back where nothing was refused. */
export type AnswerOf<M extends Method, P extends PathOf<M>> =
  NonNullable<Operation<M, P>> extends { responses: infer R } ? Given<R> : never;
