import { writeFileSync } from 'node:fs';
import { newId } from '#kernel';
import { startApi, type Answer, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { readOpenApi, type Document, type Operation } from '../../support/openapi.js';
import { Cast, MAIL_WORDS, PRIVATE_WORDS, ROLES, type Role } from './cast.js';
import { bodyOf, queryOf } from './matrix.requests.js';
import { rowOf, statusesOf } from './matrix.rows.js';
import { MATRIX } from './matrix.table.js';
import { EVERYBODY, saySample, someOf } from './sample.js';
import type { Holes } from './matrix.organizations.js';
import { thingsFor, type Thing } from './matrix.things.js';

let db: TestDatabase;
let api: TestApi;
let cast: Cast;
let document: Document;
beforeAll(async () => {
  saySample();
  db = await testDatabase();
  api = await startApi(db, { inside: true });
  cast = await Cast.of(api, db.source);
  await cast.trust();
  document = await readOpenApi(api.url);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

/** A person who does this is not the same person afterwards: signed out, with another password, or gone. */
const ENDS_THE_PART =
  /^(POST|DELETE) \/api\/v1\/(session|me\/(password|email|erasure|sessions\/end-others|totp|passkeys\/options|recovery-codes))/;

/** The ETags of things as the owner reads them, asked for once. */
type Versions = Map<string, Promise<string | null>>;

function versionOf(thing: string, versions: Versions): Promise<string | null> {
  const known =
    versions.get(thing) ??
    cast
      .as('owner')
      .get(thing)
      .then(({ headers }) => headers.get('etag'));
  versions.set(thing, known);
  return known;
}

async function knock(operation: Operation, role: Role, holes: Holes, versions: Versions): Promise<Answer> {
  const path =
    operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(holes[name] ?? newId())) +
    (holes.query ?? queryOf(operation.name));
  const caller = ENDS_THE_PART.test(operation.name) ? await cast.another(role) : cast.as(role);
  if (operation.path.endsWith('/events')) {
    const stop = new AbortController();
    const answer = await fetch(api.url + path, { headers: caller.credentials, signal: stop.signal });
    stop.abort();
    return { status: answer.status, body: null, text: '', headers: answer.headers };
  }
  const thing = path.replace(/\/(retire|restore)$/, '');
  const version = async (): Promise<string> =>
    (await versionOf(thing, versions)) ?? (await caller.get(thing)).headers.get('etag') ?? '"v1"';
  const headers: Record<string, string> = operation.parameters.some((one) => one.name === 'If-Match')
    ? { 'if-match': await version() }
    : {};
  return caller.call(operation.method, path, bodyOf(operation.name, cast, holes), headers);
}

/** What nobody has changed: the person who reads it, or is refused, finds it as it was made, whichever operation they ask for. */
const kept = new Map<Thing, Holes>();
const KEEPS = /^\/api\/v1\/(matches|needs|offers|standing-offers|organizations)(\/|$)/;

/** What an operation on a thing answers to these roles. A person who is to be refused shares one thing, the person who changes it gets their own. */
async function knockAs(
  operation: Operation,
  make: Thing,
  row: string | undefined,
  roles: readonly Role[],
): Promise<Map<Role, Answer>> {
  await cast.clearAway([...kept.values()].flatMap((holes) => Object.values(holes)));
  const expected = row === undefined ? null : statusesOf(row);
  const shared = kept.get(make) ?? (await make(cast, 'donor'));
  if (KEEPS.test(operation.path)) kept.set(make, shared);
  const versions: Versions = new Map();
  const own = (role: Role): boolean => operation.method !== 'GET' && (expected === null || expected[role] < 300);
  const ask = async (role: Role) =>
    [
      role,
      await knock(operation, role, own(role) || isOwn(operation) ? await make(cast, role) : shared, versions),
    ] as const;
  if (!operation.bodyTypes.includes('multipart/form-data')) return new Map(await Promise.all(roles.map(ask)));
  const answers: (readonly [Role, Answer])[] = []; // a process reads six uploads at once, and refuses a seventh
  for (const role of roles) answers.push(await ask(role));
  return new Map(answers);
}

/** What belongs to the caller. */
const isOwn = ({ path }: Operation): boolean => path.startsWith('/api/v1/me/') || path === '/api/v1/invitations/accept';

test('every operation has a row: a new one does not get past here without somebody saying who may use it', () => {
  const names = document.operations.map((operation) => operation.name);
  expect(names.filter((name) => !(name in MATRIX))).toEqual([]);
  expect(Object.keys(MATRIX).filter((name) => !names.includes(name))).toEqual([]);
});

/** `LEPTA_MATRIX_ONLY=/needs`: operations with this in their name. */
const ONLY = process.env.LEPTA_MATRIX_ONLY ?? '';

/** What never was, under the names that it has among the things. */
const NONE = ['never', 'nowhere', 'no need', 'no organization'];

const INSIDERS: readonly Role[] = ['accountant', 'coordinator', 'owner', 'moderator'];

/** Who may read the words of a private need: its own people and moderators, the person who decides on it, a donor while both have said yes, and the person who holds the link that was mailed to one of them. */
function readsPrivate({ path }: Operation, thing: string, role: Role): boolean {
  if (INSIDERS.includes(role) || path.startsWith('/api/v1/need-renewals')) return true;
  if (role === 'administrator') return path.startsWith('/api/v1/reviews');
  return path.startsWith('/api/v1/matches') && thing === 'private' && (role === 'donor' || role === 'program');
}

/** What this answer tells and should not. */
function leaks(operation: Operation, thing: string, role: Role, { text }: Answer): string[] {
  const inPrivate = text.includes(PRIVATE_WORDS) && !readsPrivate(operation, thing, role);
  const mail = text.includes(MAIL_WORDS) && role !== 'administrator';
  return [...(inPrivate ? ['the words of a private need'] : []), ...(mail ? ['a mail to somebody else'] : [])].map(
    (what) => `${operation.name} of ${thing} tells ${role} ${what}`,
  );
}

/** Who asks about each thing. What never was is asked for by the person who asks about something that is: their answers are compared. */
function whoAsks({ name }: Operation, things: readonly string[]): ReadonlyMap<string, readonly Role[]> {
  const roles = things.map((thing): [string, readonly Role[]] => {
    const expected = MATRIX[name]?.[thing];
    const statuses = expected === undefined ? null : statusesOf(expected);
    return [thing, statuses ? someOf((role) => statuses[role], `${name} ${thing}`) : ROLES];
  });
  const any = new Set(roles.flatMap(([, some]) => some));
  return new Map(
    roles.map(([thing, some]) => [thing, NONE.includes(thing) ? ROLES.filter((role) => any.has(role)) : some]),
  );
}

/** What is not as the row says, in words; empty where all is. */
function departures(given: ReadonlyMap<Role, Answer>, expected: string | undefined): string {
  if (EVERYBODY || expected === undefined) {
    const row = rowOf(statusOfEach(given));
    return expected !== undefined && row === rowOf(statusesOf(expected)) ? '' : row;
  }
  const statuses = statusesOf(expected);
  return [...given]
    .flatMap(([role, { status }]) => (status === statuses[role] ? [] : [`${status} ${role}`]))
    .join(', ');
}

const statusOfEach = (given: ReadonlyMap<Role, Answer>): Record<Role, number> =>
  Object.fromEntries([...given].map(([role, { status }]) => [role, status])) as Record<Role, number>;

/** An answer without what is of one request only. */
const plain = ({ status, body, headers }: Answer): string =>
  JSON.stringify([
    status,
    { ...body, instance: '' },
    [...headers.keys()].filter((name) => name !== 'set-cookie').sort(),
  ]);

test(
  'every operation answers as the table says; what is hidden, gone or never was looks alike',
  async () => {
    const wrong: string[] = [];
    const seen: Record<string, Record<string, string>> = {};
    for (const operation of document.operations.filter(({ name }) => name.includes(ONLY))) {
      const things = Object.entries(thingsFor(operation));
      const began = performance.now();
      const answers = new Map<string, Map<Role, Answer>>();
      const roles = whoAsks(
        operation,
        things.map(([name]) => name),
      );
      for (const [name, make] of things)
        answers.set(name, await knockAs(operation, make, MATRIX[operation.name]?.[name], roles.get(name) ?? ROLES));
      for (const [name, given] of answers) {
        if (process.env.LEPTA_MATRIX_OUT) (seen[operation.name] ??= {})[name] = rowOf(statusOfEach(given));
        const expected = MATRIX[operation.name]?.[name];
        const not = departures(given, expected);
        if (not) wrong.push(`${operation.name} of ${name}: ${not}; expected ${expected}`);
        for (const [role, answer] of given) {
          wrong.push(...leaks(operation, name, role, answer));
          const none = NONE.flatMap((one) => answers.get(one)?.get(role) ?? []);
          const alike = none.filter(({ status }) => status === answer.status);
          const mustBeAlike = answer.status === 404 ? none.length > 0 : answer.status === 403 && alike.length > 0;
          if (mustBeAlike && !alike.some((never) => plain(answer) === plain(never)))
            wrong.push(`${operation.name} of ${name} tells ${role} that it is: ${answer.text} and ${none[0]?.text}`);
        }
      }
      if (process.env.LEPTA_TEST_NOISE)
        process.stderr.write(
          `${(performance.now() - began).toFixed()} ms ${operation.name}, ${things.length} things\n`,
        );
      for (const name of Object.keys(MATRIX[operation.name] ?? {}))
        if (!answers.has(name)) wrong.push(`${operation.name}: there is no ${name} any more`);
    }
    if (process.env.LEPTA_MATRIX_OUT) writeFileSync(process.env.LEPTA_MATRIX_OUT, JSON.stringify(seen, null, 2));
    expect(wrong).toEqual([]);
  },
  EVERYBODY ? 3_600_000 : 900_000,
);
