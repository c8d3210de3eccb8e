/** What a sheet of a place or sphere may be told for: everything there ever was, or a part of the calendar up to today. */
export const PERIODS = ['all', 'year', 'quarter', 'month'] as const;
export type Period = (typeof PERIODS)[number];

const FIRST_MONTH_OF_QUARTER = ['01', '01', '01', '04', '04', '04', '07', '07', '07', '10', '10', '10'] as const;

/** The first day of the period that `today` (2026-11-24) lies in; null where it has none. */
export function firstDayOf(period: Period, today: string): string | null {
  const [year, month] = [today.slice(0, 4), today.slice(5, 7)];
  const first: Record<Period, string | null> = {
    all: null,
    year: `${year}-01-01`,
    quarter: `${year}-${FIRST_MONTH_OF_QUARTER[Number(month) - 1]}-01`,
    month: `${year}-${month}-01`,
  };
  return first[period];
}

/** Nothing was in the books before; an address with an older month is no page. */
const FIRST_MONTH = '2020-01';

/** `2026-10`, before `2026-11`. */
export function monthBefore(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

export interface MonthDays {
  readonly from: string;
  /** Its last day, or today while it runs. */
  readonly to: string;
  readonly whole: boolean;
}

/** The days of a month (`2026-11`) up to `today`; null where it has not begun, or is none. */
export function daysOfMonth(month: string, today: string): MonthDays | null {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || month < FIRST_MONTH || month > today.slice(0, 7)) return null;
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  return { from: `${month}-01`, to: last < today ? last : today, whole: last < today };
}
