import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, HOUR_MS, MINUTE_MS, newId, refuseForm, type FieldError, type Fact } from '#kernel';
import { audit, sendMail, LinkToken, tokenHash, record, type Tx, type FactJob, type AuditAction } from '#platform';
import { Env } from '#host';
import { AccountLimit } from './account-limit.js';
import { passwordChangedMail, RESET_MINUTES, resetPasswordMail } from './account.mails.js';
import { dropWhatCameBefore, endKeys, renewAccess } from './access.queries.js';
import type { Actor } from './actor.rules.js';
import { guessedWords } from './guessed-words.js';
import { refuseIdentity } from './identity.refusals.js';
import { PasswordResetEntity } from './link.entity.js';
import { tellOwner } from './owner-notices.js';
import { hashPassword, passwordFits } from './password.js';
import { PersonEntity } from './person.entity.js';
import { ResetRequestEntity } from './registration.entity.js';
import { LINKS_PER_HOUR, normalEmail, passwordErrors } from './registration.rules.js';

/** Passwords after registration: forgotten, changed, asked for again. */
@Injectable()
export class PasswordsService {
  readonly job: FactJob = {
    name: 'identity.answer-reset',
    apply: (tx, fact) => this.answerReset(tx, (fact as Fact<'person.reset-asked'>).payload.requestId),
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly limit: AccountLimit,
  ) {}

  /** Mails a link to the owner of the address; tells nobody whether there is an account: that is looked up by a job, so the request does the same work for every address. */
  async askForReset(email: string, address: string): Promise<void> {
    await this.limit.count('resetsPerNetwork', address);
    const id = newId();
    await this.source.transaction(async (tx) => {
      await tx.insert(ResetRequestEntity, { id, email: normalEmail(email), createdAt: this.clock.now() });
      await record(tx, 'person.reset-asked', { requestId: id });
    });
  }

  /**
   * An address gets LINKS_PER_HOUR mails an hour: every one of them works, so a stranger who uses them up has only sent the owner what the owner
   * would have asked for.
   */
  private async answerReset(tx: Tx, requestId: string): Promise<void> {
    const request = await tx.findOneBy(ResetRequestEntity, { id: requestId });
    if (!request) return; // its person was erased meanwhile, or its age has come
    await tx.delete(ResetRequestEntity, { id: requestId });
    const person = await tx.findOne(PersonEntity, {
      where: { email: request.email },
      lock: { mode: 'pessimistic_write' },
    });
    if (!person) return;
    const count = (await tx.query(
      'SELECT count(*) AS count FROM password_resets WHERE person_id = $1 AND created_at > $2',
      [person.id, new Date(this.clock.now().getTime() - HOUR_MS)],
    )) as [{ count: number }];
    if (count[0].count < LINKS_PER_HOUR) await this.mailReset(tx, person);
  }

  /** Writes a link and its mail. */
  async mailReset(tx: Tx, person: PersonEntity): Promise<void> {
    const now = this.clock.now();
    const token = new LinkToken(this.env.SESSION_SECRET, new Date(now.getTime() + RESET_MINUTES * MINUTE_MS));
    await tx.insert(PasswordResetEntity, {
      tokenHash: token.hash,
      personId: person.id,
      createdAt: now,
      expiresAt: token.expiresAt,
    });
    await sendMail(tx, {
      id: newId(),
      personId: person.id,
      locale: person.locale,
      tokens: [token],
      ...resetPasswordMail(person.locale, this.env.PUBLIC_URL, token),
    });
  }

  /**
   * Sets a new password by the token of a mail, ends every session and key, and takes the address for confirmed. What was in the account before its address was first
   * confirmed goes; a second factor that came after it is still asked for at sign-in.
   */
  async reset(token: string, password: string): Promise<void> {
    const link = await this.source.manager.findOneBy(PasswordResetEntity, { tokenHash: tokenHash(token) });
    if (!link || link.expiresAt <= this.clock.now()) return refuseIdentity('identity.link-not-valid'); // before the slow hash
    const owner = await this.source.manager.findOneByOrFail(PersonEntity, { id: link.personId });
    refuseForm(await this.errors(password, owner));
    const passwordHash = await hashPassword(password);
    await this.source.transaction(async (tx) => {
      const person = await this.lock(tx, link.personId);
      const used = await tx.delete(PasswordResetEntity, { tokenHash: link.tokenHash });
      if (!used.affected) return refuseIdentity('identity.link-not-valid');
      await dropWhatCameBefore(tx, person, this.clock.now());
      await tx.update(
        PersonEntity,
        { id: person.id },
        { emailConfirmedAt: person.emailConfirmedAt ?? this.clock.now() },
      );
      if (!person.emailConfirmedAt) await record(tx, 'person.confirmed', { personId: person.id });
      await this.set(tx, person, passwordHash, 'identity.password-reset');
    });
    await this.limit.ownerCame(owner);
  }

  /** Changes the password of the person who knows the old one, and ends their other sessions and their keys: the person who made one may have known the old password. Returns the ids of the sessions that ended. */
  async change(
    actor: Actor,
    said: { current: string; password: string },
    session: { sid: string; address: string },
  ): Promise<string[]> {
    refuseForm(await this.errors(said.password, await this.prove(actor, said.current, session.address, 'current')));
    const passwordHash = await hashPassword(said.password);
    return this.source.transaction(async (tx) => {
      const person = await this.lock(tx, actor.personId);
      const ended = await renewAccess(tx, person.id, session.sid);
      await endKeys(tx, person.id, this.clock.now());
      await this.set(tx, person, passwordHash, 'identity.password-changed');
      return ended;
    });
  }

  /** Asks for the password once more before something that cannot be taken back. Wrong: the field is named (422); too often: 429. */
  async prove(actor: Actor, password: string, address: string, field = 'password'): Promise<PersonEntity> {
    const person = await this.source.manager.findOneByOrFail(PersonEntity, { id: actor.personId });
    const fits = await this.limit.proof(actor.personId, { address }, 'own-password', async () =>
      (await passwordFits(person.passwordHash, password)) ? true : null,
    );
    if (!fits) refuseForm([{ field, code: 'identity.wrong-own-password' }]);
    return person;
  }

  private async errors(password: string, { email, name }: PersonEntity): Promise<FieldError[]> {
    return passwordErrors(password, { email, name, publicUrl: this.env.PUBLIC_URL }, await guessedWords());
  }

  private async set(tx: Tx, person: PersonEntity, passwordHash: string, action: AuditAction): Promise<void> {
    await tx.update(PersonEntity, { id: person.id }, { passwordHash });
    await tx.delete(PasswordResetEntity, { personId: person.id });
    await tx.query(
      'UPDATE email_changes SET ended_at = $2 WHERE person_id = $1 AND confirmed_at IS NULL AND ended_at IS NULL',
      [person.id, this.clock.now()],
    );
    await audit(tx, { personId: person.id, action, subjectType: 'person', subjectId: person.id });
    await tellOwner(tx, { id: newId(), personId: person.id, locale: person.locale }, (locale) =>
      passwordChangedMail(locale, this.env.PUBLIC_URL),
    );
  }

  private async lock(tx: Tx, personId: string): Promise<PersonEntity> {
    const person = await tx.findOneOrFail(PersonEntity, {
      where: { id: personId },
      lock: { mode: 'pessimistic_write' },
    });
    return person.erasedAt ? refuseIdentity('identity.person-not-found') : person;
  }
}
