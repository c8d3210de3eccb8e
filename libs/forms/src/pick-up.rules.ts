import { DAY_MS, HOUR_MS, type FieldError } from '#kernel';

export const PICK_UP_LIMITS = { windows: 7, hours: 14, daysAhead: 184 } as const;

/** When things can be fetched, or that they are brought. Times are instants as ISO 8601 writes them. */
export interface PickUp {
  readonly windows: readonly { readonly from: string; readonly until: string }[];
  /** The giver brings them, or has them brought. */
  readonly brings: boolean;
}

export interface PickUpForm {
  readonly windows?: readonly { readonly from: string; readonly until: string }[];
  readonly brings?: boolean;
}

/** Null: nothing is said. Windows come in their order, and one that is said twice counts once. */
export function readPickUp(
  kind: string,
  said: PickUpForm | null | undefined,
  now: Date,
  errors: FieldError[],
): PickUp | null {
  const windows = [...(said?.windows ?? [])];
  const brings = said?.brings ?? false;
  if (windows.length === 0 && !brings) return null;
  if (kind !== 'goods') errors.push({ field: 'pickUp', code: 'offer.pick-up-of-goods' });
  if (windows.length > PICK_UP_LIMITS.windows)
    errors.push({ field: 'pickUp.windows', code: 'form.too-many', params: { max: PICK_UP_LIMITS.windows } });
  windows.forEach(({ from, until }, at) => {
    const [begins, ends] = [Date.parse(from), Date.parse(until)];
    const field = (name: string): string => `pickUp.windows.${at}.${name}`;
    if (ends <= now.getTime()) errors.push({ field: field('from'), code: 'offer.window-past' });
    else if (begins > now.getTime() + PICK_UP_LIMITS.daysAhead * DAY_MS)
      errors.push({ field: field('from'), code: 'offer.window-too-far', params: { days: PICK_UP_LIMITS.daysAhead } });
    if (ends <= begins) errors.push({ field: field('until'), code: 'offer.window-ends-first' });
    else if (ends - begins > PICK_UP_LIMITS.hours * HOUR_MS)
      errors.push({ field: field('until'), code: 'offer.window-too-long', params: { hours: PICK_UP_LIMITS.hours } });
  });
  const plain = new Map(
    windows
      .map(({ from, until }) => [Date.parse(from), Date.parse(until)] as const)
      .filter((window) => window.every(Number.isFinite))
      .sort(([a, b], [c, d]) => a - c || b - d)
      .map((window) => [window.join(), window]),
  );
  const iso = (ms: number): string => new Date(ms).toISOString();
  return { brings, windows: [...plain.values()].map(([from, until]) => ({ from: iso(from), until: iso(until) })) };
}

/** Windows in which things can still be fetched. */
export function windowsLeft(pickUp: PickUp | null, now: Date): { readonly from: Date; readonly until: Date }[] {
  return (pickUp?.windows ?? [])
    .map(({ from, until }) => ({ from: new Date(from), until: new Date(until) }))
    .filter(({ until }) => until > now);
}
