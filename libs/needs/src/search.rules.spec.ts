import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { NOTHING_MEANT, privateCategories, wordsCondition, type Meant } from './search.rules.js';

/** The condition, and the values that stand beside it: never inside. */
function condition(
  question: string,
  meant: Meant = NOTHING_MEANT,
  hidden: readonly string[] = [],
): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const sql = wordsCondition(question, meant, hidden, (value) => `$${values.push(value)}`);
  return { sql, values };
}

test.each([`тепло'; DROP TABLE needs; --`, `$1`, `%_\\`, `'`, `"a" & b | !c <-> :*`, `к`, `обогреватели для посёлка`])(
  'of the question %p nothing stands in the text of the condition',
  (question) => {
    const { sql, values } = condition(question, { fits: true, categories: [`c'--`], items: [`i'--`] }, [`h'--`]);
    for (const piece of [question, 'DROP', `'--`])
      if (piece.length > 1 && !/^\$\d$/.test(piece)) expect(sql).not.toContain(piece);
    expect(
      [...sql.matchAll(/\$(\d+)/g)].map((match) => Number(match[1])).every((at) => at >= 1 && at <= values.length),
    ).toBe(true);
    expect((sql.match(/\(/g) ?? []).length).toBe((sql.match(/\)/g) ?? []).length);
  },
);

test('titles of hidden categories are looked at in no way, so that nobody guesses them by searching', () => {
  for (const question of ['обогреватели', 'дом', '%']) {
    const { sql, values } = condition(question, NOTHING_MEANT, ['relief-violence']);
    expect(values).toContainEqual(['relief-violence']);
    const ways = sql.split(' OR (').filter((way) => /title/.test(way) && !/^to_tsquery/.test(way.trim()));
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways) expect(way).toContain('category <> ALL(');
  }
});

test('the category itself is public: what a word means is looked for without that', () => {
  const { sql } = condition('насилие', { fits: true, categories: ['relief-violence'], items: [] }, ['relief-violence']);
  expect(sql).toMatch(/OR \(category = ANY\(\$\d+\)\)\)$/);
});

test('a word that means a thing means of its category only needs that name no other', () => {
  expect(condition('обогреватель', { fits: true, categories: ['relief-household'], items: ['heater'] }).sql).toMatch(
    /\(category = ANY\(\$\d+\) AND item IS NULL AND kind = 'goods'\) OR item = ANY\(\$\d+\)\)$/,
  );
  expect(condition('быт', { fits: true, categories: ['relief-household'], items: [] }).sql).not.toContain(
    'item IS NULL',
  );
});

test.each<[string, boolean, boolean]>([
  ['дом', false, false],
  ['дома', true, false],
  ['домик', true, true],
  ['тёплый дом', false, true],
])('%s: by its beginning %p, by likeness %p', (question, beginning, likeness) => {
  const { sql, values } = condition(question);
  expect(values.some((value) => typeof value === 'string' && value.endsWith(':*'))).toBe(beginning);
  expect(sql.includes('%>')).toBe(likeness);
});

test('signs of a pattern are signs', () => {
  expect(condition('%_\\').values).toEqual(['%\\%\\_\\\\%']);
});

test('private categories are those with the flag, retired ones among them', async () => {
  const catalogue: Catalogue = await catalogueFromFiles();
  expect(privateCategories(catalogue)).toEqual(
    catalogue.everyCategory.filter(({ flags }) => flags.includes('private')).map(({ code }) => code),
  );
  expect(privateCategories(catalogue)).toContain('relief-violence');
  const older = Object.create(catalogue, {
    everyCategory: { value: catalogue.everyCategory.map((entry) => ({ ...entry, retiredAt: new Date(0) })) },
  }) as Catalogue;
  expect(privateCategories(older)).toEqual(privateCategories(catalogue));
});
