import { DAY_MS } from '#kernel';

/** A person who may be asked to take a shift. */
export interface Candidate {
  readonly personId: string;
  /** What they said they can do. */
  readonly skills: readonly string[];
  /** Has been in a shift of this organization. */
  readonly known: boolean;
  /** How far they are from the place; null where nobody knows. */
  readonly km: number | null;
  /** How far they go; null: they did not say. */
  readonly radiusKm: number | null;
  /** When they were asked to take another shift, the last time; null: never. */
  readonly askedAt: Date | null;
  /** How often they were asked in the last days, by all organizations together. */
  readonly asks: number;
  /** Shifts of this organization that they were confirmed for. */
  readonly shifts: number;
}

export type Ranked<T> = T & { readonly missing: readonly string[] };

/** How often a volunteer is asked at most, by all together, and within which time. */
export const ASKS = { max: 3, withinMs: 7 * DAY_MS } as const;
/** Strangers who did not say how far they go are asked from as near as that. */
export const NEAR_KM = 100;
/** Who lives as near as that is as good as who lives next door. */
const BANDS_KM = [10, 30, 100];

const bandOf = (km: number | null): number =>
  km === null ? BANDS_KM.length + 1 : BANDS_KM.filter((limit) => km > limit).length;

/** Skills first, then distance, then those who were not asked for long; left out are people who do not go that far, and strangers who are far away. */
export function rankCandidates<T extends Candidate>(
  all: readonly T[],
  shift: { readonly skills: readonly string[]; readonly remote: boolean },
): Ranked<T>[] {
  const near = all.filter((one) => shift.remote || goesThere(one));
  const keyed = near.map((one) => {
    const missing = shift.skills.filter((skill) => !one.skills.includes(skill));
    const key = [missing.length, shift.remote ? 0 : bandOf(one.km), one.askedAt?.getTime() ?? 0, -one.shifts];
    return { key, ranked: { ...one, missing } };
  });
  keyed.sort((a, b) => {
    const at = a.key.findIndex((value, index) => value !== b.key[index]);
    return at < 0 ? (a.ranked.personId < b.ranked.personId ? -1 : 1) : (a.key[at] ?? 0) - (b.key[at] ?? 0);
  });
  return keyed.map(({ ranked }) => ranked);
}

function goesThere({ known, km, radiusKm }: Candidate): boolean {
  const far = radiusKm ?? (known ? Infinity : NEAR_KM);
  return km === null ? known : km <= far;
}

/** Whether a volunteer may be asked once more now. */
export function mayBeAsked({ asks }: Pick<Candidate, 'asks'>): boolean {
  return asks < ASKS.max;
}
