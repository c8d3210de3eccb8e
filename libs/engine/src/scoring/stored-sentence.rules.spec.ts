import { catalogueFromFiles, wordsOf } from '../../../../test/support/catalogue.js';
import { DAY, needSide, NOON, offerSide } from '../../../../test/factories/sides.js';
import { freshContext } from '../scoring-context.js';
import type { OfferSide } from '../sides.js';
import { scoreParts, sentence, storedParts, type Words } from './pair-score.rules.js';
import { FIRST_WEIGHTS } from './score.rules.js';
import type { KeyedPart } from './stored-part.js';
import {
  arrivedSentence,
  keptOn,
  pastSentence,
  presentSentence,
  storedSentence,
  type PresentState,
} from './stored-sentence.rules.js';

let words: Words;
beforeAll(async () => {
  words = wordsOf(await catalogueFromFiles());
});
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const score = (offer: Partial<OfferSide> = {}) =>
  scoreParts(offerSide(offer), needSide({}), freshContext(FIRST_WEIGHTS), NOON, words);

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
  const ru = 'на 25 ноября месту за год пришло 31% просимого, организации 37%, по региону 40%, в среднем по нуждам';
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
