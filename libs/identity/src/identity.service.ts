import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Clock, DAY_MS, derivedId, HOUR_MS, newId, refuseForm, type FieldError } from '#kernel';
import { audit, LinkToken, record, sendMail, tokenHash, type Tx } from '#platform';
import { dropSecondFactors, endKeys, renewAccess } from './access.queries.js';
import type { Actor, Locale, Via } from './actor.rules.js';
import { consentText } from './consent-texts.js';
import { giveConsent } from './consents.service.js';
import { GrantEntity } from './grant.entity.js';
import { guessedWords } from './guessed-words.js';
import { alreadyRegisteredMail, confirmEmailMail } from './identity.mails.js';
import { actorOf } from './identity.queries.js';
import { refuseIdentity } from './identity.refusals.js';
import { hashPassword, passwordFits } from './password.js';
import { EmailConfirmationEntity, PartyEntity, PersonEntity, type PartyKind } from './person.entity.js';
import { LINK_DAYS, LINKS_PER_HOUR, normalEmail, passwordErrors } from './registration.rules.js';

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly locale: Locale;
  readonly consents?: readonly { readonly purpose: string; readonly version: string }[];
  /** Where links in mails lead. */
  readonly publicUrl: string;
  /** SESSION_SECRET: their tokens wait under it. */
  readonly secret: string | null;
}

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
  /** Null when the operator's own tool grants it. */
  readonly by: string | null;
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

  /**
   * Registers a person, and tells nobody whether the address was known: the caller cannot tell the cases apart, only the owner of the
   * address can, by the mail. An account whose address was never confirmed belongs to whoever confirms it (see `confirmEmail`).
   */
  async register(registration: Registration): Promise<void> {
    const email = normalEmail(registration.email);
    refuseForm([...passwordErrors(registration.password, registration, await guessedWords()), ...consentErrors(registration.consents ?? [])]);
    const passwordHash = await hashPassword(registration.password);
    await this.source.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(738204, hashtext($1))', [email]); // two registrations of one address: one after the other
      const known = await tx.findOneBy(PersonEntity, { email });
      if (known?.emailConfirmedAt) return this.tellAlreadyRegistered(tx, known, registration.publicUrl);
      const { name, locale } = registration;
      const personId = known?.id ?? (await this.createPerson(tx, { email, passwordHash, name, locale, emailConfirmed: false }));
      if (!known) {
        for (const consent of registration.consents ?? []) await giveConsent(tx, { ...consent, personId, locale, at: this.clock.now() });
        await record(tx, 'person.registered', { personId });
      }
      await this.sendConfirmation(tx, { personId, passwordHash, name, locale }, registration);
    });
  }

  /** Sends the mail that confirms an address once more, as often as registering again would; nothing where it is confirmed. */
  async askToConfirm(personId: string, links: Pick<Registration, 'publicUrl' | 'secret'>): Promise<void> {
    await this.source.transaction(async (tx) => {
      const person = await tx.findOne(PersonEntity, { where: { id: personId }, lock: { mode: 'pessimistic_write' } }); // two at once: one after the other
      if (!person || person.emailConfirmedAt || person.erasedAt) return;
      const { passwordHash, name, locale } = person;
      await this.sendConfirmation(tx, { personId, passwordHash, name, locale }, links);
    });
  }

  /** Confirms an address by the token of a mail. Refused (422) when it is unknown, old or used. */
  async confirmEmail(token: string): Promise<void> {
    const now = this.clock.now();
    await this.source.transaction(async (tx) => {
      const link = await tx.findOne(EmailConfirmationEntity, { where: { tokenHash: tokenHash(token) }, lock: { mode: 'pessimistic_write' } });
      if (!link || link.usedAt || link.expiresAt <= now) return refuseIdentity('identity.link-not-valid');
      await tx.update(EmailConfirmationEntity, { tokenHash: link.tokenHash }, { usedAt: now });
      const person = await tx.findOneByOrFail(PersonEntity, { id: link.personId });
      if (person.emailConfirmedAt) return; // a second link of the same registration: true already
      await tx.update(PersonEntity, { id: person.id }, { emailConfirmedAt: now, passwordHash: link.passwordHash, name: link.name, locale: link.locale });
      // Somebody else may have registered the address first and still be signed in: they are out now.
      if (person.passwordHash !== link.passwordHash) await this.endAccess(tx, person.id);
    });
  }

  /** The person whose address and password these are, else null. Takes as long for unknown addresses. */
  async verifyPassword(email: string, password: string): Promise<SignedIn | null> {
    const person = await this.source.manager.findOneBy(PersonEntity, { email: normalEmail(email) });
    const fits = await passwordFits(person?.passwordHash, password);
    return fits && person ? { personId: person.id, accessVersion: person.accessVersion } : null;
  }

  actorOf(personId: string, via: Via): Promise<Actor | null> {
    return actorOf(this.source, personId, via, this.clock.now());
  }

  /** A party, made once: a second call with the same id changes nothing. */
  async createParty(tx: Tx, id: string, kind: PartyKind): Promise<void> {
    await tx.createQueryBuilder().insert().into(PartyEntity).values({ id, kind }).orIgnore().execute();
  }

  /** A person with their party. The address must be free. Returns the id. */
  async createPerson(tx: Tx, person: NewPerson): Promise<string> {
    const id = person.id ?? newId();
    const now = this.clock.now();
    await this.createParty(tx, id, 'person');
    const { passwordHash, name, locale } = person;
    await tx.insert(PersonEntity, { id, email: normalEmail(person.email), emailConfirmedAt: person.emailConfirmed ? now : null, passwordHash, name, locale, createdAt: now });
    return id;
  }

  /** Gives a role. One that the person has already stays as it is. */
  async grant(tx: Tx, grant: NewGrant): Promise<void> {
    const rows = (await tx.query(
      `INSERT INTO grants (id, person_id, role, object_type, object_id, granted_by, granted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (person_id, role, object_type, coalesce(object_id, '')) WHERE revoked_at IS NULL DO NOTHING RETURNING id`,
      [newId(), grant.personId, grant.role, grant.objectType, grant.objectId, grant.by, this.clock.now()],
    )) as unknown[];
    if (rows.length > 0) await this.auditGrant(tx, 'identity.granted', grant);
  }

  /** Takes a role back, from the person's next request on. */
  async revoke(tx: Tx, grant: NewGrant): Promise<void> {
    const { personId, role, objectType, objectId } = grant;
    const changed = await tx.update(GrantEntity, { personId, role, objectType, objectId: objectId ?? IsNull(), revokedAt: IsNull() }, { revokedAt: this.clock.now() });
    if (!changed.affected) refuseIdentity('identity.grant-not-found');
    await this.auditGrant(tx, 'identity.revoked', grant);
  }

  /**
   * For the operator's `create-admin`: makes the person (confirmed) or gives a known one a new password, ends what was signed in, takes
   * away second factors (it is the way back for whoever lost them) and grants the role of administrator.
   */
  async createAdministrator(person: { email: string; password: string; name: string; locale: Locale }): Promise<{ personId: string; created: boolean }> {
    const email = normalEmail(person.email);
    refuseForm(passwordErrors(person.password, person, await guessedWords()));
    const passwordHash = await hashPassword(person.password);
    return this.source.transaction(async (tx) => {
      const known = await tx.findOneBy(PersonEntity, { email });
      const personId = known?.id ?? (await this.createPerson(tx, { email, passwordHash, name: person.name, locale: person.locale, emailConfirmed: true }));
      if (known) {
        await tx.update(PersonEntity, { id: personId }, { passwordHash, emailConfirmedAt: known.emailConfirmedAt ?? this.clock.now() });
        await this.endAccess(tx, personId);
        await dropSecondFactors(tx, personId);
      }
      await this.grant(tx, { personId, role: 'administrator', objectType: 'platform', objectId: null, by: null });
      return { personId, created: !known };
    });
  }

  private async endAccess(tx: Tx, personId: string): Promise<void> {
    await renewAccess(tx, personId);
    await endKeys(tx, personId, this.clock.now());
  }

  private async sendConfirmation(tx: Tx, registered: Pick<EmailConfirmationEntity, 'personId' | 'passwordHash' | 'name' | 'locale'>, { publicUrl, secret }: Pick<Registration, 'publicUrl' | 'secret'>): Promise<void> {
    const now = this.clock.now().getTime();
    const expiresAt = new Date(now + LINK_DAYS * DAY_MS);
    const [recent] = (await tx.query('SELECT count(*) AS count FROM email_confirmations WHERE person_id = $1 AND expires_at > $2', [
      registered.personId,
      new Date(expiresAt.getTime() - HOUR_MS),
    ])) as [{ count: number }];
    if (recent.count >= LINKS_PER_HOUR) return; // enough mails for one address
    const token = new LinkToken(secret, expiresAt);
    await tx.insert(EmailConfirmationEntity, { tokenHash: token.hash, expiresAt, usedAt: null, ...registered });
    await sendMail(tx, { id: newId(), personId: registered.personId, locale: registered.locale, tokens: [token], ...confirmEmailMail(registered.locale, publicUrl, token) });
  }

  private async tellAlreadyRegistered(tx: Tx, person: PersonEntity, publicUrl: string): Promise<void> {
    const hour = Math.floor(this.clock.now().getTime() / HOUR_MS); // at most one an hour
    await sendMail(tx, { id: derivedId(person.id, `already-registered ${hour}`), personId: person.id, locale: person.locale, ...alreadyRegisteredMail(person.locale, publicUrl) });
  }

  private async auditGrant(tx: Tx, action: string, grant: NewGrant): Promise<void> {
    await audit(tx, { personId: grant.by, action, subjectType: 'person', subjectId: grant.personId, data: { role: grant.role, objectType: grant.objectType, objectId: grant.objectId } });
  }
}

function consentErrors(consents: NonNullable<Registration['consents']>): FieldError[] {
  return consents.flatMap((consent, at) => (consentText(consent.purpose, consent.version) ? [] : [{ field: `consents.${at}`, code: 'identity.unknown-consent' }]));
}
