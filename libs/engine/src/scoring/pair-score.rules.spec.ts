import { catalogueFromFiles, wordsOf } from '../../../../test/support/catalogue.js';
import { DAY, needSide, NOON, offerSide } from '../../../../test/factories/sides.js';
import { freshContext } from '../scoring-context.js';
import type { NeedSide, OfferSide } from '../sides.js';
import { bindingOf, needParts, plannedParts, scoreParts, sentence, wishOf, type Words } from './pair-score.rules.js';
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
