import type { OfferColumns } from '#forms';
import { donorOf, type Giving } from './givers.queries.js';
import type { OfferEntity } from './offer.entity.js';
import type { ReviewReason } from './reviewed.rules.js';

/** What is asked of an offer before it enters any plan. */
export interface Asked {
  /** What the catalogue asks a moderator to look at. */
  readonly reasons: readonly ReviewReason[];
  /** The giver has said that so much is meant. */
  readonly amountConfirmed: boolean;
  /** The amount as the giver reads it. */
  readonly amountText: string;
}

/** An offer that has been read and not yet written. Whether the giver may give in that name has been asked. */
export interface NewOffer extends Giving, Asked {
  readonly id: string;
  readonly columns: OfferColumns;
  /** In `columns.baseUnit`. */
  readonly amount: number;
  /** Null: as the donor has said for all their giving. */
  readonly anonymous: boolean | null;
  readonly standingOfferId: string | null;
  /** Made by signing up for a shift. */
  readonly signUp?: boolean;
}

/** Its row, open; what it is first is said by who looks at it. */
export function rowOf(
  { id, giver, onBehalfOf, walkIn = null, columns, anonymous, standingOfferId, signUp = false }: NewOffer,
  wish: boolean,
  at: Date,
): OfferEntity {
  const { personId: createdBy, via } = giver;
  return {
    ...columns,
    id,
    version: 1,
    donorId: donorOf({ giver, onBehalfOf, walkIn }),
    onBehalfOf,
    status: 'open',
    anonymous: anonymous ?? wish,
    via: walkIn === null ? via : 'staff',
    externalId: null,
    createdBy,
    createdAt: at,
    updatedAt: at,
    hasPhotos: false,
    standingOfferId,
    signUp,
    gift: false,
    reviewReasons: [],
    returnReason: null,
    neverConfirmed: false,
  };
}
