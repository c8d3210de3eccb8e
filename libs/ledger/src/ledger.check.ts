import type { Check } from '#kernel';

// What every transfer did to the stored parts of its two accounts, written down a second time and differently from the trigger that
// applies it: so that a mistake in either is found.
const SUMS = `
  SELECT account,
    sum(amount) FILTER (WHERE came AND mirrors IS NULL) AS came_in, sum(amount) FILTER (WHERE NOT came AND mirrors IS NOT NULL) AS in_taken_back,
    sum(amount) FILTER (WHERE NOT came AND mirrors IS NULL AND NOT home) AS went_out, sum(amount) FILTER (WHERE came AND mirrors IS NOT NULL AND NOT home) AS out_taken_back,
    sum(amount) FILTER (WHERE NOT came AND mirrors IS NULL AND home) AS went_back, sum(amount) FILTER (WHERE came AND mirrors IS NOT NULL AND home) AS back_taken_back
  FROM (
    SELECT t.debit AS account, false AS came, t.amount, t.mirrors, c.kind = 'promises' AS home FROM transfers t JOIN accounts c ON c.id = t.credit WHERE t.phase IN ('posted', 'post')
    UNION ALL
    SELECT t.credit, true, t.amount, t.mirrors, d.kind = 'promises' FROM transfers t JOIN accounts d ON d.id = t.debit WHERE t.phase IN ('posted', 'post')
  ) moved GROUP BY account`;

const OPEN_HOLDS = `
  SELECT h.debit, h.credit, h.amount FROM transfers h WHERE h.phase = 'held' AND NOT EXISTS (SELECT 1 FROM transfers e WHERE e.resolves = h.id)`;

/** What must always be true of the books. Each SQL returns the rows that break the sentence: none. */
export const ledgerChecks: Check[] = [
  {
    sentence: 'Every stored balance is the sum of its transfers',
    sql: `SELECT a.id, a.kind, a.posted_in, a.posted_out, a.posted_back FROM accounts a LEFT JOIN (${SUMS}) s ON s.account = a.id
      WHERE a.posted_in IS NOT NULL AND (a.posted_in <> coalesce(s.came_in, 0) - coalesce(s.in_taken_back, 0)
        OR a.posted_out <> coalesce(s.went_out, 0) - coalesce(s.out_taken_back, 0) OR a.posted_back <> coalesce(s.went_back, 0) - coalesce(s.back_taken_back, 0))`,
  },
  {
    sentence: 'What is reserved is exactly what is held and has not ended',
    sql: `WITH open AS (${OPEN_HOLDS}), side AS (SELECT debit AS account, amount AS going_out, 0 AS coming_in FROM open UNION ALL SELECT credit, 0, amount FROM open),
        sums AS (SELECT account, sum(going_out) AS going_out, sum(coming_in) AS coming_in FROM side GROUP BY account)
      SELECT a.id, a.kind, a.held_in, a.held_out FROM accounts a LEFT JOIN sums s ON s.account = a.id
      WHERE a.posted_in IS NOT NULL AND (a.held_out <> coalesce(s.going_out, 0) OR a.held_in <> coalesce(s.coming_in, 0))`,
  },
  {
    sentence: 'A hold is open or has ended exactly: what was posted and what was voided are together what was held',
    sql: `SELECT h.id, h.amount, sum(e.amount) AS ended FROM transfers e JOIN transfers h ON h.id = e.resolves
      GROUP BY h.id HAVING h.phase <> 'held' OR sum(e.amount) <> h.amount OR count(*) FILTER (WHERE e.phase = 'post') > 1 OR count(*) FILTER (WHERE e.phase = 'void') > 1
        OR bool_or((e.debit, e.credit, e.unit, e.item) IS DISTINCT FROM (h.debit, h.credit, h.unit, h.item))`,
  },
  {
    sentence: 'For every offer pledged = available + reserved + delivered + released, none of them below zero',
    sql: `SELECT id, holder_id FROM accounts WHERE kind = 'offer' AND (posted_in - held_out - posted_out - posted_back < 0 OR least(posted_in, held_out, posted_out, posted_back) < 0 OR held_in <> 0)`,
  },
  {
    sentence:
      'For every need required = open + reserved + received, none of them below zero, and never more is used than was received',
    sql: `SELECT id, holder_id FROM accounts WHERE kind = 'need' AND (required - held_in - posted_in < 0 OR least(required, held_in, posted_in, posted_out) < 0 OR posted_out > posted_in OR posted_back <> 0 OR held_out <> 0)`,
  },
  {
    sentence: 'No stock or surplus is below zero',
    sql: `SELECT id, holder_id FROM accounts WHERE kind IN ('stock', 'surplus') AND posted_out + held_out > posted_in`,
  },
  {
    sentence: 'What a need asks for is the sum of its logged changes',
    sql: `SELECT a.id, a.required FROM accounts a LEFT JOIN (SELECT account, sum(after - before) AS required FROM required_changes GROUP BY account) c ON c.account = a.id
      WHERE a.kind = 'need' AND a.required <> coalesce(c.required, 0)`,
  },
  {
    sentence: 'In every unit all accounts together are zero',
    sql: `SELECT unit, sum(balance) AS difference FROM (
        SELECT unit, posted_in - posted_back - posted_out AS balance FROM accounts WHERE posted_in IS NOT NULL
        UNION ALL SELECT a.unit, coalesce(s.came_in, 0) + coalesce(s.out_taken_back, 0) + coalesce(s.back_taken_back, 0) - coalesce(s.went_out, 0) - coalesce(s.went_back, 0) - coalesce(s.in_taken_back, 0)
          FROM accounts a JOIN (${SUMS}) s ON s.account = a.id WHERE a.posted_in IS NULL
      ) every GROUP BY unit HAVING sum(balance) <> 0`,
  },
  {
    sentence: 'Every transfer counts the unit, and where one is named the item, of both its accounts',
    sql: `SELECT t.id FROM transfers t JOIN accounts d ON d.id = t.debit JOIN accounts c ON c.id = t.credit
      WHERE d.unit <> t.unit OR c.unit <> t.unit OR d.item <> coalesce(t.item, '') OR c.item <> coalesce(t.item, '')`,
  },
  {
    sentence: 'A reversal goes back the way of a posted transfer, and all reversals of one never exceed it',
    sql: `SELECT o.id FROM transfers m JOIN transfers o ON o.id = m.mirrors GROUP BY o.id
      HAVING sum(m.amount) > o.amount OR o.phase NOT IN ('posted', 'post') OR o.mirrors IS NOT NULL OR bool_or((m.debit, m.credit, m.unit) IS DISTINCT FROM (o.credit, o.debit, o.unit))`,
  },
  {
    sentence: 'Every transfer is sealed or waits to be, and not both',
    sql: `SELECT t.id FROM transfers t LEFT JOIN seals s ON s.transfer = t.id LEFT JOIN unsealed u ON u.transfer = t.id WHERE (s.transfer IS NULL) = (u.transfer IS NULL)`,
  },
  {
    sentence: 'Seals are numbered from 1 without a gap, in the order of their time',
    sql: `SELECT position FROM (SELECT position, sealed_at, lag(position, 1, 0::bigint) OVER w AS before, lag(sealed_at) OVER w AS earlier FROM seals WINDOW w AS (ORDER BY position)) s
      WHERE position <> before + 1 OR sealed_at < earlier`,
  },
];
