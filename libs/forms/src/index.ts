export { addsUp, readBudget, type BudgetLine, type BudgetLineForm } from './budget.rules.js';
export {
  type NeedColumns,
  type NeedForm,
  type ReadNeed,
  checkPlaceAndPeople,
  checkTimes,
  checkWords,
  readAmounts,
  readMinimum,
  readNeed,
  unique,
} from './need-form.rules.js';
export { NEED_LIMITS, SMALLEST_PUBLIC_COUNT, deadlineOfImport } from './need-limits.rules.js';
export {
  type KnownIds,
  type OfferChanges,
  type OfferColumns,
  type OfferForm,
  checkIds,
  checkTerms,
  idsIn,
  missingStorage,
  readOffer,
  readOfferChanges,
} from './offer-form.rules.js';
export { OFFER_LIMITS } from './offer-limits.rules.js';
export {
  agreedFirst,
  districtOf,
  givesYesBeforehand,
  isPrivateCategory,
  titleInMails,
  titleOfCategory,
} from './private.rules.js';
