import { catalogueFromFiles, wordsOf } from '../../../../test/support/catalogue.js';
import { BELOGORSK, DAY, needSide, NOON, offerSide } from '../../../../test/factories/sides.js';
import type { Words } from '../scoring/pair-score.rules.js';
import type { NeedSide, OfferSide } from '../sides.js';
import { funnelView, WHY_NOT, whyNotView } from './why-not-sentences.rules.js';
import { FUNNEL_STEPS, whyNot, type Change, type WhyNot } from './why-not.rules.js';

let words: Words;
beforeAll(async () => {
  words = wordsOf(await catalogueFromFiles());
});
const plain = (text: string | undefined): string | undefined => text?.replaceAll(/[\u00a0\u202f]/g, ' ');
const told = (
  need: Partial<NeedSide>,
  offers: Partial<OfferSide>[],
  locale: 'ru' | 'en' = 'ru',
  soon = false,
): string | undefined => {
  const side = needSide(need);
  const why = whyNot(
    side,
    offers.map((offer, at) => offerSide({ id: `offer-${at}`, ...offer })),
    { now: NOON },
  );
  return plain(whyNotView(side, why, NOON, soon, locale, words).sentence);
};

test.each<[string, Partial<NeedSide>, Partial<OfferSide>[], string, string]>([
  [
    'not open',
    { live: false },
    [{}],
    'Нужда сейчас не открыта, поэтому подбор для неё не идёт.',
    'The need is not open now, so nothing is looked for.',
  ],
  [
    'met',
    { left: 0 },
    [{}],
    'Всё, что нужно, уже получено или обещано.',
    'All that is needed has arrived or is promised.',
  ],
  [
    'over',
    { deadline: NOON - DAY },
    [{}],
    'Срок нужды прошёл. Продлите его, и подбор начнётся снова.',
    'The deadline of the need has passed. Extend it and the search starts again.',
  ],
  ['nobody offers things', {}, [], 'Пока никто не предлагает вещей.', 'Nobody offers things yet.'],
  ['nobody offers time', { kind: 'time' }, [{}], 'Пока никто не предлагает времени.', 'Nobody offers time yet.'],
  [
    'other units',
    {},
    [{ baseUnit: 'gram' }],
    'Вклады на это дело есть, но их считают в других единицах.',
    'There are offers for this cause, but they are counted in other units.',
  ],
  [
    'too far, and how far',
    {},
    [{ at: BELOGORSK }],
    'Ближайший вклад в 100 км по прямой, дарителю не хватает 50 км.',
    'The nearest offer is 100 km away as the crow flies, 50 km beyond what the donor goes.',
  ],
  [
    'boxes too large',
    { left: 3 },
    [{ min: 4, step: 4, left: 8 }],
    'Вклады есть, но их отдают частями по 4 шт, а открыто меньше одной.',
    'There are offers, but they are given in parts of 4 pieces, and less than one is open.',
  ],
  [
    'bound elsewhere',
    {},
    [{ only: ['tynda'] }],
    'Вклады есть, но дарители отдают их только на другое.',
    'There are offers, but their donors give them for something else only.',
  ],
  ['one fits', {}, [{}], 'Подходит 1 вклад.', '1 offer fits.'],
])('%s', (_, need, offers, ru, en) => {
  expect([told(need, offers), told(need, offers, 'en')]).toEqual([ru, en]);
});

test('proposals are spoken of as about to come only where something looks for them', () => {
  expect(told({}, [{}, {}], 'ru', true)).toMatch(/Предложения появятся в ближайшие минуты\.$/);
  expect(told({}, [{}, {}], 'en', false)).toBe('2 offers fit.');
});

test.each<[number, string, string]>([
  [0, 'ни одного вклада', 'no offers'],
  [1, '1 вклад', '1 offer'],
  [3, '3 вклада', '3 offers'],
  [5, '5 вкладов', '5 offers'],
  [21, '21 вклад', '21 offers'],
])('%d in the funnel', (n, ru, en) => {
  const view = (locale: 'ru' | 'en') =>
    plain(
      funnelView(
        'goods',
        FUNNEL_STEPS.map(() => n),
        locale,
      )[0]?.sentence,
    );
  expect([view('ru'), view('en')]).toEqual([`Открыто сейчас: вещи, ${ru}`, `Open now: things, ${en}`]);
});

const CHANGES: [Change, string, string][] = [
  [
    { change: 'lower-minimum', to: 4, opens: 1 },
    'Если снизить наименьшую часть до 4 шт, появится 1 предложение.',
    'Lowering the smallest part to 4 pieces would open 1 proposal.',
  ],
  [
    { change: 'raise-quantity', to: 30, opens: 2 },
    'Если попросить 30 шт, появятся 2 предложения: дарители отдают только крупными частями.',
    'Asking for 30 pieces would open 2 proposals: the donors give in larger parts only.',
  ],
  [
    { change: 'later-deadline', to: Date.parse('2026-12-10T03:00:00Z'), opens: 5 },
    'Если перенести срок на 10 декабря, появится 5 предложений.',
    'Moving the deadline to 10 December would open 5 proposals.',
  ],
  [
    { change: 'earlier-start', to: Date.parse('2026-12-01T03:00:00Z'), opens: 1 },
    'Если начать не позже 1 декабря, появится 1 предложение.',
    'Starting by 1 December would open 1 proposal.',
  ],
  [
    { change: 'remote', km: 100, shortByKm: 50, opens: 1 },
    'Если разрешить помогать на расстоянии, появится 1 предложение. Ближайший вклад в 100 км по прямой, не хватает 50 км.',
    'Allowing it from afar would open 1 proposal. The nearest offer is 100 km away as the crow flies, 50 km too far.',
  ],
  [
    { change: 'keep-cold', opens: 1 },
    'Если у вас есть где хранить на холоде, отметьте это: появится 1 предложение.',
    'Saying that you can keep it cold would open 1 proposal.',
  ],
  [
    { change: 'see-papers', opens: 1 },
    'Если вы проверите документы помощников и отметите это, появится 1 предложение.',
    'Seeing the papers of helpers, and recording it, would open 1 proposal.',
  ],
  [
    { change: 'without-skills', skills: ['sorting'], opens: 1 },
    'Если не требовать «Сортировка и упаковка», появится 1 предложение.',
    'Not requiring Sorting and packing would open 1 proposal.',
  ],
  [
    { change: 'take-condition', value: 'repair', opens: 1 },
    'Если брать и то, что нужно починить, появится 1 предложение.',
    'Taking things that need repair too would open 1 proposal.',
  ],
  [
    { change: 'take-season', value: 'mid-season', opens: 1 },
    'Если брать и демисезонное, появится 1 предложение.',
    'Taking mid-season things too would open 1 proposal.',
  ],
  [
    { change: 'take-size', value: '98-104', opens: 1 },
    'Если брать и размер 98-104, появится 1 предложение.',
    'Taking size 98-104 too would open 1 proposal.',
  ],
  [
    { change: 'any-item', opens: 1 },
    'Если принять и другие вещи этой категории, появится 1 предложение.',
    'Accepting other things of this category would open 1 proposal.',
  ],
];
test.each(CHANGES)('%j is said in both languages', (change, ru, en) => {
  const why: WhyNot = {
    closed: null,
    funnel: FUNNEL_STEPS.map((step) => ({ step, left: 0 })),
    stoppedAt: 'minima',
    fits: 0,
    nearest: null,
    box: null,
    changes: [change],
  };
  const view = (locale: 'ru' | 'en') =>
    plain(whyNotView(needSide(), why, NOON, false, locale, words).changes[0]?.sentence);
  expect([view('ru'), view('en')]).toEqual([ru, en]);
});

test('every change and every step where the funnel can run dry has its sentences', () => {
  for (const [{ change }] of CHANGES) expect(Object.keys(WHY_NOT)).toContain(`change.${change}`);
  expect(CHANGES.map(([{ change }]) => `change.${change}`).sort()).toEqual(
    Object.keys(WHY_NOT)
      .filter((key) => key.startsWith('change.'))
      .sort(),
  );
  for (const step of FUNNEL_STEPS)
    for (const key of [`funnel.${step}`, `stopped.${step}`]) expect(Object.keys(WHY_NOT)).toContain(key);
});
