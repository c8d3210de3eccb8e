import {
  marksIn,
  needRisk,
  organizationRisk,
  signaturesNeeded,
  TWO_SIGNATURES_ABOVE_KOPECKS,
  type NeedFacts,
} from './risk.rules.js';
import { reasonSentence } from './reason-sentences.rules.js';

const calm: NeedFacts = {
  kind: 'goods',
  amount: 120,
  texts: ['Обогреватели для посёлка', 'Зимой в домах холодно.'],
  daysVerified: 200,
  earlierNeeds: 4,
  thresholdKopecks: TWO_SIGNATURES_ABOVE_KOPECKS,
  duplicates: [],
};
const codes = (need: Partial<NeedFacts>): string[] => needRisk({ ...calm, ...need }).reasons.map((one) => one.code);

test('an ordinary need of a known organization has no risk and needs one signature', () => {
  expect(needRisk(calm)).toEqual({ risk: 0, reasons: [] });
  expect(signaturesNeeded(calm)).toBe(1);
});

test.each<[string, Partial<NeedFacts>, string[]]>([
  ['a new organization', { daysVerified: 9 }, ['new-organization']],
  ['on the thirtieth day it is no longer new', { daysVerified: 30 }, []],
  ['a first need', { earlierNeeds: 0 }, ['first-need']],
  ['a large sum', { kind: 'money', amount: 124_000_000 }, ['large-sum']],
  ['exactly the threshold', { kind: 'money', amount: 50_000_000 }, []],
  ['many things are not a sum', { kind: 'goods', amount: 124_000_000 }, []],
  [
    'card and phone in the text',
    { texts: ['Перевод на карту 4111 1111 1111 1111 или 8 914 555-12-34'] },
    ['card-number', 'phone-for-transfer'],
  ],
  ['the number stands in the title', { texts: ['Помогите 8 914 555-12-34', 'Спасибо'] }, ['phone']],
  ['a duplicate', { duplicates: [{ id: 'like', number: 19874, percent: 83 }] }, ['duplicate']],
])('%s', (_what, need, expected) => expect(codes(need)).toEqual(expected));

test('the risk is the sum of the weights, the heaviest first, and never above 100', () => {
  const all = needRisk({
    ...calm,
    kind: 'money',
    amount: 124_000_000,
    daysVerified: 9,
    earlierNeeds: 0,
    duplicates: [{ id: 'like', number: 19874, percent: 83 }],
    texts: ['Карта 4111 1111 1111 1111, телефон для перевода 8 914 555-12-34, счёт 40817810900000000001'],
  });
  expect(all.risk).toBe(100);
  expect(all.reasons[0]?.code).toBe('card-number');
  const two = needRisk({ ...calm, daysVerified: 9, earlierNeeds: 0 });
  expect(two.risk).toBe(two.reasons.reduce((sum, one) => sum + one.weight, 0));
});

test('two signatures only above the threshold', () => {
  expect(signaturesNeeded({ kind: 'money', amount: 50_000_001, thresholdKopecks: 50_000_000 })).toBe(2);
  expect(signaturesNeeded({ kind: 'money', amount: 50_000_000, thresholdKopecks: 50_000_000 })).toBe(1);
});

test.each([
  ['40703810900000000001', 0, ['not-verified-yet']],
  ['40702810900000000001', 0, ['commercial-account', 'not-verified-yet']],
  ['40817810900000000001', 1, ['personal-account', 'same-inn', 'not-verified-yet']],
])('an organization with the account %s and %s namesakes', (accountNumber, sameInn, expected) => {
  expect(organizationRisk({ texts: ['АНО «Пример»'], accountNumber, sameInn }).reasons.map((one) => one.code)).toEqual(
    expected,
  );
});

test('every reason has a sentence in both languages, with its numbers in it', () => {
  const large = needRisk({ ...calm, kind: 'money', amount: 124_000_000, daysVerified: 2 });
  expect(large.reasons.map((one) => reasonSentence(one, 'ru').replace(/\s/g, ' '))).toEqual([
    'Сумма 1 240 000 ₽ выше порога 500 000 ₽: нужны две подписи.',
    'Новая организация: проверена за 2 дня до этого.',
  ]);
  expect(reasonSentence(large.reasons[1]!, 'en')).toBe('A new organization: verified 2 days before this.');
});

test('of what overlaps in a text the first is marked, and what comes after it whatever lay between', () => {
  const text = 'Пишите: anna@www.example.org/+79140000017';
  const marks = marksIn(text);
  expect(marks.map(({ at, length }) => text.slice(at, at + length))).toEqual(['anna@www.example.org', '+79140000017']); // and no link between them
});
