import { registerCsv, registerSheet } from '#exchange';
import { DAY_MS, SetClock } from '#kernel';
import { periodOf } from '#ledger';
import { ACCOUNT, answerOf } from '../needs/fixture.js';
import { openBank, type Bank } from './fixture.js';

let bank: Bank;
let owner: Bank['donor'];
beforeAll(async () => {
  bank = await openBank();
  owner = bank.as(await bank.people.person('Ольга Счётная'), bank.organization, 'owner');
});
afterAll(() => bank.db.drop());

const forward = (ms: number): void => (bank.clock as SetClock).forward(ms);
async function paid(who: Bank['donor'] | null, rub = '1500.00', need?: string): Promise<string> {
  const { code } = await bank.promise(need ?? (await bank.moneyNeed()), rub, who);
  await bank.import([{ purpose: `Дар ${code}`, sum: rub, number: code.slice(-8) }]);
  return code;
}
/** What the books say of the person's money in the year, whatever the papers say. */
async function bookedOf(who: Bank['donor']): Promise<number> {
  const { timeZone } = bank.catalogue;
  const statement = await bank.ledger.statement(bank.source.manager, {
    partyId: who.personId,
    side: 'donor',
    ...periodOf({ timeZone }, bank.clock.now()),
    timeZone,
    asOf: bank.clock.now(),
  });
  return statement.units
    .filter(({ unit }) => unit === 'kopeck')
    .reduce((sum, { opening, closing }) => sum + closing - opening, 0);
}
const held = async (): Promise<number> => {
  const [{ sum }] = (await bank.source.query(
    `SELECT sum(posted_in - CASE WHEN kind = 'surplus' THEN posted_out ELSE 0 END)::bigint AS sum FROM accounts WHERE party_id = $1 AND kind IN ('need', 'surplus') AND unit = 'kopeck'`,
    [bank.organization],
  )) as [{ sum: number }];
  return sum;
};

test('a receipt says what came, names its giver to nobody else, and its code says when money of it went back', async () => {
  const donor = await bank.people.person('Анна Дарина');
  const promised = await bank.promise(await bank.moneyNeed(), '1500.00', donor);
  expect(await answerOf(bank.papers.receipt(donor, promised.code))).toBe('paper.nothing-came');
  await bank.import([{ purpose: `Дар ${promised.code}`, number: '41' }]);
  const receipt = await bank.papers.receipt(null, promised.code.toLowerCase());
  expect(receipt).toMatchObject({
    kind: 'receipt',
    received: 150_000,
    returned: 0,
    total: 150_000,
    giver: null,
    lines: [{ day: '2026-03-10', amount: 150_000, bankNumber: '41', returned: false }],
  });
  expect((await bank.papers.receipt(donor, promised.code)).giver).toBe('Проверка');
  expect((await bank.papers.receipt(donor, promised.code)).verificationCode).toBe(receipt.verificationCode);
  expect(await bank.papers.check(receipt.verificationCode)).toMatchObject({
    status: 'matches',
    changedAt: null,
    then: { total: 150_000 },
    now: { total: 150_000 },
  });

  forward(DAY_MS);
  await bank.refunds.refund(owner, promised.code, {
    quantity: '400.10',
    unit: 'rub',
    locale: 'ru',
    bankDate: '2026-03-11',
    bankNumber: '214',
  });
  const checked = await bank.papers.check(receipt.verificationCode.toLowerCase());
  expect(checked).toMatchObject({
    status: 'changed',
    changedAt: bank.clock.now(),
    then: { total: 150_000 },
    now: { received: 150_000, returned: 40_010, total: 109_990 },
  });
  expect(JSON.stringify(checked)).not.toMatch(/Проверка|Дарина/);
  const later = await bank.papers.receipt(donor, promised.code);
  expect(later.lines.map(({ day, amount, returned, bankNumber }) => [day, amount, returned, bankNumber])).toEqual([
    ['2026-03-10', 150_000, false, '41'],
    ['2026-03-11', -40_010, true, '214'],
  ]);
  expect(later.verificationCode).not.toBe(receipt.verificationCode);
  expect(await bank.papers.check(later.verificationCode)).toMatchObject({ status: 'matches' });
  expect(await answerOf(bank.papers.check('7KQ2-M0XD-9TRB-41WZ-5'))).toBe('paper.not-found');
});

test('the year of a giver is the books to the kopeck: surplus that is kept is part of it, what went back is not', async () => {
  const donor = await bank.people.person('Пётр Щедрый');
  await paid(donor, '700.07');
  const small = await bank.moneyNeed('100.00');
  const code = (await bank.promise(small, '100.00', donor)).code;
  await bank.import([{ purpose: `Дар ${code}`, sum: '350.55', number: '52' }]);
  const [row] = await bank.reads.toDecide(bank.organization, 10, null);
  await bank.statements.decide(bank.coordinator, row!.id, { outcome: 'gift', gift: code });
  const before = await bank.papers.certificate(donor, bank.organization, 2026);
  expect([before.received, before.returned, before.total]).toEqual([105_062, 0, 105_062]);
  expect(before.total).toBe(await bookedOf(donor));

  const [{ view }] = (await bank.surplusReads.ofDonor(donor, 1, null, 'ru')) as unknown as [{ view: { id: string } }];
  await bank.surpluses.decide(donor, view.id, { outcome: 'organization' });
  expect(await bank.papers.check(before.verificationCode)).toMatchObject({ status: 'matches' });
  await bank.surpluses.undo(donor, view.id);
  forward(DAY_MS);
  await bank.surpluses.decide(owner, view.id, { outcome: 'back', bankDate: '2026-03-12', bankNumber: '77' });
  const after = await bank.papers.certificate(donor, bank.organization, 2026);
  expect([after.received, after.returned, after.total, after.total]).toEqual([
    105_062,
    25_055,
    80_007,
    await bookedOf(donor),
  ]);
  expect(await bank.papers.check(before.verificationCode)).toMatchObject({
    status: 'changed',
    then: { total: 105_062 },
    now: { total: 80_007 },
  });
  expect(await bank.papers.donations(donor, 2026)).toMatchObject({
    items: [{ organization: bank.organization, received: 105_062, returned: 25_055, total: 80_007 }],
  });
  expect(await answerOf(bank.papers.certificate(donor, bank.organization, 2025))).toBe('paper.nothing-came');
  forward(1000);
  await paid(donor, '10.00');
  expect(await bank.papers.check(after.verificationCode)).toMatchObject({ status: 'matches', newer: true });
});

test('the register of an organization is what it holds, and is for its own people', async () => {
  await bank.import([{ purpose: 'Дар без кода', sum: '33.33', number: '63' }]);
  const [row] = await bank.reads.toDecide(bank.organization, 10, null);
  await bank.statements.decide(bank.coordinator, row!.id, { outcome: 'surplus' });
  const register = await bank.papers.register(bank.coordinator, bank.organization, {});
  expect(register.total).toBe(await held());
  expect(register.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(register.total);
  expect(register.lines).toContainEqual(
    expect.objectContaining({ amount: 3_333, bankNumber: '63', code: null, title: null }),
  );
  expect(await answerOf(bank.papers.register(bank.donor, bank.organization, {}))).toBe('bank.not-yours');
  const sheet = registerSheet(bank.catalogue as never, register, 'https://lepta.example.org', 'ru');
  const csv = registerCsv(sheet).split('\r\n');
  expect(csv[3]).toBe('День;Платёж №;Код;Нужда №;На что;Сумма;Что это;Жертвователь');
  expect(csv).toContain('10.03.2026;63;;;;33,33;поступление;не назван');
  expect(csv.find((line) => line.startsWith('Всего'))).toBe(
    `Всего;${(register.total / 100).toFixed(2).replace('.', ',')}`,
  );
});

test('the terms of an organization name its own account', async () => {
  expect((await bank.papers.terms(bank.organization, 'ru')).details.map(({ value }) => value)).toContain(
    ACCOUNT.number,
  );
});
