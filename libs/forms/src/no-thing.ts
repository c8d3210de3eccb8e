import type { OfferColumns } from './offer-form.rules.js';

/** What money and time do not say. */
export const NO_THING = {
  bestBefore: null,
  coldChain: null,
  attributes: null,
  pickUp: null,
} satisfies Partial<OfferColumns>;
