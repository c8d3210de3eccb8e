import { MatchEntity } from './match.entity.js';

export const matchingEntities = [MatchEntity];
export { MatchEntity, type KeyedPart, type MatchSide, type MatchStatus, type StoredPart } from './match.entity.js';
export { Erasure } from './erasure.service.js';
export { MatchEnds } from './match-ends.service.js';
export { MatchLife, type SaidArrival, type SaidQuantity } from './match-life.service.js';
export { DECLINE_REASONS, MATCH_STEPS, MATCH_WAITS, type DeclineReason, type MatchVerb } from './match-life.rules.js';
export { readPromises } from './promises.queries.js';
export { mayPromise, NO_PROMISES, PROMISE_LIMITS, promiseRoom, type PromiseRoom, type Promises } from './promises.rules.js';
export { refuse as refuseMatch } from './match-life.refusals.js';
export { MatchReads, type MatchPage } from './match-reads.service.js';
export type { MatchSummary, MatchView } from './match.view.js';
export { MatchesQueries, matchesPageSql, RANK as MATCH_RANK, type MatchCursor, type MatchFilter } from './matches.queries.js';
export * from './engine.js';
