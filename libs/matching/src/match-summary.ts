import type { PickUp } from '#forms';
import type { ThingAttributes } from '#kernel';
import type { Arrived } from '#ledger';
import type { NeedStatus } from '#needs';
import type { OfferStatus } from '#offers';
import type { PhotoEntity } from '#photos';
import type { PresentState, StoredPart } from '#engine';
import type { MatchSide, MatchStatus } from './match.entity.js';
import type { MatchParties } from './match-life.rules.js';
import type { Room } from './match-room.rules.js';
import type { PromiseRoom } from './promises.rules.js';

/** When and where somebody who signed up comes; moments as JSON has them. */
export interface ShiftOfMatch {
  readonly id: string;
  readonly from: string;
  readonly until: string;
  readonly anyTime: boolean;
  readonly place: string;
  /** The name that they gave, for those who run the shift. */
  readonly volunteer: string;
}

/** A match with what stands beside it, as one query reads it. */
export interface MatchRow {
  readonly id: string;
  readonly offerId: string;
  readonly needId: string;
  readonly status: MatchStatus;
  readonly amount: number;
  readonly unit: string;
  readonly score: number;
  readonly rank: number;
  /** Made by signing up for a shift. */
  readonly signUp: boolean;
  /** Made by a gift of money. */
  readonly gift: boolean;
  readonly byCard: boolean;
  /** The run that planned it. */
  readonly clearingId: string | null;
  readonly parts: readonly StoredPart[];
  readonly weightsVersion: number;
  readonly firstYes: MatchSide | null;
  readonly disputedBy: MatchSide | null;
  readonly disputeAnswer: string | null;
  readonly deadline: Date | null;
  readonly reason: string | null;
  readonly endedBy: string | null;
  /** What a moderator wrote with the decision of its case; empty: nothing, null: no case was decided. */
  readonly decided: string | null;
  readonly proposedAt: Date;
  readonly scoredAt: Date;
  readonly heldAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly endedAt: Date | null;
  /** When the meeting begins on which both sides have agreed; known where time is given. Of things that are agreed and not handed over yet, also one that is only proposed. */
  readonly meetsAt: Date | null;
  /** Of a sign-up. */
  readonly shift: ShiftOfMatch | null;
  readonly offerTitle: string | null;
  readonly offerDescription: string | null;
  readonly offerPlace: string | null;
  readonly offerCategory: string | null;
  readonly offerItem: string | null;
  readonly offerStatus: OfferStatus;
  readonly offerUntil: Date;
  readonly offerHasPhotos: boolean;
  readonly offerAttributes: ThingAttributes | null;
  readonly offerPickUp: PickUp | null;
  readonly minLot: number;
  readonly step: number;
  readonly donorId: string;
  readonly onBehalfOf: string | null;
  /** Null for a donor who wants no name shown. */
  readonly donor: string | null;
  readonly needNumber: number;
  readonly needTitle: string;
  readonly kind: string;
  readonly category: string;
  readonly needItem: string | null;
  readonly needPlace: string;
  readonly needDeadline: Date;
  readonly needStatus: NeedStatus;
  readonly minAmount: number;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly organizationStatus: string;
}

export interface MatchSummary extends MatchRow {
  /** When it was read. */
  readonly readAt: Date;
  readonly parties: MatchParties;
  readonly room: Room;
  /** Of the need, in `unit`. */
  readonly required: number;
  /** How the two sides kept what they promised until now; known of matches that live. */
  readonly promisesEnded: Pick<PresentState, 'organization' | 'donor'>;
  /** Of a confirmed match: what came and what was lost. */
  readonly arrived?: Arrived;
  /** What the giver may still promise; absent where the reader does not give. */
  readonly promises?: PromiseRoom;
  readonly photos: readonly PhotoEntity[];
}
