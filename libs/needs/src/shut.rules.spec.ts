import type { NeedView } from './need.view.js';
import { casesAsked, shutNeed } from './shut.rules.js';

const NEED = 'need';
const EDIT = 'edit';
const view = (changes: Partial<NeedView>): NeedView =>
  ({ id: NEED, title: 'Коляска', description: '', budget: null, shut: null, ...changes }) as NeedView;
const edit = (changes: object): Partial<NeedView> => ({ pendingEdit: { id: EDIT, at: new Date(0), ...changes } });

const ALL = { words: true, edit: true };
const PUBLIC = { words: false, edit: true };
const NOTHING = { words: false, edit: false };
const NAMED = { title: 'Коляска для Вани Петрова', description: 'Диагноз поставили в мае.' };
const cases = (seen: boolean) => new Map([NEED, EDIT].map((id) => [id, { reviewId: `case of ${id}`, seen }]));

test('title and text are read together, with what the money is for and what a moderator proposed', () => {
  const shown = shutNeed(
    view({ ...NAMED, budget: [{ what: 'Такси для Вани Петрова', amount: 1 }], suggestedText: 'Диагноз: ДЦП' }),
    ALL,
    cases(false),
  );
  expect(shown).toMatchObject({
    title: 'Коляска для •••',
    description: '••• поставили в мае.',
    budget: [{ what: 'Такси для •••', amount: 1 }],
    suggestedText: '•••: •••',
    shut: { count: 3, reviewId: 'case of need' },
  });
});

test.each<[string, typeof ALL, Partial<NeedView>, string[]]>([
  ['of a need that is not public its own words', ALL, NAMED, [NEED]],
  ['of a public one nothing', PUBLIC, NAMED, []],
  ['of one’s own organization nothing', NOTHING, { ...NAMED, ...edit(NAMED) }, []],
  ['where nobody is named nothing', ALL, { description: 'Коляски детям с ДЦП' }, []],
  ['of an edit what it brings', PUBLIC, edit({ description: 'Ваня Петров, ДЦП' }), [EDIT]],
  ['an illness beside a name that stays', PUBLIC, { title: NAMED.title, ...edit({ description: 'ДЦП' }) }, [EDIT]],
])('closed is %s', (_, unpublished, changes, asked) => {
  const read = view(changes);
  expect(casesAsked(read, unpublished)).toEqual(asked);
  const shown = shutNeed(read, unpublished, cases(false));
  expect(shown.shut?.reviewId).toBe(asked[0] && `case of ${asked[0]}`);
  expect(shutNeed(read, unpublished, cases(true))).toEqual(read); // to who has looked nothing is
});

test('what an edit does not change stays unsaid in it; a need without a case is closed all the same', () => {
  const read = view({ title: NAMED.title, ...edit({ description: 'ДЦП' }) });
  const { title, pendingEdit, shut } = shutNeed(read, PUBLIC, new Map());
  expect([title, pendingEdit, shut]).toEqual([
    NAMED.title,
    { id: EDIT, at: new Date(0), description: '•••' },
    { count: 2, reviewId: null },
  ]);
});
