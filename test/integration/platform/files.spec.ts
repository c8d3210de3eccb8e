import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Env } from '#host';
import { openFiles, type Files } from '#platform';
import { fakeS3, type FakeS3 } from '../../support/fake-s3.js';

const folder = mkdtempSync(join(tmpdir(), 'lepta-files-'));
let s3: FakeS3;
const stores: Record<string, () => Files> = {
  'a folder': () => openFiles(new Env({ FILES_DIR: join(folder, 'files') })),
  'a bucket': () =>
    openFiles(
      new Env({
        S3_ENDPOINT: s3.endpoint,
        S3_BUCKET: s3.bucket,
        S3_ACCESS_KEY: s3.accessKey,
        S3_SECRET_KEY: s3.secretKey,
      }),
    ),
};

beforeAll(async () => {
  s3 = await fakeS3();
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(Object.keys(stores))('%s', (name) => {
  const bytes = Buffer.from([0, 255, 10, 13, 0x89, 0x50]);

  test('gives back the very bytes and their type, and forgets them', async () => {
    const files = stores[name]!();
    expect(await files.get('photos/one.webp')).toBeNull();
    expect(await files.head('photos/one.webp')).toBeNull();
    await files.put('photos/one.webp', bytes, 'image/webp');
    const found = await files.get('photos/one.webp');
    expect(found && { type: found.type, bytes: Buffer.from(found.bytes) }).toEqual({ type: 'image/webp', bytes });
    expect(await files.head('photos/one.webp')).toEqual({ size: bytes.length });
    await files.remove('photos/one.webp');
    await files.remove('photos/one.webp');
    expect(await files.get('photos/one.webp')).toBeNull();
  });

  test('a second write replaces bytes and type', async () => {
    const files = stores[name]!();
    await files.put('twice', bytes, 'image/png');
    await files.put('twice', Buffer.from('{}'), 'application/json');
    const found = await files.get('twice');
    expect([found?.type, Buffer.from(found?.bytes ?? []).toString()]).toEqual(['application/json', '{}']);
  });

  test('an empty file is a file', async () => {
    const files = stores[name]!();
    await files.put('empty', new Uint8Array(), 'text/plain');
    expect(await files.head('empty')).toEqual({ size: 0 });
    expect((await files.get('empty'))?.bytes).toHaveLength(0);
  });

  test('lists what begins with a prefix, over several pages, with size and time', async () => {
    const files = stores[name]!();
    for (const key of ['raw/a/1', 'raw/a/2', 'raw/b/3', 'raw/b/4', 'raw/b/5', 'rawer/6', 'other/7'])
      await files.put(key, bytes, 'image/png');
    expect((await files.list('raw/')).map((file) => file.key)).toEqual([
      'raw/a/1',
      'raw/a/2',
      'raw/b/3',
      'raw/b/4',
      'raw/b/5',
    ]);
    expect((await files.list('raw')).map((file) => file.key)).toEqual([
      'raw/a/1',
      'raw/a/2',
      'raw/b/3',
      'raw/b/4',
      'raw/b/5',
      'rawer/6',
    ]);
    expect((await files.list('raw/b')).map((file) => file.key)).toEqual(['raw/b/3', 'raw/b/4', 'raw/b/5']);
    expect(await files.list('nothing/here/')).toEqual([]);
    const [first] = await files.list('raw/a/');
    expect(first).toMatchObject({ key: 'raw/a/1', size: bytes.length });
    expect(Math.abs((first?.at.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  test.each([
    '',
    '/etc/passwd',
    '../up',
    'a/../../up',
    'a//b',
    'a/./b',
    '.hidden',
    'a/.hidden',
    'UPPER',
    'a b',
    'a\0b',
    'a\\b',
    'нет',
    'a~type',
    'a/',
    `${'a'.repeat(101)}`,
    Array(12).fill('a').join('/'),
  ])('a key like "%s" reaches nothing', async (key) => {
    const files = stores[name]!();
    await expect(files.put(key, bytes, 'image/png')).rejects.toThrow(/key/);
    await expect(files.get(key)).rejects.toThrow(/key/);
    await expect(files.head(key)).rejects.toThrow(/key/);
    await expect(files.remove(key)).rejects.toThrow(/key/);
  });
});

test('a write that fails leaves neither a half file nor the new name behind', async () => {
  const files = stores['a folder']!();
  await files.put('blocked/child', Buffer.from('x'), 'text/plain');
  await expect(files.put('blocked', Buffer.from('y'), 'text/plain')).rejects.toThrow(); // a folder stands there
  expect(readdirSync(join(folder, 'files')).filter((name) => name.includes('~new'))).toEqual([]);
  expect(existsSync(join(folder, 'files/blocked/child'))).toBe(true);
});

test('many writers of one key leave one whole file', async () => {
  const files = stores['a folder']!();
  const versions = Array.from({ length: 20 }, (_, at) => Buffer.alloc(200_000, at + 1));
  await Promise.all(versions.map((version) => files.put('raced', version, 'text/plain')));
  const found = Buffer.from((await files.get('raced'))?.bytes ?? []);
  expect(versions.some((version) => version.equals(found))).toBe(true);
});

test('a bucket that fails, refuses or is not there is an error, never an empty answer', async () => {
  const settings = {
    S3_ENDPOINT: s3.endpoint,
    S3_BUCKET: s3.bucket,
    S3_ACCESS_KEY: s3.accessKey,
    S3_SECRET_KEY: s3.secretKey,
  };
  await expect(openFiles(new Env({ ...settings, S3_BUCKET: 'no-such-bucket' })).list('')).rejects.toThrow();
  await expect(openFiles(new Env({ ...settings, S3_ACCESS_KEY: 'SOMEBODYELSE' })).get('twice')).rejects.toThrow(/403/);
  s3.fail(503);
  const files = openFiles(new Env(settings));
  await expect(files.put('x', Buffer.from('x'), 'text/plain')).rejects.toThrow(/503/);
  await expect(files.get('x')).rejects.toThrow(/503/);
  await expect(files.head('x')).rejects.toThrow(/503/);
  s3.fail(null);
});
