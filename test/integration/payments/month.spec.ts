import { BankMonths } from '#payments';
import { DAY_MS, newId, SetClock } from '#kernel';
import { answerOf } from '../needs/fixture.js';
import { openBank, type Bank } from './fixture.js';

let bank: Bank;
beforeAll(async () => {
  bank = await openBank(); // 10 March, and so are all rows of its statements
});
afterAll(() => bank.db.drop());

/** What lies in the accounts of the organization now, by the ledger itself. */
async function left(): Promise<number> {
  const [{ sum }] = (await bank.source.query(
    `SELECT coalesce(sum(posted_in - posted_out), 0)::bigint AS sum FROM accounts WHERE party_id = $1 AND kind IN ('need', 'surplus') AND unit = 'kopeck'`,
    [bank.organization],
  )) as [{ sum: number }];
  return sum;
}

test('a month as a book says by purpose what was there, came, went and is left, and agrees with the ledger', async () => {
  const owner = bank.as(await bank.people.person('Ольга Счётная'), bank.organization, 'owner');
  const months = new BankMonths(bank.source, bank.clock, bank.catalogue);
  const read = (month?: string) => months.read(bank.organization, month);
  expect(await read()).toMatchObject({ month: '2026-03', after: null, lines: [], days: [], total: { closing: 0 } });

  const [need, other] = [await bank.moneyNeed(), await bank.moneyNeed('500.00')];
  const gifts = [
    await bank.promise(need, '1000.00'),
    await bank.promise(need, '70.00'),
    await bank.promise(other, '500.00'),
    await bank.promise(need, '30.00'),
  ];
  (bank.clock as SetClock).forward(DAY_MS); // the bank's day counts, not that of the import
  const { toDecide } = await bank.import([
    { purpose: gifts[0]!.code, sum: '1000.00', number: 'm1' },
    { purpose: gifts[1]!.code, sum: '70.00', number: 'm2' },
    { purpose: 'иное', sum: '700.00', number: 'm3' },
    { purpose: 'ничьи', sum: '40.00', number: 'm4' },
    { purpose: 'ждёт', sum: '5.00', number: 'm5' },
    { purpose: 'не вклад', sum: '9.00', number: 'm6' },
    { purpose: gifts[3]!.code, sum: '30.00', number: 'm7' },
  ]);
  const row = (number: string): string => toDecide.find((one) => one.number === number)!.id;
  await bank.statements.decide(owner, row('m3'), { outcome: 'gift', gift: gifts[2]!.code }); // 200 too much
  await bank.statements.decide(owner, row('m4'), { outcome: 'surplus' });
  await bank.statements.decide(owner, row('m6'), { outcome: 'not-a-gift' });
  const [seventh] = (await bank.source.query(`SELECT id FROM bank_rows WHERE number = 'm7'`)) as { id: string }[];
  await bank.corrections.undo(owner, seventh!.id, 'ru'); // never came
  const surplus = (await bank.surplusReads.ofOrganization(owner, bank.organization, 10, null, 'ru')).map(
    ({ view }) => view,
  );
  await bank.surpluses.decide(owner, surplus.find(({ amount }) => amount === 20_000)!.id, { outcome: 'need', need });
  await bank.refunds.refund(owner, gifts[1]!.code, { locale: 'ru', bankDate: '2026-03-11', bankNumber: '8' });
  await bank.ledger.run((tx) =>
    bank.ledger.use(tx, { id: newId(), needId: need, amount: 60_000, at: bank.clock.now(), by: owner.personId }),
  );

  const march = await read('2026-03');
  const need1 = { kind: 'need', purpose: 'elderly-veterans' };
  expect(march.lines).toEqual([
    {
      ...need1,
      opening: 0,
      came: 157_000,
      gifts: 3,
      returned: -7_000,
      spent: -60_000,
      moved: 20_000,
      closing: 110_000,
    },
    {
      kind: 'surplus',
      purpose: 'elderly-veterans',
      opening: 0,
      came: 20_000,
      gifts: 1,
      returned: 0,
      spent: 0,
      moved: -20_000,
      closing: 0,
    },
    {
      kind: 'surplus',
      purpose: null,
      opening: 0,
      came: 4_000,
      gifts: 1,
      returned: 0,
      spent: 0,
      moved: 0,
      closing: 4_000,
    },
  ]);
  expect(march.total).toEqual({
    opening: 0,
    came: 181_000,
    gifts: 5,
    returned: -7_000,
    spent: -60_000,
    moved: 0,
    closing: await left(),
  });
  expect(march.waiting).toEqual({ opening: 0, came: 3_500, rows: 2 });
  expect(march.days).toEqual([{ day: '2026-03-10', rows: 7, amount: 185_400, booked: 181_000, waiting: 3_500 }]);

  (bank.clock as SetClock).forward(30 * DAY_MS);
  expect(await read()).toMatchObject({
    month: '2026-04',
    before: '2026-03',
    lines: [
      { ...need1, opening: 110_000, came: 0, closing: 110_000 },
      { kind: 'surplus', purpose: null, closing: 4_000 },
    ],
    waiting: { opening: 3_500, came: 0 },
    days: [],
  });
  expect(await read('2026-02')).toMatchObject({ lines: [], total: { closing: 0 } });
  expect(await answerOf(read('2026-05'))).toBe('form.invalid: month form.not-a-date');
});
