import type { PickUp } from '#forms';
import type { ThingAttributes } from '#kernel';
import { photoView, type PhotoEntity, type PhotoView } from '#photos';

/** What a match tells of its offer. */
export interface OfferInMatch {
  readonly id: string;
  readonly donor: string;
  readonly title: string | null;
  /** The giver's words: in which state a thing is, of which size, how it is handed over best. */
  readonly description: string | null;
  readonly category: string | null;
  readonly item: string | null;
  readonly place: string | null;
  /** What is said of the thing; null: nothing. */
  readonly attributes: ThingAttributes | null;
  /** When it can be fetched; null: nothing is said. */
  readonly pickUp: PickUp | null;
  readonly available: number;
  readonly step: number;
  readonly photos: readonly PhotoView[];
}

/** What is read for it. */
interface ReadOffer {
  readonly offerId: string;
  readonly offerTitle: string | null;
  readonly offerDescription: string | null;
  readonly offerCategory: string | null;
  readonly offerItem: string | null;
  readonly offerPlace: string | null;
  readonly offerAttributes: ThingAttributes | null;
  readonly offerPickUp: PickUp | null;
  readonly room: { readonly available: number; readonly step: number };
  readonly photos: readonly PhotoEntity[];
}

/** @param donor as this reader reads them */
export function offerOf(match: ReadOffer, donor: string, locale: 'ru' | 'en'): OfferInMatch {
  return {
    id: match.offerId,
    donor,
    title: match.offerTitle,
    description: match.offerDescription,
    category: match.offerCategory,
    item: match.offerItem,
    place: match.offerPlace,
    attributes: match.offerAttributes,
    pickUp: match.offerPickUp,
    available: match.room.available,
    step: match.room.step,
    photos: match.photos.map((photo) => photoView(photo, locale)),
  };
}
