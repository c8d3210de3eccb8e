export { addsUp, readBudget, type BudgetLine } from './budget.rules.js';
export { acceptedHere, acceptedTogether, ATTRIBUTE_LIMITS, readAccepted } from './attributes.rules.js';
export {
  type NeedColumns,
  type NeedForm,
  checkPlaceAndPeople,
  checkTimes,
  checkWords,
  readAmounts,
  readMinimum,
  readNeed,
  unique,
} from './need-form.rules.js';
export { NEED_LIMITS, SMALLEST_PUBLIC_COUNT, deadlineOfImport } from './need-limits.rules.js';
/** Of what is no thing. */
export { NO_THING } from './no-thing.js';
export {
  type OfferChanges,
  type OfferColumns,
  type OfferForm,
  readOffer,
  readOfferChanges,
} from './offer-form.rules.js';
export { type KnownIds, checkIds, idsIn } from './offer-ids.js';
export { findNamedHealth, SHUT, withoutNamedHealthIn, type NamedHealth } from './health.rules.js';
export { OFFER_LIMITS } from './offer-limits.rules.js';
export { checkTerms, missingStorage } from './offer-terms.rules.js';
export { type PickUp, PICK_UP_LIMITS, windowsLeft } from './pick-up.rules.js';
export {
  agreedFirst,
  districtOf,
  givesYesBeforehand,
  isPrivateCategory,
  titleInMails,
  titleOfCategory,
} from './private.rules.js';
