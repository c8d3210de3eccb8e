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
