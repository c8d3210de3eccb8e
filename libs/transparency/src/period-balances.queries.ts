import type { DataSource } from 'typeorm';
import { isSaid, type BalanceUnit } from './open-balance.rules.js';

export type By = 'place' | 'sphere';

/** Where the needs of a sheet are found, by its codes. */
export const NEED_COLUMN = { place: 'n.place', sphere: 'n.category' } as const;

/** Needs that opened in a part of the calendar, and what they ask for and have by now. */
export interface PeriodBalance {
  readonly needs: number;
  readonly units: readonly BalanceUnit[];
}

/** The codes that a sheet is about, the private categories, and the days in a time zone: both within it, null: without an end. */
export interface PeriodAsked {
  readonly keys: readonly string[];
  readonly hidden: readonly string[];
  readonly from: string;
  readonly to: string | null;
  readonly timeZone: string;
}

/** Days ($3 to $4) of a time zone ($5) as moments. */
export const within = (at: string): string =>
  `${at} >= $3::date::timestamp AT TIME ZONE $5 AND ($4::date IS NULL OR ${at} < ($4::date + 1)::timestamp AT TIME ZONE $5)`;

/**
 * Of needs of these places or categories ($1) that opened within the days. None of a private category ($2) is in it: from the sums of two periods
 * one could take what lies between them, which may be one family's.
 */
export function periodBalanceSql(by: By): string {
  const live = `n.status IN ('open', 'partly_met')`;
  return `SELECT n.kind, n.base_unit AS unit, count(*)::integer AS needs, coalesce(sum(a.required - a.held_in - a.posted_in) FILTER (WHERE ${live}), 0)::bigint AS open,
      sum(a.held_in)::bigint AS reserved, sum(a.posted_in)::bigint AS received
    FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id
    WHERE ${NEED_COLUMN[by]} = ANY($1::text[]) AND n.opened_at IS NOT NULL AND n.category <> ALL($2::text[]) AND ${within('n.opened_at')}
    GROUP BY n.kind, n.base_unit ORDER BY array_position(ARRAY['money', 'goods', 'time'], n.kind), n.base_unit`;
}

export async function periodBalance(source: DataSource, by: By, asked: PeriodAsked): Promise<PeriodBalance> {
  const rows: (Omit<BalanceUnit, 'required'> & { needs: number })[] = await source.query(periodBalanceSql(by), [
    asked.keys,
    asked.hidden,
    asked.from,
    asked.to,
    asked.timeZone,
  ]);
  return {
    needs: rows.reduce((sum, row) => sum + row.needs, 0),
    units: rows
      .map(({ kind, unit, open, reserved, received }) => ({
        kind,
        unit,
        required: open + reserved + received,
        open,
        reserved,
        received,
      }))
      .filter(isSaid),
  };
}
