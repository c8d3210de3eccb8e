import type { Catalogue } from '#catalogue';
import { papersSeen } from '#engine';

/** Whether only those come whose papers were seen. */
export function papersAsked(catalogue: Catalogue, category: string): boolean {
  return catalogue.category(category)?.flags.includes('check') ?? false;
}

type Check = Parameters<typeof papersSeen>[0][number];

/** Whether the category asks for papers and none of a volunteer's count for the shift. */
export function papersMissing(
  catalogue: Catalogue,
  category: string,
  checks: readonly Check[],
  shift: { readonly organizationId: string; readonly endsAt: Date },
  now: Date,
): boolean {
  return papersAsked(catalogue, category) && !papersCount(checks, shift, now);
}

/** Whether a volunteer's papers count for a shift: seen by its organization or, by their consent, by one for all, and good until it is over. */
export function papersCount(
  checks: readonly Check[],
  shift: { readonly organizationId: string; readonly endsAt: Date },
  now: Date,
): boolean {
  return papersSeen(checks, shift.organizationId, Math.max(now.getTime(), shift.endsAt.getTime()));
}
