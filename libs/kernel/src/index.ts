export * from './assert.js';
export * from './clock.js';
export { type Contact, type SaidContact, CONTACT_LIMITS, readContact } from './contact.rules.js';
export * from './crockford.js';
export * from './date-format.js';
export * from './days.rules.js';
export { workingDaysLater, workingDaysUntil } from './working-days.rules.js';
export * from './distance.js';
export * from './facts.js';
export * from './identifiers.rules.js';
export * from './ids.js';
export * from './nested-quotes.js';
export * from './page-address.js';
export { MAX_AMOUNT, DECIMAL, toBaseUnits, fromBaseUnits } from './quantity.rules.js';
export {
  type RefusalParams,
  type FieldError,
  Refusal,
  defineRefusals,
  refusalSpec,
  allRefusals,
  refuseForm,
} from './refusal.js';
export * from './typograph.js';
export * from './utc-offset.js';
export * from './words.js';
export * from './spreadsheet.rules.js';
export * from './text.rules.js';
export {
  CONDITIONS,
  SEASONS,
  ALL_YEAR,
  ATTRIBUTES,
  type Attribute,
  type ThingAttributes,
  type AcceptedByAll,
  type AcceptedThings,
  plainSize,
} from './things.js';
export { refuseInput } from './form.refusals.js';
