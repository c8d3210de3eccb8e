import type { Check } from '#kernel';

/** What rows of bank statements say of gifts: whole rows, and the parts that one was divided into. */
const SEEN = `SELECT id, organization_id, gift_id, amount FROM bank_rows WHERE gift_id IS NOT NULL
  UNION ALL SELECT r.id, r.organization_id, p.gift_id, p.amount FROM bank_row_parts p JOIN bank_rows r ON r.id = p.row_id WHERE p.undone_at IS NULL`;

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
    sentence: 'What a bank statement shows of a gift is what its offer gave away and has not come back, exactly once.',
    sql: `SELECT g.id FROM gifts g JOIN (${SEEN}) r ON r.gift_id = g.id LEFT JOIN accounts a ON a.kind = 'offer' AND a.holder_id = g.offer_id
          WHERE a.posted_out + coalesce(g.refund_amount, 0) + (SELECT coalesce(sum(t.amount), 0) FROM surpluses s JOIN transfers t ON t.id = s.id WHERE s.state = 'returned' AND t.debit = a.id) IS DISTINCT FROM r.amount`,
  },
  {
    sentence: 'What Stripe says came and went of a gift is what its offer gave away, exactly once.',
    sql: `SELECT g.id FROM gifts g JOIN (SELECT gift_id, sum(CASE WHEN kind IN ('refund', 'dispute') THEN -booked ELSE booked END) AS net FROM card_entries WHERE booked IS NOT NULL GROUP BY gift_id) c ON c.gift_id = g.id
          LEFT JOIN accounts a ON a.kind = 'offer' AND a.holder_id = g.offer_id
          WHERE g.provider <> 'stripe' OR a.posted_out IS NULL OR a.posted_out + (SELECT coalesce(sum(t.amount), 0) FROM surpluses s JOIN transfers t ON t.id = s.id WHERE s.state = 'returned' AND t.debit = a.id) < c.net
             OR (g.status IN ('promised', 'lapsed') AND c.net > 0)`,
  },
  {
    sentence:
      'A row of a bank statement that was recognised is of the organization of its gift, and the gift is paid or has come back.',
    sql: `SELECT r.id FROM (${SEEN}) r JOIN gifts g ON g.id = r.gift_id WHERE r.organization_id <> g.organization_id OR g.status NOT IN ('paid', 'refunded')`,
  },
  {
    sentence:
      'A row of a bank statement is surplus of nobody, or what is left of a divided one, where it was put aside once, and of that organization.',
    sql: `SELECT r.id FROM bank_rows r LEFT JOIN transfers t ON t.subject_id = r.id AND t.subject_type = 'gift' AND t.kind = 'surplus' AND NOT EXISTS (SELECT 1 FROM surpluses s WHERE s.id = t.id AND s.state = 'undone') LEFT JOIN accounts a ON a.id = t.credit
          GROUP BY r.id HAVING count(t.id) > 1 OR bool_or(a.party_id <> r.organization_id) OR coalesce(sum(t.amount), 0) <> CASE r.state WHEN 'surplus' THEN r.amount
            WHEN 'split' THEN r.amount - (SELECT sum(p.amount) FROM bank_row_parts p WHERE p.row_id = r.id AND p.undone_at IS NULL) ELSE 0 END`,
  },
  {
    sentence:
      'Surplus that waits or is kept lies in the surplus of its organization, and what was decided otherwise has left it.',
    sql: `SELECT a.id FROM accounts a WHERE a.kind = 'surplus' AND a.unit = 'kopeck' AND a.posted_in - a.posted_out <> (
            SELECT coalesce(sum(e.amount), 0) FROM transfers t LEFT JOIN surpluses s ON s.id = t.id JOIN transfers e ON e.id = coalesce(s.entry, t.id)
            WHERE t.kind = 'surplus' AND t.subject_type IN ('match', 'gift') AND e.credit = a.id AND coalesce(s.state, 'waiting') IN ('waiting', 'organization'))`,
  },
  {
    sentence: 'Rows are cancelled with their import alone, and of a cancelled one none is still to be looked at.',
    sql: `SELECT r.id FROM bank_rows r JOIN bank_statements s ON s.id = r.statement_id WHERE r.state = 'cancelled' AND s.state = 'read'
          UNION ALL SELECT r.id FROM bank_statements s JOIN bank_rows r ON r.statement_id = s.id WHERE s.state = 'cancelled' AND r.reason = 'new'`,
  },
  {
    sentence: 'What was decided about a row of a bank statement keeps no words and no payer.',
    sql: `SELECT r.id FROM bank_rows r WHERE (r.payer IS NOT NULL OR r.purpose IS NOT NULL)
            AND (r.state IN ('recognised', 'not-a-gift', 'cancelled') OR EXISTS (SELECT 1 FROM transfers t JOIN surpluses s ON s.id = t.id WHERE t.subject_id = r.id AND s.state NOT IN ('waiting', 'undone')))`,
  },
];
