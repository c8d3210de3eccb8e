import { minutesOf } from './shift-form.rules.js';

/** As many come with one sign-up at most: a family, or friends in one car. */
export const GROUP_MAX = 10;

interface Places {
  readonly capacity: number;
  readonly taken: number;
}

interface Group {
  /** The volunteer who signed up is one of them. */
  readonly people: number;
}

/** Whether there are places for all of them. A group comes together or waits together. */
export function fits({ capacity, taken }: Places, { people }: Group): boolean {
  return taken + people <= capacity;
}

/** What all of them give. */
export function minutesOfAll(times: { readonly startsAt: Date; readonly endsAt: Date }, { people }: Group): number {
  return minutesOf(times) * people;
}

/** What one of them gave of the minutes that were confirmed for all: a certificate is of one person. */
export function ownMinutes(minutes: number, { people }: Group): number {
  return Math.floor(minutes / people);
}
