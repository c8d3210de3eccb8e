import type { HeldEntry, StatementKind } from './statement.queries.js';
import type { StatementSum } from './statement-sums.rules.js';

/** Nothing was in the books before. */
export const FIRST_YEAR = 2020;
const QUARTERS = [1, 4, 7, 10] as const;
const MONTHS_OF_QUARTER = 3;

/** A row of the table of a year: a quarter that is over, or a month of the one that runs. */
export interface PartDays {
  readonly grain: 'quarter' | 'month';
  readonly from: string;
  /** Its last day, or today while it runs. */
  readonly to: string;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const firstOf = (year: number, month: number): string => `${year}-${pad(month)}-01`;
const lastOf = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The parts of a year up to `today` (2026-11-24), oldest first: quarters, and in place of the one that runs its months. No day is in two of them. */
export function partsOfYear(year: number, today: string): PartDays[] {
  return QUARTERS.flatMap((first): PartDays[] => {
    const last = lastOf(year, first + MONTHS_OF_QUARTER - 1);
    if (last < today) return [{ grain: 'quarter', from: firstOf(year, first), to: last }];
    return [first, first + 1, first + 2]
      .filter((month) => firstOf(year, month) <= today)
      .map((month) => {
        const end = lastOf(year, month);
        return { grain: 'month', from: firstOf(year, month), to: end < today ? end : today };
      });
  });
}

/** What the books say of one month and one unit; `month` is null for all that was before the year, `need`: at which need it is told. */
export interface MonthRow {
  readonly month: string | null;
  readonly need: string | null;
  readonly unit: string;
  readonly arrived: number;
  /** What later entries took back: positive. */
  readonly takenBack: number;
}

export interface YearUnit {
  readonly kind: StatementKind;
  readonly unit: string;
  readonly arrived: number;
  readonly takenBack: number;
}

const ORDER: readonly StatementKind[] = ['money', 'goods', 'time'];
type Kinds = (unit: string) => StatementKind;

/** One sum for each unit, money first; units are never added to each other. */
export function unitsOfRows(rows: readonly Omit<MonthRow, 'month' | 'need'>[], kindOf: Kinds): YearUnit[] {
  const sums = new Map<string, YearUnit>();
  for (const { unit, arrived, takenBack } of rows) {
    const before = sums.get(unit) ?? { kind: kindOf(unit), unit, arrived: 0, takenBack: 0 };
    sums.set(unit, { ...before, arrived: before.arrived + arrived, takenBack: before.takenBack + takenBack });
  }
  return [...sums.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.unit < b.unit ? -1 : 1));
}

/** The rows of a part: whole months, since a part ends with a month or today. */
export const rowsWithin = (rows: readonly MonthRow[], { from, to }: Pick<PartDays, 'from' | 'to'>): MonthRow[] =>
  rows.filter(({ month }) => month !== null && month >= from.slice(0, 7) && month <= to.slice(0, 7));

/** The sums of the year as its statement says them. */
export function yearSums(rows: readonly MonthRow[], held: readonly HeldEntry[], kindOf: Kinds): StatementSum[] {
  const sums = new Map<string, StatementSum>();
  const of = (unit: string): StatementSum => {
    const found = sums.get(unit) ?? {
      kind: kindOf(unit),
      unit,
      opening: 0,
      arrived: 0,
      takenBack: 0,
      closing: 0,
      promised: 0,
    };
    sums.set(unit, found);
    return found;
  };
  for (const { month, unit, arrived, takenBack } of rows) {
    const sum = of(unit);
    sum.closing += arrived - takenBack;
    if (month === null) sum.opening += arrived - takenBack;
    else {
      sum.arrived += arrived;
      sum.takenBack += takenBack;
    }
  }
  for (const { unit, amount } of held) of(unit).promised += amount;
  return [...sums.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.unit < b.unit ? -1 : 1));
}
