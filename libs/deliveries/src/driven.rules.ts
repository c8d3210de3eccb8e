import { MINUTE_MS } from '#kernel';

/** A delivery that was in the car, in the order in which they were loaded. */
export interface Carried {
  readonly organizationId: string;
  readonly pickedUpAt: Date;
}

export interface DrivenHours {
  readonly organizationId: string;
  readonly deliveries: number;
  readonly from: Date;
  readonly until: Date;
}

/** No organization is asked for less; nor for more than a shift may last. */
const [MIN, MAX] = [15, 24 * 60];

const minuteOf = (moment: Date): number => Math.round(moment.getTime() / MINUTE_MS);

/**
 * What of a trip's time each organization is asked to confirm: from its planned beginning, or the first thing that was loaded before it, until it ended, at the latest as planned. It is divided by
 * deliveries, one organization after the other, so that no minute counts twice. What took longer is said when the hours are confirmed.
 */
export function hoursDriven(
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
  carried: readonly Carried[],
  endedAt: Date,
): DrivenHours[] {
  const first = carried[0];
  if (!first) return [];
  const counts = new Map<string, number>();
  for (const { organizationId } of carried) counts.set(organizationId, (counts.get(organizationId) ?? 0) + 1);
  const from = Math.min(minuteOf(startsAt), minuteOf(first.pickedUpAt));
  const minutes = Math.max(MIN * counts.size, Math.min(minuteOf(endsAt), minuteOf(endedAt)) - from);
  const shares = sharesOf([...counts.values()], minutes);
  let at = from;
  return [...counts].map(([organizationId, deliveries], index) => {
    const until = at + Math.min(MAX, shares[index] ?? MIN);
    const hours = {
      organizationId,
      deliveries,
      from: new Date(at * MINUTE_MS),
      until: new Date(until * MINUTE_MS),
    };
    at = until;
    return hours;
  });
}

/** Whole minutes by weight; what is left over goes to the first, and nobody has less than the least. @param minutes at least the least for each */
function sharesOf(weights: readonly number[], minutes: number): number[] {
  const rest = minutes - MIN * weights.length;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => MIN + Math.floor((rest * weight) / all));
  const left = minutes - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => (index === 0 ? share + left : share));
}
