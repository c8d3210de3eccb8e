import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from './input.js';
import { writeWhole } from './whole-file.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lepta-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);

test('pieces become a file at the end, and an older one stays until then', async () => {
  writeFileSync(file('out.csv'), 'older');
  symlinkSync(file('out.csv'), file('link.csv'));
  const rows = await writeWhole(file('link.csv'), async (write) => {
    await write('one\n');
    await write('two\n');
    expect(readFileSync(file('out.csv'), 'utf8')).toBe('older');
    return 2;
  });
  expect([rows, readFileSync(file('out.csv'), 'utf8'), readdirSync(folder).sort()]).toEqual([
    2,
    'one\ntwo\n',
    ['link.csv', 'out.csv'],
  ]);
});

test('what fails on the way leaves the older file and nothing else', async () => {
  writeFileSync(file('out.csv'), 'older');
  await expect(
    writeWhole(file('out.csv'), async (write) => {
      await write('half of it');
      throw new Error('the connection was lost');
    }),
  ).rejects.toThrow('the connection was lost');
  expect([readFileSync(file('out.csv'), 'utf8'), readdirSync(folder)]).toEqual(['older', ['out.csv']]);
});

test('what writes nothing makes no file', async () => {
  await writeWhole(file('out.csv'), () => Promise.resolve(0));
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['of a folder that is not there', 'none/out.csv', 'there is no such folder'],
  ['below a file', 'file/out.csv', 'there is no such folder'],
  ['that is a folder', 'folder', 'it is a folder'],
])('a file %s is told in a sentence', async (_what, name, reason) => {
  mkdirSync(file('folder'));
  writeFileSync(file('file'), '');
  const failed = await writeWhole(file(name), (write) => write('text')).catch((err: unknown) => err);
  expect(failed).toBeInstanceOf(InputError);
  expect((failed as Error).message).toMatch(new RegExp(`${name}.*(${reason}|такой папки нет|это папка)`));
});

test('a device is written as it is', async () => {
  expect(await writeWhole('/dev/null', async (write) => write('text').then(() => 1))).toBe(1);
  expect(readdirSync('/dev')).not.toContain('null.new');
});
