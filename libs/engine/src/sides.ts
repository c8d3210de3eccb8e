import type { AcceptedThings, Kind, ThingAttributes } from '#kernel';

/** Degrees. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** A volunteer's papers as an organization has seen them. */
export interface PaperCheck {
  /** The one that they count for; null: for all. */
  readonly organization: string | null;
  readonly until: number;
}

/**
 * What the engine must know of an offer: numbers and codes only, wherever they come from (the database or a file).
 * Amounts are integers in `baseUnit`, moments are milliseconds since 1970.
 */
export interface OfferSide {
  readonly id: string;
  readonly kind: Kind;
  /** Category or sphere code; null means any. */
  readonly category: string | null;
  readonly item: string | null;
  readonly baseUnit: string;
  /** What may still be promised. */
  readonly left: number;
  /** Smallest part the donor gives; it never bars the last remainder. */
  readonly min: number;
  /** Every part is a multiple of it, or all that is left: the box of an offer in boxes, else 1. */
  readonly step: number;
  readonly place: string | null;
  readonly at: Point | null;
  /** How far the donor goes; null means anywhere. */
  readonly radiusKm: number | null;
  readonly from: number | null;
  readonly until: number | null;
  readonly skills: readonly string[];
  /** Codes of spheres, categories and places, ids of organizations. */
  readonly prefers: readonly string[];
  /** Codes of spheres, categories and places, ids of organizations and needs: it goes to what one of them names and nowhere else. None: to all. */
  readonly only: readonly string[];
  /** Until when it keeps; null: it does not spoil, or nobody has said. */
  readonly bestBefore: number | null;
  /** It must be kept cold all the way. */
  readonly cold: boolean;
  /** What its giver says of the thing; null: nothing. */
  readonly attributes: ThingAttributes | null;
  /** Whose papers an organization has seen. None: nobody's. */
  readonly checks: readonly PaperCheck[];
  readonly donor: string;
  /** Organizations that may not be given this: the donor's own. */
  readonly owners: readonly string[];
  /** When it was posted. */
  readonly since: number;
  /** Open for promises, whatever is left. */
  readonly live: boolean;
}

/** What the engine must know of a need. Units as in `OfferSide`. */
export interface NeedSide {
  readonly id: string;
  readonly kind: Kind;
  readonly category: string;
  readonly sphere: string;
  readonly item: string | null;
  readonly baseUnit: string;
  readonly required: number;
  /** Neither received nor reserved. */
  readonly left: number;
  /** Smallest useful part; it never bars the last remainder. */
  readonly min: number;
  readonly place: string | null;
  readonly at: Point | null;
  readonly remote: boolean;
  readonly from: number | null;
  readonly deadline: number;
  /** All of them are required. */
  readonly skills: readonly string[];
  /** The category takes only volunteers whose papers were checked. */
  readonly vettedOnly: boolean;
  /** What arrives here is kept cold. */
  readonly keepsCold: boolean;
  /** What it takes; null: everything of its kind. */
  readonly accepts: AcceptedThings | null;
  /** 1 (can wait) to 5 (today). */
  readonly urgency: number;
  readonly organization: string;
  /** When it was opened. */
  readonly since: number;
  /** Of the place at the deadline: days are counted as people there count them. A multiple of 15. */
  readonly utcOffsetMinutes: number;
  readonly live: boolean;
}
