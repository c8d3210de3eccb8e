import type { Db } from './balances.queries.js';
import type { TransferKind } from './transfer.entity.js';

export type StatementKind = 'money' | 'goods' | 'time';

/** A donor's statement tells what was given, a recipient's what was received. */
export type StatementSide = 'donor' | 'recipient';

export interface StatementAsked {
  readonly partyId: string;
  readonly side: StatementSide;
  /** Days, inclusive, in `timeZone`: "2026-12-31". */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /** The books as they were at this instant. */
  readonly asOf: Date;
}

export interface StatementEntry {
  id: string;
  at: Date;
  kind: TransferKind;
  /** Only `posted` is added up; promises, holds, voids and what was lost on the way are listed. */
  state: 'posted' | 'held' | 'voided' | 'promised' | 'lost';
  amount: number;
  unit: string;
  item: string | null;
  match: string | null;
}

/** What is held for a match at the end of the period, whenever it was agreed. In no sum. */
export interface HeldEntry {
  id: string;
  at: Date;
  kind: StatementKind;
  amount: number;
  unit: string;
  item: string | null;
  match: string | null;
}

export interface StatementUnit {
  kind: StatementKind;
  unit: string;
  item?: string;
  opening: number;
  entries: StatementEntry[];
  closing: number;
}

export interface Statement {
  side: StatementSide;
  from: string;
  to: string;
  timeZone: string;
  units: StatementUnit[];
}

// $1 party, $2 first day, $3 last day, $4 time zone, $5 as of. Given, or received, is positive; a promise is positive when it grows.
export const MOVEMENTS: Record<StatementSide, string> = {
  donor: movements(`kind = 'offer'`, -1),
  recipient: movements(`kind IN ('need', 'surplus')`, 1),
};

const MATCH_OF_MOVED = `CASE WHEN m.subject_type = 'match' THEN m.subject_id ELSE (SELECT o.subject_id FROM transfers o WHERE o.id = m.mirrors AND o.subject_type = 'match') END`;

function movements(own: string, into: 1 | -1): string {
  return `
  WITH own AS (SELECT id FROM accounts WHERE party_id = $1 AND ${own}),
  bounds AS (SELECT ($2::date)::timestamp AT TIME ZONE $4 AS first, ($3::date + 1)::timestamp AT TIME ZONE $4 AS beyond),
  sided AS (
    SELECT t.*, ${into} AS sign, t.debit AS other FROM transfers t CROSS JOIN bounds b WHERE t.credit = ANY(ARRAY(SELECT id FROM own)) AND t.at < b.beyond AND t.at <= $5
    UNION ALL
    SELECT t.*, ${-into} AS sign, t.credit AS other FROM transfers t CROSS JOIN bounds b WHERE t.debit = ANY(ARRAY(SELECT id FROM own)) AND t.at < b.beyond AND t.at <= $5
  ),
  moved AS (
    SELECT s.id, s.at, s.kind, s.unit, s.item, s.subject_type, s.subject_id, s.mirrors, s.debit, s.credit, s.at < b.first AS before,
      CASE WHEN o.kind = 'promises' THEN 'promised' WHEN s.phase = 'held' THEN 'held' WHEN s.phase = 'void' THEN 'voided' WHEN o.kind = 'losses' THEN 'lost' ELSE 'posted' END AS state,
      s.amount * CASE WHEN o.kind = 'promises' THEN -s.sign ELSE s.sign END AS amount
    FROM sided s CROSS JOIN LATERAL (SELECT kind FROM accounts WHERE id = s.other OFFSET 0) o CROSS JOIN bounds b   -- one by one: a few, whatever the planner thinks
    WHERE o.kind <> 'used'   -- what was received stays received when it is used
      AND NOT (s.phase = 'held' AND EXISTS (SELECT 1 FROM transfers e WHERE e.resolves = s.id AND e.at < b.beyond AND e.at <= $5))
  )`;
}

/**
 * A query over the books: nothing of it is stored. Past periods stay as they are, since a hold is told as it was at the end of the
 * period. Run both reads in one snapshot where the result is kept (`Statements.issue`).
 */
export async function readStatement(db: Db, asked: StatementAsked): Promise<Statement> {
  const params = [asked.partyId, asked.from, asked.to, asked.timeZone, asked.asOf];
  const openings: { unit: string; item: string | null; opening: number }[] = await db.query(
    `${MOVEMENTS[asked.side]} SELECT unit, item, sum(amount)::bigint AS opening FROM moved WHERE before AND state = 'posted' GROUP BY unit, item`,
    params,
  );
  const entries: StatementEntry[] = await db.query(
    `${MOVEMENTS[asked.side]}
     SELECT m.id, m.at, m.kind, m.state, m.amount, m.unit, m.item,
       ${MATCH_OF_MOVED} AS match
     FROM moved m WHERE NOT m.before ORDER BY m.at, m.id, m.amount`,
    params,
  );
  return {
    side: asked.side,
    from: asked.from,
    to: asked.to,
    timeZone: asked.timeZone,
    units: gather(openings, entries, await dimensionsOf(db)),
  };
}

/** What is held when the period ends, whenever it was agreed; read it in the snapshot of its statement. */
export async function readHeld(db: Db, asked: StatementAsked): Promise<HeldEntry[]> {
  const rows: Omit<HeldEntry, 'kind'>[] = await db.query(
    `${MOVEMENTS[asked.side]} SELECT m.id, m.at, m.amount, m.unit, m.item, ${MATCH_OF_MOVED} AS match FROM moved m WHERE m.state = 'held' ORDER BY m.at, m.id`,
    [asked.partyId, asked.from, asked.to, asked.timeZone, asked.asOf],
  );
  if (rows.length === 0) return [];
  const dimensions = await dimensionsOf(db);
  return rows.map((row) => ({ ...row, kind: kindOf(dimensions.get(row.unit)) }));
}

export async function dimensionsOf(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows: { base: string; dimension: string }[] = await db.query('SELECT DISTINCT base, dimension FROM units');
  return new Map(rows.map(({ base, dimension }) => [base, dimension]));
}

function gather(
  openings: readonly { unit: string; item: string | null; opening: number }[],
  entries: readonly StatementEntry[],
  dimensions: ReadonlyMap<string, string>,
): StatementUnit[] {
  const units = new Map<string, StatementUnit>();
  const of = (unit: string, item: string | null): StatementUnit => {
    const key = JSON.stringify([unit, item ?? '']);
    const found = units.get(key) ?? {
      kind: kindOf(dimensions.get(unit)),
      unit,
      ...(item === null ? {} : { item }),
      opening: 0,
      entries: [],
      closing: 0,
    };
    units.set(key, found);
    return found;
  };
  for (const { unit, item, opening } of openings) Object.assign(of(unit, item), { opening, closing: opening });
  for (const entry of entries) {
    const unit = of(entry.unit, entry.item);
    unit.entries.push(entry);
    if (entry.state === 'posted') unit.closing += entry.amount;
  }
  return [...units]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, unit]) => unit)
    .filter((unit) => unit.entries.length > 0 || unit.opening !== 0);
}

/** Whatever is neither money nor time is a thing; another currency is another unit of the dimension money. */
export function kindOf(dimension: string | undefined): StatementKind {
  if (dimension === 'money') return 'money';
  return dimension?.startsWith('time') ? 'time' : 'goods';
}
