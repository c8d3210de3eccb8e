import type { DataSource } from 'typeorm';
import { DAY_MS, HOUR_MS } from '#kernel';
import { verifyLedger } from '#ledger';
import { matchingChecks, paymentCodeOf } from '#matching';
import { needChecks } from '#needs';
import { offerChecks } from '#offers';
import { BankCorrections, BankRecognition, BankStatements, Gifts, paymentsChecks, PledgeReceipts } from '#payments';
import { bankFile, openBank, type Bank, type Payment } from './fixture.js';

let bank: Bank;
beforeAll(async () => {
  bank = await openBank();
});
afterAll(async () => {
  expect((await verifyLedger(bank.source)).alarms).toEqual([]);
  for (const { sentence, sql } of [...paymentsChecks, ...matchingChecks, ...offerChecks, ...needChecks])
    expect([sentence, await bank.source.query(sql)]).toEqual([sentence, []]);
  await bank.db.drop();
});

const rowsOf = (id: string): Promise<{ number: string; state: string; reason: string | null }[]> =>
  bank.source.query('SELECT number, state, reason FROM bank_rows WHERE statement_id = $1 ORDER BY id', [id]);
const statusesOf = async (gifts: readonly { code: string }[]): Promise<string> =>
  (await Promise.all(gifts.map(async ({ code }) => (await bank.reads.gift(code)).status))).join();

test('a statement that is too large for its request is read by the clock, many rows at a time, each transfer once', async () => {
  const needs = [await bank.moneyNeed('1000.00'), await bank.moneyNeed('40.00'), await bank.moneyNeed('5000.00')];
  const held = await Promise.all(
    Array.from({ length: 24 }, (_, at) => bank.promise(needs[at % 3 === 0 ? 0 : 2]!, '10.00')),
  );
  const full = [await bank.promise(needs[1]!, '20.00'), await bank.promise(needs[1]!, '20.00')]; // the second holds nothing
  const late = await bank.promise(needs[0]!, '30.00');
  await bank.source.query('UPDATE gifts SET deadline = $2 WHERE id = $1', [late.id, bank.clock.now()]);
  await bank.gifts.lapseDue();
  expect([full[1]!.held, (await bank.reads.gift(late.code)).status]).toEqual([false, 'lapsed']);
  const known: Payment[] = [...held, ...full, late].map(({ code, amount }, at) => ({
    purpose: `Дар ${code}`,
    sum: `${amount / 100}.00`,
    number: `k${at}`,
  }));
  const others: Payment[] = [
    { purpose: `Дар ${held[0]!.code}`, sum: '10.00', number: 'again' },
    { purpose: `Дар ${paymentCodeOf('ZZZZZZZZ')}`, sum: '10.00', number: 'unknown' },
    ...Array.from({ length: 1_000 }, (_, at) => ({ purpose: 'Взнос', sum: '1.00', number: `${at}` })),
  ];
  // Gifts stand among the others, so that each thousand has some.
  const payments = others.flatMap((other, at) => [...(at % 40 === 0 ? known.splice(0, 1) : []), other]).concat(known);
  const file = bankFile(payments);
  const id = await bank.statements.import(bank.coordinator, bank.organization, file);
  expect(await bank.reads.statement(bank.coordinator, id)).toMatchObject({
    status: 'reading',
    rows: payments.length,
    left: payments.length,
    recognised: 0,
  });
  expect(await bank.recognition.lookDue()).toBe(payments.length);
  expect(await bank.reads.statement(bank.coordinator, id)).toMatchObject({
    status: 'done',
    left: 0,
    recognised: 27,
    alreadyKnown: 0,
  });
  expect(await statusesOf([...held, ...full, late])).toBe(Array.from({ length: 27 }, () => 'paid').join());
  const reasons = new Map((await rowsOf(id)).map(({ number, reason }) => [number, reason]));
  expect(['again', 'unknown', '7', 'k0', 'k26'].map((number) => reasons.get(number))).toEqual([
    'paid-before',
    'unknown-code',
    'no-code',
    null,
    null,
  ]);
  expect((await bank.balance(needs[0]!))!.received).toBe(8_000 + 3_000);
  expect((await bank.balance(needs[1]!))!.received).toBe(4_000);
  expect((await bank.balance(needs[2]!))!.received).toBe(16_000);
  expect((await bank.source.query('SELECT status FROM needs WHERE id = $1', [needs[1]]))[0].status).toBe('met');
  const facts: { payload: { matchId: string } }[] = await bank.source.query(
    `SELECT payload FROM facts WHERE type = 'match.confirmed'`,
  );
  expect(new Set(facts.map(({ payload }) => payload.matchId)).size).toBe(27);

  const again = await bank.statements.import(bank.coordinator, bank.organization, file);
  expect(await bank.recognition.lookDue()).toBe(0);
  expect(await bank.reads.statement(bank.coordinator, again)).toMatchObject({
    status: 'done',
    recognised: 0,
    alreadyKnown: payments.length,
  });
  const [newest, before] = await bank.reads.statements(bank.organization, 2, null);
  expect([newest?.id, before?.id]).toEqual([again, id]);
});

/** A process that is killed before or after one of its commits: from then on it says nothing to the database. */
function mortalBank(at: number): { statements: BankStatements; recognition: BankRecognition; steps: () => number } {
  let step = 0;
  const dead = (): boolean => at > 0 && step >= at;
  const reach = (): void => {
    step += 1;
    if (dead()) throw new Error('killed');
  };
  const source = new Proxy(bank.source, {
    get(target, name) {
      if (name === 'query')
        return async (...said: Parameters<DataSource['query']>) => {
          if (dead()) throw new Error('killed');
          return target.query(...said);
        };
      if (name === 'transaction')
        return async (work: Parameters<DataSource['transaction']>[1]) => {
          if (dead()) throw new Error('killed');
          const done = await target.transaction(async (tx) => {
            const result = await (work as unknown as (tx: unknown) => Promise<unknown>)(tx);
            reach(); // nothing of it stays
            return result;
          });
          reach(); // all of it stays
          return done;
        };
      return Reflect.get(target, name, target) as unknown;
    },
  });
  const gifts = new Gifts(source, bank.clock, bank.giftMatches);
  const corrections = new BankCorrections(source, bank.clock, bank.catalogue, bank.ledger, bank.giftMatches, gifts);
  const recognition = new BankRecognition(source, bank.clock, gifts, new PledgeReceipts(corrections));
  return {
    recognition,
    statements: new BankStatements(source, bank.clock, gifts, recognition),
    steps: () => step,
  };
}

test('killed before or after any commit of an import, and started again, it ends in the same books', async () => {
  const life = async (at: number): Promise<{ steps: number; end: unknown }> => {
    const need = await bank.moneyNeed('100.00');
    const gifts = [
      await bank.promise(need, '20.00'),
      await bank.promise(need, '30.00'),
      await bank.promise(need, '10.00'), // holds nothing
      await bank.promise(need, '7.00'),
    ];
    await bank.source.query('UPDATE gifts SET deadline = $2 WHERE id = $1', [gifts[3]!.id, bank.clock.now()]);
    await bank.gifts.lapseDue();
    const file = bankFile([
      ...gifts.map(({ code, amount }, index) => ({
        purpose: code,
        sum: `${amount / 100}.00`,
        number: `${need}-${index}`.slice(-40),
      })),
      { purpose: gifts[0]!.code, sum: '20.00', number: `${need}-b`.slice(-40) },
      { purpose: 'без кода', sum: '5.00', number: `${need}-c`.slice(-40) },
    ]);
    const mortal = mortalBank(at);
    await mortal.statements.import(bank.coordinator, bank.organization, file).catch(() => undefined);
    bank.clock.forward(HOUR_MS);
    await bank.recognition.lookDue();
    const id = await bank.statements.import(bank.coordinator, bank.organization, file); // the person who saw no answer sends it again
    const rows: { reason: string | null; amount: number }[] = await bank.source.query(
      'SELECT reason, amount FROM bank_rows WHERE number LIKE $1 ORDER BY number',
      [`%${need.slice(-30)}%`],
    );
    return {
      steps: mortal.steps(),
      end: [
        await statusesOf(gifts),
        await bank.balance(need),
        rows,
        (await bank.reads.statement(bank.coordinator, id)).left,
      ],
    };
  };
  const whole = await life(0);
  expect(whole.end).toMatchObject([
    'paid,paid,paid,paid',
    { received: 6_700, reserved: 0 },
    [
      { reason: null },
      { reason: null },
      { reason: null },
      { reason: null },
      { reason: 'paid-before' },
      { reason: 'no-code' },
    ],
    0,
  ]);
  expect(whole.steps).toBeGreaterThan(7); // a transaction for the file, one for the plain rows, one for each of the others
  for (let at = 1; at <= whole.steps; at += 1) expect([at, (await life(at)).end]).toEqual([at, whole.end]);
  bank.clock.forward(DAY_MS);
  expect(await bank.recognition.lookDue()).toBe(0);
});
