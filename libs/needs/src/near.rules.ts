import type { Catalogue } from '#catalogue';
import { distanceKm } from '#kernel';
import { districtOf } from '#forms';

/** How far a list reaches where nothing is said of it. */
export const NEAR_KM = 50;

/** One district with the places in it, and how far its centre is. */
export interface District {
  readonly code: string;
  readonly km: number;
  readonly places: readonly string[];
}

/**
 * Districts by the distance of their centres from that of a place's own district, the nearest first. A settlement counts as its district on both ends: of a private need
 * nothing below the district is known, neither a radius nor an order may tell more, and what is asked in the asker's own district is never too far.
 * @returns null when there is no such place
 */
export function districtsAround(catalogue: Catalogue, from: string, withinKm = Infinity): District[] | null {
  const centre = catalogue.place(districtOf(catalogue, from));
  if (!centre) return null;
  const places = new Map<string, string[]>();
  for (const { code } of catalogue.places) {
    const district = districtOf(catalogue, code);
    const inside = places.get(district);
    if (inside) inside.push(code);
    else places.set(district, [code]);
  }
  return [...places]
    .flatMap(([code, inside]) => {
      const place = catalogue.place(code);
      return place ? [{ code, km: distanceKm(centre, place), places: inside }] : [];
    })
    .filter(({ km }) => km <= withinKm)
    .sort((a, b) => a.km - b.km || (a.code < b.code ? -1 : 1));
}
