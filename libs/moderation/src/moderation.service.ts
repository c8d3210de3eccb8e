import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, newId, refuseForm } from '#kernel';
import { audit, record, type Tx } from '#platform';
import { confirmedOnly, type Actor } from '#identity';
import { AccountChanges, OrganizationsService } from '#organizations';
import { NeedsService } from '#needs';
import { WaitingOffers } from '#offers';
import { MatchesService, saysPart, type Arrived } from '#matching';
import { decideReportedMessages } from '#messages';
import { Reports } from '#reports';
import { liftedAs } from './appeals/appeal.rules.js';
import { appealOf, closeAppeal } from './appeals/appeals.queries.js';
import { closeComplaint } from './complaints/complaints.service.js';
import { DecisionEntity, ReviewEntity, type Outcome, type ReviewStatus } from './review.entity.js';
import {
  afterApproval,
  heldByAnother,
  maySeeReviews,
  maySuggest,
  whyMayNotDecide,
  type ReviewState,
} from './decision.rules.js';
import { isHandOver, partOf, refusePart, type Decision } from './decision-part.js';
import { arrivedTexts, tellAppellants, tellDecision } from './decision-letters.js';
import { decisionsOf, reviewSubjects, reviewStateOf, type ReviewSubject } from './review-subjects.queries.js';
import { refuse } from './moderation.refusals.js';
import { keepWords } from './review-words.queries.js';
import { endHold, holderOf } from './review-holds.queries.js';

/** A locked review with what the rules need to know of it. */
interface Opened {
  readonly review: ReviewEntity;
  readonly subject: ReviewSubject;
  readonly state: ReviewState;
}

/** Decisions of moderators. What is decided happens in the same transaction: a review is never approved without its need being open. */
@Injectable()
export class ModerationService {
  private readonly accounts: AccountChanges;
  private readonly waiting: WaitingOffers;
  private readonly reports: Reports;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly organizations: OrganizationsService,
    private readonly needs: NeedsService,
    private readonly matches: MatchesService,
  ) {
    this.accounts = new AccountChanges(source, clock, matches.catalogue);
    this.reports = new Reports(source, clock, needs);
    this.waiting = new WaitingOffers(clock, matches.ledger);
  }

  /** Refuses with `review.*`. Repeating one's own decision changes nothing. */
  async decide(actor: Actor, reviewId: string, decision: Decision): Promise<void> {
    if (decision.outcome === 'return' && !decision.reason?.trim())
      refuseForm([{ field: 'reason', code: 'review.reason-needed' }]);
    if (decision.outcome !== 'approve' && saysPart(decision)) refusePart(decision);
    await this.source.transaction((tx) => this.decideIn(tx, actor, reviewId, decision));
  }

  private async decideIn(tx: Tx, actor: Actor, reviewId: string, decision: Decision): Promise<void> {
    if (!maySeeReviews(actor)) refuse('review.moderators-only'); // before anything is looked up: whether a review exists is theirs to know
    confirmedOnly(actor);
    // The lock is held to the end: of two moderators at once the second sees the first one's signature. Order: review, need, offer, match, ledger.
    const review = await tx.findOne(ReviewEntity, { where: { id: reviewId }, lock: { mode: 'pessimistic_write' } });
    if (!review) return refuse('review.not-found');
    const given = await decisionsOf(tx, [reviewId]);
    const subject = (await reviewSubjects(tx, [review])).get(review.subjectId);
    if (!subject) return refuse('review.not-found');
    const state = reviewStateOf(review, subject, given, await holderOf(tx, reviewId, this.clock.now()));
    const own = given.filter((one) => one.personId === actor.personId);

    const no = whyMayNotDecide(actor, state);
    if (no === 'review.moderators-only' || no === 'review.own-matter' || no === 'review.own-decision') refuse(no);
    if (saysPart(decision) && !isHandOver(review)) refusePart(decision);
    if (decision.suggestion?.trim() && !(decision.outcome === 'return' && maySuggest(review.subjectType)))
      refuseForm([{ field: 'suggestion', code: 'review.suggestion-elsewhere' }]);
    if (own.some((one) => one.outcome === decision.outcome) && alreadyTrue(decision.outcome, review.status)) {
      if (saysPart(decision)) await this.matches.decide(tx, actor, review.subjectId, 'confirm', decision);
      return;
    }
    if (review.status !== 'open' && review.status !== 'escalated') refuse('review.already-decided');
    if (no) refuse(no);
    if (decision.outcome === 'escalate' && review.status === 'escalated') return;
    if (heldByAnother(actor, state)) refuse('review.held');

    await endHold(tx, actor, reviewId);
    await this.sign(tx, actor, review, decision);
    const opened = { review, subject, state };
    if (decision.outcome === 'escalate') await this.close(tx, review, 'escalated');
    else if (decision.outcome === 'return') await this.giveBack(tx, actor, opened, decision);
    else await this.approve(tx, actor, opened, decision);
  }

  private async approve(tx: Tx, actor: Actor, opened: Opened, decision: Decision): Promise<void> {
    const { review, state } = opened;
    const approvals = new Set([...state.approvedBy, actor.personId]).size;
    const status = afterApproval(review.status as 'open' | 'escalated', approvals, review.signaturesNeeded);
    if (status !== 'approved') return; // one signature of two: shown in the queue, decided by the next
    const moderator = actingAsModerator(actor);
    let arrived: Arrived | null = null;
    switch (review.subjectType) {
      case 'organization':
        await this.organizations.approve(tx, moderator, review.subjectId);
        break;
      case 'need':
        await this.needs.approve(tx, moderator, review.subjectId);
        break;
      case 'need_edit':
        await this.needs.approveEdit(tx, moderator, review.subjectId);
        break;
      case 'match':
        arrived = await this.matches.decide(
          tx,
          moderator,
          review.subjectId,
          'confirm',
          partOf(decision),
          decision.reason?.trim() ?? '',
        );
        break;
      case 'report':
        await this.reports.approve(tx, moderator, review.subjectId, review.openedAt);
        break;
      case 'offer':
        await this.waiting.approve(tx, moderator, review.subjectId);
        break;
      case 'messages':
        await decideReportedMessages(tx, review.subjectId, 'stays', this.clock.now());
        break;
      case 'complaint':
        await closeComplaint(
          tx,
          review.subjectId,
          { outcome: 'approve', reason: decision.reason?.trim() || null },
          this.clock.now(),
        );
        break;
      case 'account_change':
        await this.accounts.approve(tx, moderator, review.subjectId);
        break;
      case 'appeal':
        await this.liftRefusal(tx, moderator, opened, decision);
        break;
      case 'suspension':
        break; // decided where it is written: it never waits
    }
    await this.close(tx, review, 'approved');
    await tellDecision(tx, opened, {
      outcome: 'approve',
      reason: decision.reason,
      arrived: arrived && arrivedTexts(arrived, this.matches.catalogue),
    });
  }

  private async giveBack(tx: Tx, actor: Actor, opened: Opened, decision: Decision): Promise<void> {
    const { review } = opened;
    const moderator = actingAsModerator(actor);
    const reason = decision.reason?.trim() ?? '';
    await keepWords(tx, this.matches.ledger, review, this.clock.now());
    switch (review.subjectType) {
      case 'organization':
        await this.organizations.returnForCorrection(tx, moderator, review.subjectId, reason);
        break;
      case 'need':
        await this.needs.returnForCorrection(
          tx,
          moderator,
          review.subjectId,
          reason,
          decision.suggestion?.trim() || null,
        );
        break;
      case 'need_edit':
        await this.needs.returnEdit(tx, moderator, review.subjectId, reason);
        break;
      case 'match':
        await this.matches.decide(tx, moderator, review.subjectId, 'cancel', {}, reason);
        break;
      case 'report':
        await this.reports.giveBack(tx, moderator, review.subjectId, reason, review.openedAt);
        break;
      case 'offer':
        await this.waiting.giveBack(tx, moderator, review.subjectId, reason);
        break;
      case 'messages':
        await decideReportedMessages(tx, review.subjectId, 'goes', this.clock.now());
        break;
      case 'complaint':
        await closeComplaint(tx, review.subjectId, { outcome: 'return', reason }, this.clock.now());
        break;
      case 'account_change':
        await this.accounts.giveBack(tx, moderator, review.subjectId, reason);
        break;
      case 'appeal':
        await this.keepRefusal(tx, moderator, opened, reason);
        break;
      case 'suspension':
        break; // decided where it is written: it never waits
    }
    await this.close(tx, review, 'returned');
    await tellDecision(tx, opened, { ...decision, outcome: 'return' });
  }

  /** The appeal is right. The decision before stays in the history. */
  private async liftRefusal(tx: Tx, moderator: Actor, { review, subject }: Opened, decision: Decision): Promise<void> {
    const appeal = await appealOf(tx, review.subjectId);
    const outcome = liftedAs(appeal.subjectType);
    if (appeal.subjectType === 'need') await this.needs.approve(tx, moderator, appeal.subjectId);
    if (appeal.subjectType === 'organization') await this.organizations.approve(tx, moderator, appeal.subjectId);
    if (appeal.subjectType === 'suspension')
      await this.organizations.reinstate(
        tx,
        moderator,
        appeal.subjectId,
        decision.reason?.trim() || `Апелляция № ${appeal.number}`,
      );
    await closeAppeal(tx, appeal.id, outcome, this.clock.now());
    await tellAppellants(tx, { review, subject, appeal }, { outcome, reason: decision.reason?.trim() || null });
  }

  private async keepRefusal(tx: Tx, moderator: Actor, { review, subject }: Opened, reason: string): Promise<void> {
    const appeal = await appealOf(tx, review.subjectId);
    if (appeal.subjectType === 'need')
      await this.needs.returnForCorrection(tx, moderator, appeal.subjectId, reason, null);
    if (appeal.subjectType === 'organization')
      await this.organizations.returnForCorrection(tx, moderator, appeal.subjectId, reason);
    await closeAppeal(tx, appeal.id, 'kept', this.clock.now());
    await tellAppellants(tx, { review, subject, appeal }, { outcome: 'kept', reason });
  }

  private async sign(tx: Tx, actor: Actor, review: ReviewEntity, decision: Decision): Promise<void> {
    const reason = decision.reason?.trim() || null;
    await tx.insert(DecisionEntity, {
      id: newId(),
      reviewId: review.id,
      personId: actor.personId,
      outcome: decision.outcome,
      reason,
      note: decision.note?.trim() || null,
      at: this.clock.now(),
    });
    await audit(tx, {
      personId: actor.personId,
      action: `review.${decision.outcome}`,
      subjectType: review.subjectType,
      subjectId: review.subjectId,
      reason,
      data: {
        reviewId: review.id,
        risk: review.risk,
        signaturesNeeded: review.signaturesNeeded,
        ...(saysPart(decision) ? { part: partOf(decision) } : {}),
      },
    });
  }

  private async close(tx: Tx, review: ReviewEntity, status: ReviewStatus): Promise<void> {
    const closedAt = status === 'escalated' ? null : this.clock.now();
    await tx.update(ReviewEntity, { id: review.id }, { status, closedAt });
    await record(tx, 'review.decided', { reviewId: review.id });
  }
}

/** Whether the review already stands as this outcome would leave it, or waits for another person's second signature. */
function alreadyTrue(outcome: Outcome, status: ReviewStatus): boolean {
  if (outcome === 'approve') return status !== 'returned';
  return status === (outcome === 'return' ? 'returned' : 'escalated');
}

/** An administrator decides what was passed on in a moderator's stead. */
function actingAsModerator(actor: Actor): Actor {
  return actor.platform.includes('moderator') ? actor : { ...actor, platform: [...actor.platform, 'moderator'] };
}
