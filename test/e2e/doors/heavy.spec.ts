import { getMetadataStorage } from 'class-validator';
import { newId } from '#kernel';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { AGAIN, inTurn } from '../../support/in-turn.js';
import { Inside } from '../../support/inside.js';
import { readOpenApi, resolve, type Document, type Operation } from '../../support/openapi.js';
import { Cast } from './cast.js';
import { bodyOf } from './matrix.requests.js';

let db: TestDatabase;
let api: TestApi;
let cast: Cast;
let document: Document;
let inside: Inside;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db);
  cast = await Cast.of(api, db.source);
  document = await readOpenApi(api.url);
  inside = new Inside(api.app, api.url);
});
afterAll(async () => {
  inside?.close();
  await api?.close();
  await db?.drop();
});

/** Objects that class-validator may look into for one request: more than any form of ours has within it. */
const VALIDATED_MAX = 100;
/** A count has a line for each lot of its point: so many, and the count itself. */
const VALIDATED_IN_COUNT = 501;
/** Errors that one answer names at most, and characters that it has. */
const ERRORS_MAX = 50;
const ANSWER_MAX = 400_000;

let validated = 0;
const storage = getMetadataStorage();
const targetMetadatas = storage.getTargetValidationMetadatas.bind(storage);
beforeEach(() => {
  storage.getTargetValidationMetadatas = (...asked) => {
    validated += 1; // once for each object
    return targetMetadatas(...asked);
  };
});
afterEach(() => {
  storage.getTargetValidationMetadatas = targetMetadatas;
});

const many = (one: string, count = Math.floor(245_000 / (one.length + 1))): string =>
  `[${Array.from({ length: Math.min(80_001, count) }, () => one).join(',')}]`;
const keys = (count: number): string => Array.from({ length: count }, (_, at) => `"k${at}":1`).join(',');

/** Bodies of the allowed size that keep the person who reads them busy. Written once: each has up to 250 kB. */
const BODIES: readonly [what: string, body: string][] = [
  ['20,000 unknown keys', `{${keys(20_000)}}`],
  ['unknown keys within the limit of keys', `{${keys(190)}}`],
  ['a list of nothing', many('{}')],
  ['the same key again and again', `{${Array.from({ length: 40_000 }, () => '"a":1').join(',')}}`],
  ['lists in lists', `{"a":${'['.repeat(15)}${many('[]')}${']'.repeat(15)}}`],
  ['brackets', '['.repeat(250_000)],
  ['a key of 200 kB', `{"${'k'.repeat(200_000)}":1}`],
];
/** What may stand in a field instead. */
const VALUES: readonly [what: string, json: string][] = [
  ['80,001 times {}', many('{}')],
  ['1,900 times {}', many('{}', 1_900)],
  ['1,900 texts', many('"x"', 1_900)],
  ['190 keys', `{${keys(190)}}`],
  ['190 objects of three fields', many('{"a":1,"b":2,"c":3}', 190)],
  ...['x', 'a.', '-', ' ', '\\u0000', '\\n', '9', 'я', 'a@'].map((text): [string, string] => [
    `${text} for 200 kB`,
    `"${text.repeat(Math.floor(200_000 / Buffer.byteLength(text)))}!"`,
  ]),
];

/** Of 250 kB each, so that every operation gets some of them and every field others; `npm run fuzz` sends all to all. */
const bodies = inTurn(BODIES, 2);
const values = inTurn(VALUES, 4);

/** @param put the form with this JSON in a field */
function heavyBodies(
  fields: readonly string[],
  put: (field: string, json: string) => string,
): [what: string, body: string][] {
  return [
    ...bodies(),
    ...fields.flatMap((field) =>
      values().map(([what, json]): [string, string] => [`${field}: ${what}`, put(field, json)]),
    ),
  ];
}

function whoMay(path: string): Caller {
  return cast.as(
    /organizations|needs/.test(path)
      ? 'owner'
      : /reviews/.test(path)
        ? 'moderator'
        : /clearings|weights|mails|jobs|installation/.test(path)
          ? 'administrator'
          : 'donor',
  );
}

/** null, or what took more work, or said more, than it may. */
async function faultOf(operation: Operation, what: string, body: string | null, path: string): Promise<string | null> {
  validated = 0;
  const headers = {
    'content-type': 'application/json',
    'if-match': '"v1"',
    ...(operation.method === 'POST' ? { 'idempotency-key': newId() } : {}),
  };
  const { status, text } = await inside.send(
    operation.method,
    { path, headers, body },
    whoMay(operation.path).credentials,
  );
  const errors = text.startsWith('{') ? ((JSON.parse(text) as { errors?: unknown[] }).errors?.length ?? 0) : 0;
  const most = operation.path.endsWith('/counts') ? VALIDATED_IN_COUNT : VALIDATED_MAX;
  const fine = status < 500 && validated <= most && errors <= ERRORS_MAX && text.length <= ANSWER_MAX;
  return fine
    ? null
    : `${operation.name} ${what}: ${status}, ${validated} validated, ${errors} errors, ${text.length} characters`;
}

test('no body of the allowed size makes more work than its form has fields, at any operation', async () => {
  const faults: string[] = [];
  let sent = 0;
  for (const operation of document.operations.filter(
    ({ method, bodyTypes }) => method !== 'GET' && !bodyTypes.includes('multipart/form-data'),
  )) {
    const path = operation.path.replaceAll(/\{\w+\}/g, newId());
    const base = bodyOf(operation.name, cast, {}) ?? {};
    const fields = Object.keys(operation.body ? (resolve(document, operation.body).properties ?? {}) : {});
    for (const [what, body] of heavyBodies(fields, (field, json) =>
      JSON.stringify({ ...base, [field]: '@@' }).replace('"@@"', () => json),
    )) {
      const fault = await faultOf(operation, what, body, path);
      if (fault) faults.push(fault);
      sent += 1;
    }
  }
  expect([AGAIN, faults]).toEqual([AGAIN, []]);
  expect(sent).toBeGreaterThan(1_000);
}, 600_000);

const questions = inTurn<(name: string) => string>(
  [
    (name) => `${name}=${'x'.repeat(14_000)}`,
    (name) => Array.from({ length: 1_000 }, () => `${name}=x`).join('&'),
    (name) => `${name}=${'a,'.repeat(7_000)}`,
  ],
  1,
);

test('queries of the allowed size neither', async () => {
  const faults: string[] = [];
  for (const operation of document.operations.filter(
    ({ method, path }) => method === 'GET' && !/events|export|health/.test(path),
  )) {
    const names = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
    const queries = [
      Array.from({ length: 3_000 }, (_, at) => `k${at}=`).join('&'),
      ...names.flatMap((name) => questions().map((question) => question(name))),
    ];
    for (const query of queries) {
      const fault = await faultOf(
        operation,
        query.slice(0, 30),
        null,
        `${operation.path.replaceAll(/\{\w+\}/g, newId())}?${query}`,
      );
      if (fault) faults.push(fault);
    }
  }
  expect([AGAIN, faults]).toEqual([AGAIN, []]);
}, 300_000);

test('what is too many is said of the list, before any of its items is looked at', async () => {
  validated = 0;
  const person = { email: 'a@example.org', password: 'проверка 2026 лепта', name: 'Проверка', locale: 'ru' };
  const answer = await api
    .visitor()
    .post('/people', { ...person, consents: Array.from({ length: 190 }, () => ({})), name: '' });
  expect(answer.body.errors).toMatchObject([
    { field: 'consents', code: 'form.too-many' },
    { field: 'name', code: 'form.required' },
  ]);
  expect(validated).toBe(1);
  const unknown = await api
    .visitor()
    .post('/people', { ...person, ...Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`k${at}`, 1])) });
  expect(unknown.body.errors).toHaveLength(5);
});
