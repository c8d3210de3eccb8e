import { accountIdOf, isAmount, leftToGive, needBalanceOf, offerBalanceOf, sameContent } from './accounts.rules.js';
import type { Account } from './account.entity.js';
import { canonical } from './canonical.js';
import { codeOf, newCode, readCode } from './statement-code.js';
import { dayAfter, dayDigest, GENESIS, lineHash, sealingTime, type PublicLine } from './seal.rules.js';
import { csvCell } from './statement-csv.rules.js';
import type { Transfer } from './transfer.entity.js';

const account = (parts: Partial<Account>): Account => ({
  id: 'a', kind: 'offer', holderType: 'offer', holderId: 'h', partyId: 'p', unit: 'pcs', item: null, purpose: '', required: null, postedIn: 0, postedBack: 0, postedOut: 0, heldIn: 0, heldOut: 0, ...parts,
});

test('the parts of an offer and of a need add up', () => {
  const offer = account({ postedIn: 50, postedOut: 18, heldOut: 10, postedBack: 2 });
  expect(offerBalanceOf(offer)).toEqual({ pledged: 50, available: 20, reserved: 10, delivered: 18, released: 2, unit: 'pcs' });
  expect(leftToGive(offer)).toBe(20);
  const need = account({ kind: 'need', required: 120, postedIn: 48, heldIn: 50, postedOut: 40 });
  expect(needBalanceOf(need)).toEqual({ required: 120, open: 22, reserved: 50, received: 48, unit: 'pcs' });
  expect(leftToGive(need)).toBe(8); // what is not yet reported as used
});

test('an offer has one account, a donor one for each unit and item', () => {
  const holderId = '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10';
  const of = (kind: 'offer' | 'promises', unit: string, item: string | null) => accountIdOf({ kind, holderId, unit, item });
  expect(of('offer', 'pcs', null)).toBe(of('offer', 'set', 'heater'));
  expect(new Set([of('promises', 'pcs', null), of('promises', 'set', null), of('promises', 'pcs', 'heater'), of('offer', 'pcs', null)]).size).toBe(4);
});

test.each([[1, true], [10_000_000_000_000, true], [0, false], [-1, false], [1.5, false], [10_000_000_000_001, false], [Number.NaN, false], [Number.POSITIVE_INFINITY, false]])('%p is an amount: %p', (amount, is) => {
  expect(isAmount(amount)).toBe(is);
});

test('a repeat may come later and from somebody else, but not with another amount', () => {
  const transfer = { id: 't', debit: 'd', credit: 'c', amount: 5, unit: 'pcs', item: null, kind: 'delivery', phase: 'held', resolves: null, mirrors: null, subjectType: 'match', subjectId: 'm', reason: null, at: new Date(0), by: null } as Transfer;
  expect(sameContent(transfer, { ...transfer, at: new Date(1000), by: 'somebody' })).toBe(true);
  expect(sameContent(transfer, { ...transfer, amount: 6 })).toBe(false);
  expect(sameContent(transfer, { ...transfer, subjectId: 'n' })).toBe(false);
});

test('canonical JSON does not depend on the order in which it was written', () => {
  expect(canonical({ b: 1, a: { d: null, c: ['ё', true] } })).toBe('{"a":{"c":["ё",true],"d":null},"b":1}');
  expect(() => canonical({ a: 0.5 })).toThrow(/exact/);
});

// Published digests depend on these bytes: if this test fails, the format has changed and old books no longer verify.
test('the hash of a line and the digest of a day are what they have always been', () => {
  const line: PublicLine = {
    position: 1, sealedAt: '2026-03-10T23:00:00.000Z', id: '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10', at: '2026-03-10T22:59:59.000Z', kind: 'pledge', phase: 'posted',
    debit: { kind: 'promises', holder: '11111111-1111-4111-8111-111111111111' }, credit: { kind: 'offer', holder: '22222222-2222-7222-8222-222222222222' },
    amount: 50, unit: 'pcs', item: 'heater', resolves: null, mirrors: null, subject: { type: 'offer', id: '22222222-2222-7222-8222-222222222222' },
  };
  const hash = lineHash(GENESIS, line).toString('hex');
  expect(hash).toBe('5d575212c117dbce3c328256bbe18508c199c73833a3f377ef55db46d1365d88');
  expect(dayDigest({ day: '2026-03-10', transfers: 1, lastPosition: 1, lastHash: hash, previous: GENESIS.toString('hex') }).toString('hex')).toBe('a8b6d04f7dfe72c2c314dd8e1d9b38ad71d211b840976c96269109e3c2183c0b');
});

test('days of the calendar', () => {
  expect(dayAfter('2026-02-28')).toBe('2026-03-01');
  expect(dayAfter('2028-02-28')).toBe('2028-02-29');
});

test('sealing time never runs backwards and never into a closed day', () => {
  const at = (iso: string) => new Date(iso);
  expect(sealingTime(at('2026-03-10T12:00:00Z'), null, null)).toEqual(at('2026-03-10T12:00:00Z'));
  expect(sealingTime(at('2026-03-10T12:00:00Z'), at('2026-03-10T12:00:01Z'), null)).toEqual(at('2026-03-10T12:00:01Z'));
  expect(sealingTime(at('2026-03-10T12:00:00Z'), at('2026-03-09T12:00:01Z'), '2026-03-10')).toEqual(at('2026-03-11T00:00:00Z'));
});

test('a code is read as people type it, and one wrong or two swapped symbols are found', () => {
  const code = codeOf('0123456789ABCDEF');
  expect(readCode(code)).toBe(code);
  expect(readCode(` ${code.toLowerCase().replaceAll('-', '')} `)).toBe(code);
  expect(readCode(code.replace('0', 'o').replace('1', 'L'))).toBe(code);
  for (let i = 0; i < 100; i += 1) {
    const plain = newCode().replaceAll('-', '');
    expect(readCode(plain)).not.toBeNull();
    const at = i % 15;
    const [a, b] = [plain[at]!, plain[at + 1]!];
    if (a !== b) expect(readCode(`${plain.slice(0, at)}${b}${a}${plain.slice(at + 2)}`)).toBeNull();
    const wrong = a === 'Z' ? 'Y' : 'Z';
    expect(readCode(`${plain.slice(0, at)}${wrong}${plain.slice(at + 1)}`)).toBeNull();
  }
  for (const text of ['', 'U', '0000', `${code}0`, '\0'.repeat(17)]) expect(readCode(text)).toBeNull();
});

test.each([
  ['=1+1', `'=1+1`], ['+7', `'+7`], ['@x', `'@x`], ['-text', `'-text`], [-5, '-5'], ['a,b', '"a,b"'], ['say "ё"', '"say ""ё"""'], [null, ''], ['=a,b', `"'=a,b"`],
])('the cell %p is written %p', (value, written) => {
  expect(csvCell(value)).toBe(written);
});
