import { withoutNamedHealthIn, type PickUp } from '#forms';
import type { Kind, ThingAttributes } from '#kernel';
import type { Actor } from '#identity';
import type { GivenBalance } from '#ledger';
import { photoView, type PhotoEntity, type PhotoView } from '#photos';
import { offerCan, offerRunsOutAt, type OfferStatus, type OfferVerb } from './lifecycle.rules.js';
import type { OfferEntity } from './offer.entity.js';
import { reviewSentence, type ReviewReason } from './reviewed.rules.js';
import { isOfWalkIn } from './walk-ins/walk-in.rules.js';

/** An offer as its own side sees it. Codes are the catalogue's; amounts are integers in `balance.unit`. */
export interface OfferView {
  readonly id: string;
  readonly version: number;
  readonly status: OfferStatus;
  readonly kind: Kind;
  readonly category: string | null;
  readonly item: string | null;
  readonly title: string | null;
  readonly description: string | null;
  /** As the donor said it; `each` says what one of them holds, in the ledger's unit. */
  readonly unit: string;
  readonly each: { readonly amount: number; readonly unit: string } | null;
  readonly minLot: { readonly amount: number; readonly unit: string };
  /** Every part is a multiple of it, or all that is left: the box of an offer in boxes, else 1. */
  readonly step: { readonly amount: number; readonly unit: string };
  readonly place: string | null;
  readonly radiusKm: number | null;
  readonly from: Date | null;
  readonly until: Date;
  readonly skills: readonly string[];
  readonly prefers: readonly string[];
  readonly only: readonly string[];
  readonly bestBefore: Date | null;
  readonly coldChain: boolean | null;
  readonly attributes: ThingAttributes | null;
  readonly pickUp: PickUp | null;
  /** The organization that gives, or the walk-in of the one in `enteredBy`. */
  readonly onBehalfOf: string | null;
  /** The organization whose staff entered it for a walk-in. */
  readonly enteredBy: string | null;
  readonly anonymous: boolean;
  readonly balance: GivenBalance;
  readonly createdAt: Date;
  /** The standing offer that brought it. */
  readonly standingOfferId: string | null;
  /** What it waits for before it enters any plan; null: nothing. `until` is when it runs out unless that comes. */
  readonly waiting: {
    readonly for: 'confirmation' | 'review';
    readonly until: Date;
    readonly reasons: readonly { readonly code: ReviewReason; readonly sentence: string }[];
  } | null;
  /** What a moderator wrote who did not let it in. */
  readonly returnReason: string | null;
  /** It ran out because the address was not confirmed in time. */
  readonly neverConfirmed: boolean;
  readonly photos: readonly PhotoView[];
  /** Who is named beside an illness: closed to moderators until they look in the case `reviewId`, null where there is none. Null: nothing is closed. */
  readonly shut: { readonly count: number; readonly reviewId: string | null } | null;
  readonly can: readonly OfferVerb[];
}

export function offerView(
  offer: OfferEntity,
  balance: GivenBalance,
  actor: Actor | null,
  photos: readonly PhotoEntity[],
  locale: 'ru' | 'en',
): OfferView {
  const {
    id,
    version,
    status,
    kind,
    category,
    item,
    title,
    description,
    unit,
    place,
    radiusKm,
    until,
    skills,
    prefers,
    only,
    bestBefore,
    coldChain,
    attributes,
    pickUp,
    anonymous,
    createdAt,
    standingOfferId,
  } = offer;
  const [onBehalfOf, enteredBy] = isOfWalkIn(offer) ? [offer.donorId, offer.onBehalfOf] : [offer.onBehalfOf, null];
  return {
    id,
    version,
    status,
    kind,
    category,
    item,
    title,
    description,
    unit,
    each: offer.eachAmount === null ? null : { amount: offer.eachAmount, unit: offer.baseUnit },
    minLot: { amount: offer.minLot, unit: offer.baseUnit },
    step: { amount: offer.step, unit: offer.baseUnit },
    place,
    radiusKm,
    from: offer.startsAt,
    until,
    skills,
    prefers,
    only,
    bestBefore,
    coldChain,
    attributes,
    pickUp,
    onBehalfOf,
    enteredBy,
    anonymous,
    balance,
    createdAt,
    standingOfferId,
    waiting: waitingOf(offer, locale),
    returnReason: offer.returnReason,
    neverConfirmed: offer.neverConfirmed,
    photos: photos.map((photo) => photoView(photo, locale)),
    shut: null,
    can: offerCan(actor, offer, balance),
  };
}

/** As a moderator reads it who has not looked at it. */
export function shutOffer(view: OfferView, reviewId: string | null): OfferView {
  const { texts, count } = withoutNamedHealthIn([view.title ?? '', view.description ?? '']);
  if (count === 0) return view;
  return {
    ...view,
    title: view.title === null ? null : (texts[0] ?? ''),
    description: view.description === null ? null : (texts[1] ?? ''),
    shut: { count, reviewId },
  };
}

function waitingOf(offer: OfferEntity, locale: 'ru' | 'en'): OfferView['waiting'] {
  if (offer.status !== 'unconfirmed' && offer.status !== 'in_review') return null;
  const reasons = offer.reviewReasons.map((code) => ({ code, sentence: reviewSentence(code, locale) }));
  return {
    for: offer.status === 'unconfirmed' ? 'confirmation' : 'review',
    until: offerRunsOutAt(offer) ?? offer.until,
    reasons,
  };
}
