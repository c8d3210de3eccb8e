import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel';

/** From this age on with the consent of a guardian, and from which without. */
export const AGES = { youngest: 14, adult: 18 } as const;

/** What a shift may be, and the times that rule its life, in one place. */
export const SHIFT_LIMITS = {
  minutesMin: 15,
  minutesMax: 24 * 60,
  capacityMax: 500,
  /** Sign-ups for one shift that a process works on at once, and that wait there for their turn; further ones wait at the database. */
  signUpsAtOnce: 2,
  signUpsWaiting: 1000,
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
  /** A shift may be entered afterwards so long after it began; and people who were there may still be entered in it. */
  afterwardsMs: 7 * DAY_MS,
  /** Check-in with the code: so long before it begins, and so long after it ends. */
  checkInMs: HOUR_MS,
  /** Who cancels later than this before the beginning gives no notice. */
  noticeMs: DAY_MS,
  /** A place that a volunteer took a moment ago is given back without consequence. */
  secondThoughtMs: HOUR_MS,
  /** Longest time in which a waiting volunteer takes a place that became free, and shortest. */
  offerMs: 12 * HOUR_MS,
  offerMinMs: 15 * MINUTE_MS,
  /** Hours that nobody confirms go to a moderator so long after the shift. */
  confirmMs: 3 * DAY_MS,
  /** A place about which nobody said anything is given back so long after the shift. */
  undecidedMs: 7 * DAY_MS,
  /** Of work without an hour: a volunteer with a place may say that it is done until so long after its moment; then the place is given back. */
  doneMs: 2 * DAY_MS,
  /** That they come late volunteers say so long before the beginning at the earliest, and by so many minutes at most. */
  lateMs: 3 * HOUR_MS,
  lateMax: 240,
  /** The organization is asked for the hours so long after the shift. */
  askMs: DAY_MS,
  /** More than the shift by this much is a slip of the pen. */
  beyondMinutes: 12 * 60,
  /** What the device of a volunteer kept without a connection is taken so long after the shift; it may say a moment that is ahead by so much. */
  keptMs: 7 * DAY_MS,
  aheadMs: 10 * MINUTE_MS,
  /** Nobody further than this from the point of a shift is there; a position less exact than that says nothing. */
  nearM: 300,
  exactM: 500,
  /** Who stayed as long as the shift, but for this, stayed as long as the shift. */
  graceMinutes: 10,
  /** A volunteer who checked in and did not check out is asked when they left, so long after the shift. */
  askLeftMs: 2 * HOUR_MS,
  /** In any 24 hours nobody has more than this, of all organizations together; one long shift by itself may be longer. */
  restWithinMs: DAY_MS,
  restMinutes: 12 * 60,
  /** An objection comes within this time of the confirmation. */
  objectionMs: 14 * DAY_MS,
  /** The offer of a sign-up outlives its shift by this, so that it never runs out by itself before it is settled. */
  offerAfterMs: 90 * DAY_MS,
} as const;
