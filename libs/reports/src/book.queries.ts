import type { DataSource } from 'typeorm';
import { donorLabel } from '#donors';
import { needAccountId } from '#ledger';
import type { Tx } from '#platform';

/** What came at once: one entry of the need's account. */
export interface CameRow {
  readonly at: Date;
  readonly amount: number;
  readonly item: string | null;
  /** As its giver wished to be named; null: not at all. */
  readonly giver: string | null;
}

/** What the books know of a need's help, without a word of its organization. Amounts are integers in the need's base unit. */
export interface Book {
  readonly received: number;
  readonly reserved: number;
  readonly required: number;
  readonly unit: string;
  /** What its entries add up to: the same as `received`, or nothing is published. */
  readonly summed: number;
  readonly arrivals: number;
  readonly smallest: number | null;
  readonly first: Date | null;
  readonly last: Date | null;
  /** Handed over, and lost on the way. */
  readonly lost: number;
  /** Agreed on by both sides, and not brought. */
  readonly missing: { readonly matches: number; readonly amount: number };
  readonly givers: {
    /** Those who wished to be named, in the order in which they gave; some at most. */
    readonly names: readonly string[];
    readonly named: number;
    readonly nameless: number;
    /** Dates of standing offers among what came. */
    readonly standing: number;
  };
  /** Oldest first; some at most. */
  readonly rows: readonly CameRow[];
}

export const BOOK_LIMITS = { rows: 100, names: 60 } as const;

/** Entries into the account $1 less what was taken back of each. A name is there where its giver wished it, and knew that reports name givers. */
const CAME = `WITH came AS MATERIALIZED (
  SELECT c.id, c.at, c.item, c.amount, o.donor_id AS donor, o.standing_offer_id IS NOT NULL AS standing,
    CASE WHEN NOT o.anonymous AND o.told_of_reports AND coalesce(s.told_of_reports, true) THEN coalesce(b.short_name, d.display_name) END AS name
  FROM (SELECT t.id, t.at, t.item, t.subject_type, t.subject_id, t.amount - coalesce((SELECT sum(back.amount) FROM transfers back WHERE back.mirrors = t.id), 0)::bigint AS amount
        FROM transfers t WHERE t.credit = $1 AND t.mirrors IS NULL AND t.kind <> 'use' AND t.phase IN ('posted', 'post')) c
  LEFT JOIN matches m ON m.id = c.subject_id AND c.subject_type = 'match' LEFT JOIN stock_lots l ON l.id = c.subject_id AND c.subject_type = 'lot'
  LEFT JOIN offers o ON o.id = coalesce(m.offer_id, l.offer_id) LEFT JOIN standing_offers s ON s.id = o.standing_offer_id
  LEFT JOIN donors d ON d.id = o.donor_id LEFT JOIN organizations b ON b.id = o.donor_id
  WHERE c.amount > 0)`;

interface SumsRow {
  readonly summed: number;
  readonly arrivals: number;
  readonly smallest: number | null;
  readonly first: Date | null;
  readonly last: Date | null;
  readonly named: number;
  readonly nameless: number;
  readonly standing: number;
  readonly names: string[] | null;
}

interface AroundRow {
  readonly received: number;
  readonly reserved: number;
  readonly required: number;
  readonly unit: string;
  readonly lost: number;
  readonly missing: number;
  readonly missed: number;
}

/** Read in a handful of index ranges, however much came. */
export async function readBook(db: Tx | DataSource, needId: string, locale: 'ru' | 'en'): Promise<Book> {
  const account = needAccountId(needId);
  const [around] = (await db.query(
    `SELECT a.posted_in AS received, a.held_in AS reserved, a.required, a.unit,
       (SELECT coalesce(sum(t.amount - coalesce((SELECT sum(back.amount) FROM transfers back WHERE back.mirrors = t.id), 0)), 0)::bigint
        FROM matches m JOIN transfers t ON t.subject_id = m.id AND t.subject_type = 'match' AND t.kind = 'loss' WHERE m.need_id = $2) AS lost,
       x.missing, x.missed
     FROM accounts a, (SELECT count(*)::int AS missing, coalesce(sum(amount), 0)::bigint AS missed FROM matches WHERE need_id = $2 AND status IN ('cancelled', 'expired') AND accepted_at IS NOT NULL) x WHERE a.id = $1`,
    [account, needId],
  )) as [AroundRow];
  const [sums] = (await db.query(
    `${CAME} SELECT coalesce(sum(amount), 0)::bigint AS summed, count(*)::int AS arrivals, min(amount) AS smallest, min(at) AS first, max(at) AS last, count(DISTINCT donor) FILTER (WHERE name IS NOT NULL)::int AS named,
       count(DISTINCT coalesce(donor, id)) FILTER (WHERE name IS NULL)::int AS nameless, count(*) FILTER (WHERE standing)::int AS standing,
       (SELECT json_agg(name ORDER BY first, name) FROM (SELECT name, min(at) AS first FROM came WHERE name IS NOT NULL GROUP BY donor, name ORDER BY 2, 1 LIMIT ${BOOK_LIMITS.names}) n) AS names FROM came`,
    [account],
  )) as [SumsRow];
  const rows = (await db.query(
    `${CAME} SELECT at, amount, item, name AS giver FROM came ORDER BY at, id LIMIT ${BOOK_LIMITS.rows}`,
    [account],
  )) as CameRow[];
  const { received, reserved, required, unit, lost, missing, missed } = around;
  const { summed, arrivals, smallest, first, last, named, nameless, standing, names } = sums;
  const said = (name: string): string => donorLabel(name, false, locale);
  return {
    received,
    reserved,
    required,
    unit,
    lost,
    missing: { matches: missing, amount: missed },
    summed,
    arrivals,
    smallest,
    first,
    last,
    givers: { names: (names ?? []).map(said), named, nameless, standing },
    rows: rows.map((row) => ({ ...row, giver: row.giver === null ? null : said(row.giver) })),
  };
}

/** The two sums that must be the same before anything is published, and what is on its way, in the caller's transaction. */
export async function readSums(
  tx: Tx,
  needId: string,
): Promise<{ readonly received: number; readonly summed: number; readonly reserved: number }> {
  const [row] = (await tx.query(
    `SELECT a.posted_in AS received, a.held_in AS reserved,
       (SELECT coalesce(sum(t.amount - coalesce((SELECT sum(back.amount) FROM transfers back WHERE back.mirrors = t.id), 0)), 0)::bigint
        FROM transfers t WHERE t.credit = a.id AND t.mirrors IS NULL AND t.kind <> 'use' AND t.phase IN ('posted', 'post')) AS summed
     FROM accounts a WHERE a.id = $1`,
    [needAccountId(needId)],
  )) as [{ received: number; summed: number; reserved: number }];
  return row;
}

/** How many people are written to when the report is published: those with an account who gave something that came. */
export async function countLetters(db: Tx | DataSource, needId: string): Promise<number> {
  const [row] = (await db.query(`SELECT count(*)::int AS count FROM (${GIVERS}) g`, [needId])) as [{ count: number }];
  return row.count;
}

/** Of a need $1, the people who gave something that came, by a match or by the stock of a point, by an account of their own: a person's staff write down what others give. */
export const GIVERS = `SELECT DISTINCT p.id FROM (
    SELECT m.offer_id AS id FROM matches m WHERE m.need_id = $1 AND m.status = 'confirmed' AND NOT m.nothing_came
    UNION SELECT l.offer_id FROM accounts a JOIN transfers t ON t.credit = a.id AND t.subject_type = 'lot' AND t.kind = 'delivery' JOIN stock_lots l ON l.id = t.subject_id WHERE a.kind = 'need' AND a.holder_id = $1
  ) g JOIN offers o ON o.id = g.id JOIN people p ON p.id = o.created_by AND p.erased_at IS NULL WHERE o.via NOT IN ('staff', 'import', 'paper')`;
