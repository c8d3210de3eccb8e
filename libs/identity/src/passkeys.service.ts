import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { DataSource } from 'typeorm';
import { Clock, MINUTE_MS, newId } from '#kernel';
import { audit, type Tx } from '#platform';
import { Env } from '#host';
import { dropUselessCodes } from './access.queries.js';
import { secondFactorMail } from './account.mails.js';
import { refuseAccount } from './account.refusals.js';
import type { Actor } from './actor.rules.js';
import { confirmedOnly } from './confirmed.js';
import { ISSUER } from './codes.rules.js';
import { accessVersionOf } from './identity.queries.js';
import type { SignedIn } from './identity.service.js';
import { tellOwner } from './owner-notices.js';
import { PersonEntity } from './person.entity.js';
import { RecoveryCodes } from './recovery-codes.service.js';
import { PasskeyEntity } from './second-factor.entity.js';

export const PASSKEYS_MAX = 20;
/** How long a challenge waits for its answer. */
const CHALLENGE_MS = 5 * MINUTE_MS;

/** Read when a passkey is first asked for: its parsers of certificates take 30 MiB, and most processes never need them. */
const webauthn = () => import('@simplewebauthn/server');

type Purpose = 'register' | 'sign-in' | 'second-factor';
export interface Asked<T> {
  readonly challengeId: string;
  readonly options: T;
}
/** What a browser sends back: `@simplewebauthn/browser` gives it as it is. */
export interface PasskeyAnswer {
  readonly challengeId: string;
  readonly response: object;
}

/** Passkeys (WebAuthn). They belong to the host of PUBLIC_URL. A challenge is kept here, works once and for CHALLENGE_MS. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly codes: RecoveryCodes,
  ) {}

  /** Browsers give no passkey to an IP address. */
  get possible(): boolean {
    return isIP(this.host.replace(/^\[|\]$/g, '')) === 0;
  }

  list(personId: string): Promise<PasskeyEntity[]> {
    return this.source.manager.find(PasskeyEntity, { where: { personId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  async askToRegister(actor: Actor): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>> {
    if (!this.possible) refuseAccount('identity.passkeys-need-a-name');
    confirmedOnly(actor);
    const { email, name } = await this.source.manager.findOneByOrFail(PersonEntity, { id: actor.personId });
    const known = await this.list(actor.personId);
    const options = await (
      await webauthn()
    ).generateRegistrationOptions({
      rpName: ISSUER,
      rpID: this.host,
      userName: email,
      userDisplayName: name,
      userID: bytesOf(actor.personId),
      excludeCredentials: known.map((key) => ({ id: key.credentialId, transports: key.transports })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    });
    return this.keep('register', actor.personId, options);
  }

  /** Returns the passkey, and recovery codes where the person had none. */
  async register(
    actor: Actor,
    name: string,
    answer: PasskeyAnswer,
  ): Promise<{ passkey: PasskeyEntity; recoveryCodes: string[] | null }> {
    confirmedOnly(actor);
    const challenge = await this.take(answer.challengeId, 'register', actor.personId);
    const { verifyRegistrationResponse } = await webauthn();
    const verified = await verifyRegistrationResponse({
      response: answer.response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.host,
      requireUserVerification: false,
    }).catch(() => null);
    if (!verified?.verified) return refuseAccount('identity.passkey-not-valid');
    const { credential } = verified.registrationInfo;
    return this.source.transaction(async (tx) => {
      const person = await this.lock(tx, actor.personId);
      if ((await tx.countBy(PasskeyEntity, { personId: person.id })) >= PASSKEYS_MAX)
        refuseAccount('identity.too-many-passkeys', { max: PASSKEYS_MAX });
      if (await tx.existsBy(PasskeyEntity, { credentialId: credential.id })) refuseAccount('identity.passkey-known');
      const passkey = await tx.save(
        tx.create(PasskeyEntity, {
          id: newId(),
          personId: person.id,
          credentialId: credential.id,
          publicKey: Buffer.from(credential.publicKey),
          counter: credential.counter,
          transports: (credential.transports ?? []).slice(0, 8),
          name,
          createdAt: this.clock.now(),
          lastUsedAt: null,
        }),
      );
      await audit(tx, {
        personId: person.id,
        action: 'identity.passkey-added',
        subjectType: 'passkey',
        subjectId: passkey.id,
      });
      await tellOwner(tx, { id: newId(), personId: person.id, locale: person.locale }, (locale) =>
        secondFactorMail(locale, this.env.PUBLIC_URL, 'added'),
      );
      return { passkey, recoveryCodes: await this.codes.first(tx, person.id) };
    });
  }

  async rename(actor: Actor, id: string, name: string): Promise<PasskeyEntity> {
    const changed = await this.source.manager.update(PasskeyEntity, { id, personId: actor.personId }, { name });
    if (!changed.affected) refuseAccount('identity.passkey-not-found');
    return this.source.manager.findOneByOrFail(PasskeyEntity, { id });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const person = await this.lock(tx, actor.personId);
      const removed = await tx.delete(PasskeyEntity, { id, personId: person.id });
      if (!removed.affected) refuseAccount('identity.passkey-not-found');
      await dropUselessCodes(tx, person.id);
      await audit(tx, {
        personId: person.id,
        action: 'identity.passkey-removed',
        subjectType: 'passkey',
        subjectId: id,
      });
      await tellOwner(tx, { id: newId(), personId: person.id, locale: person.locale }, (locale) =>
        secondFactorMail(locale, this.env.PUBLIC_URL, 'removed'),
      );
    });
  }

  /** For a sign-in with nothing but a passkey: the person who has it also unlocks it, so it counts as two factors. */
  async askToSignIn(): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
    if (!this.possible) refuseAccount('identity.passkeys-need-a-name');
    return this.keep(
      'sign-in',
      null,
      await (await webauthn()).generateAuthenticationOptions({ rpID: this.host, userVerification: 'required' }),
    );
  }

  /** For the second step of a person whose password was right. */
  async askForSecondStep(personId: string): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
    const known = await this.list(personId);
    if (known.length === 0) refuseAccount('identity.passkey-not-found');
    const allowCredentials = known.map((key) => ({ id: key.credentialId, transports: key.transports }));
    return this.keep(
      'second-factor',
      personId,
      await (
        await webauthn()
      ).generateAuthenticationOptions({ rpID: this.host, allowCredentials, userVerification: 'discouraged' }),
    );
  }

  /** Whose passkey answered. Null when the challenge is unknown, old or used, or the answer does not fit. */
  async check(answer: PasskeyAnswer, personId: string | null): Promise<SignedIn | null> {
    const challenge = await this.take(answer.challengeId, personId === null ? 'sign-in' : 'second-factor', personId);
    const response = answer.response as AuthenticationResponseJSON;
    const passkey =
      challenge !== NONE && typeof response.id === 'string'
        ? await this.source.manager.findOneBy(PasskeyEntity, { credentialId: response.id })
        : null;
    if (!passkey || (personId !== null && passkey.personId !== personId)) return null;
    const accessVersion = await accessVersionOf(this.source, passkey.personId);
    const { verifyAuthenticationResponse } = await webauthn();
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.host,
      requireUserVerification: personId === null,
      credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
    }).catch(() => null);
    if (!verified?.verified) return null;
    const [, used] = (await this.source.query(
      'UPDATE passkeys SET counter = $2, last_used_at = $3 WHERE id = $1 AND (counter < $2 OR $2 = 0)',
      [passkey.id, verified.authenticationInfo.newCounter, this.clock.now()],
    )) as [unknown, number];
    return used === 1 ? { personId: passkey.personId, accessVersion } : null;
  }

  private async keep<T extends { challenge: string }>(
    purpose: Purpose,
    personId: string | null,
    options: T,
  ): Promise<Asked<T>> {
    const challengeId = newId();
    await this.source.query(
      'INSERT INTO passkey_challenges (id, purpose, person_id, challenge, expires_at) VALUES ($1, $2, $3, $4, $5)',
      [challengeId, purpose, personId, options.challenge, new Date(this.clock.now().getTime() + CHALLENGE_MS)],
    );
    return { challengeId, options };
  }

  /** A challenge is gone once it was asked for, whatever comes of it. */
  private async take(id: string, purpose: Purpose, personId: string | null): Promise<string> {
    const [rows] = (await this.source.query(
      'DELETE FROM passkey_challenges WHERE id = $1 AND purpose = $2 AND person_id IS NOT DISTINCT FROM $3 AND expires_at > $4 RETURNING challenge',
      [id, purpose, personId, this.clock.now()],
    )) as [{ challenge: string }[], number];
    return rows[0]?.challenge ?? NONE;
  }

  private lock(tx: Tx, personId: string): Promise<PersonEntity> {
    return tx.findOneOrFail(PersonEntity, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
  }

  private get host(): string {
    return new URL(this.env.PUBLIC_URL).hostname;
  }

  private get origin(): string {
    return new URL(this.env.PUBLIC_URL).origin;
  }
}

/** No browser ever signs this. */
const NONE = '';

const bytesOf = (id: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'));
