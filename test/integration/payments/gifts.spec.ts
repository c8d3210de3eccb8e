import { DAY_MS } from '#kernel';
import { verifyLedger } from '#ledger';
import { matchingChecks } from '#matching';
import { offerChecks } from '#offers';
import { paymentsChecks } from '#payments';
import { answerOf } from '../needs/fixture.js';
import { openBank, type Bank } from './fixture.js';

let bank: Bank;
beforeAll(async () => {
  bank = await openBank();
}, 60_000);
afterAll(async () => {
  expect((await verifyLedger(bank.source)).alarms).toEqual([]);
  for (const { sentence, sql } of [...paymentsChecks, ...matchingChecks, ...offerChecks]) expect([sentence, await bank.source.query(sql)]).toEqual([sentence, []]);
  await bank.db.drop();
});

const statusOf = async (code: string): Promise<string> => (await bank.reads.gift(code)).status;

test('a visitor promises, the bank statement shows it, the need has it: once, whatever is imported again', async () => {
  const need = await bank.moneyNeed();
  const gift = await bank.promise(need);
  expect(gift).toMatchObject({ status: 'promised', amount: 150_000, unit: 'kopeck', held: true, payee: { account: '40703810900000000001' } });
  expect(gift.qr?.payload).toContain(`Sum=150000`);
  expect(gift.purpose).toContain(gift.code);
  expect(await bank.balance(need)).toMatchObject({ open: 1_350_000, reserved: 150_000, received: 0 });

  const payment = { purpose: `Пожертвование ${gift.code} без НДС` };
  const foreign = { purpose: `Дар ${gift.code}`, payee: '40703810900000000002' };
  expect(await bank.import([payment, foreign])).toMatchObject({ status: 'done', rows: 1, recognised: 1, alreadyKnown: 0, ignored: 1, toDecide: [] });
  expect(await bank.balance(need)).toMatchObject({ open: 1_350_000, reserved: 0, received: 150_000 });
  expect(await bank.import([payment, { purpose: 'Возврат аренды' }])).toMatchObject({ rows: 2, recognised: 0, alreadyKnown: 1, toDecide: [{ reason: 'no-code', payer: 'Иванов Иван' }] });
  expect(await bank.balance(need)).toMatchObject({ open: 1_350_000, reserved: 0, received: 150_000 });

  const told = await bank.reads.gift(gift.code.toLowerCase());
  expect([told.status, told.qr, JSON.stringify(told).match(/Проверка|Иванов|example/)]).toEqual(['paid', null, null]);
  expect(await bank.source.query('SELECT payer, purpose FROM bank_rows WHERE gift_id = $1', [gift.id])).toEqual([{ payer: null, purpose: null }]);
});

test('what visitors only promise holds at most half of a need; the rest is counted when it is seen', async () => {
  const need = await bank.moneyNeed('100.00');
  const gifts = [await bank.promise(need, '40.00'), await bank.promise(need, '10.00'), await bank.promise(need, '10.00')];
  expect(gifts.map(({ held }) => held)).toEqual([true, true, false]);
  expect(await bank.balance(need)).toMatchObject({ open: 5_000, reserved: 5_000 });
  await bank.import([{ purpose: gifts[2]!.code, sum: '10.00' }]);
  expect(await bank.balance(need)).toMatchObject({ open: 4_000, reserved: 5_000, received: 1_000 });
  expect(await answerOf(bank.promise(need, '41.00'))).toBe('match.less-left');
});

test('money that comes after the lapse still counts; what the need has no room for is surplus', async () => {
  const need = await bank.moneyNeed('100.00');
  const late = await bank.promise(need, '50.00');
  bank.clock.forward(10 * DAY_MS);
  expect(await bank.gifts.lapseDue()).toBeGreaterThanOrEqual(1);
  expect([await statusOf(late.code), await bank.gifts.lapseDue()]).toEqual(['lapsed', 0]);
  expect(await bank.balance(need)).toMatchObject({ open: 10_000, reserved: 0 });

  const other = await bank.promise(need, '70.00', bank.donor);
  expect(other.held).toBe(true);
  await bank.import([{ purpose: late.code, sum: '50.00', number: '18' }]);
  expect([await statusOf(late.code), await bank.balance(need)]).toMatchObject(['paid', { open: 0, reserved: 7_000, received: 3_000 }]);
  await bank.import([{ purpose: other.code, sum: '70.00', number: '19' }]);
  expect(await bank.balance(need)).toMatchObject({ open: 0, reserved: 0, received: 10_000 });
  const [surplus] = await bank.source.query(`SELECT posted_in AS amount FROM accounts WHERE kind = 'surplus' AND holder_id = $1`, [bank.organization]);
  expect(surplus.amount).toBe(2_000);
  expect((await bank.reads.giftsOf(bank.donor, 5, null)).map(({ code }) => code)).toEqual([other.code]);
});

test('another sum, an unknown code and a code of others wait for a person, who decides once', async () => {
  const need = await bank.moneyNeed('1000.00');
  const [less, more] = [await bank.promise(need, '100.00'), await bank.promise(need, '200.00')];
  const { toDecide } = await bank.import([{ purpose: less.code, sum: '90.00', number: '20' }, { purpose: `${more.code} `, sum: '250.00', number: '21' }, { purpose: 'LP-0000-0000-0', sum: '100.00', number: '22' }]);
  expect(toDecide.map(({ reason }) => reason).sort()).toEqual(['other-sum', 'other-sum', 'unknown-code']);
  const row = (number: string) => toDecide.find((each) => each.number === number)!;
  expect(row('22').proposals).toMatchObject([{ code: less.code }]);
  const decide = (number: string, code: string) => answerOf(bank.statements.decide(bank.coordinator, row(number).id, { outcome: 'gift', gift: code }));
  expect([await decide('20', less.code), await decide('20', less.code), await decide('20', more.code), await decide('22', less.code)]).toEqual(['done', 'done', 'bank.row-decided', 'bank.gift-paid']);
  expect(await bank.balance(need)).toMatchObject({ open: 100_000 - 9_000 - 20_000, reserved: 20_000, received: 9_000 });
  expect(await decide('21', more.code)).toBe('done');
  expect(await bank.balance(need)).toMatchObject({ open: 100_000 - 34_000, reserved: 0, received: 34_000 });
  expect(await answerOf(bank.statements.decide(bank.coordinator, row('22').id, { outcome: 'not-a-gift' }))).toBe('done');
  expect(await answerOf(bank.statements.decide(bank.donor, row('22').id, { outcome: 'not-a-gift' }))).toBe('bank.row-not-found');
});

test('twenty imports of one statement at once pay each gift once', async () => {
  const need = await bank.moneyNeed('1000.00');
  const gifts = [await bank.promise(need, '10.00'), await bank.promise(need, '20.00')];
  const payments = gifts.map(({ code, amount }, at) => ({ purpose: code, sum: `${amount / 100}.00`, number: `3${at}` }));
  const read = await Promise.all(Array.from({ length: 20 }, () => bank.import(payments)));
  expect(read.reduce((sum, { recognised }) => sum + recognised, 0)).toBe(2);
  expect(await bank.balance(need)).toMatchObject({ reserved: 0, received: 3_000 });
});

test('a statement whose reader died is looked at by the clock', async () => {
  const need = await bank.moneyNeed('1000.00');
  const gift = await bank.promise(need, '10.00');
  const { id } = await bank.import([{ purpose: gift.code, sum: '11.00', number: '40' }]);
  await bank.source.query(`UPDATE bank_rows SET reason = 'new', amount = 1000 WHERE statement_id = $1`, [id]);
  expect(await bank.statements.lookDue()).toBe(0); // somebody may still be reading it
  bank.clock.forward(DAY_MS);
  expect(await bank.statements.lookDue()).toBe(1);
  expect([await statusOf(gift.code), await bank.balance(need)]).toMatchObject(['paid', { received: 1_000 }]);
});

test('where there is no account, no money or no yes beforehand, nothing is promised', async () => {
  const need = await bank.moneyNeed();
  expect(await answerOf(bank.promise(await bank.openNeed(), '10.00'))).toBe('gift.not-money');
  expect(await answerOf(bank.promise(need, '0.99'))).toBe('form.invalid: quantity gift.below-smallest');
  expect(await answerOf(bank.gifts.promise({ ...bank.donor, confirmed: false }, need, { quantity: '5', unit: 'rub', locale: 'ru' }))).toBe('done');
  const almost = await bank.moneyNeed('100.50');
  await bank.promise(almost, '100.00', bank.donor);
  expect(await answerOf(bank.promise(almost, '0.40'))).toBe('form.invalid: quantity gift.below-smallest');
  expect(await answerOf(bank.promise(almost, '0.50'))).toBe('done'); // the last of it may always be given
  await bank.source.query(`UPDATE organizations SET status = 'suspended' WHERE id = $1`, [bank.organization]);
  expect(await answerOf(bank.promise(need, '10.00'))).toBe('gift.no-account');
  expect(await answerOf(bank.import([]))).toBe('bank.no-account');
});
