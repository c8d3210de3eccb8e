import type { Catalogue } from '#catalogue/light';
import { distanceKm } from '#kernel';
import { districtOf } from './private.rules.js';

/** How far a list reaches where nothing is said of it. */
export const NEAR_KM = 50;

/** One district with the places in it, and how far its centre is. */
export interface District {
  readonly code: string;
  readonly km: number;
  readonly places: readonly string[];
}

/**
 * Districts by the distance of their centres from a place, the nearest first. A settlement counts as its district: of a private need nothing
 * below the district is known, and neither a radius nor an order may tell more.
 * @returns null when there is no such place
 */
export function districtsAround(catalogue: Catalogue, from: string, withinKm = Infinity): District[] | null {
  const centre = catalogue.place(from);
  if (!centre) return null;
  const places = new Map<string, string[]>();
  for (const { code } of catalogue.places) {
    const district = districtOf(catalogue, code);
    places.set(district, [...(places.get(district) ?? []), code]);
  }
  return [...places]
    .flatMap(([code, inside]) => {
      const place = catalogue.place(code);
      return place ? [{ code, km: distanceKm(centre, place), places: inside }] : [];
    })
    .filter(({ km }) => km <= withinKm)
    .sort((a, b) => a.km - b.km || (a.code < b.code ? -1 : 1));
}
