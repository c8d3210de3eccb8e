import { request } from 'node:http';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { asOwner, testDatabase, type TestDatabase } from '../../support/database.js';
import { ProbeModule } from './probe.js';

let db: TestDatabase;
let api: TestApi;
let person: Caller;
beforeAll(async () => {
  db = await testDatabase();
  await asOwner(
    db,
    'CREATE TABLE things (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text, by uuid); GRANT ALL ON things TO PUBLIC',
  );
  api = await startApi(db, { modules: [ProbeModule] });
  person = await api.person();
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const raw = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
    const { port } = new URL(api.url);
    request({ port, path, headers }, (answer) => {
      let body = '';
      answer
        .setEncoding('utf8')
        .on('data', (chunk) => (body += chunk))
        .on('end', () =>
          resolve({ status: answer.statusCode ?? 0, type: String(answer.headers['content-type']), body }),
        );
    })
      .on('error', reject)
      .end();
  });

const deep = (levels: number) => '{"title":' + '['.repeat(levels) + ']'.repeat(levels) + '}';

test.each([
  ['no field at all', {}, 'title', 'form.required'],
  ['a field nobody knows', { title: 'x', surprise: 1 }, 'surprise', 'form.unknown-field'],
  ['a number for a text', { title: 5 }, 'title', 'form.wrong-type'],
  ['a text for a number', { title: 'x', urgency: '3' }, 'urgency', 'form.wrong-type'],
  ['half a number', { title: 'x', urgency: 2.5 }, 'urgency', 'form.wrong-type'],
  ['a number too large', { title: 'x', urgency: 6 }, 'urgency', 'form.too-large'],
  ['a number too small', { title: 'x', urgency: 0 }, 'urgency', 'form.too-small'],
  ['a word for yes or no', { title: 'x', remote: 'true' }, 'remote', 'form.wrong-type'],
  ['a text too long', { title: 'x'.repeat(21) }, 'title', 'form.too-long'],
  ['an object for a text', { title: { toString: 'x' } }, 'title', 'form.wrong-type'],
  ['a value not in the list', { title: 'x', kind: 'gold' }, 'kind', 'form.not-in-list'],
  ['a date that is none', { title: 'x', deadline: '2026-02-30T00:00:00Z' }, 'deadline', 'form.not-a-date'],
  ['too many in a list', { title: 'x', skills: ['a', 'b', 'c', 'd'] }, 'skills', 'form.too-many'],
  ['a text for a list', { title: 'x', skills: 'abc' }, 'skills', 'form.wrong-type'],
  ['an unknown field inside', { title: 'x', account: { bik: '1', more: 1 } }, 'account.more', 'form.unknown-field'],
  ['a text for an object', { title: 'x', account: 'abc' }, 'account', 'form.wrong-type'],
  ['a field inside a list', { title: 'x', accounts: [{ bik: '1' }, { bik: 2 }] }, 'accounts.1.bik', 'form.wrong-type'],
  ['a list for a form inside a list', { title: 'x', accounts: [[]] }, 'accounts.0', 'form.wrong-type'],
  ['a constructor', { title: 5, constructor: { name: 'x' } }, 'constructor', 'form.unknown-field'],
  ['a constructor inside', { title: 'x', account: { constructor: 1 } }, 'account.constructor', 'form.unknown-field'],
  ['a null character', { title: 'a\0b' }, 'title', 'form.forbidden-characters'],
  ['a null character inside', { title: 'x', account: { bik: '\0' } }, 'account.bik', 'form.forbidden-characters'],
  ['half a surrogate pair', { title: 'a\ud800b' }, 'title', 'form.forbidden-characters'],
  ['a list for the form', [], '', 'form.wrong-type'],
])('%s: 422 with the field named', async (_case, body, field, code) => {
  const answer = await person.post('/things', body);
  expect([answer.status, answer.headers.get('content-type'), answer.body.code]).toEqual([
    422,
    'application/problem+json; charset=utf-8',
    'form.invalid',
  ]);
  expect(answer.body.errors).toEqual([{ field, code, message: expect.stringMatching(/./) }]);
});

test('bodies that cannot be read say so, whoever sends them, but sign-in is asked for first', async () => {
  const cases: [string, string, number, string][] = [
    ['{"title":', 'application/json', 400, 'http.not-json'],
    ['{"title":"x","__proto__":{"a":1}}', 'application/json', 400, 'http.not-json'],
    [deep(60_000), 'application/json', 422, 'http.too-deep'],
    ['"text"', 'application/json', 422, 'form.invalid'],
    [JSON.stringify({ title: 'x'.repeat(300_000) }), 'application/json', 413, 'http.too-large'],
    ['title=x', 'application/x-www-form-urlencoded', 415, 'http.wrong-content-type'],
    ['{"title":"x"}', 'text/plain', 415, 'http.wrong-content-type'],
  ];
  for (const [body, type, status, code] of cases) {
    const answer = await person.post('/things', body, { 'content-type': type });
    expect([code, answer.status, answer.body?.code, answer.headers.get('content-type')]).toEqual([
      code,
      status,
      code,
      'application/problem+json; charset=utf-8',
    ]);
  }
  for (const body of ['{"title":', deep(60_000), '{"surprise":1}'])
    expect((await api.visitor().post('/things', body)).body.code).toBe('identity.sign-in-first');
});

test('numbers beyond all things are refused, not rounded', async () => {
  for (const number of ['1e400', '99999999999999999999999', '-1']) {
    const answer = await person.post('/things', `{"title":"x","urgency":${number}}`);
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, 'urgency']);
  }
});

test('queries: a wrong limit, a field nobody knows, twice the same, null characters', async () => {
  for (const [query, field] of [
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=abc', 'limit'],
    ['limit=1e2x', 'limit'],
    ['surprise=1', 'surprise'],
    ['q=a&q=b', 'q'],
    ['q=%00', 'q'],
    [`q=${'x'.repeat(21)}`, 'q'],
    ['limit[a]=1', 'limit[a]'],
    ['__proto__=1', '__proto__'],
    ['constructor=1', 'constructor'],
  ] as const) {
    const answer = await api.visitor().get(`/things?${query}`);
    expect([query, answer.status, answer.body.errors?.[0]?.field]).toEqual([query, 422, field]);
  }
  expect((await api.visitor().get('/things')).body.items).toHaveLength(20);
  expect((await api.visitor().get('/things?limit=200&q=')).body.items).toHaveLength(200);
});

test('a cursor goes on where the page ended; a forged or broken one is refused', async () => {
  const first = await api.visitor().get('/things?limit=2');
  expect((await api.visitor().get(`/things?limit=2&cursor=${first.body.nextCursor}`)).body.items).toEqual([3, 4]);
  const forged = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
  const id = '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10';
  for (const cursor of [
    '',
    'x',
    '%00',
    forged({}),
    forged(null),
    forged([1]),
    forged(['1', id, '2026-01-01T00:00:00Z']),
    forged([1, 'x', '2026-01-01T00:00:00Z']),
    forged([1, id, 'yesterday']),
    forged([1, id, '2026-13-45T00:00:00Z']),
    forged([1e300, id, '2026-01-01T00:00:00Z']),
    'x'.repeat(601),
  ]) {
    const answer = await api.visitor().get(`/things?cursor=${cursor}`);
    expect([cursor, answer.status, answer.body.errors?.[0]?.field]).toEqual([cursor, 422, 'cursor']);
  }
});

test('unknown and malformed addresses are all 404 problems, those that are not UTF-8 are 400', async () => {
  for (const path of [
    '/api/v1/%zz',
    '/api/v1/things/%ff',
    '/api/v1/%c0%ae%c0%ae/x',
    '/api/v1/things?q=%ff',
    '/api/v1/things?q=%',
    '/x%ff',
  ]) {
    const answer = await raw(path);
    expect([path, answer.status, answer.type, JSON.parse(answer.body).code]).toEqual([
      path,
      400,
      'application/problem+json; charset=utf-8',
      'http.bad-address',
    ]);
  }
  for (const path of [
    '/api/v1/nothing',
    '/api/v1',
    '/api/nothing',
    '/api',
    '/api/v1/things/%00/x',
    `/api/v1/${'x'.repeat(3000)}`,
    '/api/v1/things/../../x',
  ]) {
    const answer = await raw(path);
    expect([path, answer.status, answer.type]).toEqual([path, 404, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(answer.body).code).toBe('http.not-found');
  }
  for (const id of [
    'abc',
    '%00',
    '1',
    "'; DROP",
    'x'.repeat(150),
    'x'.repeat(250),
    '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a1g',
  ]) {
    const answer = await raw(`/api/v1/things/${encodeURIComponent(decodeURIComponent(id))}`);
    expect([200, 404]).toContain(answer.status);
    if (answer.status === 200) expect(JSON.parse(answer.body).id).toBe('00000000-0000-0000-0000-000000000000');
  }
  expect((await api.visitor().get('/things/018F3B1E-6C55-7C1D-8A9E-2F0F5F6F7A10')).body.id).toBe(
    '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10',
  );
  expect((await api.visitor().call('PUT', '/things', {})).status).toBe(405);
});

test('problems speak the language that was asked for', async () => {
  const say = async (language: string | null) =>
    (await api.visitor().get('/things?limit=0', { 'accept-language': language })).body.errors[0].message;
  expect(await say('en')).toBe('The number is too small: at least 1.');
  expect(await say('ru-RU,ru;q=0.9,en;q=0.8')).toBe('Слишком маленькое число: не меньше 1.');
  expect(await say('de, en;q=0.5, ru;q=0.4')).toBe('The number is too small: at least 1.');
  expect(await say('*')).toBe('Слишком маленькое число: не меньше 1.');
  expect(await say('ru;q=0, en;q=0.1')).toBe('The number is too small: at least 1.');
  const long = await person.post('/things', { title: 'x'.repeat(21) });
  expect(long.body.errors[0].message).toBe('Слишком длинно: не больше 20 знаков.');
  expect(long.body).toMatchObject({
    type: 'urn:lepta:problem:form.invalid',
    status: 422,
    title: 'Проверьте поля',
    detail: 'Одно поле заполнено неверно.',
    instance: `urn:lepta:request:${long.headers.get('x-request-id')}`,
  });
});

test('edits need the version that was seen', async () => {
  const id = '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10';
  const edit = async (header: string | null) => person.patch(`/things/${id}`, { title: 'x' }, { 'if-match': header });
  for (const missing of [null, ''])
    expect(await edit(missing)).toMatchObject({ status: 428, body: { code: 'http.if-match-missing' } });
  expect((await edit('"v7"')).body.version).toBe(7);
  expect((await edit('W/"v7"')).body.version).toBe(7);
  for (const other of ['*', '"x"', 'v7', '"v99999999999"']) expect((await edit(other)).body.version).toBe(0); // no thing has it: stale
});

test('a failure of ours says nothing but a support code', async () => {
  const answer = await person.post('/things', { title: 'broken' });
  expect([answer.status, answer.body.code]).toEqual([500, 'http.broken']);
  expect(answer.body.detail).toContain(answer.headers.get('x-request-id'));
  expect(answer.text).not.toMatch(/nobody expected|at .*\.ts/);
});

test('what passes by itself is 503 with a time to try again', async () => {
  const answer = await api.visitor().get('/things/deadlock');
  expect([answer.status, answer.body.code, answer.headers.get('retry-after')]).toEqual([503, 'http.unavailable', '1']);
});
