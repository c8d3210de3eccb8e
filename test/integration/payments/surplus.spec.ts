import { DAY_MS, newId } from '#kernel';
import { verifyLedger } from '#ledger';
import { paymentsChecks, SurplusMails } from '#payments';
import { answerOf } from '../needs/fixture.js';
import { openBank, type Bank } from './fixture.js';

let bank: Bank;
let owner: Bank['donor'];
beforeAll(async () => {
  bank = await openBank();
  owner = bank.as(await bank.people.person('Ольга Счётная'), bank.organization, 'owner');
});
afterAll(async () => {
  expect((await verifyLedger(bank.source)).alarms).toEqual([]);
  for (const { sentence, sql } of paymentsChecks)
    expect([sentence, await bank.source.query(sql)]).toEqual([sentence, []]);
  await bank.db.drop();
});

const surplusOf = async (purpose: string): Promise<number> => {
  const [row] = (await bank.source.query(
    `SELECT coalesce(sum(posted_in - posted_out), 0)::bigint AS amount FROM accounts WHERE kind = 'surplus' AND holder_id = $1 AND purpose = $2`,
    [bank.organization, purpose],
  )) as { amount: number }[];
  return row!.amount;
};
const newest = async () => (await bank.surplusReads.ofOrganization(owner, bank.organization, 1, null, 'ru'))[0]!.view;
/** A gift of `rub` roubles beyond what its need takes. */
async function tooMuch(rub: number, donor: Bank['donor'] | null) {
  const need = await bank.moneyNeed('100.00');
  const gift = await bank.promise(need, '50.00', donor);
  const { toDecide } = await bank.import([{ purpose: gift.code, sum: `${100 + rub}.00`, number: newId().slice(-12) }]);
  await bank.statements.decide(bank.coordinator, toDecide[0]!.id, { outcome: 'gift', gift: gift.code });
  bank.clock.forward(1000);
  return { need, gift, surplus: await newest() };
}

test('a known donor alone says what becomes of what was too much; each decision is taken back by reversals', async () => {
  const { surplus, gift, need } = await tooMuch(30, bank.donor);
  expect(surplus).toMatchObject({
    amount: 3_000,
    came: 13_000,
    purpose: 'elderly-veterans',
    fromNeed: { id: need },
    state: 'waiting',
    donorKnown: true,
    can: ['return'],
  });
  expect((await bank.surplusReads.ofDonor(bank.donor, 5, null, 'ru')).map(({ view }) => view.id)).toEqual([surplus.id]);
  const before = await surplusOf('elderly-veterans');
  const other = await bank.moneyNeed('50.00');
  expect((await bank.surplusReads.one(bank.donor, surplus.id, 'ru')).needs.map(({ id }) => id)).toContain(other);
  expect(await answerOf(bank.surpluses.decide(owner, surplus.id, { outcome: 'organization' }))).toBe(
    'surplus.not-yours-to-say',
  );
  expect(
    await answerOf(bank.surpluses.decide(await bank.people.person('Чужая'), surplus.id, { outcome: 'organization' })),
  ).toBe('surplus.not-found');

  for (let i = 0; i < 2; i += 1) await bank.surpluses.decide(bank.donor, surplus.id, { outcome: 'need', need: other });
  expect([await bank.balance(other), await surplusOf('elderly-veterans')]).toMatchObject([
    { received: 3_000 },
    before - 3_000,
  ]);
  expect(await answerOf(bank.surpluses.decide(bank.donor, surplus.id, { outcome: 'organization' }))).toBe(
    'surplus.decided',
  );
  for (let i = 0; i < 2; i += 1) await bank.surpluses.undo(bank.donor, surplus.id);
  expect([await bank.balance(other), await surplusOf('elderly-veterans')]).toMatchObject([{ received: 0 }, before]);
  expect((await bank.facts(other)).filter((fact) => fact === 'surplus.moved')).toHaveLength(2);

  await bank.surpluses.decide(bank.donor, surplus.id, { outcome: 'organization' });
  expect([await surplusOf('elderly-veterans'), await surplusOf('statutory')]).toEqual([before - 3_000, 3_000]);
  await bank.surpluses.undo(bank.donor, surplus.id);
  expect([await surplusOf('elderly-veterans'), await surplusOf('statutory')]).toEqual([before, 0]);

  await bank.surpluses.decide(bank.donor, surplus.id, { outcome: 'back' });
  expect(await bank.surplusReads.one(owner, surplus.id, 'ru')).toMatchObject({ state: 'waiting', askedBack: true });
  expect(
    await answerOf(
      bank.surpluses.decide(bank.coordinator, surplus.id, { outcome: 'back', bankDate: '2026-03-10', bankNumber: '5' }),
    ),
  ).toBe('surplus.not-yours-to-say');
  for (let i = 0; i < 2; i += 1)
    await bank.surpluses.decide(owner, surplus.id, { outcome: 'back', bankDate: '2026-03-10', bankNumber: '5' });
  expect(await bank.behind(gift.id)).toMatchObject({ status: 'used_up', balance: { delivered: 10_000, available: 0 } });
  expect([await surplusOf('elderly-veterans'), (await bank.reads.gift(gift.code)).status]).toEqual([
    before - 3_000,
    'paid',
  ]);
  expect((await bank.reads.gift(gift.code)).refunded).toBe(3_000);
  await bank.surpluses.undo(owner, surplus.id);
  expect([await surplusOf('elderly-veterans'), (await bank.behind(gift.id)).balance.delivered]).toEqual([
    before,
    13_000,
  ]);
  expect((await bank.reads.gift(gift.code)).refunded).toBeNull();
});

test('a donor whose money was too much reads of a private need its category, and its own people read its title', async () => {
  const { surplus, need } = await tooMuch(5, bank.donor);
  const other = await bank.moneyNeed('50.00');
  const title = (await bank.view(other)).title;
  const within = async (category: string) =>
    bank.source.query(`UPDATE needs SET category = $2 WHERE id = ANY($1)`, [[need, other], category]);
  const titles = async (who: Bank['donor'], locale: 'ru' | 'en' = 'ru') => {
    const { fromNeed, decidedNeed, needs } = await bank.surplusReads.one(who, surplus.id, locale);
    return [fromNeed?.title, decidedNeed?.title ?? needs.find(({ id }) => id === other)?.title];
  };
  expect(await titles(bank.donor)).toEqual([title, title]);
  await bank.surpluses.decide(bank.donor, surplus.id, { outcome: 'need', need: other });
  await within('health-medicine');
  const { nameRu, nameEn } = bank.catalogue.category('health-medicine')!;
  expect([await titles(bank.donor), await titles(bank.donor, 'en'), await titles(owner)]).toEqual([
    [nameRu, nameRu],
    [nameEn, nameEn],
    [title, title],
  ]);
  expect(JSON.stringify(await bank.surplusReads.ofDonor(bank.donor, 1, null, 'ru'))).not.toContain(title);
  await within('elderly-veterans');
});

test('of a visitor’s money the organization decides; all of a gift that came too late goes back', async () => {
  const need = await bank.moneyNeed('100.00');
  const gift = await bank.promise(need, '50.00');
  bank.clock.forward(11 * DAY_MS);
  await bank.gifts.lapseDue();
  await bank.ends.withdrawNeed(bank.coordinator, need);
  await bank.import([{ purpose: gift.code, sum: '50.00', number: newId().slice(-12) }]);
  const surplus = await newest();
  expect(surplus).toMatchObject({ amount: 5_000, came: 5_000, donorKnown: false, can: ['to-need', 'keep', 'return'] });
  const [full, others] = [await bank.moneyNeed('10.00'), await bank.openNeed()];
  expect(await answerOf(bank.surpluses.decide(owner, surplus.id, { outcome: 'need', need: full }))).toBe(
    'surplus.no-room',
  );
  expect(await answerOf(bank.surpluses.decide(owner, surplus.id, { outcome: 'need', need: others }))).toBe(
    'surplus.other-purpose',
  );
  expect(await answerOf(bank.surpluses.decide(owner, surplus.id, { outcome: 'back' }))).toBe(
    'surplus.not-yours-to-say',
  );
  expect(await answerOf(bank.surpluses.decide(owner, surplus.id, { outcome: 'back', bankDate: '2026-03-20' }))).toBe(
    'surplus.bank-needed',
  );
  await bank.surpluses.decide(owner, surplus.id, { outcome: 'back', bankDate: '2026-03-20', bankNumber: '214' });
  expect([(await bank.reads.gift(gift.code)).status, (await bank.behind(gift.id)).balance.delivered]).toEqual([
    'refunded',
    0,
  ]);
});

test('money of nobody knows whom is put aside once, and goes on by the organization’s word', async () => {
  const { toDecide } = await bank.import([{ purpose: 'без назначения', sum: '43.00', number: newId().slice(-12) }]);
  const row = toDecide[0]!.id;
  const aside = await Promise.all(
    Array.from({ length: 5 }, () => answerOf(bank.statements.decide(bank.coordinator, row, { outcome: 'surplus' }))),
  );
  expect(aside).toEqual(Array.from({ length: 5 }, () => 'done'));
  expect(await answerOf(bank.statements.decide(bank.coordinator, row, { outcome: 'not-a-gift' }))).toBe(
    'bank.row-decided',
  );
  bank.clock.forward(1000);
  const surplus = (await bank.surplusReads.ofOrganization(owner, bank.organization, 9, null, 'ru'))
    .map(({ view }) => view)
    .find(({ purpose }) => purpose === null)!;
  expect(surplus).toMatchObject({
    amount: 4_300,
    donorKnown: false,
    payer: 'Иванов Иван',
    words: 'без назначения',
    fromNeed: null,
  });
  expect(await surplusOf('')).toBe(4_300);
  const need = await bank.moneyNeed('43.00');
  await bank.surpluses.decide(owner, surplus.id, { outcome: 'need', need });
  expect([await bank.balance(need), await surplusOf('')]).toMatchObject([{ open: 0, received: 4_300 }, 0]);
  expect(await bank.surplusReads.one(owner, surplus.id, 'ru')).toMatchObject({
    state: 'need',
    payer: null,
    words: null,
    can: ['undo'],
  });
  await bank.run((tx) =>
    bank.ledger.use(tx, { id: newId(), needId: need, amount: 4_300, at: bank.clock.now(), by: null }),
  );
  expect(await answerOf(bank.surpluses.undo(owner, surplus.id))).toBe('ledger.not-enough-left');
});

test('the donor is asked by mail once, and hears that money was sent back', async () => {
  const { surplus, gift } = await tooMuch(7, bank.donor);
  const mails = new SurplusMails(bank.catalogue, bank.standingMails);
  const told = async (): Promise<string[]> =>
    (
      (await bank.source.query(`SELECT template, body FROM mails WHERE person_id = $1 ORDER BY template, id`, [
        bank.donor.personId,
      ])) as { template: string }[]
    ).map(({ template }) => template);
  const before = await told();
  const { match } = await bank.behind(gift.id);
  for (let i = 0; i < 2; i += 1)
    await bank.run((tx) => mails.asked.apply!(tx, { payload: { matchId: match } } as never));
  expect(await told()).toEqual([...before, 'surplus.asked']);
  await bank.surpluses.decide(owner, surplus.id, { outcome: 'back', bankDate: '2026-03-10', bankNumber: '9' });
  await bank.surpluses.undo(owner, surplus.id);
  const hearReturns = async (): Promise<void> => {
    const facts = (await bank.source.query(
      `SELECT payload FROM facts WHERE type = 'gift.returned' AND payload->>'surplusId' = $1`,
      [surplus.id],
    )) as { payload: { entryId: string } }[];
    for (const { payload } of [...facts, ...facts])
      await bank.run((tx) => mails.returned.apply!(tx, { payload } as never));
  };
  await hearReturns();
  expect(await told()).toEqual([...before, 'surplus.asked']);
  await bank.surpluses.decide(owner, surplus.id, { outcome: 'back', bankDate: '2026-03-10', bankNumber: '10' });
  await hearReturns();
  expect(await told()).toEqual([...before, 'surplus.asked', 'surplus.returned']);
});

test('money of a gift is sent back once, in part or whole, by whoever answers for the account; what was spent stays', async () => {
  const need = await bank.moneyNeed('1000.00');
  const pay = async (rub: string, who: Bank['donor'] | null = null) => {
    const gift = await bank.promise(need, rub, who);
    await bank.import([{ purpose: gift.code, sum: rub, number: newId().slice(-12) }]);
    return gift;
  };
  const [part, whole, spent] = [await pay('100.00', bank.donor), await pay('50.00'), await pay('70.00')];
  const refund = (who: Bank['donor'], code: string, quantity?: string, bankNumber = '214') =>
    answerOf(
      bank.refunds.refund(who, code, { quantity, unit: 'rub', locale: 'ru', bankDate: '2026-03-10', bankNumber }),
    );
  expect([
    await refund(bank.coordinator, part.code),
    await refund(bank.donor, part.code),
    await refund(owner, (await bank.promise(need, '1.00')).code),
  ]).toEqual(['gift.refund-not-yours', 'gift.refund-not-yours', 'gift.not-paid']);
  expect(await refund(owner, part.code, '100.01')).toBe('gift.refund-too-much');
  expect(await Promise.all(Array.from({ length: 5 }, () => refund(owner, part.code, '30.00')))).toEqual(
    Array.from({ length: 5 }, () => 'done'),
  );
  expect([await refund(owner, part.code, '40.00'), await refund(owner, part.code, '30.00', '215')]).toEqual([
    'gift.refunded-before',
    'gift.refunded-before',
  ]);
  expect(await refund(owner, whole.code)).toBe('done');
  expect(await bank.balance(need)).toMatchObject({ received: 14_000 });
  expect(await bank.reads.gift(part.code)).toMatchObject({ status: 'refunded', amount: 10_000, refunded: 3_000 });
  expect(await bank.behind(whole.id)).toMatchObject({ balance: { delivered: 0, available: 0, released: 5_000 } });
  await bank.run((tx) =>
    bank.ledger.use(tx, { id: newId(), needId: need, amount: 14_000, at: bank.clock.now(), by: null }),
  );
  expect(await refund(owner, spent.code)).toBe('ledger.not-enough-left');

  const mails = new SurplusMails(bank.catalogue, bank.standingMails);
  for (const { id } of [part, part, whole])
    await bank.run((tx) => mails.refunded.apply!(tx, { payload: { giftId: id, needId: need } } as never));
  expect(await bank.source.query(`SELECT count(*)::int AS told FROM mails WHERE body LIKE '%214%'`)).toEqual([
    { told: 1 },
  ]);
});

test('one keeps and another takes back at the same moment, again and again: both are done', async () => {
  const [one, other] = [(await tooMuch(7, bank.donor)).surplus.id, (await tooMuch(9, bank.donor)).surplus.id];
  const before = [await surplusOf('elderly-veterans'), await surplusOf('statutory')] as const;
  await bank.surpluses.decide(bank.donor, one, { outcome: 'organization' });
  for (let turn = 0; turn < 12; turn += 1) {
    const [kept, free] = turn % 2 === 0 ? [one, other] : [other, one];
    await Promise.all([
      bank.surpluses.undo(bank.donor, kept),
      bank.surpluses.decide(bank.donor, free, { outcome: 'organization' }),
    ]);
  }
  await bank.surpluses.undo(bank.donor, one);
  expect([await surplusOf('elderly-veterans'), await surplusOf('statutory')]).toEqual(before);
});
