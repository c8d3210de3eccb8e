/** Made once for each time zone: making one takes longer than all that is said with it. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function dateOf(at: number, timeZone = ''): number {
  const known = FORMATS.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: timeZone || undefined });
  FORMATS.set(timeZone, known);
  return Date.parse(known.format(at));
}

/** Nobody waits for its day any more: what is collected, told of, closed or taken back has no deadline to say. Of one that ran out it says why it is not open. */
export const pastDeadline = (status: string): boolean => /^(met|reported|closed|withdrawn)$/.test(status);

/** Days from today until then as a calendar on the wall of the place counts them, like the engine; negative when it is over. */
export function daysUntil(iso: string, timeZone: string | undefined, now = Date.now()): number {
  const then = Date.parse(iso);
  return then < now ? -1 : (dateOf(then, timeZone) - dateOf(now, timeZone)) / 86_400_000;
}
