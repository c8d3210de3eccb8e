/** The periods that a statement offers beside one's own days. */
export const PERIODS = ['month', 'quarter', 'year'] as const;
export type PeriodName = (typeof PERIODS)[number];
export interface Days {
  readonly from: string;
  readonly to: string;
}

const LENGTH: Readonly<Record<PeriodName, number>> = { month: 1, quarter: 3, year: 12 };
const pad = (value: number): string => String(value).padStart(2, '0');

/** First and last day of the calendar month, quarter or year in which a day (`2026-11-24`) lies. */
export function periodAround(today: string, name: PeriodName): Days {
  const year = Number(today.slice(0, 4));
  const months = LENGTH[name];
  const first = Math.floor((Number(today.slice(5, 7)) - 1) / months) * months;
  const last = new Date(Date.UTC(year, first + months, 0));
  return {
    from: `${year}-${pad(first + 1)}-01`,
    to: `${year}-${pad(last.getUTCMonth() + 1)}-${pad(last.getUTCDate())}`,
  };
}

/** Which of them these days are; null: days of one's own. */
export const periodNamed = (days: Days, today: string): PeriodName | null =>
  PERIODS.find((name) => {
    const { from, to } = periodAround(today, name);
    return from === days.from && to === days.to;
  }) ?? null;
