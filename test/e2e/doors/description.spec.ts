import { METHODS } from 'node:http';
import { connect } from 'node:net';
import { newId } from '#kernel';
import { describedApi } from '../../../apps/api/src/describe.js';
import { encodeCursor } from '../../../apps/api/src/http/index.js';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { readOpenApi, resolve, type Document, type Operation, type Schema } from '../../support/openapi.js';
import { statusesOf } from './matrix.rows.js';
import { MATRIX } from './matrix.table.js';

let db: TestDatabase;
let api: TestApi;
let document: Document;
let person: Caller;
let administrator: Caller;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db);
  document = await readOpenApi(api.url);
  person = await api.person();
  administrator = await api.person('administrator');
});
afterAll(async () => {
  api?.app.getHttpServer().closeAllConnections(); // some were opened by half and would be waited for
  await api?.close();
  await db?.drop();
});

const addressOf = ({ path }: Operation): string => path.replaceAll(/\{\w+\}/g, newId());

test('what is linted without a database is what the api says of itself', async () => {
  const { body } = await api.visitor().get('/api/openapi.json');
  expect(JSON.parse(JSON.stringify(await describedApi()))).toEqual(body);
});

test('who may ask is described as the doors answer: sign-in, session only, or everybody', () => {
  const wrong = document.operations.flatMap(({ name, path, security }) => {
    const rows = Object.values(MATRIX[name] ?? {}).map(statusesOf);
    const [visitorStays, everybodyStays] = [
      rows.every(({ visitor }) => visitor === 401),
      rows.every(({ person: somebody }) => somebody === 401),
    ];
    const [programStays, donorStays] = [
      rows.every(({ program }) => program === 403 || program === 401),
      rows.every(({ donor }) => donor === 403),
    ];
    const mustSignIn = security.length > 0 && !security.some((needs) => needs.length === 0);
    const takesKeys = security.some((needs) => needs.includes('bearer'));
    const says = [
      !everybodyStays && mustSignIn !== visitorStays ? 'sign-in' : '',
      mustSignIn && !everybodyStays && !donorStays && takesKeys === programStays ? 'keys' : '',
    ];
    if ((security.length === 0) !== !path.startsWith('/api/v1/')) says.push('whether it looks at who asks');
    return says.filter(Boolean).map((what) => `${name}: ${what}`);
  });
  expect(wrong).toEqual([]);
});

/** A list that has to be asked about something. */
const QUESTIONS: Readonly<Record<string, string>> = { 'GET /api/v1/matches': `&offer=${newId()}` };

/** Every object that a form is made of, with its path. */
function objectsOf(given: Schema, path = ''): { readonly path: string; readonly schema: Schema }[] {
  const schema = resolve(document, given);
  const own = schema.properties ? [{ path, schema }] : [];
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) =>
    objectsOf(one, path),
  );
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
    objectsOf(one, path === '' ? name : `${path}.${name}`),
  );
  return [...own, ...parts, ...fields, ...(schema.items ? objectsOf(schema.items, `${path}.0`) : [])];
}

/** `{ path: { surprise: 1 } }`, and `[...]` where a part of the path is a number. */
const surpriseAt = (path: string): unknown =>
  path
    .split('.')
    .filter(Boolean)
    .reduceRight<unknown>((inner, name) => (name === '0' ? [inner] : { [name]: inner }), { surprise: 1 });

test('no form takes a field that is not described, at any depth, and the description says so; neither does a door without a form', async () => {
  const wrong: string[] = [];
  for (const operation of document.operations.filter(
    ({ method, path }) => method !== 'GET' && path.startsWith('/api/v1/') && !path.startsWith('/api/v1/webhooks/'), // signed, and no form
  )) {
    if (operation.bodyTypes.includes('multipart/form-data')) {
      if (operation.body?.additionalProperties !== false) wrong.push(`${operation.name} does not say it`);
      continue;
    }
    for (const { path, schema } of operation.body
      ? objectsOf(operation.body)
      : [{ path: '', schema: { additionalProperties: false } }]) {
      if (schema.additionalProperties !== false) wrong.push(`${operation.name} ${path} does not say it`);
      const headers: Record<string, string> = operation.parameters.some(({ name }) => name === 'If-Match')
        ? { 'if-match': '"v1"' }
        : {};
      const { status, body } = await administrator.call(
        operation.method,
        addressOf(operation),
        surpriseAt(path),
        headers,
      );
      const named = (body?.errors as { field: string; code: string }[] | undefined)?.some(
        ({ field, code }) => field === (path === '' ? 'surprise' : `${path}.surprise`) && code === 'form.unknown-field',
      );
      if (status !== 422 || !named) wrong.push(`${operation.name} ${path}: ${status} ${JSON.stringify(body)}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('answers may grow: no schema of an answer forbids more fields', () => {
  const seen = new Set<Schema>();
  const look = (given: Schema): void => {
    const schema = resolve(document, given);
    if (seen.has(schema)) return;
    seen.add(schema);
    expect(schema.additionalProperties).not.toBe(false);
    for (const part of [
      ...(schema.allOf ?? []),
      ...(schema.anyOf ?? []),
      ...(schema.oneOf ?? []),
      ...Object.values(schema.properties ?? {}),
      ...(schema.items ? [schema.items] : []),
    ])
      look(part);
  };
  for (const { responses } of document.operations)
    for (const { content } of Object.values(responses))
      for (const { schema } of Object.values(content ?? {})) if (schema) look(schema);
  expect(seen.size).toBeGreaterThan(100);
});

test('a cursor that no list gave, or one of another list, is refused alike by every list', async () => {
  const lists = document.operations.filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor'));
  expect(lists.length).toBeGreaterThan(10);
  const cursors = [
    'x',
    '',
    '!!!',
    'bnVsbA',
    encodeCursor([]),
    encodeCursor(['of', 'another', 'list', 'altogether']),
    '%00',
  ];
  const wrong: string[] = [];
  for (const list of lists) {
    for (const cursor of cursors) {
      const { status, body } = await administrator.get(
        `${addressOf(list)}?cursor=${cursor}${QUESTIONS[list.name] ?? ''}`,
      );
      const named = (body.errors as { field: string; code: string }[] | undefined)?.some(
        ({ field, code }) => field === 'cursor' && (code === 'http.bad-cursor' || cursor === '%00'),
      );
      if (!(status === 422 && named) && status !== 404 && status !== 403)
        wrong.push(`${list.name} ${cursor}: ${status} ${JSON.stringify(body)}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** Says a request as it is: fetch refuses TRACE and knows no methods of WebDAV. */
function ask(method: string, path: string): Promise<string> {
  const { hostname, port } = new URL(api.url);
  return new Promise((done, failed) => {
    const socket = connect(Number(port), hostname, () =>
      socket.end(`${method} ${path} HTTP/1.1\r\nhost: ${hostname}\r\nconnection: close\r\n\r\n`),
    );
    let heard = '';
    socket
      .on('data', (chunk) => (heard += String(chunk)))
      .on('close', () => done(heard))
      .on('error', failed);
  });
}

test('a path that is there answers 405 with Allow to every method that it does not have', async () => {
  const paths = [...new Set(document.operations.map(({ path }) => path))];
  const wrong: string[] = [];
  for (const path of paths) {
    const has = document.operations.filter((one) => one.path === path).map(({ method }) => method);
    const allow = [...has, ...(has.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort().join(', ');
    const address = path.replaceAll(/\{\w+\}/g, newId());
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'].filter(
      (one) => !has.includes(one),
    )) {
      const heard = await ask(method, address);
      const right =
        /^HTTP\/1\.1 405 /.test(heard) &&
        /\r\ncontent-type: application\/problem\+json/i.test(heard) &&
        heard.includes('"code":"http.method-not-allowed"');
      if (!right || /\r\nallow: ([^\r]*)/i.exec(heard)?.[1] !== allow)
        wrong.push(`${method} ${path} (${allow}): ${heard}`);
    }
    const options = await ask('OPTIONS', address);
    if (!/^HTTP\/1\.1 204 /.test(options) || /\r\nallow: ([^\r]*)/i.exec(options)?.[1] !== allow)
      wrong.push(`OPTIONS ${path}: ${options}`);
  }
  expect(wrong).toEqual([]);
});

test('whatever method Node reads has an answer, and where there is nothing it is 404', async () => {
  const elsewhere = ['CONNECT', 'QUERY', 'GET', 'HEAD', 'OPTIONS']; // asks for a tunnel; is nothing without a body; the rest is looked at below
  for (const method of METHODS.filter((one) => !elsewhere.includes(one))) {
    expect([method, (await ask(method, '/api/v1/unknown')).slice(9, 12)]).toEqual([method, '404']);
    expect([method, (await ask(method, '/api/v1/clearings/x/y/z')).slice(9, 12)]).toEqual([method, '404']);
    expect([method, (await ask(method, '/clearings/12')).slice(9, 12)]).toEqual([method, '405']); // a page
  }
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    expect([method, (await ask(method, '/api/v1/unknown')).slice(9, 12)]).toEqual([method, '404']);
  expect((await ask('PROPFIND', '/api/docs')).slice(9, 12)).toBe('405');
  expect((await ask('POST', '/api/metrics')).slice(9, 12)).toBe('404'); // is not there to others
});

test('HEAD says what GET says, without the body; what is hidden stays 404 by every method that there is', async () => {
  for (const path of [
    '/api/v1/needs',
    '/api/v1/spheres',
    '/api/health/live',
    `/api/v1/needs/${newId()}`,
    '/api/v1/session',
    '/api/openapi.json',
  ]) {
    const [get, head] = [await fetch(api.url + path), await fetch(api.url + path, { method: 'HEAD' })];
    expect([path, head.status, head.headers.get('content-type')]).toEqual([
      path,
      get.status,
      get.headers.get('content-type'),
    ]);
    expect(await head.text()).toBe('');
  }
  expect((await person.patch(`/needs/${newId()}`, { urgency: 2 }, { 'if-match': '"v1"' })).status).toBe(404);
});
