/** What a standing offer may hold and how it may repeat, in one place. Amounts, words and codes are limited as those of every offer are. */
export const STANDING_LIMITS = {
  /** Standing offers of one person that have not ended, those in the name of organizations included. */
  atOnce: 20,
  /** Every so many weeks, months or years at most. */
  intervalMax: { weekly: 52, monthly: 24, yearly: 5 },
  /** The first date is today or within so many days. */
  firstWithinDays: 366,
  /** No date comes later than so many years after the first: the person who still wants to give then says so again. */
  years: 10,
  /** Dates in all, where their number is said: as many as fit into those years. */
  timesMax: { weekly: 520, monthly: 120, yearly: 10 },
  /** How long the offer of one date stands, in days: where nothing is said, and at most. */
  standsDays: { weekly: 14, monthly: 30, yearly: 90 },
  standsDaysMax: 366,
  /** How long the offer of one date keeps. */
  keepsDaysMax: 3660,
  /** Offers open at this hour of the donor's day: no change of clocks anywhere takes it away, and mails come when people are awake. */
  opensAtHour: 9,
} as const;
