import { HOUR_MS } from '#kernel';
import { sealLedger, verifyLedger } from '#ledger';
import { matchingChecks } from '#matching';
import { needChecks } from '#needs';
import { offerChecks } from '#offers';
import { paymentsChecks } from '#payments';
import { log } from '#platform';
import { MANY, manyHistories, TIME_FOR_MANY } from '../../support/many-histories.js';
import { openBank, type Bank } from './fixture.js';
import { histories, live, mortal, type Lived, type World } from './histories.js';

log.level = 'silent'; // deaths are part of these histories

interface Town {
  readonly bank: Bank;
  readonly owner: Bank['donor'];
  readonly giver: World['giver'];
  readonly die: ReturnType<typeof mortal>;
}

async function open(): Promise<Town> {
  const bank = await openBank();
  const owner = bank.as(await bank.people.person('Ольга Счётная'), bank.organization, 'owner');
  const director = await bank.people.person('Олег Мельник');
  const company = await bank.people.organization(director.personId, 'verified', 88);
  return { bank, owner, giver: { company, owner: bank.as(director, company, 'owner') }, die: mortal(bank) };
}

/** What all transfers over the bank brought, and what the books say of it. */
const BOOKED = `SELECT
  (SELECT coalesce(sum(amount), 0) FROM bank_rows WHERE state IN ('recognised', 'surplus', 'split'))::bigint AS seen,
  (SELECT coalesce(sum(a.posted_out), 0) FROM offers o JOIN accounts a ON a.kind = 'offer' AND a.holder_id = o.id WHERE o.gift)::bigint AS given,
  ((SELECT coalesce(sum(t.amount), 0) FROM surpluses s JOIN transfers t ON t.id = s.id WHERE s.state = 'returned') + (SELECT coalesce(sum(refund_amount), 0) FROM gifts))::bigint AS returned,
  (SELECT coalesce(sum(posted_in), 0) FROM accounts WHERE kind = 'need' AND unit = 'kopeck')::bigint AS received,
  (SELECT coalesce(sum(posted_in - posted_out), 0) FROM accounts WHERE kind = 'surplus')::bigint AS aside`;

/** Rows of statements that there were, and those of them that are in the books. */
const sum = { imported: 0, booked: 0, cancelled: 0 };

async function ended({ bank }: Town): Promise<void> {
  const [rows] = (await bank.source.query(
    `SELECT count(*)::int AS imported, count(*) FILTER (WHERE state = 'cancelled')::int AS cancelled, count(*) FILTER (WHERE state IN ('recognised', 'surplus', 'split'))::int AS booked FROM bank_rows`,
  )) as [typeof sum];
  sum.imported += rows.imported;
  sum.booked += rows.booked;
  sum.cancelled += rows.cancelled;
  await sealLedger(bank.source, bank.clock);
  expect((await verifyLedger(bank.source)).alarms).toEqual([]);
  for (const { sentence, sql } of [...matchingChecks, ...offerChecks, ...needChecks])
    expect([sentence, await bank.source.query(sql)]).toEqual([sentence, []]);
}

async function lives({ bank, owner, giver, die }: Town, history: readonly Lived[]): Promise<void> {
  const world: World = {
    needs: [await bank.moneyNeed('100.00'), await bank.moneyNeed('60.00'), await bank.moneyNeed('1000.00')],
    gifts: [],
    transfers: [],
    giver,
    paid: [],
  };
  for (const lived of history) await live(bank, owner, world, lived, die);
  bank.clock.forward(HOUR_MS);
  await bank.recognition.lookDue(); // what a death left unread
  await bank.cancellations.cancelDue();
  await bank.followAll();
  for (const { number, sum: paid } of world.paid) {
    const rows = (await bank.source.query(
      `SELECT amount::float8 AS amount, reason FROM bank_rows WHERE number = $1 AND state <> 'cancelled'`,
      [number],
    )) as { amount: number; reason: string | null }[];
    expect(rows.map(({ amount }) => amount).filter((amount) => amount !== Number(paid) * 100)).toEqual([]);
    expect([rows.length <= 1, rows.some(({ reason }) => reason === 'new')]).toEqual([true, false]);
  }
  const [booked] = (await bank.source.query(BOOKED)) as [
    { seen: number; given: number; returned: number; received: number; aside: number },
  ];
  expect(booked.given + booked.returned).toBe(booked.seen);
  expect(booked.received + booked.aside).toBe(booked.given);
  for (const { sentence, sql } of paymentsChecks)
    expect([sentence, await bank.source.query(sql)]).toEqual([sentence, []]);
}

test(
  'whatever is promised, paid, imported, decided, sent back and undone, and whenever the process dies, each transfer over the bank is in the books once',
  async () => {
    await manyHistories(25, histories, { open, ended, close: ({ bank }) => bank.db.drop() }, lives);
    if (MANY) expect([sum.imported > 0, sum.booked > 0, sum.cancelled > 0]).toEqual([true, true, true]);
  },
  TIME_FOR_MANY,
);
