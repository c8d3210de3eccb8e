import { writeFileSync } from 'node:fs';
import { newId } from '#kernel';
import { startApi, type Answer, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { readOpenApi, type Document, type Operation } from '../../support/openapi.js';
import { Cast, ROLES, type Role } from './cast.js';
import { bodyOf, CODES, queryOf, THINGS, type Thing } from './matrix.requests.js';
import { MATRIX } from './matrix.table.js';

let db: TestDatabase;
let api: TestApi;
let cast: Cast;
let document: Document;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db, { settings: { MAX_EVENT_LOOP_DELAY_MS: '60000' } });
  cast = await Cast.of(api, db.source);
  await cast.trust();
  document = await readOpenApi(api.url);
}, 60_000);
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

/** Whoever does this is not the same person afterwards: signed out, with another password, or gone. */
const ENDS_THE_PART = /^(POST|DELETE) \/api\/v1\/(session|me\/(password|email|erasure|sessions|second-factors|totp|passkeys|recovery-codes))/;

async function knock(operation: Operation, role: Role, id: string): Promise<Answer> {
  const path = operation.path.replace(/\{\w+\}/, id).replaceAll(/\{\w+\}/g, newId()) + queryOf(operation.name, cast, id);
  const caller = ENDS_THE_PART.test(operation.name) ? await guest(role) : cast.as(role);
  const stop = new AbortController();
  if (operation.path.endsWith('/events')) {
    const answer = await fetch(api.url + path, { headers: caller.credentials, signal: stop.signal });
    stop.abort();
    return { status: answer.status, body: null, text: '', headers: answer.headers };
  }
  const version = async (): Promise<string> => (await cast.as('owner').get(path)).headers.get('etag') ?? (await caller.get(path)).headers.get('etag') ?? '"v1"';
  const headers: Record<string, string> = operation.parameters.some((one) => one.name === 'If-Match') ? { 'if-match': await version() } : {};
  return caller.call(operation.method, path, bodyOf(operation.name, cast, role), headers);
}

/** Signing out would end the part: somebody else plays it. */
async function guest(role: Role): Promise<ReturnType<Cast['as']>> {
  return role === 'visitor' || role === 'program' ? cast.as(role) : api.person();
}

test('every operation has a row: a new one does not get past here without somebody saying who may use it', () => {
  const names = document.operations.map((operation) => operation.name);
  expect(names.filter((name) => !(name in MATRIX))).toEqual([]);
  expect(Object.keys(MATRIX).filter((name) => !names.includes(name))).toEqual([]);
});

test('every operation answers every role as the table says', async () => {
  const wrong: string[] = [];
  const seen: Record<string, Record<string, string>> = {};
  for (const operation of document.operations) {
    const things = THINGS[nounOf(operation)] ?? CODES[operation.path.split('/').at(-2) ?? ''] ?? (operation.path.includes('{') ? { unknown: async () => newId() } : { '-': async () => '' });
    for (const [name, make] of Object.entries(things) as [string, Thing][]) {
      await cast.clearAway();
      // Who only reads can share the thing; who changes it gets one of their own.
      const shared = operation.method === 'GET' ? await make(cast, 'visitor') : null;
      const answers = await Promise.all(ROLES.map(async (role) => knock(operation, role, shared ?? (await make(cast, role)))));
      const line = answers.map((answer) => answer.status).join(' ');
      (seen[operation.name] ??= {})[name] = line;
      const expected = MATRIX[operation.name]?.[name];
      if (line !== expected) wrong.push(`${operation.name} of ${name}: ${line}, expected ${expected}`);
    }
  }
  if (process.env.LEPTA_MATRIX_OUT) writeFileSync(process.env.LEPTA_MATRIX_OUT, JSON.stringify(seen, null, 2));
  expect(wrong).toEqual([]);
}, 900_000);

test('what is hidden and what never was look alike, in every operation', async () => {
  const different: string[] = [];
  for (const operation of document.operations.filter(({ path }) => path.includes('{id}'))) {
    const noun = nounOf(operation);
    for (const [name, make] of Object.entries(THINGS[noun] ?? {}) as [string, Thing][]) {
      await cast.clearAway();
      for (const role of ['visitor', 'stranger', 'foreign'] as const) {
        const id = await make(cast, role);
        if ((await cast.as(role).get(`/${noun}/${id}`)).status === 200) continue; // they may see it, so they know that it is
        const [hidden, never] = [await knock(operation, role, id), await knock(operation, role, newId())];
        const plain = ({ status, body, headers }: Answer): string => JSON.stringify([status, { ...body, instance: '' }, [...headers.keys()].sort()]);
        if (plain(hidden) !== plain(never)) different.push(`${operation.name} of ${name} by ${role}: ${hidden.text} and ${never.text}`);
      }
    }
  }
  expect(different).toEqual([]);
}, 900_000);

function nounOf(operation: Operation): string {
  return operation.path.includes('{') ? (operation.path.split('/').filter((part) => part in THINGS)[0] ?? '') : '';
}
