import { DAY_MS } from '#kernel';
import { NEED_LIMITS } from '#forms';

interface Times {
  readonly startsAt: Date | null;
  readonly deadline: Date;
}

const OTHERWISE_MS = 30 * DAY_MS;

/**
 * The times of "the same as last winter": a year later to the day; where that has passed too (or is too far for any need), thirty days
 * from now. The beginning keeps its distance to the deadline, unless it would lie in the past.
 */
export function copiedTimes({ startsAt, deadline }: Times, now: Date): Times {
  const nextYear = yearLater(deadline);
  const fits = nextYear > now && nextYear.getTime() - now.getTime() <= NEED_LIMITS.deadlineWithinMs;
  const until = fits ? nextYear : new Date(now.getTime() + OTHERWISE_MS);
  const from = startsAt && new Date(until.getTime() - (deadline.getTime() - startsAt.getTime()));
  return { startsAt: from && from > now ? from : null, deadline: until };
}

/** 29 February becomes the 28th. */
function yearLater(at: Date): Date {
  const later = new Date(at);
  later.setUTCFullYear(at.getUTCFullYear() + 1);
  if (later.getUTCMonth() !== at.getUTCMonth()) later.setUTCDate(0);
  return later;
}
