import { formatAmount, type Catalogue } from '#catalogue';
import { donorLabel } from '#donors';
import type { Actor } from '#identity';
import { districtOf, isPrivateCategory, makesParty, readsWords, titleOfCategory, type NeedStatus } from '#needs';
import type { OfferStatus } from '#offers';
import { photoView, type PhotoEntity, type PhotoView } from '#photos';
import type { MatchSide, MatchStatus } from './match.entity.js';
import { storedSentence, type StoredPart } from '#engine';
import type { PromiseRoom } from './promises.rules.js';
import { matchCan, sidesOf, type MatchParties, type MatchVerb, type Room } from './match-life.rules.js';

/** A match with what stands beside it, as one query reads it. */
export interface MatchRow {
  readonly id: string; readonly offerId: string; readonly needId: string; readonly status: MatchStatus; readonly amount: number; readonly unit: string; readonly score: number; readonly rank: number;
  /** The run that planned it. */
  readonly clearingId: string | null;
  readonly parts: readonly StoredPart[]; readonly weightsVersion: number; readonly firstYes: MatchSide | null; readonly deadline: Date | null; readonly reason: string | null; readonly endedBy: string | null;
  readonly proposedAt: Date; readonly heldAt: Date | null; readonly acceptedAt: Date | null; readonly deliveredAt: Date | null; readonly confirmedAt: Date | null; readonly endedAt: Date | null;
  readonly offerTitle: string | null; readonly offerPlace: string | null; readonly offerCategory: string | null; readonly offerItem: string | null; readonly offerStatus: OfferStatus;
  readonly offerUntil: Date; readonly offerHasPhotos: boolean; readonly minLot: number; readonly donorId: string; readonly onBehalfOf: string | null;
  /** Null for a donor who wants no name shown. */
  readonly donor: string | null;
  readonly needNumber: number; readonly needTitle: string; readonly kind: string; readonly category: string; readonly needItem: string | null; readonly needPlace: string; readonly needDeadline: Date;
  readonly needStatus: NeedStatus; readonly minAmount: number; readonly organizationId: string; readonly organizationName: string; readonly organizationStatus: string;
}

export interface MatchSummary extends MatchRow {
  readonly parties: MatchParties;
  readonly room: Room;
  /** What the giver may still promise; absent where the reader does not give. */
  readonly promises?: PromiseRoom;
  readonly photos: readonly PhotoEntity[];
}

/** A match as the API shows it to its two sides. Amounts are integers in `unit`; `value`, `weight` and `score` are 0..1,000,000. */
export interface MatchView {
  readonly id: string;
  readonly status: MatchStatus;
  readonly offer: { readonly id: string; readonly donor: string; readonly title: string | null; readonly category: string | null; readonly item: string | null; readonly place: string | null; readonly available: number; readonly photos: readonly PhotoView[] };
  readonly need: {
    readonly id: string; readonly number: number; readonly title: string; readonly kind: string; readonly category: string; readonly item: string | null; readonly place: string; readonly deadline: Date;
    readonly organization: { readonly id: string; readonly shortName: string };
    /** What is still open, in `unit`, and the same as people say it. */
    readonly open: number;
    readonly openText: string;
  };
  readonly amount: number;
  readonly unit: string;
  /** The amount as people say it. */
  readonly text: string;
  readonly score: number;
  readonly parts: readonly { readonly part: string; readonly value: number; readonly weight: number; readonly sentence: string }[];
  readonly weightsVersion: number;
  /** The clearing that planned it; it stands before alternatives. Null for an alternative. */
  readonly clearing: string | null;
  readonly firstYes: MatchSide | null;
  readonly deadline: Date | null;
  readonly reason: string | null;
  readonly endedBy: string | null;
  readonly proposedAt: Date;
  readonly heldAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly endedAt: Date | null;
  readonly can: readonly MatchVerb[];
}

export function matchView(match: MatchSummary, actor: Actor, locale: 'ru' | 'en', catalogue: Catalogue): MatchView {
  const { parties, room } = match;
  const gives = sidesOf(actor, parties).includes('donor');
  const reads = readsWords(actor, match, isPrivateCategory(catalogue, match.category), gives && makesParty(match.status));
  const { id, status, amount, unit, score, weightsVersion, firstYes, deadline, reason, endedBy, proposedAt, heldAt, acceptedAt, deliveredAt, confirmedAt, endedAt } = match;
  return {
    id, status,
    offer: {
      id: match.offerId,
      donor: gives ? (match.donor ?? '') : donorLabel(match.donor, match.donor === null, locale),
      title: match.offerTitle, category: match.offerCategory, item: match.offerItem, place: match.offerPlace, available: room.available, photos: match.photos.map((photo) => photoView(photo, locale)),
    },
    need: {
      id: match.needId, number: match.needNumber, title: reads ? match.needTitle : titleOfCategory(catalogue, match.category, locale),
      kind: match.kind, category: match.category, item: match.needItem, place: reads ? match.needPlace : districtOf(catalogue, match.needPlace), deadline: match.needDeadline,
      organization: { id: match.organizationId, shortName: match.organizationName },
      open: room.open, openText: formatAmount(room.open, unit, locale, catalogue),
    },
    amount, unit, text: formatAmount(amount, unit, locale, catalogue), score,
    parts: match.parts.map((stored) => ({ part: stored.part, value: stored.value, weight: stored.weight, sentence: storedSentence(stored, locale) })),
    weightsVersion, clearing: match.clearingId, firstYes, deadline, reason, endedBy, proposedAt, heldAt, acceptedAt, deliveredAt, confirmedAt, endedAt,
    can: matchCan(actor, parties, { status, firstYes, amount }, room, match.promises ?? null),
  };
}
