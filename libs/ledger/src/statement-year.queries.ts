import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, dayAt, refuseForm } from '#kernel';
import type { Db } from './balances.queries.js';
import {
  dimensionsOf,
  kindOf,
  MOVEMENTS,
  readHeld,
  type StatementAsked,
  type StatementKind,
  type StatementSide,
} from './statement.queries.js';
import type { StatementSum } from './statement-sums.rules.js';
import {
  FIRST_YEAR,
  partsOfYear,
  rowsWithin,
  unitsOfRows,
  yearSums,
  type MonthRow,
  type PartDays,
  type YearUnit,
} from './statement-year.rules.js';
import { usualSide } from './statements.service.js';

export interface YearPart extends PartDays {
  readonly units: readonly YearUnit[];
}

/** What is offered and neither promised nor given, today. */
export interface FreeUnit {
  readonly kind: StatementKind;
  readonly unit: string;
  readonly amount: number;
}

export interface StatementYear {
  readonly side: StatementSide;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /** Those of the statement of the same days. */
  readonly sums: readonly StatementSum[];
  /** They add up to what arrived and was taken back in the year. */
  readonly parts: readonly YearPart[];
  readonly months: readonly { readonly month: string; readonly units: readonly YearUnit[] }[];
  /** Of the year, by the need at which it is told; null: at none. */
  readonly needs: readonly { readonly need: string | null; readonly units: readonly YearUnit[] }[];
  /** Of who gives, in the year that runs. */
  readonly free: readonly FreeUnit[];
}

export interface YearWish {
  readonly partyId: string;
  readonly side?: StatementSide;
  /** Without it this year. */
  readonly year?: number;
  readonly timeZone: string;
}

/** What a statement posts, by month and need; months are those of the time zone. */
const monthsSql = (side: StatementSide): string => `${MOVEMENTS[side]}
  SELECT CASE WHEN m.before THEN NULL ELSE to_char(m.at AT TIME ZONE $4, 'YYYY-MM') END AS month, n.need, m.unit,
    coalesce(sum(m.amount) FILTER (WHERE m.amount > 0), 0)::bigint AS arrived, coalesce(-sum(m.amount) FILTER (WHERE m.amount < 0), 0)::bigint AS "takenBack"
  FROM moved m LEFT JOIN LATERAL (SELECT a.holder_id AS need FROM accounts a WHERE a.id IN (m.debit, m.credit) AND a.kind = 'need' LIMIT 1) n ON true
  WHERE m.state = 'posted' GROUP BY 1, 2, 3 ORDER BY 1 NULLS FIRST, 2, 3`;

const FREE_SQL = `SELECT unit, sum(posted_in - held_out - posted_out - posted_back)::bigint AS amount FROM accounts WHERE party_id = $1 AND kind = 'offer' GROUP BY unit
  HAVING sum(posted_in - held_out - posted_out - posted_back) > 0 ORDER BY unit`;

const ORDER: readonly StatementKind[] = ['money', 'goods', 'time'];

/** A year of the books of one party as a table: its quarters, the months of the quarter that runs, and what it was given for. */
@Injectable()
export class StatementYears {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws form.invalid where the year has not begun, or was before the books */
  async of(wish: YearWish): Promise<StatementYear> {
    const now = this.clock.now();
    const today = dayAt(wish.timeZone, now);
    const thisYear = Number(today.slice(0, 4));
    const { year = thisYear, partyId, timeZone } = wish;
    if (year < FIRST_YEAR || year > thisYear) refuseForm([{ field: 'year', code: 'statement.no-such-year' }]);
    const days = { from: `${year}-01-01`, to: `${year}-12-31` };
    return this.source.transaction('REPEATABLE READ', async (tx) => {
      const side = wish.side ?? (await usualSide(tx, partyId));
      const asked: StatementAsked = { partyId, side, ...days, timeZone, asOf: now };
      const rows = await readMonths(tx, asked);
      const held = await readHeld(tx, asked);
      const dimensions = await dimensionsOf(tx);
      const kind = (unit: string): StatementKind => kindOf(dimensions.get(unit));
      const own = rows.filter(({ month }) => month !== null);
      const free: Omit<FreeUnit, 'kind'>[] =
        side === 'donor' && year === thisYear ? await tx.query(FREE_SQL, [partyId]) : [];
      return {
        side,
        year,
        ...days,
        timeZone,
        sums: yearSums(rows, held, kind),
        parts: partsOfYear(year, today).map((part) => ({ ...part, units: unitsOfRows(rowsWithin(rows, part), kind) })),
        months: grouped(own, ({ month }) => month ?? '').map(([month, of]) => ({
          month,
          units: unitsOfRows(of, kind),
        })),
        needs: grouped(own, ({ need }) => need).map(([need, of]) => ({ need, units: unitsOfRows(of, kind) })),
        free: free
          .map(({ unit, amount }) => ({ kind: kind(unit), unit, amount }))
          .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)),
      };
    });
  }
}

const readMonths = (db: Db, { partyId, side, from, to, timeZone, asOf }: StatementAsked): Promise<MonthRow[]> =>
  db.query(monthsSql(side), [partyId, from, to, timeZone, asOf]);

function grouped<K>(rows: readonly MonthRow[], keyOf: (row: MonthRow) => K): [K, MonthRow[]][] {
  const groups = new Map<K, MonthRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups];
}
