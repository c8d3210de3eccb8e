import { refuseForm } from '#kernel';

/** The first month that is asked about; nothing was booked before it. */
const FIRST = '2020-01';

export interface Month {
  /** YYYY-MM. */
  readonly month: string;
  /** First day, and the first one after it. */
  readonly from: string;
  readonly to: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A month that has begun, with its neighbours. @param today the day it is in the region @throws form.not-a-date */
export function monthOf(asked: string | undefined, today: string): Month {
  const now = today.slice(0, 7);
  const month = asked ?? now;
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || month < FIRST || month > now)
    return refuseForm([{ field: 'month', code: 'form.not-a-date' }]) as never;
  const after = shifted(month, 1);
  return {
    month,
    from: `${month}-01`,
    to: `${after}-01`,
    before: month > FIRST ? shifted(month, -1) : null,
    after: month < now ? after : null,
  };
}

function shifted(month: string, by: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
