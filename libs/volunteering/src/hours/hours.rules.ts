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

export interface HoursOfOrganization {
  readonly organization: string;
  readonly name: string;
  readonly shifts: number;
  readonly minutes: number;
}

export interface HoursSums {
  readonly shifts: number;
  readonly minutes: number;
  /** The most minutes first. */
  readonly organizations: readonly HoursOfOrganization[];
}

export function sumHours(shifts: readonly ConfirmedShift[]): HoursSums {
  const of = new Map<string, HoursOfOrganization>();
  for (const { organization, name, minutes } of shifts) {
    const known = of.get(organization);
    of.set(organization, {
      organization,
      name,
      shifts: (known?.shifts ?? 0) + 1,
      minutes: (known?.minutes ?? 0) + minutes,
    });
  }
  const organizations = [...of.values()].sort(
    (a, b) => b.minutes - a.minutes || (a.organization < b.organization ? -1 : 1),
  );
  return {
    shifts: shifts.length,
    minutes: organizations.reduce((sum, { minutes }) => sum + minutes, 0),
    organizations,
  };
}

/** What a certificate stands on: which shifts, and how many minutes of each. Names and titles may change without making it another one. */
export function digestOfHours(shifts: readonly ConfirmedShift[]): Buffer {
  const lines = shifts.map(({ signUp, minutes }) => `${signUp} ${minutes}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest();
}
