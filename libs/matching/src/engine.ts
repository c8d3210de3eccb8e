// The engine's part of the door: pairs, score, index, proposals, why-not.
export { MatchIndex } from './match-index.js';
export { PairIndex, PROPOSALS_PER_SIDE } from './pair-index.js';
export type { Candidate } from './scan.js';
export { hardConditions, kmBetween, largestMeeting, OBSTACLES, purposeFit, smallestMeeting, windowsMeet, type Obstacle, type PairWorld, type PurposeFit } from './pairs.rules.js';
export { scoreParts, sentence, storedParts, wishOf, wordsOf, type PairScore, type SaidPart, type Words } from './pair-score.rules.js';
export { PART_NAMES, REASONS } from './reasons.rules.js';
export { ONE, readWeights, SCORE_PARTS, totalScore, type KeptRecord, type ScorePart, type Weights, type WeightVersion } from './score.rules.js';
export { proposeForNeedJob, proposeForOfferJob, proposeForOrganizationJob, refreshProposalsJob } from './propose.job.js';
export { Proposer } from './proposer.service.js';
export { utcOffsetMinutes, Sides } from './sides.queries.js';
export type { NeedSide, OfferSide, Point } from './sides.js';
export { freshStanding, type Standing } from './standing.js';
export { readStanding, readWeightVersion } from './standing.queries.js';
export { WhyNotReads } from './why-not.queries.js';
export { FUNNEL_STEPS, whyNot, type Change, type FunnelStep, type WhyNot } from './why-not.rules.js';
export { whyNotView, type WhyNotView } from './why-not-sentences.rules.js';
export { matchingChecks } from './matching.check.js';
export { MatchingModule } from './matching.module.js';
