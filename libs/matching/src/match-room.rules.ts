import { smallestMeeting, wholePartFrom } from '#engine';
import { wholePart } from '#solver';

/** What is still possible between an offer and a need, in the base unit. */
export interface Room {
  readonly offerOpen: boolean;
  readonly needOpen: boolean;
  readonly available: number;
  readonly open: number;
  readonly minLot: number;
  /** Of the offer: every part is a multiple of it, or all that is available. */
  readonly step: number;
  readonly minAmount: number;
  /** False: the organization is still being checked, and nobody can agree for it. */
  readonly verified?: boolean;
}

/** The smallest part that both sides take: a minimum never bars the last remainder. */
export function smallestPart(room: Room): number {
  return smallestMeeting(
    { left: room.available, min: room.minLot, step: room.step },
    { left: room.open, min: room.minAmount },
  );
}

/** The largest part that is no more than is wanted, in whole boxes; 0 where there is none. */
export function largestPart(
  { available, open, step }: Pick<Room, 'available' | 'open' | 'step'>,
  wanted = Infinity,
): number {
  return wholePart(Math.min(open, wanted), available, step);
}

export function hasRoom(room: Room): boolean {
  const largest = largestPart(room);
  return room.offerOpen && room.needOpen && largest > 0 && largest >= smallestPart(room);
}

/** The parts beside an amount that is none itself: the next below and above that both sides allow; null where there is none. */
export function partsBeside(
  room: Room,
  amount: number,
): { readonly below: number | null; readonly above: number | null } {
  const smallest = smallestPart(room);
  const [below, above] = [
    wholePart(amount, room.available, room.step),
    wholePartFrom(Math.max(amount, smallest), room.available, room.step),
  ];
  const allowed = (part: number): number | null =>
    part > 0 && part >= smallest && part <= Math.min(room.available, room.open) ? part : null;
  return { below: allowed(below), above: allowed(above) };
}

export type Arrival =
  | { ok: true; arrived: number; lost: number; extra: number; rest: number }
  | { ok: false; code: 'match.more-than-held' | 'match.lost-beyond-rest' };

/**
 * Divides a hold by what the organization says of it. All in the base unit.
 * @param quantity what came; with `extra` it may be said with or without the part on top
 * @param lost of what was held and did not come, what is lost on the way; the rest is available again
 */
export function divideHold(held: number, quantity: number, lost: number, extra: number): Arrival {
  const arrived = quantity > held ? quantity - extra : quantity;
  if (arrived > held || (quantity > held && arrived !== held)) return { ok: false, code: 'match.more-than-held' };
  if (lost > held - arrived) return { ok: false, code: 'match.lost-beyond-rest' };
  return { ok: true, arrived, lost, extra, rest: held - arrived - lost };
}
