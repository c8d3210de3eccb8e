import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock, dayAt } from '#kernel';
import { ROW_UNDONE } from '#matching';
import { monthOf } from './bank-month.rules.js';
import { SENT_BACK } from './papers/money-lines.rules.js';

/** Money for one purpose in one month, in kopecks: what was there, what the month did to it, what is left. What goes out is negative. */
export interface MonthLine {
  /** Of needs, or surplus that lies beside them. */
  readonly kind: 'need' | 'surplus';
  /** Category; null: for all that the organization exists for, or nobody's. */
  readonly purpose: string | null;
  readonly opening: number;
  readonly came: number;
  /** How many gifts, or transfers of nobody, came. */
  readonly gifts: number;
  readonly returned: number;
  readonly spent: number;
  /** From one purpose to another, and what was decided and taken back: zero in the sum of all lines, but where a return was taken back. */
  readonly moved: number;
  readonly closing: number;
}

/** What came into the account on one day, by the rows of the bank. */
export interface MonthDay {
  readonly day: string;
  readonly rows: number;
  readonly amount: number;
  /** Of it in the books. */
  readonly booked: number;
  /** Of it not decided yet. */
  readonly waiting: number;
}

export interface BankMonth {
  readonly month: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly lines: readonly MonthLine[];
  readonly total: Omit<MonthLine, 'kind' | 'purpose'>;
  /** Rows that wait for a word now: of the months before, and of this one. In no book. */
  readonly waiting: { readonly opening: number; readonly came: number; readonly rows: number };
  readonly days: readonly MonthDay[];
}

/** An account of the organization, what moved it, and why: each transfer that counts, once for each of its accounts. */
const MOVES = `
  WITH accounts_of AS MATERIALIZED (
    SELECT a.id, a.kind, coalesce(n.category, nullif(a.purpose, '')) AS purpose FROM accounts a LEFT JOIN needs n ON a.kind = 'need' AND n.id = a.holder_id WHERE a.party_id = $1 AND a.kind IN ('need', 'surplus') AND a.unit = 'kopeck'),
  moved AS (
    SELECT c.kind, c.purpose, t.amount, o.kind AS other, t.at, t.reason, t.mirrors, t.subject_type, t.subject_id FROM accounts_of c JOIN transfers t ON t.credit = c.id JOIN accounts o ON o.id = t.debit WHERE t.phase IN ('posted', 'post')
    UNION ALL
    SELECT c.kind, c.purpose, -t.amount, o.kind, t.at, t.reason, t.mirrors, t.subject_type, t.subject_id FROM accounts_of c JOIN transfers t ON t.debit = c.id JOIN accounts o ON o.id = t.credit WHERE t.phase IN ('posted', 'post')),
  meant AS (
    SELECT v.*, coalesce(f.at, v.at) AS first_at, f.id AS origin,
      CASE WHEN v.other = 'used' THEN 'spent' WHEN v.other <> 'offer' THEN 'moved' WHEN v.mirrors IS NULL AND v.subject_type <> 'correction' THEN 'came'
        WHEN v.reason = '${ROW_UNDONE}' THEN 'came' WHEN v.reason = ANY($2) THEN 'returned' ELSE 'moved' END AS effect,
      coalesce(r.subject_type, f.subject_type, v.subject_type) AS about, coalesce(r.subject_id, f.subject_id, v.subject_id) AS thing
    FROM moved v LEFT JOIN transfers f ON f.id = v.mirrors
      LEFT JOIN transfers r ON r.id = CASE WHEN f.subject_type = 'correction' THEN f.subject_id WHEN f.id IS NULL AND v.subject_type = 'correction' THEN v.subject_id END),
  dated AS (
    SELECT m.kind, m.purpose, m.effect, m.thing, m.amount,
      coalesce(CASE m.effect WHEN 'came' THEN coalesce(b.day, a.bank_date, (m.first_at AT TIME ZONE $3)::date) WHEN 'returned' THEN CASE m.reason WHEN 'refund' THEN g.refund_day WHEN 'returned' THEN s.bank_day END END, (m.at AT TIME ZONE $3)::date) AS day
    FROM meant m LEFT JOIN matches a ON m.about = 'match' AND a.id = m.thing LEFT JOIN gifts g ON g.match_id = a.id
      LEFT JOIN LATERAL (SELECT r.day FROM bank_rows r WHERE r.gift_id = g.id
        UNION ALL SELECT r.day FROM bank_row_parts p JOIN bank_rows r ON r.id = p.row_id WHERE p.gift_id = g.id AND p.undone_at IS NULL
        UNION ALL SELECT r.day FROM bank_rows r WHERE m.about = 'gift' AND r.id = m.thing LIMIT 1) b ON m.effect = 'came'
      LEFT JOIN surpluses s ON m.effect = 'returned' AND s.entry = m.origin AND s.state = 'returned'),
  things AS (SELECT kind, purpose, effect, thing, day < $4::date AS before, sum(amount)::bigint AS amount FROM dated WHERE day < $5::date GROUP BY 1, 2, 3, 4, 5)`;
const LINES = `${MOVES}
  SELECT kind, purpose, coalesce(sum(amount) FILTER (WHERE before), 0)::bigint AS opening,
    coalesce(sum(amount) FILTER (WHERE NOT before AND effect = 'came'), 0)::bigint AS came, count(*) FILTER (WHERE NOT before AND effect = 'came' AND amount > 0)::int AS gifts,
    coalesce(sum(amount) FILTER (WHERE NOT before AND effect = 'returned'), 0)::bigint AS returned, coalesce(sum(amount) FILTER (WHERE NOT before AND effect = 'spent'), 0)::bigint AS spent,
    coalesce(sum(amount) FILTER (WHERE NOT before AND effect = 'moved'), 0)::bigint AS moved, sum(amount)::bigint AS closing
  FROM things GROUP BY kind, purpose HAVING bool_or(NOT before AND amount <> 0) OR sum(amount) <> 0 ORDER BY kind, purpose NULLS LAST`;
const DAYS = `SELECT day::text AS day, count(*)::int AS rows, sum(amount)::bigint AS amount, coalesce(sum(amount) FILTER (WHERE state IN ('recognised', 'split', 'surplus')), 0)::bigint AS booked,
    coalesce(sum(amount) FILTER (WHERE state = 'to-decide'), 0)::bigint AS waiting
  FROM bank_rows WHERE organization_id = $1 AND state <> 'cancelled' AND day >= $2::date AND day < $3::date GROUP BY day ORDER BY day`;
const WAITING = `SELECT coalesce(sum(amount) FILTER (WHERE day < $2::date), 0)::bigint AS opening, coalesce(sum(amount) FILTER (WHERE day >= $2::date), 0)::bigint AS came, count(*) FILTER (WHERE day >= $2::date)::int AS rows
  FROM bank_rows WHERE organization_id = $1 AND state = 'to-decide' AND day < $3::date`;

/** A month of an organization's money as a book: sums of entries, counted anew for each reader. */
@Injectable()
export class BankMonths {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** Whether the reader may know it is `BankStatements.organizationOf`'s to say. @param asked YYYY-MM; the present one where none is said @throws form.not-a-date */
  async read(organizationId: string, asked: string | undefined): Promise<BankMonth> {
    const { timeZone } = this.catalogue;
    const { month, from, to, before, after } = monthOf(asked, dayAt(timeZone, this.clock.now()));
    const lines: MonthLine[] = await this.source.query(LINES, [organizationId, SENT_BACK, timeZone, from, to]);
    const days: MonthDay[] = await this.source.query(DAYS, [organizationId, from, to]);
    const [waiting]: [BankMonth['waiting']] = await this.source.query(WAITING, [organizationId, from, to]);
    const sum = (of: keyof BankMonth['total']): number => lines.reduce((all, line) => all + line[of], 0);
    const total = {
      opening: sum('opening'),
      came: sum('came'),
      gifts: sum('gifts'),
      returned: sum('returned'),
      spent: sum('spent'),
      moved: sum('moved'),
      closing: sum('closing'),
    };
    return { month, before, after, lines, total, waiting, days };
  }
}
