import { newId } from '#kernel';
import { verifyLedger } from '#ledger';
import { matchingChecks } from '#matching';
import { offerChecks } from '#offers';
import { paymentsChecks, type GiftTargetForm } from '#payments';
import { answerOf } from '../needs/fixture.js';
import { openBank, type Bank } from './fixture.js';

let bank: Bank;
let second: string;
let secondCoordinator: Bank['donor'];
beforeAll(async () => {
  bank = await openBank();
  secondCoordinator = await bank.people.person('Вера Соседова');
  second = await bank.people.organization(secondCoordinator.personId, 'verified', 2);
});
afterAll(async () => {
  expect((await verifyLedger(bank.source)).alarms).toEqual([]);
  for (const { sentence, sql } of [...paymentsChecks, ...matchingChecks, ...offerChecks])
    expect([sentence, await bank.source.query(sql)]).toEqual([sentence, []]);
  await bank.db.drop();
});
beforeEach(() => bank.source.query(`UPDATE needs SET status = 'closed' WHERE status IN ('open', 'partly_met')`)); // each scenario has its own needs

const money = { kind: 'money', category: 'elderly-veterans', item: null, unit: 'rub', autoAccept: true } as const;
/** A need of the second organization. */
async function secondNeed(rub: string, more: object = {}): Promise<string> {
  const who = bank.as(secondCoordinator, second, 'coordinator');
  const id = await bank.needs.draft(who, bank.heaters({ ...money, organization: second, quantity: rub, ...more }));
  await bank.needs.submit(who, id);
  await bank.run((tx) => bank.needs.approve(tx, bank.moderator, id));
  return id;
}
const look = (to: GiftTargetForm, quantity?: string, who: Bank['donor'] | null = null) =>
  bank.orders.look(who, to, { quantity, unit: 'rub' }, 'ru');
const give = async (to: GiftTargetForm, rub: string, who: Bank['donor'] | null = null, known?: string) =>
  bank.orderReads.ofOrder(
    await bank.orders.promise(who, to, { quantity: rub, unit: 'rub', locale: 'ru' }, known),
    'ru',
  );

test('a visitor names a sphere and a sum: the engine says where it goes and why, then promises it with a code', async () => {
  const need = await bank.moneyNeed('15000.00');
  const seen = await look({ sphere: 'elderly' }, '1500.00');
  expect(seen).toMatchObject({
    providers: ['bank'],
    left: 0,
    parts: [{ need, amount: 150_000, organizationName: '«Тепло 1»' }],
    amounts: [{ need, amount: 1_500_000 }],
  });
  const sentences = seen.parts[0]!.why.map(({ sentence }) => sentence)
    .join(' | ')
    .replace(/[\u00a0\u202f]/g, ' ');
  expect(sentences).toContain('вклад отдают только сюда');
  expect(sentences).toContain('закроет 1 500 ₽ из 15 000 ₽, это 10%');
  expect(await bank.balance(need)).toMatchObject({ open: 1_500_000, reserved: 0 }); // looking promises nothing

  const order = await give({ sphere: 'elderly' }, '1500.00');
  expect(order).toMatchObject({
    target: { kind: 'sphere', id: 'elderly' },
    left: 0,
    gifts: [{ need, amount: 150_000, status: 'promised' }],
  });
  expect(order.gifts[0]!.why.map(({ part }) => part)).toEqual(seen.parts[0]!.why.map(({ part }) => part));
  const gift = await bank.reads.gift(order.gifts[0]!.code);
  expect(gift.qr?.payload).toContain('Sum=150000');
  await bank.import([{ purpose: gift.code, sum: '1500.00', number: newId().slice(-12) }]);
  expect(await bank.balance(need)).toMatchObject({ reserved: 0, received: 150_000 });
  expect(await bank.orderReads.ofGift(gift.code, 'en')).toMatchObject({ gifts: [{ status: 'paid' }] });
});

test('money that no need takes whole is split: one gift, and one transfer, for each organization', async () => {
  const [first, other] = [await bank.moneyNeed('100.00'), await secondNeed('70.00')];
  const order = await give({ place: 'selemdzhinsky' }, '150.00');
  expect(order.gifts.map(({ need, amount }) => [need, amount])).toEqual([
    [first, 10_000],
    [other, 5_000],
  ]);
  expect(order.left).toBe(0);
  const codes = order.gifts.map(({ code }) => code);
  expect(await bank.orderReads.ofGift(codes[1]!, 'ru')).toMatchObject({
    gifts: [{ code: codes[0] }, { code: codes[1] }],
  });
  expect((await give({ category: 'elderly-veterans' }, '1000.00')).left).toBeGreaterThan(0);
});

test('beside a gift its others say who took them back, apart from those whose money never came', async () => {
  await bank.moneyNeed('100.00');
  await secondNeed('70.00');
  const order = await give({ place: 'selemdzhinsky' }, '150.00', bank.donor);
  const [kept, back] = order.gifts.map(({ code }) => code);
  const [{ match }] = await bank.source.query('SELECT match_id AS match FROM gifts WHERE code = $1', [back]);
  await bank.life.cancel(bank.donor, match);
  await bank.followAll();
  expect((await bank.orderReads.ofGift(kept!, 'ru')).gifts).toMatchObject([
    { code: kept, status: 'promised', cancelledBy: null },
    { code: back, status: 'lapsed', cancelledBy: 'donor' },
  ]);
});

test('an organization’s gift goes to one of its needs, never to those of others or of its own people', async () => {
  const [own] = [await bank.moneyNeed('100.00'), await secondNeed('9000.00')];
  expect((await give({ organization: bank.organization }, '60.00')).gifts.map(({ need }) => need)).toEqual([own]);
  expect(await answerOf(give({ organization: bank.organization }, '10.00', bank.coordinator))).toBe(
    'gift.nothing-fits',
  );
  expect(await answerOf(give({ organization: newId() }, '10.00'))).toBe(
    'form.invalid: to.organization form.not-in-list',
  );
  expect(await answerOf(give({}, '10.00'))).toBe('form.invalid: to.organization gift.one-target');
  expect(await answerOf(give({ sphere: 'elderly' }, '0.50'))).toBe('form.invalid: quantity gift.below-smallest');
});

test('needs that cannot be given to are not chosen: private ones, those that answer by themselves, those of suspended organizations', async () => {
  await bank.openNeed({ ...money, category: 'relief-violence', quantity: '100.00' });
  await bank.openNeed({ ...money, quantity: '100.00', autoAccept: false });
  await secondNeed('100.00');
  await bank.source.query(`UPDATE organizations SET status = 'suspended' WHERE id = $1`, [second]);
  expect(await answerOf(give({ place: 'selemdzhinsky' }, '10.00'))).toBe('gift.nothing-fits');
  expect(await look({ place: 'selemdzhinsky' }, '10.00')).toEqual({
    providers: [],
    amounts: [],
    parts: [],
    left: 1_000,
  });
  await bank.source.query(`UPDATE organizations SET status = 'verified' WHERE id = $1`, [second]);
});

test('a repeated request is the same order; many at once never promise more than is open, and promises of visitors never block a need', async () => {
  const need = await bank.moneyNeed('100.00');
  const id = newId();
  const [once, again] = [
    await give({ sphere: 'elderly' }, '10.00', null, id),
    await give({ sphere: 'elderly' }, '10.00', null, id),
  ];
  expect(again).toEqual(once);
  expect(await bank.source.query('SELECT count(*)::int AS gifts FROM gifts WHERE order_id = $1', [id])).toEqual([
    { gifts: 1 },
  ]);
  await Promise.all(
    Array.from({ length: 12 }, (_, at) => answerOf(give({ sphere: 'elderly' }, '20.00', at % 2 ? null : bank.donor))),
  );
  const balance = (await bank.balance(need))!;
  expect(balance.open + balance.reserved).toBe(10_000);
  const [{ held }] = (await bank.source.query(
    `SELECT coalesce(sum(amount), 0)::int AS held FROM gifts WHERE need_id = $1 AND match_id IS NOT NULL AND person_id IS NULL`,
    [need],
  )) as [{ held: number }];
  expect(held).toBeLessThanOrEqual(5_000);
});

test('who confirms the address that a visitor left finds the gifts of it, and nobody else does', async () => {
  const need = await bank.moneyNeed('900.00');
  const promise = (email: string) =>
    bank.promises.promise(null, need, { quantity: '10.00', unit: 'rub', locale: 'ru', donor: { email } });
  const [mine] = [await promise('Later@Example.org'), await promise('other@example.org')];
  const later = await bank.people.person('Поздняя Гостья');
  const found = async () => (await bank.reads.giftsOf(later, 5, null)).map(({ id }) => id);
  await bank.source.query(`UPDATE people SET email = 'later@example.org', email_confirmed_at = NULL WHERE id = $1`, [
    later.personId,
  ]);
  expect(await found()).toEqual([]);
  await bank.source.query('UPDATE people SET email_confirmed_at = now() WHERE id = $1', [later.personId]);
  expect(await found()).toEqual([mine]);
  expect(await bank.reads.giftsOf(bank.donor, 50, null)).not.toContainEqual(expect.objectContaining({ id: mine }));
});
