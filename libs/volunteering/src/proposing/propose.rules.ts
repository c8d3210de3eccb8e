import type { Catalogue } from '#catalogue';
import { DAY_MS, distanceKm, HOUR_MS } from '#kernel';
import { leavesRest } from '../rest/rest.rules.js';
import { suits, type ShiftToWish, type ShiftWish } from '../wishes/wishes.rules.js';

/** A shift with places that a clearing may propose. */
export interface OpenShift extends ShiftToWish {
  readonly id: string;
  readonly needId: string;
  readonly organizationId: string;
  readonly category: string;
  readonly urgency: number;
  readonly free: number;
}

/** A volunteer who said when, where and with what they would come. */
export interface Willing {
  readonly personId: string;
  readonly wish: ShiftWish;
  /** Their other shifts, those for which they wait too. */
  readonly busy: readonly { readonly startsAt: Date; readonly endsAt: Date }[];
  /** Shifts in which they are, were, or which they gave back. */
  readonly known: ReadonlySet<string>;
  /** Organizations of which they are. */
  readonly own: ReadonlySet<string>;
  /** Places that were proposed to them in the last days. */
  readonly proposed: number;
}

export const PROPOSING = {
  /** From so near to so far ahead: an answer takes its time, and nobody plans for longer. */
  fromMs: 6 * HOUR_MS,
  untilMs: 28 * DAY_MS,
  /** So many proposals within so long, and no more. */
  withinMs: 7 * DAY_MS,
  max: 3,
} as const;

/** As many places as may still be proposed: half of those that nobody has taken, so that people who sign up by themselves find one too; the only one too. @param kept proposed already, and not answered */
export function placesToPropose({ free, kept }: { readonly free: number; readonly kept: number }): number {
  return Math.max(0, Math.ceil((free + kept) / 2) - kept);
}

/** Whether the shift is what they would come to, and could. Papers are looked at by the caller. */
export function mayBeProposed(catalogue: Catalogue, one: Willing, shift: OpenShift): boolean {
  if (one.proposed >= PROPOSING.max || one.known.has(shift.id) || one.own.has(shift.organizationId)) return false;
  if (!suits(catalogue, one.wish, shift)) return false;
  if (shift.anyTime) return true;
  const clashes = one.busy.some(({ startsAt, endsAt }) => startsAt < shift.endsAt && endsAt > shift.startsAt);
  return !clashes && leavesRest(one.busy, shift);
}

/** How good it is, of a million: what is urgent, near, soon, and of whom little was asked lately. */
export function worthOf(catalogue: Catalogue, one: Willing, shift: OpenShift, now: Date): number {
  const [here, there] = [catalogue.place(one.wish.place), catalogue.place(shift.place)];
  const km = shift.remote || !here || !there ? 0 : distanceKm(here, there);
  const near = Math.max(0, 1 - km / one.wish.radiusKm);
  const soon = Math.max(0, 1 - (shift.startsAt.getTime() - now.getTime()) / PROPOSING.untilMs);
  const rested = 1 - one.proposed / PROPOSING.max;
  return Math.round(100_000 + 300_000 * (shift.urgency / 5) + 300_000 * near + 200_000 * soon + 100_000 * rested);
}
