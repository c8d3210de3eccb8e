import { PENDING_NAME, placeName } from '../../../lib/words.js';
import type { Leg, Stop } from '../api/deliveries.js';

/** A stop as a driver calls it: the place, and who receives there. */
export function stopName(
  stop: Stop,
  legs: ReadonlyMap<string, Leg>,
  places: ReadonlyMap<string, { nameRu: string; nameEn: string }>,
): string {
  const to = stop.acts.find(({ act }) => act === 'unload');
  const organization = to && legs.get(to.leg)?.need.organization;
  return [placeName(places.get(stop.place), PENDING_NAME), organization].filter(Boolean).join(', ');
}
