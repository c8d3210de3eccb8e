import type { Actor, Role } from '#identity';
import type { BankDocument } from './bank-file.rules.js';
import {
  Fingerprints,
  mayReadBank,
  statementVerbs,
  STATEMENT_STATES,
  payerShown,
  recognise,
  type KnownCodes,
  type KnownGift,
  type Recognition,
} from './bank-row.rules.js';
import { findPaymentCodes, paymentCodeOf } from '#matching';

const [OPEN, PAID, LAPSED, OTHER] = ['7K3F9TRB', 'AAAAAAAA', 'BBBBBBBB', 'ZZZZZZZZ'].map(paymentCodeOf) as [
  string,
  string,
  string,
  string,
];
const AGREED = paymentCodeOf('CCCCCCCC');
const gift = (code: string, status: KnownGift['status']): KnownGift => ({ id: code, code, status, amount: 150_000 });
const known = new Map(
  [gift(OPEN, 'promised'), gift(PAID, 'paid'), gift(LAPSED, 'lapsed')].map((each) => [each.code, each]),
);
const [PLEDGED, SETTLED] = ['DDDDDDDD', 'EEEEEEEE'].map(paymentCodeOf) as [string, string];
const transfer = (code: string, left: number) => ({ id: code, code, left });
const codesOf = (awaited: readonly string[], gifts: KnownCodes['gifts'] = known): KnownCodes => ({
  gifts,
  transfers: new Map([transfer(PLEDGED, 90_000), transfer(SETTLED, 0)].map((each) => [each.code, each])),
  awaited: new Set(awaited),
});
const mistyped = OPEN.replace('7', '1');

test.each<[purpose: string, amount: number, said: Recognition | string]>([
  [`Дар ${OPEN}`, 150_000, gift(OPEN, 'promised').code],
  [`Дар ${LAPSED}`, 150_000, LAPSED],
  [`Дар ${mistyped}`, 150_000, OPEN],
  [`Дар ${mistyped}`, 150_001, { reason: 'other-sum' }],
  [`Дар ${OPEN}`, 149_999, { reason: 'other-sum' }],
  [`Дар ${PAID}`, 150_000, { reason: 'paid-before' }],
  [`Дар ${OTHER}`, 150_000, { reason: 'unknown-code' }],
  [`Дар ${OPEN} ${LAPSED}`, 150_000, { reason: 'several-codes' }],
  ['Дар без кода', 150_000, { reason: 'no-code' }],
  [`Дар ${AGREED}`, 150_000, { reason: 'agreed-match' }],
  [`Дар ${AGREED} ${OPEN}`, 150_000, { reason: 'several-codes' }],
  [`Поручение ${PLEDGED}`, 90_000, { transfer: transfer(PLEDGED, 90_000) }],
  [`Поручение ${PLEDGED}`, 1, { transfer: transfer(PLEDGED, 90_000) }],
  [`Поручение ${PLEDGED}`, 90_001, { reason: 'other-sum' }],
  [`Поручение ${SETTLED}`, 90_000, { reason: 'paid-before' }],
  [`Поручение ${PLEDGED} ${OPEN}`, 90_000, { reason: 'several-codes' }],
])('«%s», %d', (purpose, amount, said) => {
  const found = recognise({ codes: findPaymentCodes(purpose), amount }, codesOf([AGREED]));
  expect('gift' in found ? found.gift.code : found).toEqual(said);
});

test('a mistyped code that could be a gift and an agreed match is for a person to say', () => {
  const codes = { exact: [], mended: [OPEN, AGREED] };
  expect(recognise({ codes, amount: 150_000 }, codesOf([AGREED]))).toEqual({ reason: 'several-codes' });
  expect(recognise({ codes, amount: 150_000 }, codesOf([]))).toEqual({ gift: gift(OPEN, 'promised') });
  expect(recognise({ codes, amount: 150_000 }, codesOf([AGREED], new Map()))).toEqual({ reason: 'agreed-match' });
});

test.each([
  ['Иванов Иван Иванович', 'И. И. И.'],
  ['ПЕТРОВА  анна', 'П. А.'],
  ['Салтыков-Щедрин Михаил Евграфович//г Зея, ул Мухина, 1//', 'С. М. Е.'],
  ['ООО «Зейские окна»', 'ООО «Зейские окна»'],
  ['ИП Иванов Иван Иванович', 'ИП Иванов Иван Иванович'],
  ['Администрация Зейского округа', 'Администрация Зейского округа'],
  ['ООО Лесторг', 'ООО Лесторг'],
  ['Касса 12', 'Касса 12'],
  ['Мария', 'Мария'],
  ['', ''],
])('%s is shown as «%s»', (payer, shown) => expect(payerShown(payer)).toBe(shown));

test('equal rows of one file are different rows, and the same in the next file', () => {
  const row: BankDocument = {
    line: 8,
    number: '17',
    day: '2026-03-01',
    amount: 100,
    payerAccount: '1',
    payer: 'Иванов',
    payeeAccount: '2',
    purpose: 'Дар',
  };
  const prints = new Fingerprints();
  const [first, second, third] = [row, { ...row, line: 30 }, { ...row, number: '18' }].map((each) =>
    prints.of(each).toString('hex'),
  );
  expect(new Set([first, second, third]).size).toBe(3);
  expect(new Fingerprints().of({ ...row, payer: 'ИВАНОВ', line: 1 }).toString('hex')).toBe(first);
});

test.each<[role: Role | null, reads: boolean]>([
  ['owner', true],
  ['coordinator', true],
  ['accountant', true],
  [null, false],
])('%s reads what the bank says: %s', (role, reads) => {
  const actor: Actor = {
    personId: 'p',
    locale: 'ru',
    platform: [],
    organizations: role === null ? [] : [{ id: 'o', role }],
    places: [],
    via: 'web',
    confirmed: true,
  };
  expect([mayReadBank(actor, 'o'), mayReadBank(actor, 'another'), mayReadBank(null, 'o')]).toEqual([
    reads,
    false,
    false,
  ]);
});

test('an import is cancelled while it is read and afterwards, and once', () => {
  expect(STATEMENT_STATES.map((state) => [state, statementVerbs(state)])).toEqual([
    ['reading', ['cancel']],
    ['done', ['cancel']],
    ['cancelling', []],
    ['cancelled', []],
  ]);
});
