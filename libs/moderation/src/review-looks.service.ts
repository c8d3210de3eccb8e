import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import { audit } from '#platform';
import { confirmedOnly, type Actor } from '#identity';
import { heldByAnother, maySeeReviews, whyMayNotDecide } from './decision.rules.js';
import { refuse } from './moderation.refusals.js';
import { ReviewEntity } from './review.entity.js';
import { holderOf } from './review-holds.queries.js';
import { writeLook } from './review-looks.queries.js';
import { decisionsOf, reviewStateOf, reviewSubjects } from './review-subjects.queries.js';

/** Who has looked at the names and illnesses that are closed in a review. Written down once for each person and review, for ever. */
@Injectable()
export class ReviewLooks {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Only who may decide the review now needs its words. Looking again changes nothing and writes nothing. */
  async look(actor: Actor, reviewId: string): Promise<void> {
    if (!maySeeReviews(actor)) refuse('review.moderators-only');
    confirmedOnly(actor);
    await this.source.transaction(async (tx) => {
      const review = await tx.findOne(ReviewEntity, { where: { id: reviewId }, lock: { mode: 'pessimistic_write' } });
      if (!review) return refuse('review.not-found');
      const now = this.clock.now();
      const subject = (await reviewSubjects(tx, [review])).get(review.subjectId);
      const given = await decisionsOf(tx, [reviewId]);
      const state = reviewStateOf(review, subject, given, await holderOf(tx, reviewId, now));
      const no = whyMayNotDecide(actor, state);
      if (no) refuse(no);
      if (review.status !== 'open' && review.status !== 'escalated') refuse('review.already-decided');
      if (heldByAnother(actor, state)) refuse('review.held');
      if (!(await writeLook(tx, actor.personId, reviewId, now))) return;
      await audit(tx, {
        personId: actor.personId,
        action: 'review.look',
        subjectType: review.subjectType,
        subjectId: review.subjectId,
        data: { reviewId },
      });
    });
  }
}
