import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import { confirmedOnly, type Actor } from '#identity';
import { maySeeReviews, whyMayNotDecide } from './decision.rules.js';
import { refuse } from './moderation.refusals.js';
import { ReviewEntity } from './review.entity.js';
import { endHold, holderOf, writeHold } from './review-holds.queries.js';
import { decisionsOf, reviewStateOf, reviewSubjects } from './review-subjects.queries.js';

/**
 * Who has which review open, so that two moderators do not read the same case at once. A hold ends by itself after `HOLD_MINUTES`; what makes a
 * decision safe is the lock of its review in `ModerationService`, not this.
 */
@Injectable()
export class ReviewHolds {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Holds a review, or holds it longer. Refuses people who may not decide it, and decided ones; where another person holds it, only `takeOver` changes anything. */
  async hold(actor: Actor, reviewId: string, takeOver: boolean): Promise<void> {
    if (!maySeeReviews(actor)) refuse('review.moderators-only');
    confirmedOnly(actor);
    await this.source.transaction(async (tx) => {
      // Behind a decision that is being written: it is seen as decided then.
      const review = await tx.findOne(ReviewEntity, { where: { id: reviewId }, lock: { mode: 'pessimistic_write' } });
      if (!review) return refuse('review.not-found');
      const now = this.clock.now();
      const subject = (await reviewSubjects(tx, [review])).get(review.subjectId);
      const given = await decisionsOf(tx, [reviewId]);
      const no = whyMayNotDecide(actor, reviewStateOf(review, subject, given, await holderOf(tx, reviewId, now)));
      if (no) refuse(no);
      if (review.status !== 'open' && review.status !== 'escalated') refuse('review.already-decided');
      await writeHold(tx, actor, reviewId, now, takeOver);
    });
  }

  /** Ends one's own hold; of a review that one does not hold nothing changes. */
  async release(actor: Actor, reviewId: string): Promise<void> {
    if (!maySeeReviews(actor)) refuse('review.moderators-only');
    await endHold(this.source, actor, reviewId);
  }
}
