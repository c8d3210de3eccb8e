import { MINUTE_MS } from '#kernel';

interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The times of work that is done at any time until a moment, and takes so many minutes: it begins at the latest when it can still be done by then. */
export function timesUntil(until: Date, minutes: number): Times {
  return { startsAt: new Date(until.getTime() - minutes * MINUTE_MS), endsAt: until };
}

/** The times that a sign-up keeps of its shift. Of work without an hour it is the moment by which it is done: that is in the way of nothing. */
export function keptTimes({ anyTime, startsAt, endsAt }: Times & { readonly anyTime: boolean }): Times {
  return { startsAt: anyTime ? endsAt : startsAt, endsAt };
}

/** Whether a sign-up, by the times that it keeps, is one for work without an hour. */
export function isAnyTime({ startsAt, endsAt }: Times): boolean {
  return startsAt.getTime() === endsAt.getTime();
}
