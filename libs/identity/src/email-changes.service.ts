import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, DAY_MS, derivedId, HOUR_MS, newId, refuseForm, type Fact } from '#kernel';
import { audit, LinkToken, sendMail, tokenHash, record, type Tx, type FactJob } from '#platform';
import { Env } from '#host';
import { AccountLimit } from './account-limit.js';
import { confirmNewEmailMail, EMAIL_CHANGE_HOURS, emailChangedMail, UNDO_DAYS } from './account.mails.js';
import { dropSecondFactors, endKeys, renewAccess } from './access.queries.js';
import { refuseAccount } from './account.refusals.js';
import type { Actor } from './actor.rules.js';
import { confirmedOnly } from './confirmed.js';
import { alreadyRegisteredMail } from './identity.mails.js';
import { lockAddress } from './identity.queries.js';
import { refuseIdentity } from './identity.refusals.js';
import { EmailChangeEntity, PasswordResetEntity } from './link.entity.js';
import { tellOwner } from './owner-notices.js';
import { hashPassword } from './password.js';
import { PasswordsService } from './passwords.service.js';
import { PersonEntity } from './person.entity.js';
import { normalEmail } from './registration.rules.js';

/** Another address for an account: confirmed at the new one, and for a week the old one can take it back. */
@Injectable()
export class EmailChangesService {
  readonly job: FactJob = {
    name: 'identity.answer-email-change',
    apply: (tx, fact) => this.answer(tx, (fact as Fact<'person.email-change-asked'>).payload.changeId),
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly limit: AccountLimit,
    private readonly passwords: PasswordsService,
  ) {}

  /** Mails a link to the new address. Whether a person has it already only its owner learns, by mail: that is looked up by a job, so the request does the same work for every address. */
  async ask(actor: Actor, said: { email: string; password: string }, address: string): Promise<string> {
    confirmedOnly(actor);
    const person = await this.passwords.prove(actor, said.password, address);
    const email = normalEmail(said.email);
    if (email === person.email) refuseForm([{ field: 'email', code: 'identity.same-email' }]);
    await this.limit.count('emailChanges', actor.personId);
    const now = this.clock.now();
    const id = newId();
    await this.source.transaction(async (tx) => {
      await tx.query(
        'UPDATE email_changes SET ended_at = $2 WHERE person_id = $1 AND confirmed_at IS NULL AND ended_at IS NULL',
        [person.id, now],
      ); // the newest counts
      await tx.insert(EmailChangeEntity, {
        id,
        personId: person.id,
        oldEmail: person.email,
        newEmail: email,
        tokenHash: randomBytes(32),
        createdAt: now, // nobody's token until the mail is written
        expiresAt: new Date(now.getTime() + EMAIL_CHANGE_HOURS * HOUR_MS),
        confirmedAt: null,
        undoHash: null,
        undoUntil: null,
        endedAt: null,
      });
      await record(tx, 'person.email-change-asked', { changeId: id });
    });
    return email;
  }

  private async answer(tx: Tx, changeId: string): Promise<void> {
    const change = await tx.findOne(EmailChangeEntity, {
      where: { id: changeId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!change || change.endedAt || change.confirmedAt) return;
    const now = this.clock.now();
    const owner = await tx.findOneBy(PersonEntity, { email: change.newEmail });
    if (owner) {
      await tx.update(EmailChangeEntity, { id: change.id }, { endedAt: now });
      const hour = Math.floor(now.getTime() / HOUR_MS);
      await sendMail(tx, {
        id: derivedId(owner.id, `already-registered ${hour}`),
        personId: owner.id,
        locale: owner.locale,
        ...alreadyRegisteredMail(owner.locale, this.env.PUBLIC_URL),
      });
      return;
    }
    const token = new LinkToken(this.env.SESSION_SECRET, change.expiresAt);
    const { locale } = await tx.findOneByOrFail(PersonEntity, { id: change.personId });
    await tx.update(EmailChangeEntity, { id: change.id }, { tokenHash: token.hash });
    await sendMail(tx, {
      id: newId(),
      personId: change.personId,
      locale,
      address: change.newEmail,
      tokens: [token],
      ...confirmNewEmailMail(locale, this.env.PUBLIC_URL, token),
    });
  }

  /**
   * By the token of the mail to the new address, which becomes the account's. Only the person signed in to the account may: a person who opens a stranger's link would
   * give the stranger their address. The old one gets the way back.
   */
  async confirm(actor: Actor | null, token: string): Promise<string> {
    const now = this.clock.now();
    return this.source.transaction(async (tx) => {
      const change = await this.lock(tx, { tokenHash: tokenHash(token) });
      if (!change || change.confirmedAt || change.endedAt || change.expiresAt <= now)
        return refuseIdentity('identity.link-not-valid');
      if (change.personId !== actor?.personId) return refuseAccount('identity.not-your-change');
      const person = await this.take(tx, change.personId, change.newEmail);
      const wayBack = new LinkToken(this.env.SESSION_SECRET, new Date(now.getTime() + UNDO_DAYS * DAY_MS));
      await tx.update(PersonEntity, { id: person.id }, { email: change.newEmail });
      await tx.update(
        EmailChangeEntity,
        { id: change.id },
        { confirmedAt: now, oldEmail: person.email, undoHash: wayBack.hash, undoUntil: wayBack.expiresAt },
      );
      await tx.delete(PasswordResetEntity, { personId: person.id }); // those went to the old address
      await audit(tx, {
        personId: person.id,
        action: 'identity.email-changed',
        subjectType: 'person',
        subjectId: person.id,
      });
      await tellOwner(
        tx,
        { id: newId(), personId: person.id, locale: person.locale, address: person.email, tokens: [wayBack] },
        (locale) => emailChangedMail(locale, this.env.PUBLIC_URL, wayBack),
      );
      return change.newEmail;
    });
  }

  /**
   * By the token of the mail to the old address: the account is its own again. A person who changed the address knew the password and may have set
   * up more: sessions, keys and what was added since end with it, and a mail to the old address sets a new password.
   */
  async undo(token: string): Promise<string> {
    const now = this.clock.now();
    const nobodys = await hashPassword(randomBytes(32).toString('base64url'));
    return this.source.transaction(async (tx) => {
      const change = await this.lock(tx, { undoHash: tokenHash(token) });
      if (!change || change.endedAt || !change.undoUntil || change.undoUntil <= now)
        return refuseIdentity('identity.link-not-valid');
      const person = await this.take(tx, change.personId, change.oldEmail);
      await tx.update(PersonEntity, { id: person.id }, { email: change.oldEmail, passwordHash: nobodys });
      await tx.query(
        'UPDATE email_changes SET ended_at = $3 WHERE person_id = $1 AND created_at >= $2 AND ended_at IS NULL',
        [person.id, change.createdAt, now],
      );
      await renewAccess(tx, person.id);
      await endKeys(tx, person.id, now);
      await dropSecondFactors(tx, person.id, change.createdAt);
      await tx.delete(PasswordResetEntity, { personId: person.id });
      await audit(tx, {
        personId: person.id,
        action: 'identity.email-change-undone',
        subjectType: 'person',
        subjectId: person.id,
      });
      await this.passwords.mailReset(tx, person);
      return change.oldEmail;
    });
  }

  private lock(tx: Tx, where: { tokenHash: Buffer } | { undoHash: Buffer }): Promise<EmailChangeEntity | null> {
    return tx.findOne(EmailChangeEntity, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** The person, locked, where the address is free for them. It takes the same lock as registration, so that nobody registers it meanwhile. */
  private async take(tx: Tx, personId: string, email: string): Promise<PersonEntity> {
    await lockAddress(tx, email);
    const person = await tx.findOneOrFail(PersonEntity, {
      where: { id: personId },
      lock: { mode: 'pessimistic_write' },
    });
    const owner = await tx.findOneBy(PersonEntity, { email });
    return person.erasedAt || person.emailConfirmedAt === null || (owner && owner.id !== personId)
      ? refuseIdentity('identity.link-not-valid')
      : person;
  }
}
