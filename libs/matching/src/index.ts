import { MatchEntity } from './match.entity.js';

export const matchingEntities = [MatchEntity];
export { MatchEntity, type MatchSide, type MatchStatus } from './match.entity.js';
export { Erasure, type ErasureWay } from './erasure.service.js';
export { GiftChoices } from './gift-choices.service.js';
export { NeedScores, type NeedScorePart } from './need-score.queries.js';
export { tellingParts, type ChosenNeed, type GiftChoice } from './gift-choice.rules.js';
export { GiftMatches } from './gift-matches.service.js';
export { giftMatchId, type GiftOffer } from './gift-rows.js';
export { lockGiftSides, ROW_UNDONE, unseeGift } from './gift-undo.js';
export { MatchExpiryService } from './match-expiry.service.js';
export { saysPart, type ArrivalInput, type PartInput } from './match-words.js';
export type { Arrived } from './match-receipt.js';
export { MatchesService } from './matches.service.js';
export {
  DECLINE_REASONS,
  type DeclineReason,
  LIVE_STATUSES,
  mayKnowMatch,
  rolesOf,
  sidesOf,
} from './match-life.rules.js';
export { HAND_OVER_STEPS, handOverCases, type HandOverCase, type HandOverStep } from './hand-over-cases.queries.js';
export { handOverSummary } from './meeting/meeting.view.js';
export { calendarText } from './meeting/hand-over-calendar.js';
export { BANK_NUMBER_MAX, readReceipt, type SaidReceipt } from './meeting/bank-receipt.rules.js';
export { findPaymentCodes, paymentCodeOf, readPaymentCode, type FoundCodes } from './meeting/payment-code.rules.js';
export { paymentPayload, type Payee } from './meeting/payment-order.rules.js';
export { awaitedCodes } from './meeting/payment.queries.js';
export { paymentCode, purposeLine } from './meeting/payment.rules.js';
export { HAND_OVER_LIMITS } from './meeting/hand-over.rules.js';
export { SLOT_PLACES } from './meeting/slots.rules.js';
export { PAPER_MAX, PAPER_STATES } from './papers/transfer-papers.rules.js';
export type { PaperParty } from './papers/transfer-papers.queries.js';
export { GIVEN_PAPERS, type GivenPaper } from './papers/transfer-papers.service.js';
export {
  TransferPapers,
  type Distribution,
  type NumberedPaper,
  type PapersView,
} from './papers/transfer-papers.service.js';
export { Carriers } from './meeting/carriers.service.js';
export { refuse as refuseHandOver } from './meeting/hand-over.refusals.js';
export { HandOverEntries, type SaidEntry } from './meeting/hand-over-entries.service.js';
export {
  CODE_LIMITS,
  codeFrom,
  doneAt,
  LOST_REASONS,
  plainCode,
  REFUSED_REASONS,
  type LostReason,
  type RefusedReason,
} from './meeting/hand-over-entry.rules.js';
export { HandOverPhotos, type PaperPicture } from './meeting/hand-over-photos.service.js';
export { HandOvers } from './meeting/hand-over.service.js';
export { keepLook } from './meeting/contact-looks.js';
export { forgetMeetingsJob } from './meeting/meeting-erasure.js';
export { MeetingReads, type MeetingMatch } from './meeting/meeting-reads.service.js';
export { readMeeting, type StoredContact } from './meeting/meeting.queries.js';
export { countPromises, IN_TIME, lockPromiseRoom, lockPromises, NO_SHOW, readPromises } from './promises.queries.js';
export { findMatch, type LockedMatch } from './match-steps.js';
export { mayPromise, NO_PROMISES, promiseRoom } from './promises.rules.js';
export { refuse as refuseMatch } from './match-life.refusals.js';
export { MatchReads } from './match-reads.service.js';
export type { MatchSummary } from './match-summary.js';
export type { MatchView } from './match.view.js';
export { MatchesQueries, RANK as MATCH_RANK, type MatchFilter } from './matches.queries.js';
export { matchesToExport, type ExportedMatch } from './matches-export.queries.js';
export { matchingChecks } from './matching.check.js';
export { MatchingModule } from './matching.module.js';
export { weekOf } from './desk/week.rules.js';
export { DeskReads, type AnswersPage, type HandOversOfWeek } from './desk/desk-reads.service.js';
export { answeredSql, awaitedSql, handOversSql } from './desk/desk.queries.js';
export { MatchIndex } from './match-index.js';
export { allExclusions } from './exclusions.queries.js';
export { PlannedProposals, type PlannedLine } from './planned-proposals.js';
export { ProposalBacklog } from './proposal-backlog.service.js';
export {
  proposeForNeedJob,
  proposeForOfferJob,
  proposeForOrganizationJob,
  proposeForPersonJob,
  refreshProposalsJob,
} from './propose.job.js';
export { Proposer } from './proposer.service.js';
export { readScoringContext, readWeightVersion } from './scoring-context.queries.js';
export { SignUpMatches } from './sign-up-matches.service.js';
export { Sides } from './sides.queries.js';
export { awaitFirstProposals, openNeedsLookFurther } from './waiting.queries.js';
export { WalkInErasure } from './walk-in-erasure.service.js';
export { WhyNotReads } from './why-not.queries.js';
export { MATCHING_AGES } from './ages.js';
export { MATCHING_EXPORT } from './personal-export.js';
