import { Injectable } from '@nestjs/common';
import type { Fact, FactType } from '#kernel';
import type { FactJob, Tx } from '#platform';
import { ReviewOpening } from './review-opening.service.js';

function job<T extends FactType>(
  name: string,
  apply: (tx: Tx, payload: Fact<T>['payload']) => Promise<void>,
): FactJob<Fact<T>> {
  return { name, apply: (tx, fact) => apply(tx, fact.payload) };
}

/** What follows in moderation: what waits for a decision gets into the queue, what no longer waits gets out of it. */
@Injectable()
export class ModerationJobs {
  readonly openOrganizationReview: FactJob<Fact<'organization.submitted'>>;
  readonly closeOrganizationReview: FactJob<Fact<'organization.returned'>>;
  readonly openAccountChangeReview: FactJob<Fact<'organization.account-change-requested'>>;
  readonly closeAccountChangeReview: FactJob<Fact<'organization.account-change-ended'>>;
  readonly openNeedReview: FactJob<Fact<'need.submitted'>>;
  readonly openNeedEditReview: FactJob<Fact<'need.edit-submitted'>>;
  readonly openMatchReview: FactJob<Fact<'match.silent' | 'match.disputed' | 'match.objected'>>;
  readonly openOfferReview: FactJob<Fact<'offer.submitted'>>;
  readonly closeOfferReview: FactJob<Fact<'offer.withdrawn' | 'offer.expired'>>;
  readonly openMessagesReview: FactJob<Fact<'message.reported'>>;
  readonly openReportReview: FactJob<Fact<'report.published'>>;
  readonly closeReportReview: FactJob<Fact<'report.recalled'>>;
  readonly closeNeedReviews: FactJob<Fact<'need.withdrawn' | 'need.expired' | 'need.closed' | 'report.published'>>;
  readonly closeMatchReview: FactJob<Fact<'match.confirmed' | 'match.cancelled' | 'match.objection-settled'>>;

  constructor(opening: ReviewOpening) {
    this.openOrganizationReview = job('moderation.open-organization-review', (tx, { organizationId }) =>
      opening.openOrganization(tx, organizationId),
    );
    this.closeOrganizationReview = job('moderation.close-organization-review', (tx, { organizationId }) =>
      opening.closeSubject(tx, 'organization', organizationId),
    );
    this.openAccountChangeReview = job('moderation.open-account-change-review', (tx, { changeId }) =>
      opening.openAccountChange(tx, changeId),
    );
    this.closeAccountChangeReview = job('moderation.close-account-change-review', (tx, { changeId }) =>
      opening.closeSubject(tx, 'account_change', changeId),
    );
    this.openNeedReview = job('moderation.open-need-review', (tx, { needId }) => opening.openNeed(tx, needId));
    this.openNeedEditReview = job('moderation.open-need-edit-review', (tx, { editId }) =>
      opening.openNeedEdit(tx, editId),
    );
    this.openMatchReview = job('moderation.open-match-review', (tx, { matchId }) => opening.openMatch(tx, matchId));
    this.openOfferReview = job('moderation.open-offer-review', (tx, { offerId }) => opening.openOffer(tx, offerId));
    this.closeOfferReview = job('moderation.close-offer-review', (tx, { offerId }) =>
      opening.closeSubject(tx, 'offer', offerId),
    );
    this.openMessagesReview = job('moderation.open-messages-review', (tx, { matchId }) =>
      opening.openMessages(tx, matchId),
    );
    this.openReportReview = job('moderation.open-report-review', (tx, { reportId }) =>
      opening.openReport(tx, reportId),
    );
    this.closeReportReview = job('moderation.close-report-review', (tx, { reportId }) =>
      opening.closeSubject(tx, 'report', reportId),
    );
    this.closeNeedReviews = job('moderation.close-need-reviews', async (tx, { needId }) => {
      await opening.closeSubject(tx, 'need', needId);
      await opening.closeEditsOf(tx, needId);
    });
    this.closeMatchReview = job('moderation.close-match-review', (tx, { matchId }) =>
      opening.closeSubject(tx, 'match', matchId),
    );
  }
}
