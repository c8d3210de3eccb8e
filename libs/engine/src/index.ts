// Pairs, score, reasons, why-not, the index and the planning of a clearing: without framework and database.
export type { Exclusion } from './exclusions.js';
export { mismatches } from './scoring/attributes.rules.js';
export { freshContext, NO_RECORD, type ScoringContext } from './scoring-context.js';
export type { NeedSide, OfferSide, Point } from './sides.js';
export type { Candidate } from './index/scan.js';
export { PairIndex, PROPOSALS_PER_SIDE } from './index/pair-index.js';
export {
  clearUnit,
  clearingWeights,
  contextBeforeEquity,
  type ClearedUnit,
  type ClearOptions,
} from './planning/clear-unit.js';
export { matchedByNeed, NO_SHARES } from './planning/fairness.rules.js';
export type { HandedNeeds } from './planning/handed-needs.js';
export { passedOver, type LostNeed, type PassedOver } from './planning/lost.rules.js';
export { movedShares, type MovedShares } from './planning/moved.rules.js';
export type { PartValues } from './planning/part-values.js';
export {
  planLines,
  planReport,
  unmetNeeds,
  type Fairness,
  type PlanLine,
  type PlanReport,
  type SearchStep,
  type ShareRow,
  type UnitReport,
  type Unmet,
  type UnmetReason,
} from './planning/report.js';
export type { UnitPairs } from './planning/unit-pairs.js';
export { clearUnits, giveOut, largestFirst, threadsFor, type UnitDone } from './planning/unit-threads.js';
export {
  plannedParts,
  needParts,
  scoreParts,
  sentence,
  storedParts,
  type PairScore,
  type Words,
} from './scoring/pair-score.rules.js';
export {
  arrivedSentence,
  keptOn,
  pastSentence,
  presentSentence,
  storedSentence,
  type PresentState,
} from './scoring/stored-sentence.rules.js';
export { PART_NAMES } from './scoring/reasons.rules.js';
export { wholePartFrom } from './scoring/whole-parts.rules.js';
export {
  hardConditions,
  largestMeeting,
  smallestMeeting,
  answersBinding,
  keepsUntilArrival,
  kmBetween,
  papersSeen,
  reachKm,
  staysCold,
} from './scoring/pairs.rules.js';
export {
  daysBetween,
  FIRST_WEIGHTS,
  ONE,
  PROMISE_WEIGHT,
  readWeights,
  SCORE_PARTS,
  type KeptRecord,
  type ScorePart,
  type Weights,
  type WeightVersion,
} from './scoring/score.rules.js';
export type { KeyedPart, StoredPart } from './scoring/stored-part.js';
export {
  differencesOf,
  saysCompared,
  saysLost,
  saysPassedOver,
  type PassedOverFrom,
} from './why-not/passed-over.rules.js';
export { dayName, type Name } from './localized-message.js';
export { whyNotOfferView, type WhyNotOfferView } from './why-not/why-not-offer-sentences.rules.js';
export { OFFER_CHANGES, whyNotOffer } from './why-not/why-not-offer.rules.js';
export { funnelView, whyNotView, type WhyNotView } from './why-not/why-not-sentences.rules.js';
export { FUNNEL_STEPS, whyNot } from './why-not/why-not.rules.js';
