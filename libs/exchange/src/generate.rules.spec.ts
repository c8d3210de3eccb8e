import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { COLUMNS } from '#tables';
import { Maker, type MakerOptions } from './generate.rules.js';
import { needSideOf, offerSideOf } from '#tables';

const now = new Date('2026-11-30T00:00:00Z');
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});
const maker = (options: Partial<MakerOptions> = {}) =>
  new Maker(catalogue, { needs: 200, seed: 7, skewed: false, now, ...options });
const rows = (of: (number: number) => Readonly<Record<string, string | number>>, count = 200) =>
  Array.from({ length: count }, (_, at) =>
    Object.fromEntries(Object.entries(of(at + 1)).map(([name, value]) => [name, String(value)])),
  );

test.each([false, true])('every row that is made is one that the program takes (skewed: %p)', (skewed) => {
  const made = maker({ skewed });
  for (const cells of rows((n) => made.offer(n)))
    expect(offerSideOf(catalogue, cells, now)).toMatchObject({ ok: true });
  for (const cells of rows((n) => made.need(n))) expect(needSideOf(catalogue, cells, now)).toMatchObject({ ok: true });
});

test('columns are those of the tables', () => {
  const made = maker();
  expect(Object.keys(made.offer(1)).filter((name) => !COLUMNS.offers.all.includes(name))).toEqual([]);
  expect(Object.keys(made.need(1)).filter((name) => !COLUMNS.needs.all.includes(name))).toEqual([]);
});

test('the same seed makes the same rows, another one others; the number of offers changes no need', () => {
  const [one, two, other] = [maker(), maker(), maker({ seed: 8 })];
  const offers = rows((n) => one.offer(n), 50);
  expect(rows((n) => two.offer(n), 50)).toEqual(offers);
  expect(rows((n) => other.offer(n), 50)).not.toEqual(offers);
  rows((n) => one.offer(n), 500);
  expect(rows((n) => one.need(n), 50)).toEqual(rows((n) => two.need(n), 50));
});

test('a skewed world gives less money, nearly all of it near the capital, and nothing else differs in kind', () => {
  const money = (skewed: boolean) =>
    rows((n) => made[Number(skewed)]!.offer(n), 400).filter(({ kind }) => kind === 'money');
  const made = [maker(), maker({ skewed: true })];
  const [even, skewed] = [money(false), money(true)];
  const inCapital = (list: readonly Record<string, string>[]): number =>
    list.filter(({ place }) => place === 'blagoveshchensk').length / list.length;
  expect(inCapital(skewed)).toBeGreaterThan(0.8);
  expect(inCapital(even)).toBeLessThan(0.6);
  expect(skewed.every(({ radius_km: radius }) => radius === '')).toBe(true);
});

test('what must say how it keeps does', () => {
  const made = maker();
  for (const cells of rows((n) => made.offer(n)))
    expect((cells.best_before === '') === (cells.cold_chain === '')).toBe(true);
});
