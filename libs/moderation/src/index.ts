export { ModerationModule } from './moderation.module.js';
export { ModerationService } from './moderation.service.js';
export type { Decision } from './decision-part.js';
export { EFFECT_ACCOUNTS } from './decision-effects.rules.js';
export { Appeals, type RefusalView } from './appeals/appeals.service.js';
export { forgetAppeals } from './appeals/appeals.queries.js';
export { APPEALABLE, APPEAL_LIMITS, type AppealOutcome } from './appeals/appeal.rules.js';
export { WORD_FIELDS, type WordField } from './appeals/changes.rules.js';
export { OwnDecisions, type OwnDecision } from './own-decisions.queries.js';
export { forgetInDecisions } from './decision-erasure.js';
export { Complaints, forgetComplaints, type TakenComplaint } from './complaints/complaints.service.js';
export { COMPLAINT_KINDS, COMPLAINT_LIMITS, pageOf, type ComplaintKind } from './complaints/complaint.rules.js';
export { OrganizationMeasures } from './organization-measures.service.js';
export { ReviewHolds } from './review-holds.service.js';
export { ReviewLooks } from './review-looks.service.js';
export type { ReviewVerb } from './decision.rules.js';
export { ReviewOpening } from './review-opening.service.js';
export { ModerationJobs } from './moderation.jobs.js';
export {
  ReviewQueries,
  REVIEW_SORTS,
  type ReviewCursor,
  type ReviewPage,
  type ReviewSort,
} from './moderation.queries.js';
export { MAY_TOUCH } from './hidden-reviews.queries.js';
export type { ReviewView } from './review.view.js';
export { REVIEW_SECTIONS, type ReviewCounts, type ReviewSection } from './review-sections.queries.js';
export { LETTER_OUTCOMES, ReviewLetters, type LetterOutcome, type LetterView } from './review-letters.queries.js';
export { SimilarNeeds, type Comparison } from './similar-needs.queries.js';
export { AuditLogQueries, type AuditView } from './audit-log.queries.js';
export { moderationEntities, type Outcome, type ReviewStatus, type SubjectType } from './review.entity.js';
export { TWO_SIGNATURES_SETTING } from './moderation.settings.js';
export { moderationChecks } from './moderation.check.js';
export { MODERATION_AGES } from './ages.js';
export { MODERATION_EXPORT } from './personal-export.js';
