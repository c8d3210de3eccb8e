import type { Check } from '#kernel';

export const needChecks: Check[] = [
  {
    sentence: 'Every need has one account in the ledger, in its own base unit.',
    sql: `SELECT n.id FROM needs n LEFT JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id
          GROUP BY n.id HAVING count(a.id) <> 1 OR bool_or(a.unit <> n.base_unit)`,
  },
  {
    sentence: 'The status of an open need says what has arrived.',
    sql: `SELECT n.id FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id
          WHERE (n.status = 'open' AND a.posted_in > 0) OR (n.status = 'partly_met' AND (a.posted_in = 0 OR a.posted_in >= a.required))
             OR (n.status = 'met' AND a.posted_in < a.required)`,
  },
  {
    sentence: 'A need that nobody has approved holds nothing and has received nothing.',
    sql: `SELECT n.id FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id
          WHERE n.opened_at IS NULL AND (a.posted_in > 0 OR a.held_in > 0)`,
  },
  {
    sentence: 'An open need has been opened by a person and has a day until which it is fresh.',
    sql: `SELECT id FROM needs WHERE status IN ('open', 'partly_met') AND (opened_at IS NULL OR fresh_until IS NULL)`,
  },
  {
    sentence: 'The smallest useful part of a need is not larger than the need.',
    sql: `SELECT n.id FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id WHERE n.min_amount > a.required`,
  },
  {
    sentence: 'No edit waits for review on a need that is closed or taken back.',
    sql: `SELECT e.id FROM need_edits e JOIN needs n ON n.id = e.need_id WHERE e.status = 'submitted' AND n.status IN ('closed', 'withdrawn')`,
  },
];
