import type { NeedSide, OfferSide } from '../sides.js';
import { catalogueFromFiles, wordsOf } from '../../../../test/support/catalogue.js';
import { BELOGORSK, DAY, needSide, NOON, offerSide } from '../../../../test/factories/sides.js';
import type { Words } from '../scoring/pair-score.rules.js';
import { whyNotView, WHY_NOT, type WhyNotView } from './why-not-sentences.rules.js';
import { whyNot, type WhyNotWorld } from './why-not.rules.js';

let words: Words;
beforeAll(async () => {
  words = wordsOf(await catalogueFromFiles());
});

const world: WhyNotWorld = { now: NOON };
const ask = (need: NeedSide, offers: OfferSide[], around = world) => whyNot(need, offers, around);
const told = (need: NeedSide, offers: OfferSide[], locale: 'ru' | 'en', around = world): WhyNotView => {
  const view = whyNotView(need, whyNot(need, offers, around), NOON, false, locale, words);
  return JSON.parse(JSON.stringify(view).replaceAll('\u00a0', ' ')) as WhyNotView;
};
const far = (id: string, radiusKm: number) => offerSide({ id, at: BELOGORSK, place: 'belogorsk', radiusKm });

test('the funnel counts what is left after each condition, in order', () => {
  const offers = [
    offerSide({ id: 'a', kind: 'money' }),
    offerSide({ id: 'b', category: 'relief-food-parcels' }),
    offerSide({ id: 'c', baseUnit: 'set' }),
    far('d', 50),
    offerSide({ id: 'e', until: NOON }),
    offerSide({ id: 'f', min: 20, left: 30 }),
    offerSide({ id: 'g' }),
    offerSide({ id: 'h', live: false }),
    offerSide({ id: 'i', owners: ['organization-1'] }),
    offerSide({ id: 'j' }),
  ];
  const why = ask(needSide(), offers, { now: NOON, excludedUntil: (id) => (id === 'g' ? Infinity : null) });
  expect(why.funnel.map(({ step, left }) => [step, left])).toEqual([
    ['kind', 8],
    ['purpose', 7],
    ['unit', 6],
    ['skills', 6],
    ['distance', 5],
    ['time', 4],
    ['minima', 3],
    ['declined', 1],
    ['papers', 1],
    ['storage', 1],
    ['bound', 1],
    ['attributes', 1],
    ['not-needed', 1],
  ]);
  expect([why.fits, why.stoppedAt, why.closed]).toEqual([1, null, null]);
});

test('less open than one box is told as such, with the smallest box, and asking for a whole one is the way', () => {
  const box = (id: string, step: number, left = 4 * step) => offerSide({ id, baseUnit: 'gram', left, min: step, step });
  const need = needSide({ baseUnit: 'gram', left: 10_000, required: 30_000 });
  const offers = [box('a', 12_500), box('b', 25_000), { ...box('c', 11_000), until: NOON }];
  expect(told(need, offers, 'ru')).toMatchObject({
    sentence: 'Вклады есть, но их отдают частями по 12,5 кг, а открыто меньше одной.',
    changes: [{ change: 'raise-quantity', to: 32_500, opens: 1 }],
  });
  expect(told(need, offers, 'en').sentence).toBe(
    'There are offers, but they are given in parts of 12.5 kg, and less than one is open.',
  );
  expect(ask(need, [...offers, offerSide({ id: 'd', baseUnit: 'gram', left: 40_000, min: 20_000 })])).toMatchObject({
    stoppedAt: 'minima',
    box: null,
  });
  expect(ask({ ...need, left: 12_500 }, offers)).toMatchObject({ stoppedAt: null, fits: 1 });
  expect(ask({ ...need, left: 20_000, min: 20_000 }, [box('a', 12_500)])).toMatchObject({
    stoppedAt: 'minima',
    box: null,
    changes: [{ change: 'lower-minimum', to: 12_500, opens: 1 }],
  });
});

test('the nearest miss, by a straight line, and no advice that no field can follow', () => {
  const need = needSide();
  const offers = [far('a', 70), far('b', 40), offerSide({ id: 'c', baseUnit: 'set' })];
  const why = ask(need, offers);
  expect(why.stoppedAt).toBe('distance');
  expect(why.nearest).toEqual({ km: 100, radiusKm: 70, shortByKm: 30 });
  expect(why.changes).toEqual([]);
  const ru = told(need, offers, 'ru');
  expect(ru.sentence).toBe('Ближайший вклад в 100 км по прямой, дарителю не хватает 30 км.');
  const helpers = offers.map((offer) => ({ ...offer, kind: 'time' as const }));
  expect(ask(needSide({ kind: 'time' }), helpers).changes).toEqual([
    { change: 'remote', km: 100, shortByKm: 30, opens: 2 },
  ]);
  expect(told(needSide({ kind: 'time' }), helpers, 'ru').changes[0]?.sentence).toBe(
    'Если разрешить помогать на расстоянии, появятся 2 предложения. Ближайший вклад в 100 км по прямой, не хватает 30 км.',
  );
});

test.each<[string, Partial<NeedSide>, Partial<OfferSide>[], object, string]>([
  [
    'lower the smallest part to the largest that is there',
    { min: 12 },
    [{ left: 5 }, { left: 9 }, { left: 9 }],
    { change: 'lower-minimum', to: 9, opens: 2 },
    'Если снизить наименьшую часть до 9 шт, появятся 2 предложения.',
  ],
  [
    'ask for as much as the smallest lot',
    {},
    [
      { left: 50, min: 30 },
      { left: 50, min: 20 },
    ],
    { change: 'raise-quantity', to: 26, opens: 1 },
    'Если попросить 26 шт, появится 1 предложение: дарители отдают только крупными частями.',
  ],
  [
    'a later deadline',
    {},
    [{ from: NOON + 20 * DAY }, { from: NOON + 25 * DAY }],
    { change: 'later-deadline', to: NOON + 20 * DAY, opens: 1 },
    'Если перенести срок на 14 декабря, появится 1 предложение.',
  ],
  [
    'an earlier start',
    { from: NOON + 5 * DAY },
    [{ until: NOON + 2 * DAY }],
    { change: 'earlier-start', to: NOON + 2 * DAY, opens: 1 },
    'Если начать не позже 26 ноября, появится 1 предложение.',
  ],
  [
    'fewer skills',
    { kind: 'time', skills: ['loading', 'sorting'] },
    [
      { kind: 'time', skills: ['loading'] },
      { kind: 'time', skills: [] },
      { kind: 'time', skills: ['loading'] },
    ],
    { change: 'without-skills', skills: ['sorting'], opens: 2 },
    'Если не требовать «Сортировка и упаковка», появятся 2 предложения.',
  ],
  [
    'somewhere cold',
    {},
    [{ cold: true }, { cold: true, at: null }],
    { change: 'keep-cold', opens: 1 },
    'Если у вас есть где хранить на холоде, отметьте это: появится 1 предложение.',
  ],
  [
    'papers that are seen',
    { kind: 'time', vettedOnly: true },
    [{ kind: 'time' }],
    { change: 'see-papers', opens: 1 },
    'Если вы проверите документы помощников и отметите это, появится 1 предложение.',
  ],
  [
    'any item of the category',
    { item: 'food-canned' },
    [{ item: 'food-dry' }],
    { change: 'any-item', opens: 1 },
    'Если принять и другие вещи этой категории, появится 1 предложение.',
  ],
  [
    'worn things too',
    { accepts: { sizes: [], seasons: [], conditions: ['new', 'good'], notNow: [] } },
    [
      { attributes: { sizes: [], season: null, condition: 'repair' } },
      { attributes: { sizes: [], season: null, condition: 'worn' } },
      { attributes: { sizes: [], season: null, condition: 'worn' } },
    ],
    { change: 'take-condition', value: 'worn', opens: 2 },
    'Если брать и ношеное, появятся 2 предложения.',
  ],
])('smallest change: %s', (_, need, offers, change, ru) => {
  const sides = offers.map((offer, at) => offerSide({ id: `offer-${at}`, ...offer }));
  expect(ask(needSide(need), sides).changes).toEqual([change]);
  expect(told(needSide(need), sides, 'ru').changes[0]?.sentence).toBe(ru);
});

test('each change, made, opens what it promised', () => {
  const need = needSide({ min: 12 });
  const offers = [offerSide({ id: 'a', left: 9 }), offerSide({ id: 'b', left: 5 })];
  const [change] = ask(need, offers).changes;
  expect(change?.change).toBe('lower-minimum');
  expect(ask({ ...need, min: (change as { to: number }).to }, offers).fits).toBe(change?.opens);
});

test('two obstacles at once are no near miss', () => {
  expect(ask(needSide({ min: 12 }), [far('a', 70)]).changes).toEqual([]);
});

test.each<[Partial<NeedSide>, string, string]>([
  [
    { live: false },
    'Нужда сейчас не открыта, поэтому подбор для неё не идёт.',
    'The need is not open now, so nothing is looked for.',
  ],
  [{ left: 0 }, 'Всё, что нужно, уже получено или обещано.', 'All that is needed has arrived or is promised.'],
  [
    { deadline: NOON },
    'Срок нужды прошёл. Продлите его, и подбор начнётся снова.',
    'The deadline of the need has passed. Extend it and the search starts again.',
  ],
])('a need that is not looked for says so: %j', (need, ru, en) => {
  expect([
    told(needSide(need), [offerSide()], 'ru').sentence,
    told(needSide(need), [offerSide()], 'en').sentence,
  ]).toEqual([ru, en]);
});

test('nobody offers anything, or nothing for this cause', () => {
  expect(told(needSide(), [], 'ru').sentence).toBe('Пока никто не предлагает вещей.');
  expect(told(needSide({ kind: 'time' }), [], 'en').sentence).toBe('Nobody offers time yet.');
  expect(told(needSide(), [], 'ru', { now: NOON, ofKind: 21 }).sentence).toBe('На «Одежда и обувь» вкладов пока нет.');
  expect(told(needSide(), [], 'ru', { now: NOON, ofKind: 21 }).funnel[0]?.sentence).toBe(
    'Открыто сейчас: вещи, 21 вклад',
  );
});

test('sentences are written in both languages', () => {
  for (const { ru, en } of Object.values(WHY_NOT))
    expect([/[А-Яа-я]/.test(ru), /[А-Яа-я]/.test(en)]).toEqual([true, false]);
});
