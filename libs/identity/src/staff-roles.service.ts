import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, derivedId, refuseForm } from '#kernel';
import { audit, record, type Tx } from '#platform';
import { Env } from '#host';
import type { Actor, Locale } from './actor.rules.js';
import { GrantEntity } from './grant.entity.js';
import { IdentityService, type NewGrant } from './identity.service.js';
import { refuseIdentity } from './identity.refusals.js';
import { tellOwner } from './owner-notices.js';
import { lockLivingPerson } from './person-erasure.js';
import { PersonEntity } from './person.entity.js';
import { normalEmail } from './registration.rules.js';
import { roleGivenMail, roleTakenMail } from './staff.mails.js';
import { administrators, staffPeople, staffPerson, type PeopleFilter, type StaffPersonView } from './staff.queries.js';
import {
  leavesNoAdministrator,
  reasonErrors,
  whyAsleep,
  wishErrors,
  type Asleep,
  type StaffRole,
} from './staff.rules.js';

export interface StaffWish {
  readonly role: StaffRole;
  /** Code of an official's place. */
  readonly place: string | null;
  readonly reason: string;
}

/** Every search, as the audit log names what was looked through. */
const EVERYBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Who moderates, administers and speaks for a place. Over HTTP and by the operator's tool (`by` is null there) the same holds: a reason, an entry of
 * the audit log and a mail to the person. There is always an administrator: who gives or takes a role locks the administrators' grants first, so of two who
 * take each other's at once the second finds themselves the last.
 */
@Injectable()
export class StaffRoles {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly identity: IdentityService,
  ) {}

  /** Gives a role; one that they have already stays as it is. Returns why it sleeps, null where it works at once. */
  async grant(by: Actor | null, personId: string, wish: StaffWish): Promise<Asleep | null> {
    refuseForm(wishErrors(wish));
    return this.source.transaction(async (tx) => {
      if (!(await lockLivingPerson(tx, personId, 'SHARE'))) return refuseIdentity('identity.person-not-found');
      await this.administrator(tx, by, 'FOR SHARE');
      const place = wish.place === null ? null : await placeNames(tx, wish.place);
      const reason = wish.reason.trim();
      const id = await this.identity.grant(tx, { ...grantOf(personId, wish), by: by?.personId ?? null, reason });
      const person = await tx.findOneByOrFail(PersonEntity, { id: personId });
      const asleep = await this.asleep(tx, person, wish.role);
      if (id === null) return asleep;
      const { locale } = person;
      await tellOwner(
        tx,
        { id: derivedId(id, 'role given'), personId, locale },
        (language) =>
          roleGivenMail(
            language,
            this.env.PUBLIC_URL,
            { role: wish.role, place: place?.[language] ?? null, reason },
            asleep,
          ),
        '/me',
      );
      if (asleep === 'address-not-confirmed') await record(tx, 'person.confirmation-asked', { personId });
      return asleep;
    });
  }

  /** Takes a role back: from the person's next request on it allows nothing. @throws identity.last-administrator */
  async revoke(by: Actor | null, personId: string, grantId: string, why: string): Promise<void> {
    refuseForm(reasonErrors(why));
    await this.source.transaction(async (tx) => {
      if (!(await lockLivingPerson(tx, personId, 'SHARE'))) return refuseIdentity('identity.person-not-found');
      const all = await this.administrator(tx, by, 'FOR UPDATE');
      const held = await tx.findOneBy(GrantEntity, { id: grantId, personId });
      if (!held || held.revokedAt !== null || held.objectType === 'organization')
        return refuseIdentity('identity.grant-not-found');
      if (held.role === 'administrator' && leavesNoAdministrator(all, personId))
        return refuseIdentity('identity.last-administrator');
      const wish = { role: held.role as StaffRole, place: held.objectId, reason: why.trim() };
      await this.identity.revoke(tx, { ...grantOf(personId, wish), by: by?.personId ?? null, reason: wish.reason });
      const { locale } = await tx.findOneByOrFail(PersonEntity, { id: personId });
      const place = held.objectId === null ? null : await placeNames(tx, held.objectId, true);
      await tellOwner(
        tx,
        { id: derivedId(grantId, 'role taken'), personId, locale },
        (language) => roleTakenMail(language, { ...wish, place: place?.[language] ?? null }),
        '/me',
      );
    });
  }

  /** The id of a role that a person has now. @throws identity.grant-not-found */
  async idOf(personId: string, role: StaffRole, place: string | null): Promise<string> {
    const [row] = (await this.source.query(
      `SELECT id FROM grants WHERE person_id = $1 AND role = $2 AND object_id IS NOT DISTINCT FROM $3 AND object_type IN ('platform', 'place') AND revoked_at IS NULL`,
      [personId, role, place],
    )) as { id: string }[];
    return row?.id ?? refuseIdentity('identity.grant-not-found');
  }

  /** @throws identity.person-not-found */
  async personOf(email: string): Promise<string> {
    const person = await this.source.manager.findOneBy(PersonEntity, { email: normalEmail(email) });
    return person?.id ?? refuseIdentity('identity.person-not-found');
  }

  /** A person who looks for people by their words is written down with whom they found. */
  async people(
    actor: Actor,
    filter: PeopleFilter,
  ): Promise<{ people: StaffPersonView[]; next: readonly [string, string] | null }> {
    const { REQUIRE_SECOND_FACTOR: required } = this.env;
    if (filter.words === null) return staffPeople(this.source, filter, required);
    return this.source.transaction(async (tx) => {
      const found = await staffPeople(tx, filter, required);
      await audit(tx, {
        personId: actor.personId,
        action: 'identity.people-searched',
        subjectType: 'people',
        subjectId: EVERYBODY,
        data: { personIds: found.people.map(({ id }) => id) },
      });
      return found;
    });
  }

  /** One person with every role that they have or had. A person who looks up a person who has none is written down, as who looks for them by words is. @throws identity.person-not-found */
  async person(actor: Pick<Actor, 'personId'>, id: string): Promise<StaffPersonView> {
    return this.source.transaction(async (tx) => {
      const person =
        (await staffPerson(tx, id, this.env.REQUIRE_SECOND_FACTOR)) ?? refuseIdentity('identity.person-not-found');
      const ofTheStaff = person.roles.some(({ revokedAt }) => revokedAt === null);
      if (!ofTheStaff)
        await audit(tx, {
          personId: actor.personId,
          action: 'identity.person-looked-up',
          subjectType: 'person',
          subjectId: id,
        });
      return person;
    });
  }

  /**
   * Whether nobody could administer the installation any more once this account ended, by whatever way.
   * @param lock where the account ends in this transaction: its row must be locked, or not be written in it
   */
  async isLastAdministrator(db: Tx, personId: string, lock: '' | 'FOR UPDATE'): Promise<boolean> {
    return leavesNoAdministrator(await administrators(db, this.env.REQUIRE_SECOND_FACTOR, lock), personId);
  }

  /** Locks the administrators' grants; the person who acts must still be one of them when the lock is there. */
  private async administrator(tx: Tx, by: Actor | null, lock: 'FOR SHARE' | 'FOR UPDATE') {
    const all = await administrators(tx, this.env.REQUIRE_SECOND_FACTOR, lock);
    if (by && !all.some(({ personId }) => personId === by.personId))
      return refuseIdentity('identity.administrators-only');
    return all;
  }

  private async asleep(tx: Tx, { id, emailConfirmedAt }: PersonEntity, role: StaffRole): Promise<Asleep | null> {
    const view = await staffPerson(tx, id, this.env.REQUIRE_SECOND_FACTOR);
    return whyAsleep(
      role,
      { confirmed: emailConfirmedAt !== null, secondFactor: (view?.secondFactor.length ?? 0) > 0 },
      this.env.REQUIRE_SECOND_FACTOR,
    );
  }
}

function grantOf(personId: string, { role, place }: StaffWish): Omit<NewGrant, 'by'> {
  return { personId, role, objectType: role === 'official' ? 'place' : 'platform', objectId: place };
}

/** Names of a place by its code. @param retired whether one that is no longer offered counts too */
async function placeNames(tx: Tx, code: string, retired = false): Promise<Readonly<Record<Locale, string>> | null> {
  const [place] = (await tx.query(
    'SELECT name_ru AS ru, name_en AS en FROM places WHERE code = $1 AND ($2::boolean OR retired_at IS NULL)',
    [code, retired],
  )) as { ru: string; en: string }[];
  if (!place && !retired) refuseForm([{ field: 'place', code: 'identity.unknown-place' }]);
  return place ?? null;
}
