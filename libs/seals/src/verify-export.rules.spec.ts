import { dayDigest, GENESIS, lineHash, type PublicLine } from './seal.rules.js';
import { verifyExport } from './verify-export.rules.js';

type Line = Record<string, unknown>;

const transfer = (position: number, day: string): PublicLine => ({
  position,
  sealedAt: `${day}T10:00:00.000Z`,
  id: `018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a1${position}`,
  at: `${day}T09:59:59.000Z`,
  kind: 'pledge',
  phase: 'posted',
  debit: { kind: 'promises', holder: '11111111-1111-4111-8111-111111111111' },
  credit: { kind: 'offer', holder: '22222222-2222-7222-8222-222222222222' },
  amount: 10 + position,
  unit: 'pcs',
  item: null,
  resolves: null,
  mirrors: null,
  subject: { type: 'offer', id: '22222222-2222-7222-8222-222222222222' },
});

/** Books of two days with two transfers and one; an empty day after them. */
function books(): { lines: Line[]; digests: string[] } {
  const lines: Line[] = [];
  const digests: string[] = [];
  let hash: Buffer = GENESIS;
  let [previousDigest, position] = [GENESIS.toString('hex'), 0];
  for (const [day, count] of [
    ['2026-03-10', 2],
    ['2026-03-11', 1],
    ['2026-03-12', 0],
  ] as const) {
    lines.push({ type: 'day', day, firstPosition: position + 1, previousHash: hash.toString('hex'), previousDigest });
    for (let n = 0; n < count; n++) {
      const line = transfer(++position, day);
      hash = lineHash(hash, line);
      lines.push({ type: 'transfer', ...line, hash: hash.toString('hex') });
    }
    const digest = dayDigest({
      day,
      transfers: count,
      lastPosition: position,
      lastHash: hash.toString('hex'),
      previous: previousDigest,
    }).toString('hex');
    lines.push({ type: 'close', day, transfers: count, lastPosition: position, digest });
    digests.push((previousDigest = digest));
  }
  return { lines, digests };
}

async function* pieces(text: string): AsyncIterable<string> {
  for (let at = 0; at < text.length; at += 100) yield text.slice(at, at + 100);
}
const check = (lines: readonly unknown[], published?: Record<string, string>) =>
  verifyExport(
    pieces(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\r\n')),
    published && { published: new Map(Object.entries(published)) },
  );
const changed = (at: number, changes: Line): Line[] =>
  books().lines.map((line, n) => (n === at ? { ...line, ...changes } : line));

test('whole books are consistent, an empty day among them, whatever the ends of lines and of pieces', async () => {
  const { lines, digests } = books();
  expect(await check(['', ...lines, '  '])).toEqual({
    ok: true,
    alarms: [],
    days: ['2026-03-10', '2026-03-11', '2026-03-12'].map((day, n) => ({
      day,
      digest: digests[n],
      transfers: [2, 1, 0][n],
    })),
  });
});

test('a later day alone is consistent in itself', async () => {
  expect(await check(books().lines.slice(4))).toMatchObject({ ok: true });
});

test.each<[string, Line[], RegExp[]]>([
  ['an amount changed', changed(1, { amount: 12 }), [/^line 2: the hash does not fit what the line says$/]],
  ['an amount with a fraction', changed(1, { amount: 0.5 }), [/^line 2: the hash does not fit/]],
  ['a field added', changed(1, { note: 'x' }), [/^line 2: the hash does not fit/]],
  [
    'another hash',
    changed(1, { hash: '0'.repeat(64) }),
    [/^line 2: the hash does not fit/, /^line 3: the hash does not fit/],
  ],
  [
    'a line left out',
    books().lines.filter((_, at) => at !== 2),
    [
      /has 1 transfers, not 2/,
      /last position is 1, not 2/,
      /digest does not fit/,
      /chain does not go on/,
      /digest of the day before is another/,
      /position 2 was expected/,
    ],
  ],
  [
    'a line sealed on another day',
    changed(1, { sealedAt: '2026-03-11T00:00:00.000Z' }),
    [/was not sealed on 2026-03-10/, /hash does not fit/],
  ],
  ['a count changed', changed(3, { transfers: 3 }), [/^line 4: the day has 2 transfers, not 3$/]],
  ['a digest changed', changed(3, { digest: 'f'.repeat(64) }), [/^line 4: the digest does not fit the day$/]],
  [
    'a day left out',
    books().lines.filter((_, at) => at < 4 || at > 6),
    [
      /2026-03-12 does not follow 2026-03-10/,
      /chain does not go on/,
      /digest of the day before is another/,
      /position 3 was expected/,
    ],
  ],
  ['the end missing', books().lines.slice(0, 3), [/ends before the day 2026-03-10 is closed/, /no closed day/]],
  [
    'books that begin with something before them',
    changed(0, { previousHash: '1'.repeat(64) }),
    [/has nothing before it/, /hash does not fit/],
  ],
])('%s is told', async (_, lines, alarms) => {
  const verdict = await check(lines);
  expect(verdict.ok).toBe(false);
  for (const alarm of alarms) expect(verdict.alarms).toContainEqual(expect.stringMatching(alarm));
  expect(verdict.alarms.length).toBe(alarms.length);
});

test.each<[string, unknown[], RegExp]>([
  ['no JSON', ['{'], /^line 1 is not a JSON object$/],
  ['a list', ['[]'], /^line 1 is not a JSON object$/],
  ['another type', [{ type: 'note' }], /^line 1 is of an unknown type$/],
  ['nothing at all', [], /^the file has no closed day$/],
])('%s is told, and nothing throws', async (_, lines, alarm) => {
  expect((await check(lines)).alarms).toContainEqual(expect.stringMatching(alarm));
});

describe('against digests that were published', () => {
  const { lines, digests } = books();
  const [first, second, third] = digests as [string, string, string];
  test.each<[string, Line[], Record<string, string>, RegExp | null]>([
    ['all of them', lines, { '2026-03-10': first, '2026-03-11': second, '2026-03-12': third }, null],
    ['in capitals', lines, { '2026-03-12': third.toUpperCase() }, null],
    ['the last alone vouches for all before it', lines, { '2026-03-12': third }, null],
    [
      'the first alone leaves the others without',
      lines,
      { '2026-03-10': first },
      /^2026-03-11: no digest of this day or of a later one in the file was published$/,
    ],
    ['another one', lines, { '2026-03-12': first }, /^2026-03-12: the published digest is/],
    [
      'another one of the day before the file',
      lines.slice(4),
      { '2026-03-10': second, '2026-03-12': third },
      /the published digest of the day before is/,
    ],
    ['none', lines, {}, /no digest of this day/],
  ])('%s', async (_, file, published, alarm) => {
    const verdict = await check(file, published);
    if (alarm === null) expect(verdict.alarms).toEqual([]);
    else expect(verdict.alarms).toContainEqual(expect.stringMatching(alarm));
  });
});

test('of very many alarms a hundred are kept', async () => {
  expect((await check(Array.from({ length: 300 }, () => '{'))).alarms).toHaveLength(100);
});
