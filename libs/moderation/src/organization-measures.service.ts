import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, newId } from '#kernel';
import { OrganizationsService } from '#organizations';
import type { Tx } from '#platform';
import { endAppealsOf } from './appeals/appeals.queries.js';
import { tellDecision } from './decision-letters.js';
import { refuse } from './moderation.refusals.js';
import { DecisionEntity, ReviewEntity } from './review.entity.js';
import { reviewSubjects } from './review-subjects.queries.js';

/**
 * What a moderator does to an organization that no review waits for. A refusal is written down as a review that was decided at once, so that its owners
 * can appeal against it as against every other.
 */
@Injectable()
export class OrganizationMeasures {
  constructor(
    private readonly clock: Clock,
    private readonly organizations: OrganizationsService,
  ) {}

  /** Everybody in the organization is told why. Once more changes nothing. */
  async suspend(tx: Tx, moderator: Actor, organizationId: string, said: string): Promise<void> {
    if (!(await this.organizations.suspend(tx, moderator, organizationId, said))) return;
    await this.refused(tx, moderator, { subjectType: 'suspension', subjectId: organizationId }, said.trim());
  }

  /** Gives back one that is verified or suspended, for its owner to correct. An appeal against its suspension is against nothing then. Once more changes nothing. */
  async giveBack(tx: Tx, moderator: Actor, organizationId: string, said: string): Promise<void> {
    if (!(await this.organizations.returnVerified(tx, moderator, organizationId, said))) return;
    await endAppealsOf(tx, organizationId, this.clock.now());
    await this.refused(tx, moderator, { subjectType: 'organization', subjectId: organizationId }, said.trim());
  }

  /** Ends a suspension; an appeal that waits is against nothing then. */
  async reinstate(tx: Tx, moderator: Actor, organizationId: string, reason: string): Promise<void> {
    await this.organizations.reinstate(tx, moderator, organizationId, reason);
    await endAppealsOf(tx, organizationId, this.clock.now());
  }

  private async refused(
    tx: Tx,
    moderator: Actor,
    about: { readonly subjectType: 'organization' | 'suspension'; readonly subjectId: string },
    reason: string,
  ): Promise<void> {
    const now = this.clock.now();
    const review = tx.create(ReviewEntity, {
      id: newId(),
      ...about,
      status: 'returned',
      risk: 0,
      reasons: [],
      signaturesNeeded: 1,
      openedAt: now,
      closedAt: now,
    });
    await tx.insert(ReviewEntity, review);
    await tx.insert(DecisionEntity, {
      id: newId(),
      reviewId: review.id,
      personId: moderator.personId,
      outcome: 'return',
      reason,
      note: null,
      at: now,
    });
    const subject = (await reviewSubjects(tx, [review])).get(about.subjectId) ?? refuse('review.not-found');
    await tellDecision(tx, { review, subject }, { outcome: 'return', reason });
  }
}
