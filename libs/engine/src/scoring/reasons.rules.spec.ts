import { freshContext, type ScoringContext } from '../scoring-context.js';
import { catalogueFromFiles, wordsOf } from '../../../../test/support/catalogue.js';
import { BELOGORSK, DAY, needSide, NOON, offerSide } from '../../../../test/factories/sides.js';
import { plannedParts, scoreParts, sentence, storedParts, type Words } from './pair-score.rules.js';
import { storedSentence } from './stored-sentence.rules.js';
import { PART_NAMES, REASONS } from './reasons.rules.js';
import { ONE, readWeights, SCORE_PARTS, totalScore, type ScorePart } from './score.rules.js';
import { dayName, say, wholePercent } from '../localized-message.js';
import type { NeedSide, OfferSide } from '../sides.js';

const WEIGHTS = readWeights({
  purpose: 250_000,
  place: 150_000,
  urgency: 150_000,
  waiting: 100_000,
  completion: 100_000,
  equity: 120_000,
  preference: 70_000,
  trust: 60_000,
});
const context: ScoringContext = {
  ...freshContext({ version: 1, weights: WEIGHTS }),
  region: 630_000,
  places: new Map([['blagoveshchensk', 340_000]]),
  organizations: new Map([['organization-1', 0]]),
  organizationRecords: new Map([['organization-1', { kept: 8, of: 8 }]]),
  donorRecords: new Map([['donor-1', { kept: 1, of: 21 }]]),
};

let words: Words;
beforeAll(async () => {
  words = wordsOf(await catalogueFromFiles());
});

/** The sentence of one part, with plain spaces so that the table below can be read. */
function told(part: ScorePart, offer: Partial<OfferSide>, need: Partial<NeedSide>): [string, string] {
  const found = scoreParts(offerSide(offer), needSide(need), context, NOON, words).parts.find(
    (one) => one.part === part,
  );
  if (!found) return ['', ''];
  return [sentence(found, 'ru').replaceAll('\u00a0', ' '), sentence(found, 'en').replaceAll('\u00a0', ' ')];
}

const time = { kind: 'time', category: 'elderly-visiting', baseUnit: 'minute' } as const;

test.each<[ScorePart, Partial<OfferSide>, Partial<NeedSide>, string, string]>([
  ['purpose', { item: 'food-canned' }, { item: 'food-canned' }, 'именно это: Консервы', 'exactly this: Canned food'],
  [
    'purpose',
    { item: 'food-canned', category: 'relief-food-parcels' },
    { item: 'food-canned' },
    'именно эта вещь для другого дела: Консервы, «Одежда и обувь»',
    'exactly this thing for another cause: Canned food, Clothing and footwear',
  ],
  [
    'purpose',
    {},
    {},
    'то же дело по справочнику: «Одежда и обувь»',
    'the same cause in the catalogue: Clothing and footwear',
  ],
  [
    'purpose',
    { item: 'food-canned' },
    {},
    'то же дело, вещь названа одной стороной: «Одежда и обувь»',
    'the same cause, only one side names the thing: Clothing and footwear',
  ],
  [
    'purpose',
    { category: 'relief' },
    {},
    'выбранная сфера: «Помощь в трудной ситуации», дело: «Одежда и обувь»',
    'the chosen sphere: Relief and basic needs, the cause: Clothing and footwear',
  ],
  [
    'purpose',
    { category: null },
    {},
    'вклад на любое дело, здесь «Одежда и обувь»',
    'given for any cause, here Clothing and footwear',
  ],
  [
    'purpose',
    time,
    { ...time, skills: ['loading'] },
    'то же дело по справочнику: «Дружеские визиты и звонки», навык по справочнику есть',
    'the same cause in the catalogue: Friendly visits and calls, the skill of the catalogue is there',
  ],
  [
    'purpose',
    time,
    { ...time, skills: ['loading', 'sorting'] },
    'то же дело по справочнику: «Дружеские визиты и звонки», все 2 навыка по справочнику есть',
    'the same cause in the catalogue: Friendly visits and calls, all 2 skills of the catalogue are there',
  ],
  [
    'purpose',
    time,
    { ...time, skills: ['a', 'b', 'c', 'd', 'e'] },
    'то же дело по справочнику: «Дружеские визиты и звонки», все 5 навыков по справочнику есть',
    'the same cause in the catalogue: Friendly visits and calls, all 5 skills of the catalogue are there',
  ],
  ['place', {}, {}, 'рядом: Благовещенск', 'close by: Blagoveshchensk'],
  [
    'place',
    {},
    { at: BELOGORSK, place: 'belogorsk' },
    '99 км по прямой: Белогорск',
    '99 km away as the crow flies: Belogorsk',
  ],
  [
    'preference',
    { only: ['blagoveshchensk'] },
    {},
    'вклад отдают только сюда: «Благовещенск»',
    'given only here: Blagoveshchensk',
  ],
  [
    'preference',
    { only: ['organization-1'], prefers: ['relief'] },
    {},
    'вклад отдают только этой организации',
    'given to this organization only',
  ],
  ['preference', { only: ['tynda', 'need-1'] }, {}, 'вклад отдают только на эту нужду', 'given for this need only'],
  ['place', {}, { remote: true }, 'можно на расстоянии', 'can be done from anywhere'],
  ['place', { at: null }, {}, 'даритель не назвал места', 'the donor named no place'],
  [
    'place',
    { at: null, kind: 'money' },
    { kind: 'money' },
    'деньгам расстояние не помеха',
    'distance does not matter for money',
  ],
  ['urgency', {}, {}, 'нужно до 5 декабря, осталось 11 дней', 'needed by 5 December, 11 days left'],
  [
    'urgency',
    {},
    { urgency: 4, deadline: NOON + DAY },
    'срочно, нужно до 25 ноября, остался 1 день',
    'urgent, needed by 25 November, 1 day left',
  ],
  [
    'urgency',
    {},
    { urgency: 5, deadline: NOON + 1000 },
    'очень срочно, нужно до 24 ноября, это сегодня',
    'very urgent, needed by 24 November, that is today',
  ],
  [
    'urgency',
    {},
    { deadline: NOON + 22 * DAY },
    'нужно до 16 декабря, осталось 22 дня',
    'needed by 16 December, 22 days left',
  ],
  [
    'urgency',
    {},
    { deadline: NOON + 51 * DAY },
    'нужно до 14 января 2027 года, остался 51 день',
    'needed by 14 January 2027, 51 days left',
  ],
  [
    'urgency',
    {},
    { urgency: 5, deadline: NOON + 90 * DAY },
    'организация просит очень срочно, нужно до 22 февраля 2027 года, осталось 90 дней',
    'very urgent in the organization’s words, needed by 22 February 2027, 90 days left',
  ],
  ['waiting', {}, {}, 'ждут 20 дней', 'waiting for 20 days'],
  ['waiting', {}, { since: NOON - DAY }, 'ждут 1 день', 'waiting for 1 day'],
  ['waiting', {}, { since: NOON - 33 * DAY }, 'ждут 33 дня', 'waiting for 33 days'],
  ['waiting', {}, { since: NOON }, 'нужда появилась сегодня', 'a need of today'],
  ['completion', { left: 20 }, { left: 20 }, 'закроет нужду целиком', 'meets the whole need'],
  ['completion', { left: 20 }, {}, 'закроет весь остаток: 14 шт', 'meets all that is left: 14 pieces'],
  ['completion', { left: 6 }, {}, 'закроет 6 шт из 14 шт, это 43%', 'meets 6 pieces of 14 pieces, that is 43%'],
  [
    'completion',
    { left: 150_000, kind: 'money', baseUnit: 'kopeck' },
    { left: 100_000_000, required: 200_000_000, kind: 'money', baseUnit: 'kopeck' },
    'закроет 1 500 ₽ из 1 000 000 ₽, это 1%',
    'meets 1,500 ₽ of 1,000,000 ₽, that is 1%',
  ],
  [
    'completion',
    { left: 12, step: 4 },
    {},
    'закроет 12 шт из 14 шт, это 86%',
    'meets 12 pieces of 14 pieces, that is 86%',
  ],
  [
    'completion',
    { left: 50_000, step: 12_500, baseUnit: 'gram' },
    { left: 20_000, required: 40_000, baseUnit: 'gram' },
    'закроет 12,5 кг из 20 кг, это 63%: отдают частями по 12,5 кг',
    'meets 12.5 kg of 20 kg, that is 63%: given in parts of 12.5 kg',
  ],
  [
    'completion',
    { left: 7_500, step: 12_500, baseUnit: 'gram' },
    { left: 20_000, required: 40_000, baseUnit: 'gram' },
    'закроет 7,5 кг из 20 кг, это 38%: весь остаток вклада, хотя он не делится на части по 12,5 кг',
    'meets 7.5 kg of 20 kg, that is 38%: all that is left of the offer, though no whole number of parts of 12.5 kg',
  ],
  [
    'equity',
    {},
    {},
    'месту за год пока пришло 34% просимого, организации 0%, по региону 63%, в среднем по нуждам',
    'so far 34% of what was asked in a year has arrived in the place, 0% for the organization, 63% across the region, on average over needs',
  ],
  ['preference', {}, {}, '', ''],
  ['preference', { prefers: ['family'] }, {}, 'не из того, что выбрал даритель', 'not among what the donor chose'],
  [
    'preference',
    { prefers: ['family', 'relief'] },
    {},
    'даритель выбрал: «Помощь в трудной ситуации»',
    'the donor chose Relief and basic needs',
  ],
  [
    'preference',
    { prefers: ['relief', 'blagoveshchensk'] },
    {},
    'даритель выбрал: «Благовещенск»',
    'the donor chose Blagoveshchensk',
  ],
  [
    'preference',
    { prefers: ['relief', 'organization-1'] },
    {},
    'даритель выбрал эту организацию',
    'the donor chose this organization',
  ],
  [
    'trust',
    {},
    {},
    'организация подтвердила 8 из 8 передач, даритель довёл 1 из 21 вклада',
    'the organization confirmed 8 of 8 hand-overs, the donor saw through 1 of 21 gifts',
  ],
  [
    'trust',
    { donor: 'new' },
    { organization: 'new' },
    'первая передача организации, первый вклад дарителя',
    'the first hand-over of the organization, the first gift of the donor',
  ],
])('%s, %j, %j', (part, offer, need, ru, en) => {
  expect(told(part, offer, need)).toEqual([ru, en]);
});

test('numbers and units do not part at the end of a line', () => {
  const parts = scoreParts(offerSide({ left: 6 }), needSide(), context, NOON, words).parts.map((part) =>
    sentence(part, 'ru'),
  );
  expect(parts).toContain('закроет 6\u00a0шт из\u00a014\u00a0шт, это 43%');
  expect(parts).toContain('нужно до\u00a05\u00a0декабря, осталось 11\u00a0дней');
});

test('what is stored adds up to the score, always with at least five parts, each in both languages', () => {
  for (const offer of [offerSide(), offerSide({ prefers: ['relief'], at: null }), offerSide({ left: 3 })]) {
    for (const world of [context, freshContext({ version: 1, weights: WEIGHTS })]) {
      const scored = scoreParts(offer, needSide(), world, NOON, words);
      const stored = storedParts(scored);
      expect(totalScore(stored)).toBe(scored.score);
      expect(scored.score).toBeLessThanOrEqual(ONE);
      expect(stored.length).toBeGreaterThanOrEqual(5);
      for (const locale of ['ru', 'en'] as const) {
        const read = stored.map((part) => storedSentence(JSON.parse(JSON.stringify(part)) as typeof part, locale));
        expect(read).toEqual(scored.parts.map((part) => sentence(part, locale)));
        expect(read.every((text) => text.length > 5)).toBe(true);
      }
      expect(stored.every(({ part, weight }) => weight === WEIGHTS[part])).toBe(true);
    }
  }
});

test('what a clearing stores is said when it is read, as it would have been said when it was written, and carries nothing that is not said', () => {
  const offers = [
    offerSide(),
    offerSide({ prefers: ['relief'], at: null }),
    offerSide({ left: 3 }),
    offerSide({ category: 'relief' }),
    offerSide({ at: BELOGORSK, radiusKm: null }),
  ];
  for (const offer of offers) {
    const scored = scoreParts(offer, needSide(), context, NOON, words);
    const values = Object.fromEntries(scored.parts.map(({ part, value }) => [part, value]));
    const kept = JSON.parse(
      JSON.stringify(plannedParts(offer, needSide(), values, context, NOON, words)),
    ) as ReturnType<typeof plannedParts>;
    expect(totalScore(kept)).toBe(scored.score);
    for (const said of scored.parts) {
      const part = kept.find((one) => one.part === said.part)!;
      expect(part).toMatchObject({ value: said.value, weight: said.weight });
      if (said.part !== 'equity')
        for (const locale of ['ru', 'en'] as const) expect(storedSentence(part, locale)).toBe(sentence(said, locale));
      expect(
        Object.keys(part.params).filter(
          (name) => !`${REASONS[part.key]!.ru} ${REASONS[part.key]!.en}`.includes(`{${name}`),
        ),
      ).toEqual([]);
    }
    expect(
      storedSentence(
        kept.find(({ part }) => part === 'equity')!,
        'ru',
      ),
    ).toContain('прибавка');
  }
});

test('a reason that was kept in words is read as it stands', () => {
  const part = { part: 'trust', value: 1, weight: 1, ru: 'новая организация', en: 'a new organization' } as const;
  expect([storedSentence(part, 'ru'), storedSentence(part, 'en')]).toEqual([part.ru, part.en]);
});

test('before anything has arrived anywhere fairness is left out, not called 0', () => {
  const parts = scoreParts(
    offerSide(),
    needSide(),
    freshContext({ version: 1, weights: WEIGHTS }),
    NOON,
    words,
  ).parts.map(({ part }) => part);
  expect(parts).toEqual(['purpose', 'place', 'urgency', 'waiting', 'completion', 'trust']);
});

test('every part has a name and every sentence is written in both languages without a full stop', () => {
  for (const part of SCORE_PARTS) expect(PART_NAMES[part].ru && PART_NAMES[part].en).toBeTruthy();
  for (const { ru, en } of Object.values(REASONS))
    expect([/\.$/.test(ru), /\.$/.test(en), /[А-Яа-я]/.test(en)]).toEqual([false, false, false]);
});

test('days and percents: the year only when it is another, nothing that is there is 0%', () => {
  const late = Date.parse('2026-12-31T16:00:00Z'); // already 1 January in UTC+9
  expect(dayName(late, NOON, 540)).toEqual({ ru: '1 января 2027 года', en: '1 January 2027' });
  expect(dayName(late, NOON, 0)).toEqual({ ru: '31 декабря', en: '31 December' });
  expect([0, 1, 4_999, 5_000, 15_000, 994_999, 999_999, 1_000_000, 1_200_000].map(wholePercent)).toEqual([
    0, 1, 1, 1, 2, 99, 99, 100, 120,
  ]);
  expect(() => say(REASONS, { key: 'no.such', params: {} }, 'ru')).toThrow('no.such');
});
