import { OfferEntity } from './offer.entity.js';
import { StandingOfferEntity } from './standing/standing-offer.entity.js';
import { VisitorOfferEntity } from './visitors/visitor-offer.entity.js';
import { WalkInEntity } from './walk-ins/walk-in.entity.js';

export { OfferEntity, StandingOfferEntity };
export const offerEntities = [OfferEntity, StandingOfferEntity, VisitorOfferEntity, WalkInEntity];
export { mayManageOffer, maySeeOffer } from './access.rules.js';
export { refuse as refuseOffer } from './offers.refusals.js';
export { refuse as refuseStanding } from './standing/standing.refusals.js';
export {
  CONFIRM_WITHIN_MS,
  hasEndedOffer,
  isForOneMatch,
  isLiveOffer,
  OFFER_STATUSES,
  type OfferStatus,
} from './lifecycle.rules.js';
export { offerName } from './offer-name.rules.js';
export type { OfferView } from './offer.view.js';
export { OfferPhotos } from './offer-photos.service.js';
export { offerChecks } from './offers.check.js';
export { OffersModule } from './offers.module.js';
export { insertOffers } from './offer-row.queries.js';
export { useUpOffers } from './used-up.queries.js';
export { offersToExport, type ExportedOffer } from './offers-export.queries.js';
export { knownOffers, openImportedOffers, type ImportedOffer } from './offers-import.js';
export { OffersQueries, offersPageSql, type OfferCursor } from './offers.queries.js';
export { REVIEW_REASONS, type ReviewReason } from './reviewed.rules.js';
export { WaitingOffers } from './waiting-offers.service.js';
export { OffersService } from './offers.service.js';
export type { StandingOfferChanges, StandingOfferForm } from './standing/form.rules.js';
export { STANDING_STATUSES, STANDING_VERBS, type StandingStatus } from './standing/lifecycle.rules.js';
export { STANDING_LIMITS } from './standing/limits.rules.js';
export { OpenStandingOffers } from './standing/open-standing.job.js';
export { StandingGiftDates, type GiftTurn } from './standing/gift-dates.service.js';
export { FREQUENCIES } from './standing/repeat.rules.js';
export { SKIP_CODES } from './standing/skips.rules.js';
export type { StandingDateView, StandingOfferView } from './standing/standing-offer.view.js';
export { StandingOffersQueries } from './standing/standing-offers.queries.js';
export { StandingOffersService } from './standing/standing-offers.service.js';
export { OFFERS_AGES } from './ages.js';
export { VisitorOffers } from './visitors/visitor-offers.service.js';
export { CONSENT_HOW, isOfWalkIn, WALK_IN_LIMITS, watchersOf } from './walk-ins/walk-in.rules.js';
export { WalkInsQueries, walkInsPageSql, type WalkInView } from './walk-ins/walk-ins.queries.js';
export { refuse as refuseWalkIn } from './walk-ins/walk-ins.refusals.js';
export { WalkIns } from './walk-ins/walk-ins.service.js';
export { exportedWalkIn, OFFERS_EXPORT } from './personal-export.js';
