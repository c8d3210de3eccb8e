import { HOUR_MS } from '#kernel';
import { sealLedger, verifyLedger } from '#ledger';
import { matchingChecks } from '#matching';
import { needChecks } from '#needs';
import { offerChecks } from '#offers';
import { paymentsChecks } from '#payments';
import { log } from '#platform';
import { MANY, manyHistories, TIME_FOR_MANY } from '../../support/many-histories.js';
import { openCards, type Cards } from './card.fixture.js';
import { cardHistories, liveCard, type CardLived, type CardWorld } from './card-histories.js';
import { mortal } from './histories.js';

log.level = 'silent'; // deaths are part of these histories

interface Town {
  readonly cards: Cards;
  readonly die: ReturnType<typeof mortal>;
}

async function open(): Promise<Town> {
  const cards = await openCards();
  return { cards, die: mortal(cards) };
}

/** What came by bank and by card, and what the books say of it. */
const BOOKED = `SELECT
  ((SELECT coalesce(sum(amount), 0) FROM bank_rows WHERE state IN ('recognised', 'surplus', 'split')) + (SELECT coalesce(sum(booked), 0) FROM card_entries WHERE kind = 'payment'))::bigint AS seen,
  (SELECT coalesce(sum(a.posted_out), 0) FROM offers o JOIN accounts a ON a.kind = 'offer' AND a.holder_id = o.id WHERE o.gift)::bigint AS given,
  ((SELECT coalesce(sum(t.amount), 0) FROM surpluses s JOIN transfers t ON t.id = s.id WHERE s.state = 'returned') + (SELECT coalesce(sum(refund_amount), 0) FROM gifts))::bigint AS returned,
  (SELECT coalesce(sum(posted_in), 0) FROM accounts WHERE kind = 'need' AND unit = 'kopeck')::bigint AS received,
  (SELECT coalesce(sum(posted_in - posted_out), 0) FROM accounts WHERE kind = 'surplus')::bigint AS aside`;

/** What Stripe itself would say of each payment: written down here without the code that is tried. */
function atStripe({ fake }: Cards, intentId: string): Map<string, number> {
  const intent = fake.world.get(intentId);
  if (intent['status'] !== 'succeeded') return new Map();
  const moved = new Map<string, number>([[intent['latest_charge'] as string, intent['amount'] as number]]);
  for (const { id, amount, status } of fake.world.all('refund').filter((one) => one['payment_intent'] === intentId)) {
    moved.set(id, amount as number);
    if (status === 'failed') moved.set(`${id}/failed`, amount as number);
  }
  for (const { id, amount, status } of fake.world.all('dispute').filter((one) => one['payment_intent'] === intentId)) {
    if (String(status).startsWith('warning')) continue;
    moved.set(id, amount as number);
    if (status === 'won') moved.set(`${id}/won`, amount as number);
  }
  return moved;
}

/** Movements of money at Stripe. */
let entries = 0;

async function lives({ cards, die }: Town, history: readonly CardLived[]): Promise<void> {
  const world: CardWorld = {
    needs: [await cards.moneyNeed('100.00'), await cards.moneyNeed('60.00'), await cards.moneyNeed('1000.00')],
    gifts: [],
  };
  for (const lived of history) await liveCard(cards, world, lived, die);
  cards.clock.forward(HOUR_MS); // what failed has rested
  await cards.events.applyDue();
  await cards.payments.endDue();
  await cards.followAll();
  await cards.reconciliation.compare(cards.clock.now()); // events that were lost
  const again = await cards.reconciliation.compare(cards.clock.now());
  expect(again.mended).toBe(0);
  for (const { id, intent } of world.gifts) {
    const rows = (await cards.source.query(
      `SELECT id, amount::float8 AS amount FROM card_entries WHERE gift_id = $1 AND booked IS NOT NULL`,
      [id],
    )) as { id: string; amount: number }[];
    const told = atStripe(cards, intent);
    expect(new Map(rows.map((row) => [row.id, row.amount]))).toEqual(told);
    entries += told.size;
  }
  const [booked] = (await cards.source.query(BOOKED)) as [
    { seen: number; given: number; returned: number; received: number; aside: number },
  ];
  expect(booked.given + booked.returned).toBe(booked.seen);
  expect(booked.received + booked.aside).toBe(booked.given);
  for (const { sentence, sql } of paymentsChecks)
    expect([sentence, await cards.source.query(sql)]).toEqual([sentence, []]);
}

async function ended({ cards }: Town): Promise<void> {
  await sealLedger(cards.source, cards.clock);
  expect((await verifyLedger(cards.source)).alarms).toEqual([]);
  for (const { sentence, sql } of [...matchingChecks, ...offerChecks, ...needChecks])
    expect([sentence, await cards.source.query(sql)]).toEqual([sentence, []]);
}

test(
  'whatever is given, paid, sent back, disputed, told twice, late, in another order or never, and whenever the process dies, each movement at Stripe is in the books once',
  async () => {
    await manyHistories(20, cardHistories, { open, ended, close: ({ cards }) => cards.close() }, lives);
    if (MANY) expect(entries).toBeGreaterThan(40);
  },
  TIME_FOR_MANY,
);
