import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './main.js';

let dir: string;
const said: string[] = [];
const [out, err, code] = [process.stdout.write, process.stderr.write, process.exitCode];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lepta-verify-'));
  said.length = 0;
  process.exitCode = undefined;
  process.stdout.write = (text) => said.push(String(text).trimEnd()) > 0;
  process.stderr.write = (text) => said.push(String(text).trimEnd()) > 0;
});
afterEach(() => {
  Object.assign(process.stdout, { write: out });
  Object.assign(process.stderr, { write: err });
  process.exitCode = code;
  rmSync(dir, { recursive: true, force: true });
});

/** No database at hand: a command that wants one fails. */
const operator = {
  root: '',
  lockFolder: (): never => {
    throw new Error('the installation was asked for');
  },
};

const file = (name: string, text: string): string => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};
const verify = async (...words: string[]): Promise<unknown> => {
  await run(['verify-ledger', ...words], operator);
  return process.exitCode ?? 0;
};

// Written after docs/how-to/check-the-published-books.md, not after the code: the page is enough to write such a file, or a check of it.
const sha = (...parts: (Buffer | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const canonical = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `{${Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
        .join(',')}}`
    : JSON.stringify(value);
const ZERO = Buffer.alloc(32);

function books(days: readonly (readonly [day: string, amounts: readonly number[]])[]): {
  text: string;
  digests: Record<string, string>;
} {
  const lines: string[] = [];
  const digests: Record<string, string> = {};
  let hash: Buffer = ZERO;
  let [previous, position] = [ZERO.toString('hex'), 0];
  for (const [day, amounts] of days) {
    lines.push(
      canonical({
        type: 'day',
        format: 'lepta-ledger-1',
        day,
        firstPosition: position + 1,
        previousHash: hash.toString('hex'),
        previousDigest: previous,
      }),
    );
    for (const amount of amounts) {
      position += 1;
      const line = {
        position,
        sealedAt: `${day}T10:00:00.000Z`,
        id: `t-${position}`,
        at: `${day}T09:00:00.000Z`,
        kind: 'pledge',
        phase: 'posted',
        debit: { kind: 'promises', holder: 'p-1' },
        credit: { kind: 'offer', holder: 'o-1' },
        amount,
        unit: 'pcs',
        item: null,
        resolves: null,
        mirrors: null,
        subject: { type: 'offer', id: 'o-1' },
      };
      hash = sha(hash, canonical(line));
      lines.push(canonical({ type: 'transfer', ...line, hash: hash.toString('hex') }));
    }
    previous = sha(
      canonical({ day, lastHash: hash.toString('hex'), lastPosition: position, previous, transfers: amounts.length }),
    ).toString('hex');
    digests[day] = previous;
    lines.push(
      canonical({
        type: 'close',
        day,
        transfers: amounts.length,
        lastPosition: position,
        lastHash: hash.toString('hex'),
        digest: previous,
      }),
    );
  }
  return { text: `${lines.join('\n')}\n`, digests };
}

const DAYS = [
  ['2026-03-10', [40, 2]],
  ['2026-03-11', []],
  ['2026-03-12', [7]],
] as const;

test('a downloaded export is checked without a database, and its digests are printed to compare', async () => {
  const { text, digests } = books(DAYS);
  expect(await verify('--export', file('days.ndjson', text))).toBe(0);
  expect(said).toEqual([
    `2026-03-10: 2 transfers, digest ${digests['2026-03-10']}`,
    `2026-03-11: 0 transfers, digest ${digests['2026-03-11']}`,
    `2026-03-12: 1 transfers, digest ${digests['2026-03-12']}`,
    'The file is consistent: compare its digest with the published one.',
  ]);
});

test('it is held against what was published: as the API answers, or the newest day alone as a reader noted it down', async () => {
  const { text, digests } = books(DAYS);
  const path = file('days.ndjson', text);
  expect(
    await verify(
      '--export',
      path,
      '--digests',
      file(
        'digests.json',
        JSON.stringify({ items: Object.entries(digests).map(([day, digest]) => ({ day, digest })), nextCursor: null }),
      ),
    ),
  ).toBe(0);
  expect(await verify('--export', path, '--digests', file('notes.txt', `2026-03-12 ${digests['2026-03-12']}\n`))).toBe(
    0,
  );
  expect(said.at(-1)).toBe('The file is consistent with the published digests.');
});

test('books written anew are in order with themselves and not with what was published', async () => {
  const { digests } = books(DAYS);
  const forged = books([['2026-03-10', [40, 1]], DAYS[1], DAYS[2]]);
  const notes = file('notes.txt', `2026-03-12 ${digests['2026-03-12']}\n`);
  const path = file('forged.ndjson', forged.text);
  expect(await verify('--export', path)).toBe(0);
  expect(await verify('--export', path, '--digests', notes)).toBe(1);
  expect(said).toContain(
    `ALARM: 2026-03-12: the published digest is ${digests['2026-03-12']}, the file gives ${forged.digests['2026-03-12']}`,
  );
});

test('a day after the newest published digest, and a day whose day before was published otherwise, are alarms', async () => {
  const { text, digests } = books(DAYS);
  expect(
    await verify(
      '--export',
      file('days.ndjson', text),
      '--digests',
      file('notes.txt', `2026-03-11 ${digests['2026-03-11']}`),
    ),
  ).toBe(1);
  expect(said.at(-2)).toBe('ALARM: 2026-03-12: no digest of this day or of a later one in the file was published');
  const last = text.split('\n').slice(-4).join('\n');
  expect(
    await verify(
      '--export',
      file('last.ndjson', last),
      '--digests',
      file('notes.txt', `2026-03-11 ${'0'.repeat(64)}\n2026-03-12 ${digests['2026-03-12']}`),
    ),
  ).toBe(1);
  expect(said.join('\n')).toMatch(/ALARM: line 1: the published digest of the day before is 0000/);
});

test('a line that was changed is an alarm and exit code 1', async () => {
  const { text } = books(DAYS);
  expect(await verify('--export', file('days.ndjson', text.replace('"amount":40', '"amount":41')))).toBe(1);
  expect(said).toContain('ALARM: line 2: the hash does not fit what the line says');
});

test.each([
  [['--export', 'no-such-file'], /There is no file no-such-file/],
  [['--digests', 'notes.txt'], /--digests goes with --export FILE/],
])('%p is a mistake in the command: exit code 2', async (words, sentence) => {
  expect(await verify(...words)).toBe(2);
  expect(said.join('\n')).toMatch(sentence);
});

test('notes in which there is no digest are named with their line', async () => {
  expect(
    await verify('--export', file('days.ndjson', books(DAYS).text), '--digests', file('notes.txt', '2026-03-12 abc')),
  ).toBe(2);
  expect(said.join('\n')).toMatch(
    /notes\.txt has no published digests: line 1: the digest of 2026-03-12 has not 64 hexadecimal digits/,
  );
});
