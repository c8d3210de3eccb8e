import { DAY_MS } from '#kernel';
import { hasInterestIn, isAdministrator, isModerator, type Actor } from '#identity';
import type { Outcome, ReviewStatus, SubjectType } from './review.entity.js';

/** Within how many days each is decided: of a dispute both sides have had their say, an appeal has as long as there is to make one. */
export const DUE_DAYS: Readonly<Record<SubjectType, number>> = {
  organization: 1,
  need: 1,
  need_edit: 1,
  offer: 1,
  report: 1,
  account_change: 1,
  messages: 1,
  complaint: 1,
  suspension: 1, // decided the moment it is written
  match: 3,
  appeal: 14,
};

/** By when a review that was opened then is decided. */
export function reviewDue(type: SubjectType, openedAt: Date): Date {
  return new Date(openedAt.getTime() + DUE_DAYS[type] * DAY_MS);
}

/** What decides whether a person may decide: the review, and who is touched by it. */
export interface ReviewState {
  readonly status: ReviewStatus;
  readonly subjectType: SubjectType;
  /** Organizations that gain or lose by it. */
  readonly organizationIds: readonly string[];
  /** People who made it, and those who promised or gave something to it. */
  readonly personIds: readonly string[];
  /** Who passed it on, if it is escalated. */
  readonly escalatedBy: string | null;
  /** Who has approved it so far. */
  readonly approvedBy: readonly string[];
  /** Of an appeal: who decided what it is against. */
  readonly decidedBefore: readonly string[];
  /** Who has it open; null where nobody has. */
  readonly heldBy: string | null;
  /** Of a group without registration: its municipality has not vouched for it. */
  readonly unvouched: boolean;
}

/** What may be done with a review: decide it, or take it over from a moderator who has it open. */
export type ReviewVerb = Outcome | 'take-over';

/** How long others leave a review to a person who opened it and says no more. An open page says so once a minute. */
export const HOLD_MINUTES = 5;
export const holdEnds = (at: Date): Date => new Date(at.getTime() + HOLD_MINUTES * 60_000);

export type No = 'review.moderators-only' | 'review.own-matter' | 'review.own-decision' | 'review.administrators-only';

/** Whether a person may look at the queue. */
export function maySeeReviews(actor: Actor | null): actor is Actor {
  return isModerator(actor) || isAdministrator(actor);
}

/** An interest lasts: the person who made or promised it has one for good, the person who left an organization that it touches for a year. */
function hasInterest(actor: Actor, review: ReviewState): boolean {
  return review.personIds.includes(actor.personId) || review.organizationIds.some((id) => hasInterestIn(actor, id));
}

/**
 * Why a person may not decide, or null. Nobody decides in their own matter, nor on an appeal against their own decision. Open reviews are the moderators'; one that was passed on goes
 * to an administrator, or to a moderator who did not pass it on.
 */
export function whyMayNotDecide(actor: Actor | null, review: ReviewState): No | null {
  if (!maySeeReviews(actor)) return 'review.moderators-only';
  if (hasInterest(actor, review)) return 'review.own-matter';
  if (review.decidedBefore.includes(actor.personId)) return 'review.own-decision';
  if (review.status === 'escalated') {
    return isAdministrator(actor) || review.escalatedBy !== actor.personId ? null : 'review.administrators-only';
  }
  return isModerator(actor) ? null : 'review.moderators-only';
}

/** Whether another person has it open: then it is decided by them, or by who takes it over. */
export const heldByAnother = (actor: Actor, { heldBy }: Pick<ReviewState, 'heldBy'>): boolean =>
  heldBy !== null && heldBy !== actor.personId;

/** Why nobody may approve it yet, or null: as the organization refuses it. */
export const whyNotYet = ({ unvouched }: Pick<ReviewState, 'unvouched'>): 'organization.not-vouched' | null =>
  unvouched ? 'organization.not-vouched' : null;

/** The verbs that this person may use on this review now. */
export function reviewCan(actor: Actor | null, review: ReviewState): ReviewVerb[] {
  if (review.status !== 'open' && review.status !== 'escalated') return [];
  if (!actor || whyMayNotDecide(actor, review)) return [];
  if (heldByAnother(actor, review)) return ['take-over'];
  const verbs: ReviewVerb[] = [];
  if (!review.approvedBy.includes(actor.personId) && !whyNotYet(review)) verbs.push('approve');
  verbs.push('return');
  if (review.status === 'open') verbs.push('escalate');
  return verbs;
}

/** Of these a moderator may propose a text with the return: its author takes it in one press, and sends it again. */
export const maySuggest = (type: SubjectType): boolean => type === 'need';

/** What the review becomes when so many different people have approved. */
export function afterApproval(before: 'open' | 'escalated', approvals: number, needed: number): ReviewStatus {
  return approvals >= needed ? 'approved' : before;
}
