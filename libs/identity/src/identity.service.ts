import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Clock, newId, refuseForm } from '#kernel';
import { audit, record, type Tx, type AuditAction } from '#platform';
import { dropWhatCameBefore } from './access.queries.js';
import type { Actor, Locale, Via } from './actor.rules.js';
import { GrantEntity } from './grant.entity.js';
import { guessedWords } from './guessed-words.js';
import { actorOf } from './identity.queries.js';
import { refuseIdentity } from './identity.refusals.js';
import { hashPassword, passwordFits } from './password.js';
import { addParties } from './parties.queries.js';
import { PersonEntity, type PartyKind } from './person.entity.js';
import { normalEmail, passwordErrors } from './registration.rules.js';

export interface NewPerson {
  readonly id?: string;
  readonly email: string;
  /** From `hashPassword`, which is slow: make it before the transaction. */
  readonly passwordHash: string;
  readonly name: string;
  readonly locale: Locale;
  readonly emailConfirmed: boolean;
}

export interface NewGrant {
  readonly personId: string;
  readonly role: 'moderator' | 'administrator' | 'owner' | 'coordinator' | 'accountant' | 'official';
  readonly objectType: 'platform' | 'organization' | 'place';
  readonly objectId: string | null;
  /** Who gives or takes it; null: the operator's own tool. */
  readonly by: string | null;
  /** Why, in the words of the person who does it. */
  readonly reason?: string | null;
}

/** Who has proved who they are, and under which version of their access: a session is of that version. */
export interface SignedIn {
  readonly personId: string;
  readonly accessVersion: number;
}

@Injectable()
export class IdentityService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The person whose address and password these are, else null. Takes as long for unknown addresses. */
  async verifyPassword(email: string, password: string): Promise<SignedIn | null> {
    const person = await this.source.manager.findOneBy(PersonEntity, { email: normalEmail(email) });
    const fits = await passwordFits(person?.passwordHash, password);
    return fits && person ? { personId: person.id, accessVersion: person.accessVersion } : null;
  }

  actorOf(personId: string, via: Via): Promise<Actor | null> {
    return actorOf(this.source, personId, via, this.clock.now());
  }

  /** Has the mail that confirms an address written once more, as often as registering again would. */
  async askToConfirm(personId: string): Promise<void> {
    await this.source.transaction((tx) => record(tx, 'person.confirmation-asked', { personId }));
  }

  /** A party, made once: a second call with the same id changes nothing. */
  async createParty(tx: Tx, id: string, kind: PartyKind): Promise<void> {
    await addParties(tx, [{ id, kind }]);
  }

  /** A person with their party. The address must be free. Returns the id. */
  async createPerson(tx: Tx, person: NewPerson): Promise<string> {
    const id = person.id ?? newId();
    const now = this.clock.now();
    await this.createParty(tx, id, 'person');
    const { passwordHash, name, locale } = person;
    await tx.insert(PersonEntity, {
      id,
      email: normalEmail(person.email),
      emailConfirmedAt: person.emailConfirmed ? now : null,
      passwordHash,
      name,
      locale,
      createdAt: now,
    });
    return id;
  }

  /** Gives a role. One that the person has already stays as it is. Returns the id of what was given, null where nothing was. */
  async grant(tx: Tx, grant: NewGrant): Promise<string | null> {
    const [made] = (await tx.query(
      `INSERT INTO grants (id, person_id, role, object_type, object_id, granted_by, granted_at, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (person_id, role, object_type, coalesce(object_id, '')) WHERE revoked_at IS NULL DO NOTHING RETURNING id`,
      [
        newId(),
        grant.personId,
        grant.role,
        grant.objectType,
        grant.objectId,
        grant.by,
        this.clock.now(),
        grant.reason ?? null,
      ],
    )) as { id: string }[];
    if (made) await this.auditGrant(tx, 'identity.granted', grant);
    return made?.id ?? null;
  }

  /** Takes a role back, from the person's next request on. */
  async revoke(tx: Tx, grant: NewGrant): Promise<void> {
    const { personId, role, objectType, objectId } = grant;
    const changed = await tx.update(
      GrantEntity,
      { personId, role, objectType, objectId: objectId ?? IsNull(), revokedAt: IsNull() },
      { revokedAt: this.clock.now(), revokedBy: grant.by, revokeReason: grant.reason ?? null },
    );
    if (!changed.affected) refuseIdentity('identity.grant-not-found');
    await this.auditGrant(tx, 'identity.revoked', grant);
  }

  /**
   * For the operator's `create-admin`: makes the person (confirmed) or gives a known one a new password, ends what was signed in, takes
   * away second factors (it is the way back for the person who lost them) and grants the role of administrator.
   */
  async createAdministrator(person: {
    email: string;
    password: string;
    name: string;
    locale: Locale;
  }): Promise<{ personId: string; created: boolean }> {
    const email = normalEmail(person.email);
    refuseForm(passwordErrors(person.password, person, await guessedWords()));
    const passwordHash = await hashPassword(person.password);
    return this.source.transaction(async (tx) => {
      const known = await tx.findOneBy(PersonEntity, { email });
      const personId =
        known?.id ??
        (await this.createPerson(tx, {
          email,
          passwordHash,
          name: person.name,
          locale: person.locale,
          emailConfirmed: true,
        }));
      if (known) {
        await dropWhatCameBefore(tx, { id: personId, emailConfirmedAt: null }, this.clock.now());
        await tx.update(
          PersonEntity,
          { id: personId },
          { passwordHash, emailConfirmedAt: known.emailConfirmedAt ?? this.clock.now() },
        );
        if (!known.emailConfirmedAt) await record(tx, 'person.confirmed', { personId });
      }
      await this.grant(tx, {
        personId,
        role: 'administrator',
        objectType: 'platform',
        objectId: null,
        by: null,
        reason: 'lepta create-admin',
      });
      return { personId, created: !known };
    });
  }

  private async auditGrant(tx: Tx, action: AuditAction, grant: NewGrant): Promise<void> {
    await audit(tx, {
      personId: grant.by,
      action,
      subjectType: 'person',
      subjectId: grant.personId,
      reason: grant.reason ?? null,
      data: { role: grant.role, objectType: grant.objectType, objectId: grant.objectId },
    });
  }
}
