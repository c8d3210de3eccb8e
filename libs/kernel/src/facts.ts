/**
 * Facts: what happened, in the past tense. A fact is a row written in the same transaction as the change it tells of; its payload
 * holds ids only. `apps/worker/src/reactions.ts` says, for every one of them, what follows.
 */
export interface FactPayloads {
  'person.registration-asked': { registrationId: string };
  'person.registered': { personId: string };
  'person.confirmation-asked': { personId: string };
  'person.reset-asked': { requestId: string };
  'person.email-change-asked': { changeId: string };
  /** `registrationId`: of the form whose link was opened, where that came with an offer. */
  'person.confirmed': { personId: string; registrationId?: string };
  'person.erased': { personId: string };
  'person.papers-changed': { personId: string };
  'organization.submitted': { organizationId: string };
  'organization.verified': { organizationId: string };
  'organization.returned': { organizationId: string };
  'organization.suspended': { organizationId: string };
  'organization.accepts-changed': { organizationId: string };
  'organization.account-change-requested': { organizationId: string; changeId: string };
  'organization.document-uploaded': { organizationId: string; documentId: string };
  'organization.account-change-ended': { organizationId: string; changeId: string };
  'need.submitted': { needId: string };
  'need.edit-submitted': { needId: string; editId: string };
  'need.opened': { needId: string };
  'need.changed': { needId: string };
  'need.returned': { needId: string };
  'need.withdrawn': { needId: string };
  'need.expired': { needId: string };
  'need.closed': { needId: string };
  'offer.submitted': { offerId: string };
  'offer.opened': { offerId: string };
  'offer.changed': { offerId: string };
  'offer.withdrawn': { offerId: string };
  'offer.expired': { offerId: string };
  'report.published': { reportId: string; needId: string };
  'report.recalled': { reportId: string; needId: string };
  'photo.uploaded': { photoId: string };
  'photo.processed': { photoId: string };
  'match.proposed': { offerId: string | null; needId: string | null };
  'match.held': { matchId: string; offerId: string; needId: string };
  'match.accepted': { matchId: string; offerId: string; needId: string };
  'match.delivered': { matchId: string; offerId: string; needId: string };
  'match.confirmed': { matchId: string; offerId: string; needId: string };
  'match.declined': { matchId: string; offerId: string; needId: string };
  'match.expired': { matchId: string; offerId: string; needId: string };
  'match.cancelled': { matchId: string; offerId: string; needId: string };
  'match.disputed': { matchId: string; offerId: string; needId: string };
  'gift.promised': { giftId: string; needId: string };
  'gift.lapsed': { giftId: string; needId: string };
  // Its money was seen in a transfer that was none of it.
  'gift.unseen': { giftId: string; needId: string };
  'gift.refunded': { giftId: string; needId: string };
  // The bank of its giver has called money of it back, or has lost that dispute.
  'gift.disputed': { giftId: string; needId: string };
  'gift.returned': { surplusId: string; entryId: string };
  // Given to a need, or taken back from it.
  'surplus.moved': { surplusId: string; needId: string };
  // Things came to an intake point, or were given from there to a need.
  'stock.taken-in': { lotId: string; offerId: string };
  'stock.given-out': { needId: string };
  'match.hand-over-proposed': { matchId: string; offerId: string; needId: string; sequence: number };
  'match.hand-over-agreed': { matchId: string; offerId: string; needId: string; sequence: number };
  'match.silent': { matchId: string; offerId: string; needId: string };
  // What a volunteer says of confirmed hours, and what was decided about it.
  'match.objected': { matchId: string; offerId: string; needId: string };
  'match.objection-settled': { matchId: string; offerId: string; needId: string; upheld: boolean };
  // A trip on which things were carried is over: what of its time each organization is asked to confirm.
  'trip.ended': {
    tripId: string;
    driverId: string;
    hours: readonly { organizationId: string; deliveries: number; from: string; until: string }[];
  };
  'shift.planned': { shiftId: string };
  'shift.changed': { shiftId: string };
  'shift.cancelled': { shiftId: string };
  'sign-up.made': { signUpId: string };
  'sign-up.offered': { signUpId: string };
  'sign-up.ended': { signUpId: string };
  'sign-up.confirmed': { signUpId: string };
  'sign-up.late': { signUpId: string };
  'message.sent': { matchId: string; messageId: string };
  'message.reported': { matchId: string; messageId: string };
  'clearing.asked': { clearingId: string };
  'clearing.part-asked': { clearingId: string; part: number };
  // What a clearing proposed, a batch at a time: one by one, tens of thousands would stand before everybody's else.
  // A clearing of time has ended: shifts are proposed too.
  'clearing.time-cleared': { clearingId: string };
  'clearing.proposed': { clearingId: string; needIds: readonly string[] };
  'review.opened': { reviewId: string };
  'review.decided': { reviewId: string };
  // One fact for a whole batch of imported rows: readers follow it, no job does (docs/decisions/0011).
  'need.imported': { needIds: readonly string[] };
  'offer.imported': { offerIds: readonly string[] };
}

export type FactType = keyof FactPayloads;

export interface Fact<T extends FactType = FactType> {
  readonly id: string;
  readonly type: T;
  readonly payload: FactPayloads[T];
  readonly at: Date;
  /** Gapless number that the relay gives after commit; readers that must see every fact in order follow it. */
  readonly position: number | null;
}
