import iconv from 'iconv-lite';
import { BankStatements, forgetGifts, paymentsChecks, PledgeReceipts, BankRecognition } from '#payments';
import { HOUR_MS, newId, SetClock } from '#kernel';
import { sealLedger, verifyLedger } from '#ledger';
import { ACCOUNT, answerOf } from '../needs/fixture.js';
import { bankFile, fileOf, openBank, type Bank, type Payment } from './fixture.js';

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

let number = 0;
const paid = (purpose: string, sum = '1500.00'): Payment => ({ purpose, sum, number: `c${(number += 1)}` });
const bring = async (...payments: Payment[]): Promise<string> => {
  (bank.clock as SetClock).forward(1_000); // so that one is later than the other
  return (await bank.import(payments)).id;
};
const cancel = (id: string, who = bank.coordinator): Promise<string> => answerOf(bank.cancellations.cancel(who, id));
const statement = (id: string) => bank.reads.statement(owner, id);
const rowOf = async ({ number: of }: Payment, state = "state <> 'cancelled'"): Promise<string> => {
  const [row] = (await bank.source.query(`SELECT id FROM bank_rows WHERE number = $1 AND ${state}`, [of])) as {
    id: string;
  }[];
  return row!.id;
};

test('an import is cancelled by those who read the bank: nothing of it waits or is in the books, and its file comes again as if for the first time', async () => {
  const need = await bank.moneyNeed();
  const [known, late, part] = [
    await bank.promise(need),
    await bank.promise(need, '200.00'),
    await bank.promise(need, '300.00'),
  ];
  const payments = [
    paid(`Дар ${known.code}`),
    paid('Без кода', '200.00'),
    paid('На два дела', '1000.00'),
    paid('Чьё-то', '70.00'),
    paid('Возврат', '60.00'),
    paid('Ждёт', '50.00'),
  ];
  const id = await bring(...payments);
  const [, second, third, fourth, fifth, sixth] = await Promise.all(payments.map((one) => rowOf(one)));
  await bank.statements.decide(owner, second!, { outcome: 'gift', gift: late.code });
  await bank.corrections.split(owner, third!, [{ gift: part.code, amount: 30_000 }], 'ru');
  await bank.statements.decide(owner, fourth!, { outcome: 'surplus' });
  await bank.statements.decide(owner, fifth!, { outcome: 'not-a-gift' });
  expect(await bank.balance(need)).toMatchObject({ received: 200_000, reserved: 0 });
  expect(await statement(id)).toMatchObject({ status: 'done', can: ['cancel'], cancelledAt: null });

  expect(await cancel(id, bank.donor)).toBe('bank.statement-not-found');
  expect(await cancel(id)).toBe('done');
  expect(await bank.balance(need)).toMatchObject({ received: 0, reserved: 200_000 });
  expect(await statement(id)).toMatchObject({
    status: 'cancelled',
    cancelledAt: bank.clock.now(),
    can: [],
    left: 0,
    kept: 0,
    toDecide: [],
    fates: [{ fate: 'cancelled', rows: 6, amount: 288_000 }],
  });
  expect(await bank.reads.toDecide(bank.organization, 10, null)).toEqual([]);
  expect(await bank.rows.decided(bank.organization, 10, null)).toEqual([]);
  expect(await bank.source.query('SELECT 1 FROM bank_rows WHERE payer IS NOT NULL OR purpose IS NOT NULL')).toEqual([]);
  for (const said of [
    bank.statements.decide(owner, sixth!, { outcome: 'not-a-gift' }),
    bank.corrections.split(owner, sixth!, [{ gift: known.code, amount: 1 }], 'ru'),
    bank.corrections.undo(owner, fourth!, 'ru'),
  ])
    expect(await answerOf(said)).toBe('bank.row-cancelled');
  expect(await cancel(id)).toBe('done');

  const again = await bring(...payments);
  expect(await statement(again)).toMatchObject({ status: 'done', rows: 6, recognised: 1, alreadyKnown: 0 });
  expect(await bank.balance(need)).toMatchObject({ received: 150_000, reserved: 50_000 });
  expect(await cancel(again)).toBe('done');
});

test('nothing is cancelled where money of it has moved on, or where a later file has the same transfers', async () => {
  const need = await bank.moneyNeed('1000.00');
  const gift = await bank.promise(need, '1000.00');
  const [much, other, nobodys] = [paid('без кода', '1800.00'), paid('иное', '10.00'), paid('чьё-то', '7.00')];
  const id = await bring(much, other, nobodys);
  await bank.statements.decide(owner, await rowOf(much), { outcome: 'gift', gift: gift.code });
  await bank.statements.decide(owner, await rowOf(nobodys), { outcome: 'surplus' });
  const before = await statement(id);

  const later = await bring(other, paid('новое', '20.00'));
  expect(await cancel(id)).toBe('bank.cancel-known-later');
  expect(await cancel(later)).toBe('done');

  const aside = (await bank.surplusReads.ofOrganization(owner, bank.organization, 10, null, 'ru')).map(
    ({ view }) => view,
  );
  for (const { id: surplus } of aside) {
    await bank.surpluses.decide(owner, surplus, { outcome: 'organization' });
    expect(await cancel(id)).toBe('bank.cancel-surplus');
    await bank.surpluses.undo(owner, surplus);
  }
  const use = newId();
  await bank.ledger.run((tx) =>
    bank.ledger.use(tx, { id: use, needId: need, amount: 60_000, at: bank.clock.now(), by: owner.personId }),
  );
  expect(await cancel(id)).toBe('bank.cancel-spent');
  await bank.ledger.run((tx) =>
    bank.ledger.reverse(tx, {
      id: newId(),
      transferId: use,
      reason: 'report-changed',
      at: bank.clock.now(),
      by: owner.personId,
    }),
  );
  expect(await statement(id)).toEqual(before);
  await bank.refunds.refund(owner, gift.code, {
    quantity: '100.00',
    unit: 'rub',
    locale: 'ru',
    bankDate: '2026-03-10',
    bankNumber: '5',
  });
  expect(await cancel(id)).toBe('bank.cancel-refunded');
  expect(await bank.balance(need)).toMatchObject({ received: 90_000 });
});

test('while many rows are taken back no file comes, and a row whose money moves on in between stays as it is', async () => {
  const needs = [await bank.moneyNeed(), await bank.moneyNeed()];
  const gifts = await Promise.all(Array.from({ length: 6 }, (_, at) => bank.promise(needs[at % 2]!, '10.00')));
  const payments = [...gifts.map(({ code }) => paid(`Дар ${code}`, '10.00')), paid('чьё-то', '7.00')];
  const id = await bring(...payments);
  const nobodys = await rowOf(payments[6]!);
  await bank.statements.decide(owner, nobodys, { outcome: 'surplus' });
  await bank.source.query(
    `UPDATE bank_statements SET state = 'cancelling', cancelled_by = $2, cancelled_at = $3 WHERE id = $1`,
    [id, owner.personId, bank.clock.now()],
  ); // as if its process had died, or it had more rows than one request takes back
  expect(await statement(id)).toMatchObject({ status: 'cancelling', left: 7, can: [] });
  expect(await answerOf(bring(...payments))).toBe('bank.cancelling');
  await bank.refunds.refund(owner, gifts[3]!.code, { locale: 'ru', bankDate: '2026-03-10', bankNumber: '9' });

  const [aside] = (await bank.surplusReads.ofOrganization(owner, bank.organization, 1, null, 'ru')).map(
    ({ view }) => view,
  );
  await bank.surpluses.decide(owner, aside!.id, { outcome: 'organization' });

  await Promise.all([bank.cancellations.cancelDue(), cancel(id), bank.cancellations.cancelDue()]);
  expect(await statement(id)).toMatchObject({ status: 'cancelled', left: 0, kept: 2, recognised: 1 });
  expect(await Promise.all(needs.map(async (need) => (await bank.balance(need))!.received))).toEqual([0, 0]);

  const again = await bring(...payments);
  expect(await statement(again)).toMatchObject({ status: 'done', recognised: 5, alreadyKnown: 2 });
  await bank.surpluses.undo(owner, aside!.id);
  await bank.corrections.undo(owner, nobodys, 'ru'); // an ordinary row from now on
  await bank.statements.decide(owner, nobodys, { outcome: 'not-a-gift' });
  expect(await bank.cancellations.cancelDue()).toBe(0);
  expect(await statement(id)).toMatchObject({ status: 'cancelled', kept: 1 });
});

test('twenty clicks beside a recognition and a word about a row are one, and no row is left behind', async () => {
  const need = await bank.moneyNeed();
  const gifts = await Promise.all(Array.from({ length: 8 }, () => bank.promise(need, '10.00')));
  const payments = [
    ...gifts.map(({ code }) => paid(`Дар ${code}`, '10.00')),
    paid('ждёт', '5.00'),
    paid('ждёт и он', '6.00'),
  ];
  const recognition = new BankRecognition(bank.source, bank.clock, bank.gifts, new PledgeReceipts(bank.corrections));
  const unread = new BankStatements(bank.source, bank.clock, bank.gifts, { lookAt: async () => 0 } as never); // as if its process had died
  const id = await unread.import(bank.coordinator, bank.organization, bankFile(payments));
  (bank.clock as SetClock).forward(HOUR_MS);
  const waits = await rowOf(payments[8]!);
  const answers = await Promise.all([
    recognition.lookDue(),
    ...Array.from({ length: 20 }, () => cancel(id)),
    answerOf(bank.statements.decide(owner, waits, { outcome: 'surplus' })),
    recognition.lookDue(),
  ]);
  expect(answers.slice(1, 21)).toEqual(Array.from({ length: 20 }, () => 'done'));
  expect(['done', 'bank.row-cancelled']).toContain(answers[21]);
  await bank.cancellations.cancelDue();
  expect(await statement(id)).toMatchObject({
    status: 'cancelled',
    left: 0,
    kept: 0,
    fates: [{ fate: 'cancelled', rows: 10 }],
  });
  expect(await bank.balance(need)).toMatchObject({ received: 0, reserved: 8_000 });
});

test('a file is shown by its name, its encoding and its days; the name is the only word of a person, and goes with them', async () => {
  const clerk = bank.as(await bank.people.person('Вера Лужина'), bank.organization, 'accountant');
  const text = [
    '1CClientBankExchange',
    'ВерсияФормата=1.03',
    ...['10.03.2026', '02.03.2026'].flatMap((day, at) => [
      'СекцияДокумент=Платежное поручение',
      `Номер=${at}`,
      `Дата=${day}`,
      'Сумма=1.00',
      `ПолучательСчет=${ACCOUNT.number}`,
      'КонецДокумента',
    ]),
    'КонецФайла',
  ].join('\n');
  const listed = async (bytes: Uint8Array, name: string) => {
    const id = await bank.statements.import(clerk, bank.organization, fileOf(bytes, newId(), name));
    return statement(id);
  };
  expect(await listed(Buffer.from(text), 'C:\\Банк\\Выписка Лужиной.txt')).toMatchObject({
    fileName: 'Выписка Лужиной.txt',
    encoding: 'UTF-8',
    firstDay: '2026-03-02',
    lastDay: '2026-03-10',
  });
  expect(await listed(iconv.encode(text, 'cp866'), '../../etc/passwd')).toMatchObject({
    fileName: 'passwd',
    encoding: 'cp866',
  });
  expect(await listed(iconv.encode(text, 'win1251'), '')).toMatchObject({ fileName: null, encoding: 'windows-1251' });
  await bank.source.transaction((tx) => forgetGifts(tx as never, { personId: clerk.personId, addresses: [] } as never));
  expect(
    await bank.source.query('SELECT file_name FROM bank_statements WHERE uploaded_by = $1 AND file_name IS NOT NULL', [
      clerk.personId,
    ]),
  ).toEqual([]);
});
