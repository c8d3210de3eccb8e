import type { FactPayloads, FactType } from '#kernel';

/**
 * What the index reads again when a fact tells of it: the offers and needs that it names (`sides`), these and what excludes the two from each other (`pair`), the open
 * needs of an organization, the open hours of a person. Null: nothing that the index holds has changed.
 */
export type Reread = 'sides' | 'pair' | 'organization' | 'person' | null;

/** A new fact does not compile until its author has said whether it concerns the index. */
export const INDEXED_FACTS: Readonly<Record<FactType, Reread>> = {
  'person.registration-asked': null,
  'person.registered': null,
  'person.confirmation-asked': null,
  'person.reset-asked': null,
  'person.email-change-asked': null,
  'person.confirmed': null,
  'person.erased': null, // their offers were withdrawn before
  'person.papers-changed': 'person',
  'organization.submitted': 'organization',
  'organization.verified': 'organization',
  'organization.returned': 'organization',
  'organization.suspended': 'organization',
  'organization.accepts-changed': 'organization',
  'organization.account-change-requested': 'organization',
  'organization.document-uploaded': 'organization',
  'organization.account-change-ended': 'organization',
  'need.submitted': 'sides',
  'need.edit-submitted': 'sides',
  'need.opened': 'sides',
  'need.changed': 'sides',
  'need.returned': 'sides',
  'need.withdrawn': 'sides',
  'need.expired': 'sides',
  'need.closed': 'sides',
  'need.imported': 'sides',
  'report.published': null, // its need takes no more
  'report.recalled': null,
  'offer.submitted': 'sides',
  'offer.opened': 'sides',
  'offer.changed': 'sides',
  'offer.withdrawn': 'sides',
  'offer.expired': 'sides',
  'offer.imported': 'sides',
  'match.proposed': null, // a proposal holds nothing
  'match.held': 'pair',
  'match.accepted': 'pair',
  'match.delivered': 'pair',
  'match.confirmed': 'pair',
  'match.declined': 'pair',
  'match.expired': 'pair',
  'match.cancelled': 'pair',
  'match.disputed': 'pair',
  'match.hand-over-proposed': 'pair',
  'match.hand-over-agreed': 'pair',
  'match.silent': 'pair',
  'match.objected': 'pair',
  'match.objection-settled': 'pair',
  'gift.promised': 'sides', // it holds a part of the need, and its match tells nobody
  'gift.lapsed': 'sides',
  'gift.refunded': 'sides', // its need is open again for that part
  'gift.disputed': 'sides',
  'gift.unseen': 'sides', // its need is open again, or holds a promise
  'gift.returned': null,
  'surplus.moved': 'sides', // its need has less open, or more again
  'stock.taken-in': 'sides', // less of its offer is available
  'stock.given-out': 'sides', // its need has less open
  'photo.uploaded': null,
  'photo.processed': null,
  'trip.ended': null,
  'shift.planned': null,
  'shift.changed': null,
  'shift.cancelled': null,
  'sign-up.made': null, // what it holds is a match, whose facts say so
  'sign-up.offered': null,
  'sign-up.ended': null,
  'sign-up.confirmed': null,
  'sign-up.late': null,
  'clearing.time-cleared': null,
  'message.sent': null,
  'message.reported': null,
  'clearing.asked': null,
  'clearing.part-asked': null,
  'clearing.proposed': null,
  'review.opened': null,
  'review.decided': null,
};

/** A fact as it is read: whichever ids its payload has. */
export interface IndexedFact {
  readonly type: FactType;
  readonly payload: Partial<
    FactPayloads['match.held'] & { organizationId: string; personId: string } & FactPayloads['need.imported'] &
      FactPayloads['offer.imported']
  >;
}

export interface ToRead {
  readonly offerIds: Set<string>;
  readonly needIds: Set<string>;
  readonly organizationIds: Set<string>;
  readonly personIds: Set<string>;
  readonly pairs: { readonly offerId: string; readonly needId: string }[];
}

/** Whose rows these facts tell to read again. */
export function toReadAgain(facts: readonly IndexedFact[]): ToRead {
  const read: ToRead = {
    offerIds: new Set(),
    needIds: new Set(),
    organizationIds: new Set(),
    personIds: new Set(),
    pairs: [],
  };
  for (const { type, payload } of facts) {
    const reread = INDEXED_FACTS[type];
    if (reread === 'person' && payload.personId) read.personIds.add(payload.personId);
    if (reread === 'organization' && payload.organizationId) read.organizationIds.add(payload.organizationId);
    if (reread !== 'sides' && reread !== 'pair') continue;
    const { offerId, needId, offerIds = [], needIds = [] } = payload;
    for (const id of [...offerIds, ...(offerId ? [offerId] : [])]) read.offerIds.add(id);
    for (const id of [...needIds, ...(needId ? [needId] : [])]) read.needIds.add(id);
    if (reread === 'pair' && offerId && needId) read.pairs.push({ offerId, needId });
  }
  return read;
}
