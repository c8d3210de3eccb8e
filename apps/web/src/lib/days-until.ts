/** Made once for each time zone: making one takes longer than all that is said with it. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function dateOf(at: number, timeZone = ''): number {
  const known = FORMATS.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: timeZone || undefined });
  FORMATS.set(timeZone, known);
  return Date.parse(known.format(at));
}

/** Days from today until then as a calendar on the wall of the place counts them, like the engine; negative when it is over. */
export function daysUntil(iso: string, timeZone: string | undefined): number {
  const [now, then] = [Date.now(), Date.parse(iso)];
  return then < now ? -1 : (dateOf(then, timeZone) - dateOf(now, timeZone)) / 86_400_000;
}
