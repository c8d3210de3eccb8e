import { DAY_MS } from '#kernel';

/** What an offer may hold, in one place. */
export const OFFER_LIMITS = {
  titleMax: 140,
  descriptionMax: 5000,
  skillsMax: 20,
  prefersMax: 20,
  onlyMax: 20,
  radiusMaxKm: 20_000,
  /** An offer that names no end stands so long. */
  standsForMs: 90 * DAY_MS,
  untilWithinMs: 2 * 365 * DAY_MS,
  /** Canned food keeps for years; beyond this it is a slip of the pen. */
  keepsWithinMs: 20 * 366 * DAY_MS,
  /** Open offers of one person at once, and of each of those who came by: theirs are not counted with those of the person who enters them. */
  openAtOnce: 200,
} as const;
