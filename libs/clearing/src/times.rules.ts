import { DAY_MS, MINUTE_MS, utcOffsetMinutes } from '#kernel';

/** The latest of the set times that has come, as a moment; null when there are none. `times` are `HH:MM` on the wall of `timeZone`. */
export function dueTime(now: Date, times: readonly string[], timeZone: string): Date | null {
  const moments = times.flatMap((time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return [0, 1].map((daysAgo) => momentOf(now.getTime() - daysAgo * DAY_MS, hours * 60 + minutes, timeZone));
  });
  const past = moments.filter((moment) => moment <= now.getTime());
  return past.length > 0 ? new Date(Math.max(...past)) : null;
}

/** That minute of the day on which `at` lies there. The offset is asked for twice, since the clocks may change between the two. */
function momentOf(at: number, minuteOfDay: number, timeZone: string): number {
  const offset = utcOffsetMinutes(timeZone, at) * MINUTE_MS;
  const midnight = Math.floor((at + offset) / DAY_MS) * DAY_MS;
  const guess = midnight + minuteOfDay * MINUTE_MS - offset;
  return guess + offset - utcOffsetMinutes(timeZone, guess) * MINUTE_MS;
}
