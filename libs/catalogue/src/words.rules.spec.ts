import { readDataFiles } from './data-files.js';
import { readCatalogue } from './rows.js';
import { askedFor, likeness, otherKeyboard, plainWords, readWords, type WordRow } from './words.rules.js';

let words: readonly WordRow[];
let files: Awaited<ReturnType<typeof readDataFiles>>;
beforeAll(async () => {
  files = await readDataFiles();
  words = readWords(readCatalogue(files), files);
});

test('every sphere, category, item and skill has synonyms in both languages, and no synonym is without its entry', () => {
  const data = readCatalogue(files);
  const wanted = [
    ...data.spheres.map((row) => `sphere ${row.code}`),
    ...data.categories.map((row) => `category ${row.code}`),
    ...data.goods.map((row) => `item ${row.code}`),
    ...data.skills.map((row) => `skill ${row.code}`),
  ];
  const written = files.synonyms
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
  for (const language of ['ru', 'en']) {
    expect(
      written
        .filter((row) => row[2] === language)
        .map((row) => `${row[0]} ${row[1]}`)
        .sort(),
    ).toEqual([...wanted].sort());
  }
});

test('Russian synonyms are Russian, English ones English', () => {
  const strange = words
    .filter((row) => !row.is_name && (row.language === 'ru') !== /[а-яё]/i.test(row.words))
    .map((row) => row.words);
  expect(strange.filter((text) => !/^(CRM|1С|HR|ТСР)$/i.test(text))).toEqual([]);
});

test('a mistake in the file is named to the cell', () => {
  const broken = files.synonyms.replace('category\trelief-clothing\tru', 'categry\trelief-clothing\tru');
  expect(() => readWords(readCatalogue(files), { ...files, synonyms: broken })).toThrow(
    /synonyms\.tsv, line \d+, column type: "categry" is none of/,
  );
});

test.each([
  ['  Тёплая  ОДЕЖДА! ', 'теплая одежда'],
  ['women’s refuge', 'women s refuge'],
  ['1С', '1с'],
  ['—', ''],
])('%j is compared as %j', (said, plain) => {
  expect(plainWords(said)).toBe(plain);
});

test.each([
  ['ghjlernj', 'продукто'],
  ['lhjdf', 'дрова'],
  ['тфззшуы', 'nappies'],
  ['j,juhtdfntkm', 'обогреватель'],
  ['вода 5', 'djlf 5'],
])('typed on the wrong keyboard: %s', (typed, meant) => {
  expect(otherKeyboard(typed)).toBe(meant);
});

test.each([
  ['тёплая оде', { plain: 'теплая оде', every: 'теплая & оде:*', some: 'теплая | оде' }],
  [
    'дрова для бабушки',
    { plain: 'дрова для бабушки', every: 'дрова & для & бабушки:*', some: 'дрова | для | бабушки' },
  ],
  [
    "'); DROP TABLE needs; --",
    { plain: 'drop table needs', every: 'drop & table & needs:*', some: 'drop | table | needs' },
  ],
  ['!!!', null],
])('asks PostgreSQL for words only: %j', (said, asked) => {
  expect(askedFor(said)).toEqual(asked);
});

test.each([
  ['дрва', 'дрова', 0.8],
  ['абогреватель', 'обогреватель', 0.916],
  ['fierwood', 'firewood', 0.875],
  ['телевизор', 'телевизор', 1],
  ['кампьютер', 'починить компьютер', 0.844],
  ['кошка', 'мышка', 0.6],
])('%s is like %s: %d', (asked, words, like) => {
  expect(likeness(asked, words)).toBeCloseTo(like, 2);
});
