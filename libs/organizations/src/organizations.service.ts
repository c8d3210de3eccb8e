import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { confirmedOnly, IdentityService, type Actor } from '#identity';
import { Clock, derivedId, newId, refuseForm } from '#kernel';
import { audit, record, type Tx } from '#platform';
import { readAccepts, type SaidAccepts } from './accepts.rules.js';
import { AccountChanges } from './account-changes.service.js';
import { readDetails, type OrganizationDetails, type SoundDetails } from './details.rules.js';
import { isInformal } from './legal-forms.rules.js';
import { canMove, HOLDING_INN, isEditable, type OrganizationStatus } from './lifecycle.rules.js';
import { readContacts, readPoints, type SaidContacts, type SaidPoint } from './contacts.rules.js';
import {
  changeOrganization,
  lockForContacts,
  lockForOwner,
  lockToDecide,
  placesAround,
  reasonOf,
} from './organization-desk.js';
import { OrganizationEntity } from './organization.entity.js';
import { refuse } from './organizations.refusals.js';
import { tellOfficials } from './owner-mails.js';
import { vouchAskedMail } from './owner-mails.rules.js';
import { peopleChecked } from './papers/papers.queries.js';
import { checksCount } from './papers/papers.rules.js';

/** Records that one person may have begun and not submitted. */
export const DRAFTS_MAX = 20;

/** How it is reached, where things are handed over, and which are taken; what is left out stays. */
export interface MeetingDetails {
  readonly contacts?: SaidContacts | null;
  readonly handOverPoints?: readonly SaidPoint[];
  readonly accepts?: SaidAccepts | null;
}

/** The verbs of an organization. Those without `tx` stand alone; those with it take part in another's transaction. */
@Injectable()
export class OrganizationsService {
  private readonly accounts: AccountChanges;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly identity: IdentityService,
  ) {
    this.accounts = new AccountChanges(source, clock, catalogue);
  }

  /**
   * Writes a draft, of which the creator becomes the owner, and returns its id.
   * @param known the id that it is to have: where it is there already (a request run again after a crash) nothing is done
   */
  async create(actor: Actor, said: OrganizationDetails, known?: string): Promise<string> {
    const details = this.read(said);
    confirmedOnly(actor);
    return this.source.transaction(async (tx) => {
      await lockName(tx, actor.personId); // of one person's two requests at once, the second counts the draft of the first
      if (known !== undefined && (await tx.existsBy(OrganizationEntity, { id: known, createdBy: actor.personId })))
        return known;
      const id = known ?? newId();
      const drafts = await tx.countBy(OrganizationEntity, { createdBy: actor.personId, status: 'draft' });
      if (drafts >= DRAFTS_MAX) refuse('organization.too-many-drafts', { max: DRAFTS_MAX });
      await this.refuseTakenInn(tx, details.inn, id);
      await this.identity.createParty(tx, id, isInformal(details.form) ? 'informal' : 'organization');
      const row = {
        ...details,
        id,
        version: 1,
        status: 'draft' as const,
        returnReason: null,
        createdBy: actor.personId,
        createdAt: this.clock.now(),
        submittedAt: null,
        verifiedAt: null,
      };
      await tx.insert(OrganizationEntity, { ...row, vouchedAt: null, vouchedBy: null } as never);
      await this.identity.grant(tx, {
        personId: actor.personId,
        role: 'owner',
        objectType: 'organization',
        objectId: id,
        by: actor.personId,
      });
      return id;
    });
  }

  /**
   * Changes the named details of a draft or returned record; `account` is replaced as a whole. Of a verified organization the account
   * alone can be named: it changes after two approvals and a day. Contacts, points of hand-over and what is taken change at once, in every status.
   * @param version the version that the editor saw
   */
  async edit(
    actor: Actor,
    id: string,
    version: number,
    changes: Partial<OrganizationDetails> & MeetingDetails,
  ): Promise<void> {
    const { contacts, handOverPoints, accepts, ...details } = changes;
    const named = Object.fromEntries(
      Object.entries(details).filter(([, value]) => value !== undefined),
    ) as Partial<OrganizationDetails>;
    const meeting = { contacts, handOverPoints, accepts };
    const onlyMeeting = Object.keys(named).length === 0 && Object.values(meeting).some((value) => value !== undefined);
    await this.source.transaction(async (tx) => {
      const organization = await (onlyMeeting ? lockForContacts : lockForOwner)(tx, actor, id);
      if (organization.version !== version) refuse('organization.stale');
      await this.setMeeting(tx, organization, meeting);
      if (onlyMeeting) return;
      if (organization.status === 'verified' && named.account) {
        if (Object.keys(named).length > 1) refuse('organization.only-the-account');
        return this.accounts.request(tx, actor, organization, named.account);
      }
      if (!isEditable(organization.status)) refuse('organization.not-editable');
      const details = this.read({ ...detailsOf(organization), ...named });
      await this.refuseTakenInn(tx, details.inn, id);
      // A member of another organization vouched for the group as it was.
      await changeOrganization(tx, organization, { ...details, vouchedAt: null, vouchedBy: null });
    });
  }

  /** Sends it to the moderators. A repeated call changes nothing. */
  async submit(actor: Actor, id: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const organization = await this.intoReview(tx, actor, id);
      if (!organization) return;
      await record(tx, 'organization.submitted', { organizationId: id });
      if (isInformal(organization.form) && !organization.vouchedAt) {
        await tellOfficials(
          tx,
          id,
          placesAround(this.catalogue, organization.place),
          derivedId(id, `submitted ${organization.version}`),
          (locale) => vouchAskedMail(organization.shortName, locale),
        );
      }
    });
  }

  /** Into review as it was returned, for the moderator who decides the appeal: it is in the queue through that alone. */
  async appeal(tx: Tx, actor: Actor, id: string): Promise<void> {
    await this.intoReview(tx, actor, id);
  }

  async approve(tx: Tx, actor: Actor, id: string): Promise<void> {
    const organization = await lockToDecide(tx, actor, id);
    if (organization.status === 'verified') return;
    if (organization.status !== 'submitted') refuse('organization.not-approvable');
    if (isInformal(organization.form) && !organization.vouchedAt) refuse('organization.not-vouched');
    await this.verify(tx, organization);
  }

  /** Gives it back to its owner to correct: one that is being checked, or one whose details have to change. */
  async returnForCorrection(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
    const organization = await lockToDecide(tx, actor, id);
    if (organization.status === 'returned') return;
    if (!canMove(organization.status, 'returned')) refuse('organization.not-returnable');
    await this.accounts.drop(tx, organization, actor.personId, reasonOf(reason));
    await this.move(tx, organization, 'returned', { returnReason: reasonOf(reason) });
    await record(tx, 'organization.returned', { organizationId: id });
  }

  /** A moderator returns one that was verified already; one that is in review is decided there. Returns false where it is returned already. */
  async returnVerified(tx: Tx, actor: Actor, id: string, reason: string): Promise<boolean> {
    const organization = await lockToDecide(tx, actor, id);
    if (organization.status === 'submitted') refuse('organization.in-review');
    if (organization.status === 'returned') return false;
    await this.returnForCorrection(tx, actor, id, reason);
    await audit(tx, {
      personId: actor.personId,
      action: 'organization.return',
      subjectType: 'organization',
      subjectId: id,
      reason: reasonOf(reason),
    });
    return true;
  }

  /** Returns false where it is suspended already. */
  async suspend(tx: Tx, actor: Actor, id: string, reason: string): Promise<boolean> {
    const organization = await lockToDecide(tx, actor, id);
    if (organization.status === 'suspended') return false;
    if (!canMove(organization.status, 'suspended')) refuse('organization.not-suspendable');
    await this.accounts.drop(tx, organization, actor.personId, reasonOf(reason));
    await this.move(tx, organization, 'suspended', { returnReason: reasonOf(reason) });
    await record(tx, 'organization.suspended', { organizationId: id });
    await audit(tx, {
      personId: actor.personId,
      action: 'organization.suspend',
      subjectType: 'organization',
      subjectId: id,
      reason: reasonOf(reason),
    });
    return true;
  }

  /** Ends a suspension. */
  async reinstate(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
    const organization = await lockToDecide(tx, actor, id);
    if (organization.status === 'verified') return;
    if (organization.status !== 'suspended') refuse('organization.not-suspended');
    await this.verify(tx, organization);
    await audit(tx, {
      personId: actor.personId,
      action: 'organization.reinstate',
      subjectType: 'organization',
      subjectId: id,
      reason: reasonOf(reason),
    });
  }

  /** Returns null where it is there. */
  private async intoReview(tx: Tx, actor: Actor, id: string): Promise<OrganizationEntity | null> {
    const organization = await lockForOwner(tx, actor, id);
    confirmedOnly(actor);
    if (organization.status === 'submitted') return null;
    if (!canMove(organization.status, 'submitted')) refuse('organization.not-submittable');
    this.read(detailsOf(organization)); // a place may have been retired since
    await this.refuseTakenInn(tx, organization.inn, id);
    await this.move(tx, organization, 'submitted', { submittedAt: this.clock.now(), returnReason: null });
    return organization;
  }

  private async verify(tx: Tx, organization: OrganizationEntity): Promise<void> {
    await this.move(tx, organization, 'verified', {
      verifiedAt: organization.verifiedAt ?? this.clock.now(),
      returnReason: null,
    });
    await record(tx, 'organization.verified', { organizationId: organization.id });
  }

  private async move(
    tx: Tx,
    organization: OrganizationEntity,
    status: OrganizationStatus,
    changes: Partial<OrganizationEntity>,
  ): Promise<void> {
    const before = organization.status;
    await changeOrganization(tx, organization, { ...changes, status });
    if (checksCount(before) === checksCount(status)) return;
    const people = await peopleChecked(tx, organization.id, this.clock.now());
    await record(tx, 'person.papers-changed', ...people.map((personId) => ({ personId })));
  }

  private async setMeeting(
    tx: Tx,
    organization: OrganizationEntity,
    { contacts, handOverPoints, accepts }: MeetingDetails,
  ): Promise<void> {
    const reads = {
      contacts: contacts === undefined ? null : readContacts(contacts),
      handOverPoints: handOverPoints === undefined ? null : readPoints(handOverPoints),
      accepts: accepts === undefined ? null : readAccepts(this.catalogue, accepts),
    };
    const errors = Object.values(reads).flatMap((read) => (read && !read.ok ? read.errors : []));
    if (errors.length > 0) refuseForm(errors);
    const said = Object.entries(reads).flatMap(([name, read]) => (read?.ok ? [[name, read.value]] : []));
    if (said.length === 0) return;
    await changeOrganization(tx, organization, Object.fromEntries(said) as Partial<OrganizationEntity>);
    if (reads.accepts) await record(tx, 'organization.accepts-changed', { organizationId: organization.id });
  }

  private read(said: OrganizationDetails): SoundDetails {
    const read = readDetails(this.catalogue, said);
    if (!read.ok) return refuseForm(read.errors) as never;
    return read.details;
  }

  /** Two who come with one INN at once wait for each other here; the unique index stands behind. */
  private async refuseTakenInn(tx: Tx, inn: string | null, ownId: string): Promise<void> {
    if (inn === null) return;
    await lockName(tx, inn);
    const taken = await tx
      .createQueryBuilder(OrganizationEntity, 'o')
      .where('o.inn = :inn AND o.id <> :ownId AND o.status IN (:...statuses)', { inn, ownId, statuses: HOLDING_INN })
      .getExists();
    if (taken) refuse('organization.inn-taken');
  }
}

async function lockName(tx: Tx, name: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(738205, hashtext($1))', [name]);
}

function detailsOf(organization: OrganizationEntity): OrganizationDetails {
  const { name, shortName, form, inn, ogrn, kpp, place, account } = organization;
  return { name, shortName, form, inn, ogrn, kpp, place, account };
}
