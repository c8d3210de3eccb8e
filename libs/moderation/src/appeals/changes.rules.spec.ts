import { changedSince, closedBefore, type Changed, type Words } from './changes.rules.js';

const THEN: Words = { title: 'Дрова', description: 'Сорок кубов', amount: '40', place: 'zeya', deadline: null };

test.each<[string, Words, Changed[]]>([
  ['nothing', {}, []],
  ['an amount', { amount: '30' }, [{ field: 'amount', before: '40', after: '30' }]],
  ['what was not said', { deadline: '2026-06-01' }, [{ field: 'deadline', before: null, after: '2026-06-01' }]],
  ['what is said no more', { description: '' }, [{ field: 'description', before: 'Сорок кубов', after: null }]],
  [
    'several, in the order of the form',
    { place: 'tynda', title: 'Уголь' },
    [
      { field: 'title', before: 'Дрова', after: 'Уголь' },
      { field: 'place', before: 'zeya', after: 'tynda' },
    ],
  ],
])('%s', (_, changes, expected) => {
  expect(changedSince(THEN, { ...THEN, ...changes }, true)).toEqual(expected);
});

test('who is named beside an illness is closed before and after, until it is looked at', () => {
  const then: Words = { title: 'Коляска для Вани Петрова', description: 'Диагноз ДЦП' };
  const now: Words = { title: 'Коляска для Вани Иванова', description: 'Диагноз ДЦП' };
  expect(changedSince(then, now, false)).toEqual([
    { field: 'title', before: 'Коляска для •••', after: 'Коляска для •••' },
  ]);
  expect(changedSince(then, now, true)).toEqual([
    { field: 'title', before: 'Коляска для Вани Петрова', after: 'Коляска для Вани Иванова' },
  ]);
});

test.each<[string, Words, Words, number]>([
  ['what was taken out', { description: 'Ваня Петров, ДЦП' }, { description: 'Мальчик' }, 2],
  ['nothing where it stands as it stood', { description: 'Ваня Петров, ДЦП' }, { description: 'Ваня Петров, ДЦП' }, 0],
  ['nothing where nobody was named', { description: 'Дрова' }, { description: 'Уголь' }, 0],
])('closed before is %s', (_, then, now, expected) => {
  expect(closedBefore(then, now)).toBe(expected);
});
