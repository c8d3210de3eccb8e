import type { Fact } from '#kernel';
import type { ClockJob, FactJob } from '#platform';
import type { Proposer } from './proposer.service.js';

/** What a fact must name so that these jobs know whom to look at. */
interface Named {
  readonly offerId?: string | null;
  readonly needId?: string | null;
  readonly organizationId?: string;
  readonly personId?: string;
}

/** After an offer opened or changed, or a match of it moved: its proposals are brought up to date. */
export const proposeForOfferJob = (proposer: Proposer): FactJob => ({
  name: 'matching.propose-for-offer',
  async applyAll(tx, facts) {
    const offerIds = facts.flatMap(({ payload }) => (payload as Named).offerId ?? []);
    const since = Math.min(...facts.map(({ at }) => at.getTime()));
    await proposer.proposeForOffers(tx, positionOf(facts), offerIds, new Date(since));
  },
});

/** Of the last of them; null where one has none yet: then all that has happened counts. */
const positionOf = (facts: readonly Fact[]): number | null =>
  facts.reduce<number | null>(
    (last, { position }) => (last === null || position === null ? null : Math.max(last, position)),
    0,
  );

/** After a need opened or changed, or a match of it moved. */
export const proposeForNeedJob = (proposer: Proposer): FactJob => ({
  name: 'matching.propose-for-need',
  async apply(tx, fact) {
    const { needId } = fact.payload as Named;
    if (needId) await proposer.proposeForNeed(tx, fact.position, needId);
  },
});

/** After an organization was suspended or verified: what is proposed to its needs ends or comes back. */
export const proposeForOrganizationJob = (proposer: Proposer): FactJob => ({
  name: 'matching.propose-for-organization',
  async apply(tx, fact) {
    const { organizationId } = fact.payload as Named;
    if (organizationId) await proposer.proposeForOrganization(tx, fact.position, organizationId);
  },
});

/** After a person's papers were seen, or count no longer: what their time is proposed for comes or ends. */
export const proposeForPersonJob = (proposer: Proposer): FactJob => ({
  name: 'matching.propose-for-person',
  async apply(tx, fact) {
    const { personId } = fact.payload as Named;
    if (personId) await proposer.proposeForPerson(tx, fact.position, personId);
  },
});

/** Every few minutes: what was worked out before today is worked out again. */
export const refreshProposalsJob = (proposer: Proposer): ClockJob => ({
  name: 'matching.refresh',
  async tick() {
    await proposer.refresh();
  },
});
