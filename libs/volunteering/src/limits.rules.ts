import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel';

/** What a shift may be, and the times that rule its life, in one place. */
export const SHIFT_LIMITS = {
  minutesMin: 15,
  minutesMax: 24 * 60,
  capacityMax: 500,
  meetMin: 3,
  meetMax: 500,
  textMax: 1000,
  reasonMax: 500,
  /** Shifts of a series are made so many days ahead. */
  aheadDays: 56,
  /** How long a rule of a series may be, and how many days it leaves out. */
  ruleMax: 200,
  exceptMax: 100,
  /** A series is looked at again so long after the last time. */
  lookMs: HOUR_MS,
  /** A shift may be entered afterwards so long after it began; and whoever was there may still be put into it. */
  afterwardsMs: 7 * DAY_MS,
  /** Check-in with the code: so long before it begins, and so long after it ends. */
  checkInMs: HOUR_MS,
  /** Who cancels later than this before the beginning gives no notice. */
  noticeMs: DAY_MS,
  /** A place that somebody took a moment ago is given back without consequence. */
  secondThoughtMs: HOUR_MS,
  /** Longest time in which a waiting volunteer takes a place that became free, and shortest. */
  offerMs: 12 * HOUR_MS,
  offerMinMs: 15 * MINUTE_MS,
  /** Hours that nobody confirms go to a moderator so long after the shift. */
  confirmMs: 3 * DAY_MS,
  /** A place about which nobody said anything is given back so long after the shift. */
  unsettledMs: 7 * DAY_MS,
  /** The organization is asked for the hours so long after the shift. */
  askMs: DAY_MS,
  /** More than the shift by this much is a slip of the pen. */
  beyondMinutes: 12 * 60,
  /** An objection comes within this time of the confirmation. */
  objectionMs: 14 * DAY_MS,
  /** The offer of a sign-up outlives its shift by this, so that it never runs out by itself before it is settled. */
  offerAfterMs: 90 * DAY_MS,
} as const;
