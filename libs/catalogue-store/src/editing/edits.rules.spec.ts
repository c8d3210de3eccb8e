import type { CatalogueData } from '#catalogue';
import type { WordRow } from '#catalogue';
import { newWords, withEdits, wordsOfEntry, wordsWithEdits, type Edit } from './edits.rules.js';
import { fewerThan, saidCount } from './said.rules.js';

const NONE: CatalogueData = {
  units: [],
  spheres: [],
  categories: [],
  goods: [],
  skills: [],
  beneficiary_groups: [],
  places: [],
};
const SKILLS: CatalogueData = {
  ...NONE,
  skills: [{ code: 'loading', name_ru: 'Погрузка', name_en: 'Loading', group: 'practical', position: 1 }],
};
const AT = new Date('2026-01-31T00:00:00Z');
const edit = (action: Edit['action'], code: string, after: object = {}, words: Partial<Edit> = {}): Edit => ({
  type: 'skill',
  code,
  action,
  after: { ...after },
  wordsAdded: {},
  wordsRemoved: {},
  at: AT,
  ...words,
});

test.each<[string, Edit[], object[]]>([
  ['nothing', [], [{ code: 'loading', name_ru: 'Погрузка' }]],
  [
    'a new name stays over the file',
    [edit('change', 'loading', { name_ru: 'Разгрузка' })],
    [{ code: 'loading', name_ru: 'Разгрузка', name_en: 'Loading' }],
  ],
  [
    'the later of two edits holds',
    [edit('change', 'loading', { name_ru: 'А' }), edit('change', 'loading', { name_ru: 'Б' })],
    [{ code: 'loading', name_ru: 'Б' }],
  ],
  [
    'what was added stays though no file has it',
    [edit('add', 'stoves', { name_ru: 'Печник', name_en: 'Stoves', group: 'practical' })],
    [{ code: 'loading' }, { code: 'stoves', name_ru: 'Печник', position: 2 }],
  ],
  [
    'a file that has the same code later says what it is',
    [edit('add', 'loading', { name_ru: 'Своё' })],
    [{ code: 'loading', name_ru: 'Погрузка', position: 1 }],
  ],
  [
    'what no file has any more is not brought back',
    [edit('change', 'gone', { name_ru: 'Было' })],
    [{ code: 'loading' }],
  ],
])('edits are laid over the files: %s', (_name, edits, expected) => {
  expect(withEdits(SKILLS, edits).data.skills).toEqual(expected.map((row) => expect.objectContaining(row)));
});

test('retired by an edit stays retired since then, until it is restored', () => {
  expect([...withEdits(SKILLS, [edit('retire', 'loading', { successor: null })]).retired]).toEqual([
    ['skills loading', AT],
  ]);
  expect(withEdits(SKILLS, [edit('retire', 'loading'), edit('restore', 'loading')]).retired.size).toBe(0);
});

test('words come and go by what the search sees of them; a name is no synonym that can be taken away', () => {
  const word = (words: string, isName = false): WordRow => ({
    type: 'skill',
    code: 'loading',
    language: 'ru',
    words,
    plain: words.toLowerCase(),
    is_name: isName,
  });
  const kept = wordsWithEdits(
    [word('погрузка', true), word('грузчик')],
    [
      edit(
        'change',
        'loading',
        {},
        { wordsAdded: { ru: ['Такелажник', 'ГРУЗЧИК'] }, wordsRemoved: { ru: ['погрузка'] } },
      ),
      edit('change', 'loading', {}, { wordsRemoved: { ru: ['грузчик'] } }),
    ],
  );
  expect(kept.map(({ words }) => words)).toEqual(['погрузка', 'Такелажник']);
});

test('of an entry each word stands once, and a synonym that is its name not at all; what has no letters is none', () => {
  expect(
    wordsOfEntry('skill', 'x', { ru: 'Печник', en: 'Stoves' }, { ru: ['печник!', 'печи', 'Печи', '—'], en: [] }).map(
      ({ words, is_name: name }) => [words, name],
    ),
  ).toEqual([
    ['Печник', true],
    ['печи', false],
    ['Stoves', true],
  ]);
  expect(wordsOfEntry('unit', 'x', { ru: 'а', en: 'b' }, { ru: [], en: [] })).toEqual([]);
  expect(newWords(['Дрова', 'уголь'], ['дрова', 'пеллеты', '!'])).toEqual(['пеллеты']);
});

test.each<[number, number | null, string, string]>([
  [0, 0, '0 нужд', '0 needs'],
  [1, null, 'до 5 нужд', 'fewer than 5 needs'],
  [4, null, 'до 5 нужд', 'fewer than 5 needs'],
  [5, 5, '5 нужд', '5 needs'],
  [21, 21, '21 нужда', '21 needs'],
  [22, 22, '22 нужды', '22 needs'],
])('%i is said as %s', (count, said, ru, en) => {
  expect([saidCount(count), fewerThan(count, 'need')]).toEqual([said, { ru, en }]);
});
