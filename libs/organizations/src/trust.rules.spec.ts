import { DAY_MS } from '#kernel';
import { trustOf, type TrustFacts } from './trust.rules.js';

const now = new Date('2026-06-01T00:00:00Z');
const ago = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
const facts: TrustFacts = {
  verified: true,
  informal: false,
  vouched: false,
  documents: 1,
  verifiedAt: ago(200),
  fulfilled: 5,
  unreportedSince: null,
};

test.each<[name: string, changed: Partial<TrustFacts>, level: number]>([
  ['not verified, whatever else', { verified: false }, 0],
  ['verified alone', { documents: 0, fulfilled: 0 }, 1],
  ['with documents', { fulfilled: 0 }, 2],
  ['with a history', { documents: 0 }, 2],
  ['with both', {}, 3],
  ['four needs are no history', { fulfilled: 4 }, 2],
  ['nor are five in a month', { verifiedAt: ago(30) }, 2],
  ['a group is vouched for instead', { informal: true, documents: 0, vouched: true, fulfilled: 0 }, 2],
  ['documents do not stand for a vouch', { informal: true, vouched: false, fulfilled: 0 }, 1],
  ['a report has time', { unreportedSince: ago(59) }, 3],
  ['then one level goes', { unreportedSince: ago(60) }, 2],
  ['and another one a month later', { unreportedSince: ago(90) }, 1],
  ['but never the first', { unreportedSince: ago(1000) }, 1],
])('%s', (_name, changed, level) => {
  expect(trustOf({ ...facts, ...changed }, now, 'ru').level).toBe(level);
});

test.each<[name: string, changed: Partial<TrustFacts>, fadesInDays: number | null]>([
  ['all is reported on', {}, null],
  ['met ten days ago', { unreportedSince: ago(10) }, 50],
  ['one level is gone', { unreportedSince: ago(65) }, 25],
  ['nothing is left to lose', { unreportedSince: ago(95) }, null],
  ['there was nothing to lose', { documents: 0, fulfilled: 0, unreportedSince: ago(10) }, null],
])('the countdown: %s', (_name, changed, days) => {
  const { fadesAt } = trustOf({ ...facts, ...changed }, now, 'ru');
  expect(fadesAt && (fadesAt.getTime() - now.getTime()) / DAY_MS).toBe(days);
});

test('every reason is a sentence in the language of the reader, whether it holds or not', () => {
  const late = trustOf({ ...facts, documents: 0, unreportedSince: ago(70) }, now, 'ru').reasons;
  expect(late.map((reason) => [reason.code, reason.holds])).toEqual([
    ['verified', true],
    ['papers', false],
    ['history', true],
    ['reports', false],
  ]);
  expect(late[3]?.sentence).toBe('Нет отчёта о полученном больше 60 дней.');
  expect(trustOf({ ...facts, informal: true, vouched: true }, now, 'en').reasons[1]?.sentence).toBe(
    'The municipality vouches for the group.',
  );
});
