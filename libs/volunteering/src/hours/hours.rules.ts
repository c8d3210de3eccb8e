import { createHash } from 'node:crypto';

/** What one certificate or file holds at most: several shifts a day for a year. */
export const HOURS_LIMIT = 2_000;

/** Confirmed minutes of one shift. */
export interface ConfirmedShift {
  readonly signUp: string;
  /** The day on which it began, in the time zone of the installation. */
  readonly day: string;
  /** What was done: the title of the need, or of its category where its words are private. */
  readonly what: string;
  readonly sphere: string;
  readonly skills: readonly string[];
  readonly place: string;
  readonly organization: string;
  readonly name: string;
  readonly inn: string | null;
  readonly minutes: number;
  readonly confirmedAt: Date;
}

/** Minutes of shifts that began in this month. */
export interface MinutesOfMonth {
  /** `2026-11` */
  readonly month: string;
  readonly minutes: number;
}

export interface HoursOfOrganization {
  readonly organization: string;
  readonly name: string;
  readonly shifts: number;
  readonly minutes: number;
  /** Those with a shift, the first first. */
  readonly months: readonly MinutesOfMonth[];
}

export interface HoursSums {
  readonly shifts: number;
  readonly minutes: number;
  readonly months: readonly MinutesOfMonth[];
  /** The most minutes first. */
  readonly organizations: readonly HoursOfOrganization[];
}

export function sumHours(shifts: readonly ConfirmedShift[]): HoursSums {
  const of = new Map<string, ConfirmedShift[]>();
  for (const shift of shifts) of.set(shift.organization, [...(of.get(shift.organization) ?? []), shift]);
  const organizations = [...of]
    .map(([organization, own]) => ({
      organization,
      name: own[0]?.name ?? '',
      shifts: own.length,
      minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
      months: sumOfMonths(own.map(monthOf)),
    }))
    .sort((a, b) => b.minutes - a.minutes || (a.organization < b.organization ? -1 : 1));
  return {
    shifts: shifts.length,
    minutes: organizations.reduce((sum, { minutes }) => sum + minutes, 0),
    months: sumOfMonths(shifts.map(monthOf)),
    organizations,
  };
}

const monthOf = ({ day, minutes }: ConfirmedShift): MinutesOfMonth => ({ month: day.slice(0, 7), minutes });

/** Each month once, the first first. */
function sumOfMonths(minutes: readonly MinutesOfMonth[]): MinutesOfMonth[] {
  const sums = new Map<string, number>();
  for (const one of minutes) sums.set(one.month, (sums.get(one.month) ?? 0) + one.minutes);
  return [...sums].map(([month, sum]) => ({ month, minutes: sum })).sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** What a certificate stands on: which shifts, and how many minutes of each. Names and titles may change without making it another one. */
export function digestOfHours(shifts: readonly ConfirmedShift[]): Buffer {
  const lines = shifts.map(({ signUp, minutes }) => `${signUp} ${minutes}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest();
}
