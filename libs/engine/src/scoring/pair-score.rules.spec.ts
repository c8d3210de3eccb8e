import { catalogueFromFiles, wordsOf } from '../../../../test/support/catalogue.js';
import { DAY, needSide, NOON, offerSide } from '../../../../test/factories/sides.js';
import { freshContext } from '../scoring-context.js';
import type { NeedSide, OfferSide } from '../sides.js';
import type { KeyedPart } from './stored-part.js';
import {
  arrivedSentence,
  keptOn,
  bindingOf,
  needParts,
  pastSentence,
  plannedParts,
  presentSentence,
  scoreParts,
  sentence,
  storedParts,
  storedSentence,
  wishOf,
  type PresentState,
  type Words,
} from './pair-score.rules.js';
import { FIRST_WEIGHTS, ONE, SCORE_PARTS, totalScore } from './score.rules.js';

let words: Words;
beforeAll(async () => {
  words = wordsOf(await catalogueFromFiles());
});
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const context = freshContext(FIRST_WEIGHTS);
const score = (offer: Partial<OfferSide> = {}, need: Partial<NeedSide> = {}) =>
  scoreParts(offerSide(offer), needSide(need), context, NOON, words);
const need = {
  id: 'need-1',
  organization: 'organization-1',
  category: 'relief-clothing',
  place: 'zeya',
  sphere: 'relief',
};

test.each<[string, string[], string | null]>([
  ['free', [], null],
  ['bound elsewhere', ['tynda', 'health'], null],
  ['to the need itself, before all else', ['relief', 'zeya', 'organization-1', 'need-1'], 'need-1'],
  ['to the organization', ['relief', 'zeya', 'organization-1'], 'organization-1'],
  ['to the place', ['relief', 'relief-clothing', 'zeya'], 'zeya'],
  ['to the category', ['relief', 'relief-clothing'], 'relief-clothing'],
  ['to the sphere', ['relief'], 'relief'],
])('a gift that is %s answers by the narrowest code', (_, only, code) => {
  expect(bindingOf(only, need)).toBe(code);
});

test.each<[string[], string | null]>([
  [[], null],
  [['tynda'], 'none'],
  [['relief', 'organization-1'], 'organization'],
  [['zeya', 'relief-clothing'], 'category'],
  [['relief', 'zeya'], 'place'],
  [['relief'], 'sphere'],
])('of the wishes %p the need answers %p', (prefers, wish) => {
  expect(wishOf(prefers, need)).toBe(wish);
});

test('a need without a place answers no wish for one', () => {
  expect(wishOf(['zeya'], { ...need, place: null })).toBe('none');
  expect(bindingOf(['zeya'], { ...need, id: 'n', place: null })).toBeNull();
});

test('parts that do not apply are left out and add nothing', () => {
  const { parts } = score();
  expect(parts.map(({ part }) => part)).toEqual(['purpose', 'place', 'urgency', 'waiting', 'completion', 'trust']);
  expect(score({ prefers: ['tynda'] }).parts.map(({ part }) => part)).toContain('preference');
  const fair = { ...context, region: 500_000, places: new Map([['blagoveshchensk', 200_000]]) };
  expect(scoreParts(offerSide(), needSide(), fair, NOON, words).parts.map(({ part }) => part)).toContain('equity');
});

test('why a need stands high is told from its own parts of every score', () => {
  const fair = {
    ...context,
    region: 500_000,
    places: new Map([['blagoveshchensk', 200_000]]),
    organizationRecords: new Map([[needSide().organization, { kept: 11, of: 12, level: 3 as const }]]),
  };
  const own = needParts(needSide(), fair, NOON);
  expect(own.map(({ part }) => part)).toEqual(['urgency', 'waiting', 'equity', 'trust']);
  const inPair = scoreParts(offerSide(), needSide(), fair, NOON, words).parts;
  for (const part of own.slice(0, 3)) expect(inPair).toContainEqual(part);
  expect(plain(sentence(own[3]!, 'ru'))).toBe('организация подтвердила 11 из 12 передач');
  expect(sentence(own[3]!, 'en')).toBe('the organization confirmed 11 of 12 hand-overs');
  expect(needParts(needSide(), context, NOON).map(({ part }) => part)).toEqual(['urgency', 'waiting', 'trust']);
});

test('the score is that of its parts, each within one and with its weight', () => {
  const { parts, score: total, amount } = score();
  expect(amount).toBe(9);
  expect(total).toBe(totalScore(parts));
  for (const { part, value, weight } of parts) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(ONE);
    expect(weight).toBe(FIRST_WEIGHTS.weights[part]);
  }
});

test('a better pair never scores less: nearer, more urgent, waiting longer, wished for', () => {
  const usual = score({}, { urgency: 3 }).score;
  expect(score({ at: { lat: 50.4, lon: 127.6 } }).score).toBeLessThan(usual);
  expect(score({}, { urgency: 5 }).score).toBeGreaterThan(usual);
  expect(score({}, { since: NOON - 60 * DAY }).score).toBeGreaterThanOrEqual(usual);
  expect(score({ prefers: ['organization-1'] }).score).toBeGreaterThan(score({ prefers: ['tynda'] }).score);
});

test('minima that cannot be met leave nothing to give', () => {
  expect(score({ min: 9 }, { left: 5, required: 5 }).amount).toBe(0);
});

test('every part is said in both languages, stored with its key, and said again from there', () => {
  const said = score({ prefers: ['relief'], only: ['organization-1'] });
  for (const [at, kept] of storedParts(said).entries()) {
    const part = said.parts[at]!;
    for (const locale of ['ru', 'en'] as const) {
      expect(sentence(part, locale)).not.toMatch(/[{}]|undefined/);
      expect(storedSentence(kept, locale)).toBe(sentence(part, locale));
    }
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept); // it lies in the database as JSON
    expect(/[а-яё]/i.test(sentence(part, 'ru'))).toBe(true);
  }
});

test('a part of an older version is said as it was kept', () => {
  expect(storedSentence({ part: 'purpose', value: 1, weight: 1, ru: 'По-русски.', en: 'In English.' }, 'en')).toBe(
    'In English.',
  );
});

test('how much is met, and who kept promises, is told from what is known now; nothing else is', () => {
  const kept = storedParts(score());
  const of = (part: string) => kept.find((one) => one.part === part)!;
  const now: PresentState = {
    amount: 9,
    open: 9,
    required: 20,
    baseUnit: 'pcs',
    offer: { left: 9, step: 1 },
    organization: { kept: 0, of: 0 },
    donor: { kept: 0, of: 0 },
    readAt: NOON,
    keptAt: NOON,
    deadline: needSide({}).deadline,
    utcOffsetMinutes: needSide({}).utcOffsetMinutes,
  };
  expect(presentSentence(of('completion'), now, words, 'ru')).not.toBe(storedSentence(of('completion'), 'ru'));
  expect(presentSentence(of('completion'), { ...now, open: 0 }, words, 'ru')).toBe(
    storedSentence(of('completion'), 'ru'),
  );
  expect(presentSentence(of('trust'), { ...now, donor: { kept: 3, of: 4 } }, words, 'en')).not.toBe(
    presentSentence(of('trust'), now, words, 'en'),
  );
  for (const part of ['purpose', 'place', 'urgency', 'waiting'])
    expect(presentSentence(of(part), now, words, 'ru')).toBe(storedSentence(of(part), 'ru'));
});

test.each<[days: number, urgency: string, waiting: string]>([
  [0, 'срочно, нужно до 21 декабря, осталось 20 дней', 'ждут 5 дней'],
  [7, 'срочно, нужно до 21 декабря, осталось 13 дней', 'ждут 12 дней'],
  [20, 'срочно, нужно до 21 декабря, это сегодня', 'ждут 25 дней'],
  [21, 'нужно было до 21 декабря', 'ждут 26 дней'],
])('read %i days after the pair was found, its days are counted to then', (days, urgency, waiting) => {
  const at = Date.UTC(2026, 11, 1, 3);
  const deadline = at + 20 * DAY;
  const need = needSide({ urgency: 4, since: at - 5 * DAY, deadline, utcOffsetMinutes: 540 });
  const parts = storedParts(scoreParts(offerSide({}), need, freshContext(FIRST_WEIGHTS), at, words));
  const now: PresentState = {
    amount: 9,
    open: 9,
    required: 20,
    baseUnit: 'pcs',
    offer: { left: 9, step: 1 },
    organization: { kept: 0, of: 0 },
    donor: { kept: 0, of: 0 },
    readAt: at + days * DAY,
    keptAt: at,
    deadline,
    utcOffsetMinutes: 540,
  };
  const told = (part: string, say: (one: KeyedPart) => string) => plain(say(parts.find((one) => one.part === part)!));
  expect(told('urgency', (part) => presentSentence(part, now, words, 'ru'))).toBe(urgency);
  expect(told('waiting', (part) => presentSentence(part, now, words, 'ru'))).toBe(waiting);
  expect(told('urgency', (part) => pastSentence(part, keptOn(now), 'ru'))).toBe('нужно было до 21 декабря');
  expect(told('waiting', (part) => pastSentence(part, keptOn(now), 'en'))).toBe(
    'had waited for 5 days when the pair was found',
  );
});

test('shares that were kept with a match are those of their day, however late it is read', () => {
  const at = Date.UTC(2026, 10, 24, 16); // the 25th at the place
  const kept: KeyedPart = {
    part: 'equity',
    value: 500_000,
    weight: 100_000,
    key: 'equity.shares',
    params: { place: 31, organization: 37, region: 40 },
  };
  const now = {
    ...{ amount: 9, open: 9, required: 20, baseUnit: 'pcs', offer: { left: 9, step: 1 } },
    ...{ organization: { kept: 0, of: 0 }, donor: { kept: 0, of: 0 } },
    ...{ readAt: at + 7 * DAY, keptAt: at, deadline: at + 20 * DAY, utcOffsetMinutes: 540 },
  };
  const ru = 'на 25 ноября месту пришло 31% просимого, организации 37%, по региону 40%';
  expect(plain(presentSentence(kept, now, words, 'ru'))).toBe(ru);
  expect(plain(pastSentence(kept, keptOn(now), 'ru'))).toBe(ru);
  expect(plain(arrivedSentence(kept, 7, 'pcs', words, keptOn(now), 'en'))).toMatch(/^by 25 November 31% of what/);
  expect(plain(storedSentence(kept, 'ru'))).toContain('пока пришло'); // while it is counted as it is read
});

test('of a confirmed match it is said what came', () => {
  const DAY_KEPT = { ru: '1 декабря', en: '1 December' };
  const kept = storedParts(score());
  const completion = kept.find(({ part }) => part === 'completion')!;
  expect(plain(arrivedSentence(completion, 7, 'pcs', words, DAY_KEPT, 'ru'))).toContain('7 шт');
  expect(plain(arrivedSentence(completion, 7, 'pcs', words, DAY_KEPT, 'en'))).toContain('7');
  expect(arrivedSentence(kept[0]!, 7, 'pcs', words, DAY_KEPT, 'ru')).toBe(storedSentence(kept[0]!, 'ru'));
});

test('what a clearing valued is said with its own values, in the order of parts', () => {
  const parts = plannedParts(offerSide(), needSide(), { trust: 11, purpose: 22, equity: 33 }, context, NOON, words);
  expect(parts.map(({ part, value }) => [part, value])).toEqual(
    SCORE_PARTS.filter((part) => ['trust', 'purpose', 'equity'].includes(part)).map((part) => [
      part,
      { trust: 11, purpose: 22, equity: 33 }[part as 'trust'],
    ]),
  );
  expect(plannedParts(offerSide(), needSide(), {}, context, NOON, words)).toEqual([]);
});
