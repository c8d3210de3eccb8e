import type { DonorParty } from '#donors';
import { type OfferColumns } from '#forms';
import { derivedId } from '#kernel';
import type { NeedEntity } from '#needs';
import type { OfferEntity } from '#offers';
import type { MatchEntity } from './match.entity.js';
import { holdIdOf } from './match-steps.js';

/** A gift of money to one need, whatever brings it there. */
export interface GiftOffer {
  readonly giftId: string;
  readonly needId: string;
  /** Whose giving it is; the party must exist. */
  readonly giver: DonorParty;
  /** The person who gives; null: nobody signed in, or a company. */
  readonly by: string | null;
  /** In the need's base unit. */
  readonly amount: number;
  readonly anonymous: boolean;
  /** Until when the offer stands, if nothing else ends it before. */
  readonly until: Date;
  /** Stripe says whether its money came. */
  readonly byCard: boolean;
}

/** The id that the match of a gift has, or will have. */
export const giftMatchId = (giftId: string): string => derivedId(giftId, 'match');

/** The offer that a gift makes. */
export function giftOfferOf(
  gift: Omit<GiftOffer, 'byCard'>,
  need: Pick<NeedEntity, 'unit' | 'baseUnit'>,
  at: Date,
): OfferEntity {
  const columns: OfferColumns = {
    kind: 'money',
    category: null,
    item: null,
    title: null,
    description: null,
    unit: need.unit,
    baseUnit: need.baseUnit,
    eachAmount: null,
    eachUnit: null,
    minLot: gift.amount,
    step: 1,
    place: null,
    radiusKm: null,
    startsAt: null,
    until: gift.until,
    skills: [],
    prefers: [],
    only: [],
    bestBefore: null,
    coldChain: null,
  };
  return {
    ...columns,
    id: derivedId(gift.giftId, 'offer'),
    version: 1,
    donorId: gift.giver.partyId,
    onBehalfOf: gift.giver.kind === 'company' ? gift.giver.partyId : null,
    status: 'open',
    anonymous: gift.anonymous,
    via: 'web',
    externalId: null,
    createdBy: gift.by ?? gift.giver.partyId,
    createdAt: at,
    updatedAt: at,
    hasPhotos: false,
    standingOfferId: null,
    signUp: false,
    gift: true,
    reviewReasons: [],
    returnReason: null,
    neverConfirmed: false,
  };
}

/** Its match, agreed from the beginning: `accepted` where the money is still to come, `delivered` where it is there. */
export function giftMatchOf(
  gift: GiftOffer,
  offer: OfferEntity,
  { status, weightsVersion, at }: { status: 'accepted' | 'delivered'; weightsVersion: number; at: Date },
): Partial<MatchEntity> {
  const id = giftMatchId(gift.giftId);
  return {
    id,
    offerId: offer.id,
    needId: gift.needId,
    status,
    amount: gift.amount,
    unit: offer.baseUnit,
    score: 0,
    parts: [],
    weightsVersion,
    firstYes: 'organization',
    byCard: gift.byCard,
    hold: status === 'accepted' ? holdIdOf(id) : null,
    deadline: null,
    reason: null,
    endedBy: null,
    notBefore: null,
    remindedAt: null,
    proposedAt: at,
    heldAt: at,
    acceptedAt: at,
    deliveredAt: null,
    confirmedAt: null,
    endedAt: null,
  };
}
