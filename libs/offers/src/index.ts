import { OfferEntity } from './offer.entity.js';

export { OfferEntity };
export const offerEntities = [OfferEntity];
export { mayGiveFor, mayManageOffer, maySeeOffer } from './access.rules.js';
export { organizationsIn, readOffer, type OfferChanges, type OfferColumns, type OfferForm } from './form.rules.js';
export { isLiveOffer, LIVE_OFFER_STATUSES, OFFER_LIFE, OFFER_STATUSES, offerCan, offerStatusByBalance, type OfferStatus, type OfferVerb } from './lifecycle.rules.js';
export { OFFER_LIMITS } from './limits.rules.js';
export { offerView, type OfferView } from './offer.view.js';
export { OfferPhotos } from './offer-photos.service.js';
export { offerChecks } from './offers.check.js';
export { OffersModule } from './offers.module.js';
export { knownOffers, openImportedOffers, type ImportedOffer } from './offers-import.service.js';
export { OffersQueries, offersPageSql, type OfferCursor, type OfferFilters, type OfferPage } from './offers.queries.js';
export { OffersService } from './offers.service.js';
