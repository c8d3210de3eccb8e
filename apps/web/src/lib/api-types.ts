/**
 * The names that pages have for what the API answers. The types are those of its description (`npm run api-types`), so no field is said twice.
 * Amounts are integers in the base unit that stands beside them; times are ISO 8601 in UTC.
 */
import type { components } from './api-schema.js';

export type Schema = components['schemas'];

export type Kind = Schema['NeedAnswer']['kind'];
export const KINDS: readonly Kind[] = ['money', 'goods', 'time'];

/** What every list answers. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** `urls` are null until the worker has opened the file; `shown` is false while only its own side sees it. */
export type Photo = Schema['PhotoAnswer'];
export type Amount = Schema['AmountAnswer'];

export type Sphere = Schema['SphereAnswer'];
export type Category = Schema['CategoryAnswer'];
export type Goods = Schema['ItemAnswer'];
export type Unit = Schema['UnitAnswer'];
export type Place = Schema['PlaceAnswer'];
/** What every entry of the catalogue has. */
export type Named = Pick<Sphere, 'code' | 'name' | 'nameRu' | 'nameEn'>;

export type Need = Schema['NeedAnswer'];
export type NeedBalance = Need['balance'];
export type Entry = Schema['EntriesAnswer']['items'][number];
export type Offer = Schema['OfferAnswer'];
export type OfferBalance = Schema['OfferBalanceAnswer'];
export type StandingOffer = Schema['StandingOfferAnswer'];
export type StandingDate = Schema['StandingDateAnswer'];
export type Frequency = StandingOffer['frequency'];

/** `needs` are open now; `share` is the mean share that they have received, in millionths. */
export type BalanceItem = Schema['BalanceItemAnswer'];
/** Sums over needs, one line for each kind and base unit. */
export type BalanceUnit = Schema['BalanceUnitAnswer'];

export type Match = Schema['MatchAnswer'];
export type MatchPart = Schema['MatchPartAnswer'];
export type Message = Schema['MessageAnswer'];
/** `me` is the side of the reader; null: a moderator. */
export type Talk = Schema['MessagesAnswer'];
export type FunnelStep = Schema['FunnelAnswer'];
/** Why a need has no proposals: the shortest true answer, and what would change it. */
export type WhyNot = Schema['WhyNotAnswer'];
/** The same of an offer; `edit` is a body for its PATCH, null where the change is a new offer. */
export type WhyNotOffer = Schema['WhyNotOfferAnswer'];
/** Why this need and not another: those that lost to it in a clearing, or what stands beside it. */
export type PassedOver = Schema['PassedOverAnswer'];

export type Statement = Schema['StatementAnswer'];
export type StatementEntry = Schema['StatementEntryAnswer'];
export type StatementUnit = Schema['StatementUnitAnswer'];
/** opening + arrived − takenBack = closing; what is promised is in no sum. */
export type StatementSum = Schema['StatementSumAnswer'];
export type StatementHeld = Schema['StatementHeldAnswer'];
export type StatementMatch = Schema['StatementMatchAnswer'];
export type StatementCheck = Schema['StatementCheckAnswer'];

export type Review = Schema['ReviewAnswer'];
export type Outcome = Schema['DecisionDto']['outcome'];

export type Session = Schema['SessionAnswer'];
export type ConsentText = Schema['ConsentTextAnswer'];

/** A person's place in a shift, or in its queue (`position`, or `offeredUntil` once a place is kept for them). */
export type SignUp = Schema['SignUpAnswer'];
/** `meet` for those who have a place, `checkInCode` for the organization until it is cancelled. Times are said in `timeZone`. */
export type Shift = Schema['ShiftAnswer'];
export type MyShift = Schema['MyShiftAnswer'];
export type ListedSignUp = Schema['ListedSignUpAnswer'];
/** What a guardian is asked, by their link. */
export type GuardianConsent = Schema['GuardianConsentAnswer'];
/** Who could take a shift; a name only of a volunteer who has been in one of the organization. */
export type Candidate = Schema['CandidateAnswer'];
