import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { startApi, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';

let db: TestDatabase;
let api: TestApi;
const web = mkdtempSync(join(tmpdir(), 'lepta-web-'));
const SCRIPT = `export const words = '${'лепта '.repeat(500)}';`;

beforeAll(async () => {
  mkdirSync(join(web, 'assets'));
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Lepta</title>');
  writeFileSync(join(web, 'assets', 'app-1a2b3c.js'), SCRIPT);
  writeFileSync(join(web, 'assets', 'app-1a2b3c.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(web, 'assets', 'app-1a2b3c.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(web, 'assets', 'small-1a2b3c.js'), 'export {};');
  db = await testDatabase();
  api = await startApi(db, { webFolder: web });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
  rmSync(web, { recursive: true });
});

interface Bytes {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** As it came over the wire: `fetch` would unpack it. */
function bytes(path: string, headers: Record<string, string> = {}): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    request(api.url + path, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer
        .on('data', (part: Buffer) => parts.push(part))
        .once('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        )
        .once('error', reject);
    })
      .once('error', reject)
      .end();
  });
}

const CATEGORIES = '/api/v1/categories?limit=200';
const SCRIPT_AT = '/assets/app-1a2b3c.js';

test('a long answer is packed as the reader asked, and says the same', async () => {
  const plain = await bytes(CATEGORIES);
  expect(plain.headers['content-encoding']).toBeUndefined();
  const packed = await bytes(CATEGORIES, { 'accept-encoding': 'gzip, deflate, br' });
  expect(packed.headers['content-encoding']).toBe('br');
  expect(packed.headers.vary).toMatch(/accept-encoding/i);
  expect(packed.headers.vary).toMatch(/accept-language/i);
  expect(packed.body.length).toBeLessThan(plain.body.length / 4);
  expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true);
  const zipped = await bytes(CATEGORIES, { 'accept-encoding': 'gzip' });
  expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
});

test('a short answer and a refusal stay as they are', async () => {
  expect(
    (await bytes('/api/v1/spheres?limit=1', { 'accept-encoding': 'br' })).headers['content-encoding'],
  ).toBeUndefined();
  expect(
    (await bytes('/api/v1/needs/nothing', { 'accept-encoding': 'br' })).headers['content-encoding'],
  ).toBeUndefined();
});

test('what a reader has is not sent again, packed or not', async () => {
  for (const [path, encoding] of [
    [CATEGORIES, 'br'],
    [CATEGORIES, 'identity'],
    [SCRIPT_AT, 'br'],
    [SCRIPT_AT, 'identity'],
  ] as const) {
    const first = await bytes(path, { 'accept-encoding': encoding });
    const again = await bytes(path, { 'accept-encoding': encoding, 'if-none-match': String(first.headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  }
});

test('files of the web go out as they were packed at the build', async () => {
  const packed = await bytes(SCRIPT_AT, { 'accept-encoding': 'gzip, br' });
  expect(packed.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': expect.stringMatching(/javascript/),
    'cache-control': expect.stringContaining('immutable'),
  });
  expect(packed.headers.vary).toMatch(/accept-encoding/i);
  expect(packed.body.equals(brotliCompressSync(SCRIPT))).toBe(true);
  expect(gunzipSync((await bytes(SCRIPT_AT, { 'accept-encoding': 'gzip' })).body).toString()).toBe(SCRIPT);
  expect((await bytes(SCRIPT_AT)).body.toString()).toBe(SCRIPT);
  expect((await bytes('/needs')).body.toString()).toContain('Lepta');
  expect(await (await fetch(`${api.url}/assets/small-1a2b3c.js`)).text()).toBe('export {};'); // one that lies there unpacked only
});

test('events are written as they happen, never held back to be packed', async () => {
  const person = await api.person();
  const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
    const ask = request(
      `${api.url}/api/v1/events`,
      { headers: { cookie: person.cookie, 'accept-encoding': 'br, gzip' } },
      (answer) => {
        answer.once('data', () => {
          resolve(answer.headers);
          ask.destroy();
        });
      },
    ).on('error', reject);
    ask.end();
  });
  expect(headers['content-encoding']).toBeUndefined();
});

test('a packed body is not unpacked: it is no JSON', async () => {
  const person = await api.person();
  const answer = await fetch(`${api.url}/api/v1/offers`, {
    method: 'POST',
    headers: { cookie: person.cookie, 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body: new Uint8Array(gzipSync('{}')),
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});
