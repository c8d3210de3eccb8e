import type { NeedSide, OfferSide } from '../sides.js';
import { catalogueFromFiles, wordsOf } from '../../../../test/support/catalogue.js';
import { BELOGORSK, DAY, needSide, NOON, offerSide } from '../../../../test/factories/sides.js';
import type { Words } from '../scoring/pair-score.rules.js';
import { whyNotOfferView, WHY_NOT_OFFER, type WhyNotOfferView } from './why-not-offer-sentences.rules.js';
import { OFFER_CHANGES, whyNotOffer } from './why-not-offer.rules.js';

let words: Words;
beforeAll(async () => {
  words = wordsOf(await catalogueFromFiles());
});

const told = (
  offer: OfferSide,
  needs: NeedSide[],
  locale: 'ru' | 'en',
  ofKind?: number,
  soon = false,
): WhyNotOfferView => {
  const why = whyNotOffer(offer, needs, { now: NOON, sphere: 'relief', ofKind });
  const view = whyNotOfferView(
    offer,
    why,
    { stands: offer.left + 3, now: NOON, utcOffsetMinutes: 540, soon },
    locale,
    words,
  );
  return JSON.parse(JSON.stringify(view).replaceAll('\u00a0', ' ')) as WhyNotOfferView;
};
const needsOf = (...all: Partial<NeedSide>[]): NeedSide[] =>
  all.map((need, at) => needSide({ id: `need-${at}`, ...need }));

test.each<[string, Partial<OfferSide>, Partial<NeedSide>[], object | null, string, string]>([
  [
    'lower-lot',
    { min: 8 },
    [{ left: 5 }, { left: 6 }],
    { minLot: '6', unit: 'pcs' },
    'Если отдавать и частями по 6 шт, подойдёт ещё 1 нужда.',
    'Giving in parts of 6 pieces would suit 1 more need.',
  ],
  [
    'lower-lot',
    { min: 4, step: 4 },
    [{ left: 3 }],
    { minLot: '3', unit: 'pcs' },
    'Если отдавать и частями по 3 шт, подойдёт ещё 1 нужда.',
    'Giving in parts of 3 pieces would suit 1 more need.',
  ],
  [
    'raise-pledge',
    {},
    [
      { left: 40, min: 30 },
      { left: 40, min: 20 },
    ],
    { quantity: '23', unit: 'pcs' },
    'Если отдать сможете 20 шт, подойдёт ещё 1 нужда: там берут только крупными частями.',
    'Having 20 pieces to give would suit 1 more need: they take larger parts only.',
  ],
  [
    'later-until',
    { until: NOON + DAY },
    [{ from: NOON + 5 * DAY }, { from: NOON + 5 * DAY }],
    { until: '2026-11-29T03:00:00.000Z' },
    'Если вклад будет в силе до 29 ноября, подойдут ещё 2 нужды.',
    'Keeping the offer open until 29 November would suit 2 more needs.',
  ],
  [
    'earlier-from',
    { from: NOON + 20 * DAY },
    [{}],
    { from: '2026-12-05T09:00:00.000Z' },
    'Если начать не позже 5 декабря, подойдёт ещё 1 нужда.',
    'Starting by 5 December would suit 1 more need.',
  ],
  [
    'wider-radius',
    {},
    [{ at: BELOGORSK }, { at: BELOGORSK }],
    { radiusKm: 100 },
    'Если довезти за 100 км по прямой, подойдут ещё 2 нужды. Это на 50 км дальше, чем вы указали.',
    'Going 100 km as the crow flies, 50 km further than you said, would suit 2 more needs.',
  ],
  [
    'with-skills',
    { kind: 'time', skills: ['loading'] },
    [{ kind: 'time', skills: ['sorting', 'loading'] }],
    { skills: ['loading', 'sorting'] },
    'Если вы умеете и это: «Сортировка и упаковка», подойдёт ещё 1 нужда.',
    'Being able to do this too: Sorting and packing, would suit 1 more need.',
  ],
  [
    'give-each',
    { baseUnit: 'box' },
    [{ baseUnit: 'gram' }, {}],
    null,
    'Скажите, сколько в одной коробке: по единицам не сходится 2 нужды.',
    'Say how much one box holds: 2 needs are counted in other units.',
  ],
  [
    'unbind',
    { only: ['tynda'] },
    [{}, { place: 'tynda', left: 0 }],
    { only: [] },
    'Если отдать не только туда, куда вы назначили, подойдёт ещё 1 нужда.',
    'Giving it not only where you bound it would suit 1 more need.',
  ],
  [
    'whole-sphere',
    {},
    [{ category: 'relief-household' }],
    null,
    'Если предложить на любое дело сферы «Помощь в трудной ситуации», подойдёт ещё 1 нужда.',
    'Giving for any cause of the sphere Relief and basic needs would suit 1 more need.',
  ],
])('%s is said in both languages, with the edit that makes it', (change, offer, needs, edit, ru, en) => {
  const [first] = told(offerSide(offer), needsOf(...needs), 'ru').changes;
  expect([first?.change, first?.sentence, first?.edit]).toEqual([change, ru, edit]);
  expect(told(offerSide(offer), needsOf(...needs), 'en').changes[0]?.sentence).toBe(en);
});

test('the headline says the shortest true thing', () => {
  const far = needsOf({ at: BELOGORSK });
  expect(told(offerSide(), far, 'ru').sentence).toBe(
    'Ближайшая нужда в 100 км по прямой, это на 50 км дальше, чем вы указали.',
  );
  expect(told(offerSide(), far, 'en').sentence).toBe(
    'The nearest need is 100 km away as the crow flies, 50 km further than you said.',
  );
  expect(told(offerSide({ kind: 'time' }), [], 'ru').sentence).toBe('Сейчас никто не просит времени.');
  expect(told(offerSide({ item: 'heater' }), [], 'ru', 21).sentence).toMatch(/^Сейчас этого не просят: «Обогреватели/);
  expect(told(offerSide(), [], 'ru', 21).funnel[0]?.sentence).toBe('Сейчас просят вещей: 21 нужда');
  expect(told(offerSide(), needsOf({}, {}), 'ru').sentence).toBe('Подходят 2 нужды.');
  expect(told(offerSide(), needsOf({}, {}), 'ru', undefined, true).sentence).toBe(
    'Подходят 2 нужды. Предложения появятся в ближайшие минуты.',
  );
  expect(told(offerSide({ baseUnit: 'box' }), needsOf({}), 'ru').sentence).toBe(
    'Об этом просят, но считают в других единицах. Скажите, сколько в одной коробке, и это подойдёт.',
  );
  expect(told(offerSide({ only: ['tynda'] }), needsOf({}), 'ru').sentence).toBe(
    'Нужды есть, но не у тех, для кого вы отдаёте. Вклад ждёт.',
  );
  expect(
    told(offerSide({ cold: true, radiusKm: null }), needsOf({ keepsCold: true, at: { lat: 55.15, lon: 124.73 } }), 'ru')
      .sentence,
  ).toBe('Нужды есть, но скоропортящееся не везут дальше 150 км по прямой.');
  expect(told(offerSide({ kind: 'time' }), needsOf({ kind: 'time', vettedOnly: true }), 'en').sentence).toBe(
    'There are needs, but for those only whose papers an organization has seen. Show them to the organization that you want to help.',
  );
  expect(told(offerSide({ live: false }), needsOf({}), 'en').sentence).toBe(
    'The offer is closed, so nothing is looked for.',
  );
  expect(
    told(
      offerSide({ kind: 'time' }),
      needsOf({ kind: 'time', at: BELOGORSK, deadline: NOON + DAY, from: NOON + 60 * DAY }),
      'ru',
    ).sentence,
  ).toBe('Нужды есть, но дальше, чем вы готовы ехать.');
});

test('things never hear of skills, and what takes nothing away is not told', () => {
  const steps = (offer: Partial<OfferSide>, need: Partial<NeedSide>) =>
    told(offerSide(offer), needsOf(need), 'ru').funnel.map(({ condition }) => condition);
  expect(steps({}, { skills: ['loading'] })).toEqual([
    'kind',
    'purpose',
    'unit',
    'distance',
    'time',
    'minima',
    'declined',
  ]);
  expect(steps({ kind: 'time' }, { kind: 'time', vettedOnly: true })).toEqual([
    'kind',
    'purpose',
    'unit',
    'skills',
    'distance',
    'time',
    'minima',
    'declined',
    'papers',
  ]);
});

test('every sort of change has its words, and sentences are written in both languages', () => {
  for (const change of OFFER_CHANGES) expect(WHY_NOT_OFFER).toHaveProperty([`change.${change}`]);
  for (const { ru, en } of Object.values(WHY_NOT_OFFER))
    expect([/[А-Яа-я]/.test(ru), /[А-Яа-я]/.test(en)]).toEqual([true, false]);
});

test('boxes larger than what is open are told as such', () => {
  const boxes = offerSide({ baseUnit: 'gram', left: 50_000, min: 12_500, step: 12_500 });
  const needs = needsOf({ baseUnit: 'gram', left: 10_000 });
  expect(told(boxes, needs, 'ru').sentence).toBe(
    'Нужды есть, но вы отдаёте частями по 12,5 кг, а открыто меньше одной.',
  );
  expect(told(boxes, needs, 'en').sentence).toBe(
    'There are needs, but you give in parts of 12.5 kg, and less than one is open.',
  );
});
