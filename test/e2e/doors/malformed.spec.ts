import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import pino from 'pino';
import { Files, log } from '#platform';
import { startApi, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { until, wish } from '../../support/region.js';
import { Cast } from './cast.js';

let db: TestDatabase;
let api: TestApi;
let cast: Cast;
const lines: { readonly level: number; readonly msg: string; readonly code?: string; readonly status?: number }[] = [];
const stream = (log as unknown as Record<symbol, { write(line: string): void }>)[pino.symbols.streamSym] as {
  write(line: string): void;
};
const write = stream.write;
const INFO = 30;
beforeAll(async () => {
  stream.write = (line: string) => void lines.push(JSON.parse(line));
  db = await testDatabase();
  api = await startApi(db, { settings: { LOG_LEVEL: 'info' } });
  cast = await Cast.of(api, db.source);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
  stream.write = write;
});

const open = async (): Promise<Socket> => {
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
  await once(socket, 'connect');
  return socket.on('error', () => undefined); // a door that is shut while one still speaks
};

/** Sends bytes as they are, one to each character, and reads until the connection ends. */
async function answerTo(bytes: string): Promise<{
  readonly status: number;
  readonly type: string | undefined;
  readonly code: string | undefined;
  readonly text: string;
}> {
  const socket = await open();
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  socket.write(Buffer.from(bytes, 'latin1'));
  await once(socket, 'close');
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]),
    type: /content-type: ([^\r]+)/i.exec(text)?.[1],
    code: /"code":"([^"]+)"/.exec(text)?.[1],
    text,
  };
}
const PROBLEM = 'application/problem+json; charset=utf-8';
const HEAD = 'Host: lepta.example\r\nConnection: close\r\n';
const post = (head: string, body = '{}'): string => `POST /api/v1/session HTTP/1.1\r\n${HEAD}${head}\r\n\r\n${body}`;
const get = (path: string, head = ''): string => `GET ${path} HTTP/1.1\r\n${HEAD}${head}\r\n`;

test.each<[what: string, bytes: string, status: number, code: string]>([
  ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00', 400, 'http.bad-headers'],
  ['a method that nobody knows', `FOO / HTTP/1.1\r\n${HEAD}\r\n`, 400, 'http.bad-headers'],
  ['another version', `GET / HTTP/9.9\r\n${HEAD}\r\n`, 400, 'http.bad-headers'],
  ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'http.bad-headers'],
  ['a tunnel', `CONNECT example.org:443 HTTP/1.1\r\n${HEAD}\r\n`, 400, 'http.bad-request'],
  ['no host', 'GET /api/v1/needs HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'http.bad-headers'],
  ['two hosts', `GET /api/v1/needs HTTP/1.1\r\nHost: a\r\n${HEAD}\r\n`, 400, 'http.bad-headers'],
  [
    'a host with a path',
    'GET /api/v1/needs HTTP/1.1\r\nHost: a b/../\r\nConnection: close\r\n\r\n',
    400,
    'http.bad-headers',
  ],
  [
    'a host of bytes',
    'GET /api/v1/needs HTTP/1.1\r\nHost: \xff\xfe\r\nConnection: close\r\n\r\n',
    400,
    'http.bad-headers',
  ],
  [
    'a length and pieces',
    post('Content-Length: 2\r\nTransfer-Encoding: chunked', '0\r\n\r\n'),
    400,
    'http.bad-headers',
  ],
  ['two lengths', post('Content-Length: 2\r\nContent-Length: 3'), 400, 'http.bad-headers'],
  ['a length that is no number', post('Content-Length: x'), 400, 'http.bad-headers'],
  ['an encoding that nobody knows', post('Transfer-Encoding: gzip', '0\r\n\r\n'), 400, 'http.bad-headers'],
  [
    'pieces without a size',
    post('Content-Type: application/json\r\nTransfer-Encoding: chunked', 'zz\r\n{}\r\n0\r\n\r\n'),
    400,
    'http.bad-headers',
  ],
  ['a type that is none', post('Content-Type: ;;;\r\nContent-Length: 2'), 415, 'http.wrong-content-type'],
  ['a type of bytes', post('Content-Type: \xff\xff/json\r\nContent-Length: 2'), 415, 'http.wrong-content-type'],
  ['no type', post('Content-Length: 2'), 415, 'http.wrong-content-type'],
  [
    'a header of 100 kB',
    get('/api/v1/needs', `Accept-Language: ${'x'.repeat(100_000)}\r\n`),
    431,
    'http.headers-too-large',
  ],
  [
    'an If-Match of 100 kB',
    get('/api/v1/needs', `If-Match: ${'x'.repeat(100_000)}\r\n`),
    431,
    'http.headers-too-large',
  ],
  ['cookies of 100 kB', get('/api/v1/needs', `Cookie: ${'a=b; '.repeat(20_000)}\r\n`), 431, 'http.headers-too-large'],
  ['an address of 100 kB', get(`/api/v1/needs?q=${'x'.repeat(100_000)}`), 431, 'http.headers-too-large'],
  ['a name with a space', get('/api/v1/needs', 'a b: c\r\n'), 400, 'http.bad-headers'],
  ['a null character in a header', get('/api/v1/needs', 'a: \0\r\n'), 400, 'http.bad-headers'],
  ['a header that goes on in the next line', get('/api/v1/needs', 'a: b\r\n c\r\n'), 400, 'http.bad-headers'],
  [
    'an expectation',
    post('Expect: tea\r\nContent-Type: application/json\r\nContent-Length: 2'),
    417,
    'http.unmet-expectation',
  ],
  [
    'a cookie that is none',
    get('/api/v1/session', 'Cookie: lepta_session=%ff; =; ;;;a\r\n'),
    401,
    'identity.sign-in-first',
  ],
  ['a key of bytes', get('/api/v1/session', 'Authorization: Bearer \xff\xff\r\n'), 401, 'identity.bad-key'],
  ['bytes in the query', get('/api/v1/needs?q=\xff'), 400, 'http.bad-headers'],
  ['a query that is not UTF-8', get('/api/v1/needs?q=%ff'), 400, 'http.bad-address'],
  ['half a character in the path', get('/api/v1/needs/%d1'), 400, 'http.bad-address'],
  ['a path that is not UTF-8, of a page', get('/needs/%ff'), 400, 'http.bad-address'],
  [
    'a body that is not UTF-8',
    post('Content-Type: application/json\r\nContent-Length: 32', '{"email":"\xff\xfe@x","password":"xx"}'),
    400,
    'http.not-utf8',
  ],
  [
    'a body with half a character',
    post('Content-Type: application/json\r\nContent-Length: 11', '{"email":"\xd1'),
    400,
    'http.not-utf8',
  ],
  [
    'a body with a surrogate in UTF-8',
    post('Content-Type: application/json\r\nContent-Length: 15', '{"email":"\xed\xa0\x80"}'),
    400,
    'http.not-utf8',
  ],
])('%s is a problem with words', async (_what, bytes, status, code) => {
  const answer = await answerTo(bytes);
  expect([answer.status, answer.type, answer.code]).toEqual([status, PROBLEM, code]);
  expect(answer.text).toMatch(/x-content-type-options: nosniff/i);
});

const CLIMBS = [
  '/api/docs/../x',
  '/api/docs/..',
  '/api/docs/.',
  '/api/docs/%2e%2e/x',
  '/api/docs/..%2fx',
  '/api/docs/%2e%2e%2f%2e%2e%2fpackage.json',
  '/api/docs//x',
  '/api//docs/../x',
  '/api/docs/%00',
  '/api/docs/a%00.js',
  `/api/docs/${'x'.repeat(1_900)}`,
  `/api/docs/${'x'.repeat(9_000)}`,
  '/api/docs/..\\x',
  '/api/docs/\\..\\x',
  '/api/docs/x/../../../../etc/passwd',
  '/../x',
  '/assets/../../x',
  '/assets/%2e%2e/x',
  '/assets/%00.js',
  `/assets/${'x'.repeat(300)}.js`,
  `/assets/${'a/'.repeat(900)}x.js`,
  '/%2e%2e/%2e%2e/etc/passwd',
];
test.each(CLIMBS.map((path) => [path.slice(0, 60), path] as const))('nothing is found at %s', async (_shown, path) => {
  for (const method of ['GET', 'HEAD']) {
    const answer = await answerTo(get(path).replace('GET', method));
    expect([method, answer.status, answer.type]).toEqual([method, 404, PROBLEM]);
  }
});

/** The head of a request by the donor, and a part of its body; then the connection ends. */
async function leaveAmidst(path: string, type: string, body: string): Promise<void> {
  const socket = await open();
  const credentials = Object.entries(cast.as('donor').credentials)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: lepta.example\r\n${credentials}Content-Type: ${type}\r\nContent-Length: 200000\r\n\r\n${body}`,
  );
  await new Promise((done) => setTimeout(done, 150)); // what came has been read
  socket.destroy();
}

test('who leaves amidst a request has left: nothing is written, nothing is kept, and the stores are not blamed', async () => {
  const offer = await cast.offer();
  lines.length = 0;
  const left = (): unknown[] => lines.filter(({ code }) => code === 'http.gone-away');
  const part =
    '--b\r\nContent-Disposition: form-data; name="file"; filename="x.png"\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n';
  const counts = async (): Promise<unknown> =>
    (
      await db.source.query('SELECT (SELECT count(*) FROM offers) AS offers, (SELECT count(*) FROM photos) AS photos')
    )[0];
  const [before, files] = [await counts(), (await api.app.get(Files).list('')).length];
  const cases: [string, string, string][] = [
    ['/api/v1/offers', 'application/json', JSON.stringify(wish()).slice(0, 60)],
    ...Array.from({ length: 7 }, (_, at): [string, string, string] => [
      `/api/v1/offers/${offer}/photos`,
      'multipart/form-data; boundary=b',
      at === 0 ? '--b' : part + 'x'.repeat(at * 9_000),
    ]), // more than are read at once
  ];
  for (const [at, [path, type, body]] of cases.entries()) {
    await leaveAmidst(path, type, body);
    await until(`request ${at} is given up`, async () => left().length > at);
  }
  expect(left()).toEqual(cases.map(() => expect.objectContaining({ status: 499 })));
  expect(lines.filter(({ level }) => level > INFO)).toEqual([]);
  expect([await counts(), (await api.app.get(Files).list('')).length]).toEqual([before, files]);
  const form = new FormData();
  form.append('file', new Blob(['x']), 'x.png');
  expect((await cast.as('donor').post(`/offers/${offer}/photos`, form)).body.errors).toMatchObject([{ field: 'file' }]); // there is room for the next one
});

test('a form of parts says its words in UTF-8 too', async () => {
  const socket = await open();
  const path = `/api/v1/offers/${await cast.offer()}/photos`;
  const credentials = Object.entries(cast.as('donor').credentials)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  const body = Buffer.from(
    '--b\r\nContent-Disposition: form-data; name="alt"\r\n\r\n\xff\xfe\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="x.png"\r\n\r\nx\r\n--b--\r\n',
    'latin1',
  );
  socket.write(
    Buffer.concat([
      Buffer.from(
        `POST ${path} HTTP/1.1\r\n${HEAD}${credentials}Content-Type: multipart/form-data; boundary=b\r\nContent-Length: ${body.length}\r\n\r\n`,
      ),
      body,
    ]),
  );
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(socket, 'close');
  expect(text).toMatch(/^HTTP\/1\.1 400 [^]*http\.not-utf8/);
});
