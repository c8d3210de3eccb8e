import type { Catalogue } from '#catalogue';
import { distanceKm } from '#kernel';

export interface ShiftFilters {
  /** A place of the catalogue; a region means all places in it. */
  readonly place?: string;
  /** A place from which to count, and how far to go. Work from home is near everybody. */
  readonly near?: string;
  readonly radiusKm?: number;
  /** What the volunteer can do: shifts that ask for nothing else. */
  readonly skills?: readonly string[];
  /** Those that begin on this day, on the calendar of the installation. */
  readonly day?: string;
  /** On Saturdays and Sundays; or from five in the evening on; work without an hour is both. */
  readonly when?: 'weekend' | 'evening';
  /** Only work from home. */
  readonly remote?: boolean;
  /** Only work without an hour. */
  readonly anyTime?: boolean;
}

const RADIUS_KM = 50;
/** An evening begins at that hour. */
const EVENING = 17;

/** Shifts to come, of needs that take help now, as they were asked for. `s` is the shift, `n` its need, `g` the organization. */
export function upcomingWhere(
  catalogue: Catalogue,
  filters: ShiftFilters,
  now: Date,
): { readonly where: string; readonly params: unknown[] } {
  const params: unknown[] = [];
  const $ = (value: unknown): string => `$${params.push(value)}`;
  const where = [
    `s.status = 'planned'`,
    `s.starts_at > ${$(now)}`,
    `n.status IN ('open', 'partly_met')`,
    `g.status = 'verified'`,
  ];
  const { place, near, skills, day, when, remote } = filters;
  if (place !== undefined) where.push(`s.place = ANY(${$(catalogue.placesWithin(place))})`);
  if (near !== undefined)
    where.push(`(s.remote OR s.place = ANY(${$(placesNear(catalogue, near, filters.radiusKm ?? RADIUS_KM))}))`);
  if (skills !== undefined) where.push(`n.skills <@ ${$(skills)}::text[]`);
  if (remote) where.push('s.remote');
  if (filters.anyTime) where.push('s.any_time');
  if (day !== undefined) {
    const [at, zone] = [$(day), $(catalogue.timeZone)];
    where.push(
      `s.starts_at >= (${at}::date)::timestamp AT TIME ZONE ${zone} AND s.starts_at < (${at}::date + 1)::timestamp AT TIME ZONE ${zone}`,
    );
  }
  if (when === 'weekend')
    where.push(`(s.any_time OR extract(isodow FROM s.starts_at AT TIME ZONE ${$(catalogue.timeZone)}) > 5)`);
  if (when === 'evening')
    where.push(`(s.any_time OR extract(hour FROM s.starts_at AT TIME ZONE ${$(catalogue.timeZone)}) >= ${EVENING})`);
  return { where: where.join(' AND '), params };
}

function placesNear(catalogue: Catalogue, code: string, km: number): string[] {
  const from = catalogue.place(code);
  return from ? catalogue.places.filter((place) => distanceKm(from, place) <= km).map((place) => place.code) : [];
}
