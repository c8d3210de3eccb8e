import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, DAY_MS, derivedId, HOUR_MS, newId, refuseForm } from '#kernel';
import { audit, Env, LinkToken, sendMail, tokenHash, type Tx } from '#platform';
import { AccountLimit } from './account-limit.js';
import { confirmNewEmailMail, EMAIL_CHANGE_HOURS, emailChangedMail, UNDO_DAYS } from './account.mails.js';
import { dropSecondFactors, endKeys, renewAccess } from './access.queries.js';
import type { Actor } from './actor.rules.js';
import { alreadyRegisteredMail } from './identity.mails.js';
import { refuseIdentity } from './identity.refusals.js';
import { EmailChangeEntity, PasswordResetEntity } from './link.entity.js';
import { hashPassword } from './password.js';
import { PasswordsService } from './passwords.service.js';
import { PersonEntity } from './person.entity.js';
import { normalEmail } from './registration.rules.js';

/** Another address for an account: confirmed at the new one, and for a week the old one can take it back. */
@Injectable()
export class EmailChangesService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly limit: AccountLimit,
    private readonly passwords: PasswordsService,
  ) {}

  /** Mails a link to the new address. Whether somebody has it already only its owner learns, by mail. */
  async ask(actor: Actor, said: { email: string; password: string }, address: string): Promise<string> {
    const person = await this.passwords.prove(actor, said.password, address);
    const email = normalEmail(said.email);
    if (email === person.email) refuseForm([{ field: 'email', code: 'identity.same-email' }]);
    await this.limit.count('emailChanges', actor.personId);
    const now = this.clock.now();
    await this.source.transaction(async (tx) => {
      const owner = await tx.findOneBy(PersonEntity, { email });
      if (owner) {
        const hour = Math.floor(now.getTime() / HOUR_MS);
        await sendMail(tx, { id: derivedId(owner.id, `already-registered ${hour}`), personId: owner.id, locale: owner.locale, ...alreadyRegisteredMail(owner.locale, this.env.PUBLIC_URL) });
        return;
      }
      const token = new LinkToken(this.env.SESSION_SECRET, new Date(now.getTime() + EMAIL_CHANGE_HOURS * HOUR_MS));
      await tx.query('UPDATE email_changes SET ended_at = $2 WHERE person_id = $1 AND confirmed_at IS NULL AND ended_at IS NULL', [person.id, now]); // the newest counts
      await tx.insert(EmailChangeEntity, {
        id: newId(), personId: person.id, oldEmail: person.email, newEmail: email, tokenHash: token.hash, createdAt: now,
        expiresAt: token.expiresAt, confirmedAt: null, undoHash: null, undoUntil: null, endedAt: null,
      });
      await sendMail(tx, { id: newId(), personId: person.id, locale: person.locale, address: email, tokens: [token], ...confirmNewEmailMail(person.locale, this.env.PUBLIC_URL, token) });
    });
    return email;
  }

  /** By the token of the mail to the new address, which becomes the account's. The old one gets the way back, if it was ever confirmed. */
  async confirm(token: string): Promise<string> {
    const now = this.clock.now();
    return this.source.transaction(async (tx) => {
      const change = await this.lock(tx, { tokenHash: tokenHash(token) });
      if (!change || change.confirmedAt || change.endedAt || change.expiresAt <= now) return refuseIdentity('identity.link-not-valid');
      const person = await this.take(tx, change.personId, change.newEmail);
      const wayBack = person.emailConfirmedAt === null ? null : new LinkToken(this.env.SESSION_SECRET, new Date(now.getTime() + UNDO_DAYS * DAY_MS));
      await tx.update(PersonEntity, { id: person.id }, { email: change.newEmail, emailConfirmedAt: now });
      await tx.update(EmailChangeEntity, { id: change.id }, {
        confirmedAt: now, oldEmail: person.email, undoHash: wayBack?.hash ?? null, undoUntil: wayBack?.expiresAt ?? null,
      });
      await tx.delete(PasswordResetEntity, { personId: person.id }); // those went to the old address
      await audit(tx, { personId: person.id, action: 'identity.email-changed', subjectType: 'person', subjectId: person.id });
      if (wayBack) await sendMail(tx, { id: newId(), personId: person.id, locale: person.locale, address: person.email, tokens: [wayBack], ...emailChangedMail(person.locale, this.env.PUBLIC_URL, wayBack) });
      return change.newEmail;
    });
  }

  /**
   * By the token of the mail to the old address: the account is its own again. Whoever changed the address knew the password and may have set
   * up more: sessions, keys and what was added since end with it, and a mail to the old address sets a new password.
   */
  async undo(token: string): Promise<string> {
    const now = this.clock.now();
    const nobodys = await hashPassword(randomBytes(32).toString('base64url'));
    return this.source.transaction(async (tx) => {
      const change = await this.lock(tx, { undoHash: tokenHash(token) });
      if (!change || change.endedAt || !change.undoUntil || change.undoUntil <= now) return refuseIdentity('identity.link-not-valid');
      const person = await this.take(tx, change.personId, change.oldEmail);
      await tx.update(PersonEntity, { id: person.id }, { email: change.oldEmail, emailConfirmedAt: now, passwordHash: nobodys });
      await tx.query('UPDATE email_changes SET ended_at = $3 WHERE person_id = $1 AND created_at >= $2 AND ended_at IS NULL', [person.id, change.createdAt, now]);
      await renewAccess(tx, person.id);
      await endKeys(tx, person.id, now);
      await dropSecondFactors(tx, person.id, change.createdAt);
      await tx.delete(PasswordResetEntity, { personId: person.id });
      await audit(tx, { personId: person.id, action: 'identity.email-change-undone', subjectType: 'person', subjectId: person.id });
      await this.passwords.mailReset(tx, person);
      return change.oldEmail;
    });
  }

  private lock(tx: Tx, where: { tokenHash: Buffer } | { undoHash: Buffer }): Promise<EmailChangeEntity | null> {
    return tx.findOne(EmailChangeEntity, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** The person, locked, where the address is free for them. It takes the same lock as registration, so that nobody registers it meanwhile. */
  private async take(tx: Tx, personId: string, email: string): Promise<PersonEntity> {
    await tx.query('SELECT pg_advisory_xact_lock(738204, hashtext($1))', [email]);
    const person = await tx.findOneOrFail(PersonEntity, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
    const owner = await tx.findOneBy(PersonEntity, { email });
    return person.erasedAt || (owner && owner.id !== personId) ? refuseIdentity('identity.link-not-valid') : person;
  }
}
