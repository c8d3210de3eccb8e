import { CellReader } from './cells.js';

test.each<[string, 'begins' | 'ends', string | null]>([
  ['2026-12-31T18:00:00Z', 'ends', '2026-12-31T18:00:00.000Z'],
  ['2026-12-31T18:00:00+09:00', 'ends', '2026-12-31T09:00:00.000Z'],
  ['2026-12-31T18:00', 'begins', '2026-12-31T18:00:00.000Z'],
  ['2026-12-31', 'begins', '2026-12-31T00:00:00.000Z'],
  ['2026-12-31', 'ends', '2026-12-31T23:59:59.999Z'],
  ['2026-02-30', 'ends', null],
  ['31.12.2026', 'ends', '2026-12-31T23:59:59.999Z'],
  ['31.12.2026 18:00', 'begins', '2026-12-31T18:00:00.000Z'],
  ['31.02.2026', 'ends', null],
  ['0000-12-31', 'begins', null],
  ['0001-01-01T00:00:00+03:00', 'begins', null],
  ['9999-12-31T23:00:00-03:00', 'ends', null],
  ['soon', 'ends', null],
])('%s, where it %s', (text, day, expected) => {
  const read = new CellReader({ until: text });
  expect(read.time('until', day)?.toISOString() ?? null).toBe(expected);
  expect(read.errors).toHaveLength(expected === null ? 1 : 0);
});

test.each<[Record<string, string>, string]>([
  [{ lat: '50' }, 'exchange.half-a-point'],
  [{ lat: '91', lon: '0' }, 'exchange.not-a-point'],
  [{ lat: 'x', lon: '0' }, 'exchange.not-a-point'],
  [{ lat: '0', lon: '-181' }, 'exchange.not-a-point'],
])('%j is no point', (cells, code) => {
  const read = new CellReader(cells);
  expect(read.point()).toBeNull();
  expect(read.errors[0]?.code).toBe(code);
});
