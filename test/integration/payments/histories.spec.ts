import fc from 'fast-check';
import { HOUR_MS } from '#kernel';
import { sealLedger, verifyLedger } from '#ledger';
import { matchingChecks } from '#matching';
import { needChecks } from '#needs';
import { offerChecks } from '#offers';
import { paymentsChecks } from '#payments';
import { LONG, some } from '../../support/long.js';
import { openBank, type Bank } from './fixture.js';
import { histories, live, mortal, type World } from './histories.js';

let bank: Bank;
let owner: Bank['donor'];
let giver: World['giver'];
beforeAll(async () => {
  bank = await openBank();
  owner = bank.as(await bank.people.person('Ольга Счётная'), bank.organization, 'owner');
  const director = await bank.people.person('Олег Мельник');
  const company = await bank.people.organization(director.personId, 'verified', 88);
  giver = { company, owner: bank.as(director, company, 'owner') };
}, 60_000);
afterAll(() => bank.db.drop());

/** What all transfers over the bank brought, and what the books say of it. */
const BOOKED = `SELECT
  (SELECT coalesce(sum(amount), 0) FROM bank_rows WHERE state IN ('recognised', 'surplus', 'split'))::bigint AS seen,
  (SELECT coalesce(sum(a.posted_out), 0) FROM offers o JOIN accounts a ON a.kind = 'offer' AND a.holder_id = o.id WHERE o.gift)::bigint AS given,
  ((SELECT coalesce(sum(t.amount), 0) FROM surpluses s JOIN transfers t ON t.id = s.id WHERE s.state = 'returned') + (SELECT coalesce(sum(refund_amount), 0) FROM gifts))::bigint AS returned,
  (SELECT coalesce(sum(posted_in), 0) FROM accounts WHERE kind = 'need' AND unit = 'kopeck')::bigint AS received,
  (SELECT coalesce(sum(posted_in - posted_out), 0) FROM accounts WHERE kind = 'surplus')::bigint AS aside`;

test('whatever is promised, paid, imported, decided, sent back and undone, and whenever the process dies, each transfer over the bank is in the books once', async () => {
  const die = mortal(bank);
  const numbers: string[] = [];
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
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
      await bank.followAll();
      numbers.push(...world.paid.map(({ number }) => number!));
      for (const { number, sum } of world.paid) {
        const rows = (await bank.source.query(
          'SELECT amount::float8 AS amount, reason FROM bank_rows WHERE number = $1',
          [number],
        )) as { amount: number; reason: string | null }[];
        expect(rows.map(({ amount }) => amount).filter((amount) => amount !== Number(sum) * 100)).toEqual([]);
        expect([rows.length <= 1, rows.some(({ reason }) => reason === 'new')]).toEqual([true, false]);
      }
      const [booked] = (await bank.source.query(BOOKED)) as [
        { seen: number; given: number; returned: number; received: number; aside: number },
      ];
      expect(booked.given + booked.returned).toBe(booked.seen);
      expect(booked.received + booked.aside).toBe(booked.given);
      for (const { sentence, sql } of paymentsChecks)
        expect([sentence, await bank.source.query(sql)]).toEqual([sentence, []]);
    }),
    { numRuns: some(25), endOnFailure: true },
  );
  const [{ imported, booked }] = (await bank.source.query(
    `SELECT count(*)::int AS imported, count(*) FILTER (WHERE state IN ('recognised', 'surplus', 'split'))::int AS booked FROM bank_rows WHERE number = ANY($1)`,
    [numbers],
  )) as [{ imported: number; booked: number }];
  expect(imported).toBeGreaterThan(0);
  if (LONG) expect(booked).toBeGreaterThan(0);
  await sealLedger(bank.source, bank.clock);
  expect((await verifyLedger(bank.source)).alarms).toEqual([]);
  for (const { sentence, sql } of [...matchingChecks, ...offerChecks, ...needChecks])
    expect([sentence, await bank.source.query(sql)]).toEqual([sentence, []]);
}, 400_000);
