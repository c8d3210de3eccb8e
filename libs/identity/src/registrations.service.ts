import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, derivedId, HOUR_MS, newId, refuseForm, type Fact, type FieldError } from '#kernel';
import { Env } from '#host';
import { record, sendMail, tokenHash, type FactJob, type Tx } from '#platform';
import type { Locale } from './actor.rules.js';
import { Confirmations } from './confirmations.service.js';
import { consentText } from './consent-texts.js';
import { alreadyRegisteredMail } from './identity.mails.js';
import { guessedWords } from './guessed-words.js';
import { lockAddress } from './identity.queries.js';
import { IdentityService } from './identity.service.js';
import { hashPassword, nobodysHash } from './password.js';
import { PersonEntity } from './person.entity.js';
import { RegistrationEntity, type ShownConsent } from './registration.entity.js';
import { normalEmail, passwordErrors } from './registration.rules.js';
import { REQUIRED_CONSENTS } from './texts.rules.js';
import { newToken } from './token.js';

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly locale: Locale;
  readonly consents?: readonly ShownConsent[];
  /** The cookie of an earlier registration in the same browser. */
  readonly browser?: string | undefined;
}

/** Who offers without an account. Nothing is said of a password: the person who opens the link chooses one. */
export type Newcomer = Pick<Registration, 'email' | 'name' | 'locale' | 'consents'>;

/**
 * Registration tells nobody whether an address is known: the request only writes the form down, which is the same work for every address, and a
 * job answers it by a mail to the owner of the address. Nobody signs in before a link of a mail was opened (see `Confirmations`).
 */
@Injectable()
export class Registrations {
  readonly job: FactJob = {
    name: 'identity.answer-registration',
    apply: (tx, fact) => this.answer(tx, (fact as Fact<'person.registration-asked'>).payload.registrationId),
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly identity: IdentityService,
    private readonly confirmations: Confirmations,
  ) {}

  /**
   * Returns the cookie by which the browser is known again when the link of the mail is opened in it.
   * @param faults of the form that are known already: they are told with the others
   */
  async ask(said: Registration, faults: readonly FieldError[] = []): Promise<string> {
    const email = normalEmail(said.email);
    refuseForm([
      ...faults,
      ...passwordErrors(said.password, { ...said, publicUrl: this.env.PUBLIC_URL }, await guessedWords()),
      ...(await this.consentErrors(said.consents ?? [])),
    ]);
    const passwordHash = await hashPassword(said.password);
    const browser = said.browser && /^[\w-]{43}$/.test(said.browser) ? said.browser : newToken();
    const { name, locale, consents = [] } = said;
    const id = newId();
    await this.source.transaction(async (tx) => {
      await tx.insert(RegistrationEntity, {
        id,
        email,
        passwordHash,
        name,
        locale,
        consents: consents as ShownConsent[],
        browserHash: tokenHash(browser),
        createdAt: this.clock.now(),
      });
      await record(tx, 'person.registration-asked', { registrationId: id });
    });
    return browser;
  }

  /** The same for a person who offers without an account, in the caller's transaction. Answers the id under which the offer is to wait for the link. */
  async askWithOffer(tx: Tx, { email, name, locale, consents = [] }: Newcomer): Promise<string> {
    refuseForm(await this.consentErrors(consents));
    const id = newId();
    await tx.insert(RegistrationEntity, {
      id,
      email: normalEmail(email),
      passwordHash: await nobodysHash(),
      name,
      locale,
      consents: consents as ShownConsent[],
      browserHash: tokenHash(newToken()),
      withOffer: true,
      createdAt: this.clock.now(),
    });
    await record(tx, 'person.registration-asked', { registrationId: id });
    return id;
  }

  /** An address that is new, or was never confirmed, gets a link. One with an account hears that a person tried. */
  private async answer(tx: Tx, registrationId: string): Promise<void> {
    const said = await tx.findOneBy(RegistrationEntity, { id: registrationId });
    if (!said) return; // its person was erased meanwhile, or its age has come
    await tx.delete(RegistrationEntity, { id: registrationId });
    await lockAddress(tx, said.email); // two registrations of one address: one after the other
    const known = await tx.findOneBy(PersonEntity, { email: said.email });
    if (known?.emailConfirmedAt) return this.tellAlreadyRegistered(tx, known, said.withOffer);
    const { email, name, locale, passwordHash, consents, browserHash } = said;
    const personId =
      known?.id ??
      (await this.identity.createPerson(tx, {
        email,
        name,
        locale,
        passwordHash: await nobodysHash(),
        emailConfirmed: false,
      }));
    if (!known) await record(tx, 'person.registered', { personId });
    await this.confirmations.mail(tx, {
      personId,
      passwordHash,
      name,
      locale,
      consents,
      browserHash,
      registrationId: said.withOffer ? said.id : null,
    });
  }

  private async tellAlreadyRegistered(tx: Tx, person: PersonEntity, offered: boolean): Promise<void> {
    const hour = Math.floor(this.clock.now().getTime() / HOUR_MS); // at most one an hour
    await sendMail(tx, {
      id: derivedId(person.id, `already-registered ${hour}`),
      personId: person.id,
      locale: person.locale,
      ...alreadyRegisteredMail(person.locale, this.env.PUBLIC_URL, offered),
    });
  }

  /** The law requires a consent before anything about a person is kept; it may be to a wording that was replaced while they read. */
  async consentErrors(consents: readonly ShownConsent[]): Promise<FieldError[]> {
    const errors: FieldError[] = REQUIRED_CONSENTS.every((required) =>
      consents.some(({ purpose }) => purpose === required),
    )
      ? []
      : [{ field: 'consents', code: 'identity.consent-needed' }];
    for (const [at, { purpose, version }] of consents.entries()) {
      if (!(await consentText(this.source, purpose, version)))
        errors.push({ field: `consents.${at}`, code: 'identity.unknown-consent' });
    }
    return errors;
  }
}
