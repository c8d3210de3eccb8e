import type { Check } from '#kernel';

export const paymentsChecks: Check[] = [
  {
    sentence: 'What became of a gift is what its match says.',
    sql: `SELECT g.id FROM gifts g JOIN matches m ON m.id = g.match_id
          WHERE coalesce(m.ended_at, '-infinity') < now() - interval '10 minutes' -- the job that follows a match has had its time
            AND ((g.status = 'promised' AND m.status NOT IN ('accepted', 'delivered', 'disputed')) OR (g.status = 'lapsed' AND m.status NOT IN ('expired', 'cancelled')) OR (g.status = 'paid' AND m.status <> 'confirmed'))`,
  },
  {
    sentence: 'The offer of a gift has nothing left for others.',
    sql: `SELECT o.id FROM offers o JOIN accounts a ON a.kind = 'offer' AND a.holder_id = o.id WHERE o.gift AND a.posted_in - a.posted_back - a.posted_out - a.held_out > 0`,
  },
  {
    sentence: 'What a bank statement shows of a gift is what its offer gave away, exactly once.',
    sql: `SELECT g.id FROM gifts g JOIN bank_rows r ON r.gift_id = g.id LEFT JOIN accounts a ON a.kind = 'offer' AND a.holder_id = g.offer_id WHERE g.status = 'paid' AND a.posted_out IS DISTINCT FROM r.amount`,
  },
  {
    sentence: 'A row of a bank statement that was recognised is of the organization of its gift, and the gift is paid.',
    sql: `SELECT r.id FROM bank_rows r JOIN gifts g ON g.id = r.gift_id WHERE r.organization_id <> g.organization_id OR g.status <> 'paid'`,
  },
  {
    sentence: 'What was decided about a row of a bank statement keeps no words and no payer.',
    sql: `SELECT id FROM bank_rows WHERE state <> 'to-decide' AND (payer IS NOT NULL OR purpose IS NOT NULL)`,
  },
];
