// What works on files and in threads, without database and framework: loaded in a few milliseconds. The door is index.ts.
export { clearingWeights, standingBeforeEquity, type ClearedUnit } from './clearing/clear-unit.js';
export { NO_SHARES } from './clearing/fairness.rules.js';
export type { HandedNeeds } from './clearing/handed-needs.js';
export type { PartValues } from './clearing/part-values.js';
export { planReport, unmetNeeds, type ShareRow } from './clearing/report.js';
export { clearUnits } from './clearing/unit-threads.js';
export { PairIndex } from './pair-index.js';
export { placesIn, utcOffsetMinutes } from './places.rules.js';
export { FIRST_WEIGHTS, type WeightVersion } from './score.rules.js';
export type { NeedSide, OfferSide, Point } from './sides.js';
export { freshStanding } from './standing.js';
