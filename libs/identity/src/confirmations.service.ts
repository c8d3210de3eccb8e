import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, DAY_MS, HOUR_MS, newId, refuseForm, type Fact } from '#kernel';
import { audit, LinkToken, record, sendMail, tokenHash, type FactJob, type Tx } from '#platform';
import { Env } from '#host';
import { dropWhatCameBefore } from './access.queries.js';
import { giveConsent } from './consents.service.js';
import { confirmEmailMail } from './identity.mails.js';
import { refuseIdentity } from './identity.refusals.js';
import { guessedWords } from './guessed-words.js';
import { hashPassword } from './password.js';
import { EmailConfirmationEntity, PersonEntity } from './person.entity.js';
import { LINK_DAYS, LINKS_PER_HOUR, passwordErrors, type PasswordOwner } from './registration.rules.js';

/** Who opens a link of a mail: what they say, and from where. */
export interface Opened {
  readonly password?: string | null | undefined;
  /** The cookie of the browser. */
  readonly browser?: string | undefined;
}

type Link = Pick<
  EmailConfirmationEntity,
  'personId' | 'passwordHash' | 'name' | 'locale' | 'consents' | 'browserHash'
> &
  Partial<Pick<EmailConfirmationEntity, 'registrationId'>>;

/**
 * The first proof that an address is a person's. Anybody can register any address, so what was registered is worth nothing until the link of the mail is
 * opened; and the password becomes that of the person who opens it: the one that was registered counts only in the browser in which that was done, elsewhere a password is asked for.
 */
@Injectable()
export class Confirmations {
  readonly job: FactJob = {
    name: 'identity.mail-confirmation',
    apply: (tx, fact) => this.again(tx, (fact as Fact<'person.confirmation-asked'>).payload.personId),
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /**
   * Writes a link and its mail. An address gets LINKS_PER_HOUR an hour: every one of them lets its owner in, so a stranger who uses them up has only
   * sent the owner what the owner would have asked for.
   */
  async mail(tx: Tx, registered: Link): Promise<void> {
    const now = this.clock.now().getTime();
    const expiresAt = new Date(now + LINK_DAYS * DAY_MS);
    const [recent] = (await tx.query(
      'SELECT count(*) AS count FROM email_confirmations WHERE person_id = $1 AND expires_at > $2',
      [registered.personId, new Date(expiresAt.getTime() - HOUR_MS)],
    )) as [{ count: number }];
    if (recent.count >= LINKS_PER_HOUR) return;
    const token = new LinkToken(this.env.SESSION_SECRET, expiresAt);
    await tx.insert(EmailConfirmationEntity, { tokenHash: token.hash, expiresAt, usedAt: null, ...registered });
    await sendMail(tx, {
      id: newId(),
      personId: registered.personId,
      locale: registered.locale,
      tokens: [token],
      ...confirmEmailMail(registered.locale, this.env.PUBLIC_URL, token, Boolean(registered.registrationId)),
    });
  }

  /**
   * Confirms an address by the token of a mail. Whatever was in the account before goes: nobody knows who put it there.
   * Refused (422) when the link is unknown, old or used, and where a password has to be said and was not. Answers the address: whoever has the link reads its mails.
   */
  async confirm(token: string, opened: Opened = {}): Promise<{ email: string }> {
    const now = this.clock.now();
    const link = await this.source.manager.findOneBy(EmailConfirmationEntity, { tokenHash: tokenHash(token) });
    if (!link || link.usedAt || link.expiresAt <= now) return refuseIdentity('identity.link-not-valid');
    const { email } = await this.source.manager.findOneByOrFail(PersonEntity, { id: link.personId });
    const passwordHash = await passwordOf(link, { email, name: link.name, publicUrl: this.env.PUBLIC_URL }, opened); // slow: before the transaction
    await this.source.transaction(async (tx) => {
      const person = await tx.findOneOrFail(PersonEntity, {
        where: { id: link.personId },
        lock: { mode: 'pessimistic_write' },
      });
      const used = await tx.delete(EmailConfirmationEntity, { tokenHash: link.tokenHash });
      if (!used.affected || person.emailConfirmedAt || person.erasedAt)
        return refuseIdentity('identity.link-not-valid');
      await dropWhatCameBefore(tx, person, now);
      await tx.update(
        PersonEntity,
        { id: person.id },
        { emailConfirmedAt: now, passwordHash, name: link.name, locale: link.locale },
      );
      for (const consent of link.consents)
        await giveConsent(tx, { ...consent, personId: person.id, locale: link.locale, at: now });
      await record(tx, 'person.confirmed', {
        personId: person.id,
        ...(link.registrationId ? { registrationId: link.registrationId } : {}),
      });
      await audit(tx, {
        personId: person.id,
        action: 'identity.email-confirmed',
        subjectType: 'person',
        subjectId: person.id,
      });
    });
    return { email };
  }

  /** For a person who was refused for want of it. Nothing was registered with this link: the person who opens it says the password. */
  private async again(tx: Tx, personId: string): Promise<void> {
    const person = await tx.findOne(PersonEntity, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
    if (!person || person.emailConfirmedAt || person.erasedAt) return;
    const { passwordHash, name, locale } = person;
    await this.mail(tx, { personId, passwordHash, name, locale, consents: [], browserHash: null });
  }
}

async function passwordOf(
  link: EmailConfirmationEntity,
  owner: PasswordOwner,
  { password, browser }: Opened,
): Promise<string> {
  if (password) {
    refuseForm(passwordErrors(password, owner, await guessedWords()));
    return hashPassword(password);
  }
  const isTheirs = browser !== undefined && link.browserHash?.equals(tokenHash(browser)) === true;
  if (!isTheirs) refuseForm([{ field: 'password', code: 'identity.password-needed' }]);
  return link.passwordHash;
}
