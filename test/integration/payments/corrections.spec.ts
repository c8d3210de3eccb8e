import { BankColumnsService, BankRowsQueries, paymentsChecks, SurplusMails } from '#payments';
import { verifyLedger, sealLedger } from '#ledger';
import { DAY_MS, SetClock } from '#kernel';
import { ACCOUNT, answerOf } from '../needs/fixture.js';
import { fileOf, openBank, type Bank } from './fixture.js';

let bank: Bank;
let owner: Bank['donor'];
beforeAll(async () => {
  bank = await openBank();
  owner = bank.as(await bank.people.person('Ольга Счётная'), bank.organization, 'owner');
});
afterEach(async () => {
  for (const { sentence, sql } of paymentsChecks)
    expect([sentence, await bank.source.query(sql)]).toEqual([sentence, []]);
});
afterAll(async () => {
  await sealLedger(bank.source, bank.clock);
  expect((await verifyLedger(bank.source)).alarms).toEqual([]);
  await bank.db.drop();
});

let number = 100;
/** A transfer that was imported: its row. */
async function row(purpose: string, sum = '1500.00'): Promise<string> {
  number += 1;
  await bank.import([{ purpose, sum, number: String(number) }]);
  const [{ id }] = (await bank.source.query('SELECT id FROM bank_rows WHERE number = $1', [String(number)])) as [
    { id: string },
  ];
  return id;
}
const state = async (id: string): Promise<unknown> =>
  ((await bank.source.query('SELECT state, reason FROM bank_rows WHERE id = $1', [id])) as unknown[])[0];
const undo = (id: string, who = bank.coordinator): Promise<string> => answerOf(bank.corrections.undo(who, id, 'ru'));

test('a recognition by code is undone: the promise holds its part again, and its own money is found later', async () => {
  const need = await bank.moneyNeed();
  const gift = await bank.promise(need, '1500.00', bank.donor);
  const id = await row(`Дар ${gift.code}`);
  expect((await bank.balance(need))!.received).toBe(150_000);
  expect(await undo(id, bank.donor)).toBe('bank.row-not-found');
  await bank.corrections.undo(bank.coordinator, id, 'ru');
  await bank.corrections.undo(bank.coordinator, id, 'ru');
  expect(await state(id)).toEqual({ state: 'to-decide', reason: 'undone' });
  expect(await bank.balance(need)).toMatchObject({ received: 0, reserved: 150_000 });
  const mails = new SurplusMails(bank.catalogue, bank.standingMails);
  for (let twice = 0; twice < 2; twice += 1)
    await bank.source.transaction((tx) => mails.unseen.apply!(tx as never, { payload: { giftId: gift.id } } as never));
  expect(
    await bank.source.query(`SELECT person_id AS "personId" FROM mails WHERE template = 'surplus.unseen'`),
  ).toEqual([{ personId: bank.donor.personId }]);
  expect(await bank.reads.gift(gift.code)).toMatchObject({ status: 'promised', held: true });
  await bank.recognition.lookDue();
  expect(await state(id)).toEqual({ state: 'to-decide', reason: 'undone' }); // its code says nothing any more
  const other = await row(`Дар ${gift.code}`, '1400.50');
  await bank.statements.decide(bank.coordinator, other, { outcome: 'gift', gift: gift.code });
  expect(await bank.balance(need)).toMatchObject({ received: 140_050, reserved: 0 });
  expect(await bank.reads.gift(gift.code)).toMatchObject({ status: 'paid' });
  await bank.corrections.undo(bank.coordinator, other, 'ru');
  await bank.statements.decide(bank.coordinator, id, { outcome: 'gift', gift: gift.code });
  expect((await bank.balance(need))!.received).toBe(150_000);
});

test('after its time a gift that was undone is over, and counts when its money comes', async () => {
  const need = await bank.moneyNeed();
  const gift = await bank.promise(need);
  const id = await row(`Дар ${gift.code}`);
  (bank.clock as SetClock).forward(11 * DAY_MS);
  await bank.corrections.undo(bank.coordinator, id, 'ru');
  expect(await bank.reads.gift(gift.code)).toMatchObject({ status: 'lapsed', held: false });
  expect(await bank.balance(need)).toMatchObject({ received: 0, reserved: 0 });
  await bank.statements.decide(bank.coordinator, id, { outcome: 'gift', gift: gift.code });
  expect(await bank.balance(need)).toMatchObject({ received: 150_000 });
});

test('surplus of a wrong row goes with it; what was decided, sent back or spent has to be undone first', async () => {
  const need = await bank.moneyNeed('1000.00');
  const gift = await bank.promise(need, '1000.00');
  const id = await row('без кода', '1800.00');
  await bank.statements.decide(bank.coordinator, id, { outcome: 'gift', gift: gift.code });
  const asideOf = async () =>
    (await bank.surplusReads.ofOrganization(owner, bank.organization, 10, null, 'ru'))
      .map(({ view }) => view)
      .filter(({ fromNeed }) => fromNeed?.id === need);
  const [aside] = await asideOf();
  await bank.surpluses.decide(owner, aside!.id, { outcome: 'organization' });
  expect(await undo(id)).toBe('bank.undo-surplus');
  await bank.surpluses.undo(owner, aside!.id);
  await bank.corrections.undo(bank.coordinator, id, 'ru');
  expect(await asideOf()).toEqual([]);
  expect(await answerOf(bank.surpluses.decide(owner, aside!.id, { outcome: 'organization' }))).toBe('surplus.gone');

  await bank.statements.decide(bank.coordinator, id, { outcome: 'gift', gift: gift.code });
  expect((await asideOf()).length).toBe(1);
  await bank.ledger.run((tx) =>
    bank.ledger.use(tx, {
      id: '01900000-0000-7000-8000-00000000abcd',
      needId: need,
      amount: 60_000,
      at: bank.clock.now(),
      by: owner.personId,
    }),
  );
  expect(await undo(id)).toBe('bank.undo-spent');
  await bank.refunds.refund(owner, gift.code, {
    quantity: '100.00',
    unit: 'rub',
    locale: 'ru',
    bankDate: '2026-03-11',
    bankNumber: '5',
  });
  expect(await undo(id)).toBe('bank.undo-refunded');
});

test('one transfer is several gifts: the parts are no more than it, and what is left is nobody’s', async () => {
  const [need, small] = [await bank.moneyNeed(), await bank.moneyNeed('300.00')];
  const gifts = [
    await bank.promise(need, '700.00'),
    await bank.promise(small, '300.00', bank.donor),
    await bank.promise(need, '50.00'),
  ];
  const [first, second, third] = gifts.map(({ code }) => code) as [string, string, string];
  const id = await row(`Дар ${first} и ${second}`, '1500.00');
  expect(await state(id)).toEqual({ state: 'to-decide', reason: 'several-codes' });
  const split = (parts: [string, number][]): Promise<string> =>
    answerOf(
      bank.corrections.split(
        bank.coordinator,
        id,
        parts.map(([gift, amount]) => ({ gift, amount })),
        'ru',
      ),
    );
  expect(
    await split([
      [first, 100_000],
      [second, 50_001],
    ]),
  ).toBe('bank.split-too-much');
  expect(
    await split([
      [first, 100],
      [first, 50],
    ]),
  ).toBe('bank.split-twice');
  await bank.corrections.split(
    bank.coordinator,
    id,
    [
      { gift: first, amount: 70_000 },
      { gift: second, amount: 45_000 },
    ],
    'ru',
  );
  await bank.corrections.split(
    bank.coordinator,
    id,
    [
      { gift: second, amount: 45_000 },
      { gift: first, amount: 70_000 },
    ],
    'ru',
  );
  expect(await split([[first, 70_000]])).toBe('bank.row-decided');
  expect(
    await split([
      [third, 70_000],
      [second, 45_000],
    ]),
  ).toBe('bank.row-decided');
  expect([(await bank.balance(need))!.received, (await bank.balance(small))!.received]).toEqual([70_000, 30_000]);
  const aside = (await bank.surplusReads.ofOrganization(owner, bank.organization, 10, null, 'ru'))
    .map(({ view }) => view)
    .filter(({ state: now }) => now === 'waiting');
  expect(
    aside
      .map(({ amount }) => amount)
      .filter((amount) => amount === 15_000 || amount === 35_000)
      .sort((a, b) => a - b),
  ).toEqual([15_000, 35_000]);
  expect((await bank.rows.decided(bank.organization, 1, null))[0]).toMatchObject({ id, state: 'split', byCode: false });
  const receipt = await bank.papers.receipt(null, second);
  expect(receipt.total).toBe(45_000);
  (bank.clock as SetClock).forward(1000);

  await bank.corrections.undo(bank.coordinator, id, 'ru');
  expect([(await bank.balance(need))!.received, (await bank.balance(small))!.received]).toEqual([0, 0]);
  expect(await bank.papers.check(receipt.verificationCode)).toMatchObject({
    status: 'changed',
    changedAt: bank.clock.now(),
    then: { total: 45_000 },
    now: { total: 0 },
  });
  await bank.corrections.split(
    bank.coordinator,
    id,
    [
      { gift: second, amount: 30_000 },
      { gift: third, amount: 5_000 },
    ],
    'ru',
  );
  expect([(await bank.balance(need))!.received, (await bank.balance(small))!.received]).toEqual([5_000, 30_000]);
  await bank.corrections.undo(bank.coordinator, id, 'ru');
});

test('of each row of a statement it is said what became of it, with its gifts, to those who read the bank', async () => {
  const need = await bank.moneyNeed();
  const [gift, late, part] = [await bank.promise(need), await bank.promise(need), await bank.promise(need)];
  const { id: before } = await bank.import([{ purpose: 'Старое', sum: '10.00', number: '900' }]);
  const rows = [`Дар ${gift.code}`, 'Без кода', 'Возмещение', 'Чья-то помощь', 'На два дела', 'Старое'].map(
    (purpose, at) => ({ purpose, sum: `${at + 1}500.00`, number: String(901 + at) }),
  );
  const { id } = await bank.import([
    { ...rows[0]!, sum: '1500.00' },
    ...rows.slice(1, 5),
    { purpose: 'Старое', sum: '10.00', number: '900' },
  ]);
  const queries = new BankRowsQueries(bank.source);
  const listed = await queries.ofStatement(bank.coordinator, id, 10, null);
  expect(listed.map(({ number }) => number)).toEqual(['901', '902', '903', '904', '905']);
  const [, second, third, fourth, fifth] = listed.map((one) => one.id) as [string, string, string, string, string];
  await bank.statements.decide(owner, second, { outcome: 'gift', gift: late.code });
  await bank.statements.decide(owner, third, { outcome: 'not-a-gift' });
  await bank.statements.decide(owner, fourth, { outcome: 'surplus' });
  expect((await queries.ofStatement(owner, id, 2, second)).map((one) => [one.state, one.reason, one.gifts])).toEqual([
    ['not-a-gift', null, []],
    ['surplus', null, []],
  ]);
  const fates = async () =>
    (await bank.reads.statement(owner, id)).fates.map((one) => [one.fate, one.rows, one.amount]);
  expect(await fates()).toEqual([
    ['by-code', 1, 150_000],
    ['by-person', 1, 250_000],
    ['to-decide', 1, 550_000],
    ['surplus', 1, 450_000],
    ['not-a-gift', 1, 350_000],
  ]);
  await bank.corrections.split(owner, fifth, [{ gift: part.code, amount: 100_000 }], 'ru');
  expect((await fates())[1]).toEqual(['by-person', 2, 800_000]);
  const said = await queries.ofStatement(owner, id, 10, null);
  expect(said.map((one) => one.gifts.map(({ code, amount }) => [code, amount]))).toEqual([
    [[gift.code, 150_000]],
    [[late.code, 250_000]],
    [],
    [],
    [[part.code, 100_000]],
  ]);
  expect(said.map(({ byCode }) => byCode)).toEqual([true, false, false, false, false]);
  expect((await queries.ofStatement(owner, before, 10, null)).map(({ state }) => state)).toEqual(['to-decide']);
  expect(await answerOf(queries.ofStatement(bank.donor, id, 10, null))).toBe('bank.statement-not-found');
});

test('two clicks at once are one, and what runs beside them finds each transfer once', async () => {
  const need = await bank.moneyNeed();
  const gifts = [await bank.promise(need, '10.00'), await bank.promise(need, '20.00')];
  const [first, second] = gifts.map(({ code }) => code) as [string, string];
  const id = await row(`Дар ${first}`, '10.00');
  const wide = await row(`Дар ${first} ${second}`, '30.00');
  await Promise.all([
    bank.corrections.undo(bank.coordinator, id, 'ru'),
    bank.corrections.undo(owner, id, 'ru'),
    bank.import([{ purpose: `Дар ${second}`, sum: '20.00', number: 'beside' }]),
    bank.recognition.lookDue(),
  ]);
  expect(await bank.balance(need)).toMatchObject({ received: 2_000, reserved: 1_000 });
  const answers = await Promise.all(
    [first, first].map((gift) =>
      answerOf(bank.corrections.split(bank.coordinator, wide, [{ gift, amount: 1_000 }], 'ru')),
    ),
  );
  expect(answers).toEqual(['done', 'done']);
  expect((await bank.balance(need))!.received).toBe(3_000);
  const both = await Promise.all([
    answerOf(bank.corrections.undo(bank.coordinator, wide, 'ru')),
    answerOf(bank.statements.decide(bank.coordinator, wide, { outcome: 'not-a-gift' })),
  ]);
  expect(['done,done', 'done,bank.row-decided']).toContain(both.join());
});

test('the same transfers as camt.053 or as CSV are found by their codes, and a file that comes again changes nothing', async () => {
  const need = await bank.moneyNeed();
  const [camt, csv] = [await bank.promise(need, '12.34'), await bank.promise(need, '56.78')];
  const columns = new BankColumnsService(bank.source, bank.clock, bank.statements);
  const bring = async (text: string) =>
    bank.reads.statement(
      bank.coordinator,
      await bank.statements.import(bank.coordinator, bank.organization, fileOf(Buffer.from(text), text.slice(0, 60))),
    );
  const xml =
    `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>${ACCOUNT.number}</Id></Othr></Id></Acct><Entries/></Stmt></BkToCstmrStmt></Document>`.replace(
      '<Entries/>',
      `<Ntry><Amt Ccy="RUB">12.34</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-10</Dt></BookgDt><NtryDtls><TxDtls><RmtInf><Ustrd>Дар ${camt.code}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry><Ntry><Amt Ccy="RUB">5</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-10</Dt></BookgDt></Ntry>`,
    );
  expect(await bring(xml)).toMatchObject({ rows: 1, recognised: 1, ignored: 1 });
  expect(await bring(xml)).toMatchObject({ rows: 1, recognised: 0, alreadyKnown: 1 });
  const table = `Дата;Сумма;За что\n10.03.2026;56,78;Дар ${csv.code}\n10.03.2026;-3,00;Комиссия\n`;
  expect(await answerOf(bring(table))).toBe('bank.csv-no-mapping');
  expect(
    await answerOf(
      columns.save(bank.donor, bank.organization, { day: 'Дата', dayOrder: 'dmy', amount: 'Сумма', purpose: 'За что' }),
    ),
  ).toBe('bank.not-yours');
  await columns.save(bank.coordinator, bank.organization, {
    day: 'Дата',
    dayOrder: 'dmy',
    amount: 'Сумма',
    purpose: 'За что',
  });
  expect(await columns.read(bank.coordinator, bank.organization)).toMatchObject({ amount: 'Сумма' });
  expect(await bring(table)).toMatchObject({ rows: 1, recognised: 1, ignored: 1 });
  expect(await bring(`${table}11.03.2026;1,00;ещё\n`)).toMatchObject({ rows: 2, recognised: 0, alreadyKnown: 1 });
  expect((await bank.balance(need))!.received).toBe(6_912);
  expect(await answerOf(bring(table.replace('56,78', '5x')))).toBe('bank.not-an-amount');
});
