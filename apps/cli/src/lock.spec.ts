import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { earlySettings, lockFolder } from '../settings.mjs';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'lepta-lock-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const lock = (content: string): void => writeFileSync(join(dir, 'start.lock'), content);

test('a free folder is taken, and taken again by the same process', () => {
  expect(lockFolder(dir)).toBeNull();
  expect(lockFolder(dir)).toBeNull();
  expect(readFileSync(join(dir, 'start.lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
});

test('a folder whose process lives stays with it', () => {
  const started =
    process.platform === 'linux'
      ? readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
          .replace(/^.*\)\s/s, '')
          .split(' ')[19]
      : '-';
  lock(`${process.ppid} ${started}`);
  expect(lockFolder(dir)).toBe(process.ppid);
});

test.each([
  ['a process that is gone', '999999999 1'],
  ['a number that another process has by now', `${process.ppid} 1`],
  ['half a file', ''],
])('the lock of %s does not count', (_, content) => {
  if (process.platform !== 'linux' && content.startsWith(String(process.ppid))) return; // only Linux tells them apart
  lock(content);
  expect(lockFolder(dir)).toBeNull();
});

test('port and folder are read from .env before anything is installed', () => {
  writeFileSync(join(dir, '.env'), '# mine\nLEPTA_DIR=data\nPORT="8099"\n');
  const settings = earlySettings(dir);
  expect(settings.dir).toBe(process.env.LEPTA_DIR ?? join(dir, 'data'));
  expect(settings.port).toBe(process.env.PORT ?? '8099');
});
