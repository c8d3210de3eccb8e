import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { renderSVG } from 'uqr';
import { assert, Clock, newId, refuseForm } from '#kernel';
import { audit, log, seal, unseal } from '#platform';
import { Env } from '#host';
import { dropUselessCodes } from './access.queries.js';
import { secondFactorMail } from './account.mails.js';
import { refuseAccount } from './account.refusals.js';
import type { Actor } from './actor.rules.js';
import { confirmedOnly } from './confirmed.js';
import { newTotpSecret, totpOf, totpStep } from './codes.rules.js';
import { tellOwner } from './owner-notices.js';
import { PersonEntity } from './person.entity.js';
import { RecoveryCodes } from './recovery-codes.service.js';
import { TotpEntity } from './second-factor.entity.js';

/** Codes of an authenticator app (RFC 6238). The secret is kept sealed, because a code cannot be checked against a hash. */
@Injectable()
export class TotpService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly codes: RecoveryCodes,
  ) {}

  /** Begins, or begins anew: the secret is in this answer only. Nothing is asked for at sign-in until `confirm`. */
  async begin(actor: Actor): Promise<{ secret: string; uri: string; qr: string }> {
    confirmedOnly(actor);
    const secret = newTotpSecret();
    return this.source.transaction(async (tx) => {
      const { email } = await tx.findOneOrFail(PersonEntity, {
        where: { id: actor.personId },
        lock: { mode: 'pessimistic_write' },
      });
      const known = await tx.findOneBy(TotpEntity, { personId: actor.personId });
      if (known?.confirmedAt) refuseAccount('identity.totp-enrolled');
      await tx.save(TotpEntity, {
        personId: actor.personId,
        secret: seal(secret, this.secret(), 'totp', actor.personId),
        createdAt: this.clock.now(),
        confirmedAt: null,
        lastStep: 0,
      });
      const uri = totpOf(secret, email).toString();
      return { secret, uri, qr: renderSVG(uri, { border: 2 }) };
    });
  }

  /** The first code proves that the app has the secret. Returns recovery codes where the person had none. */
  async confirm(actor: Actor, code: string): Promise<string[] | null> {
    confirmedOnly(actor);
    const { personId } = actor;
    return this.source.transaction(async (tx) => {
      const person = await tx.findOneOrFail(PersonEntity, {
        where: { id: personId },
        lock: { mode: 'pessimistic_write' },
      });
      const totp = await tx.findOneBy(TotpEntity, { personId });
      if (!totp) return refuseAccount('identity.totp-not-begun');
      if (totp.confirmedAt) return refuseAccount('identity.totp-enrolled');
      const step = this.stepOf(totp, code);
      if (step === null) return refuseForm([{ field: 'code', code: 'identity.wrong-code' }]) as never;
      await tx.update(TotpEntity, { personId }, { confirmedAt: this.clock.now(), lastStep: step });
      await audit(tx, { personId, action: 'identity.totp-added', subjectType: 'person', subjectId: personId });
      await tellOwner(tx, { id: newId(), personId, locale: person.locale }, (locale) =>
        secondFactorMail(locale, this.env.PUBLIC_URL, 'added'),
      );
      return this.codes.first(tx, personId);
    });
  }

  async remove(actor: Actor): Promise<void> {
    const { personId } = actor;
    await this.source.transaction(async (tx) => {
      const person = await tx.findOneOrFail(PersonEntity, {
        where: { id: personId },
        lock: { mode: 'pessimistic_write' },
      });
      const removed = await tx.delete(TotpEntity, { personId });
      if (!removed.affected) refuseAccount('identity.totp-not-found');
      await dropUselessCodes(tx, personId);
      await audit(tx, { personId, action: 'identity.totp-removed', subjectType: 'person', subjectId: personId });
      await tellOwner(tx, { id: newId(), personId, locale: person.locale }, (locale) =>
        secondFactorMail(locale, this.env.PUBLIC_URL, 'removed'),
      );
    });
  }

  /** Whether the code is of now and newer than every code that was used. Of two requests with one code, one fits. */
  async fits(personId: string, code: string): Promise<boolean> {
    const totp = await this.source.manager.findOneBy(TotpEntity, { personId });
    const step = totp?.confirmedAt ? this.stepOf(totp, code) : null;
    if (step === null) return false;
    const [, used] = (await this.source.query(
      'UPDATE totp_secrets SET last_step = $2 WHERE person_id = $1 AND last_step < $2',
      [personId, step],
    )) as [unknown, number];
    return used === 1;
  }

  private stepOf(totp: TotpEntity, code: string): number | null {
    const secret = unseal(totp.secret, this.secret(), 'totp', totp.personId);
    if (secret === null) {
      log.error('a TOTP secret does not open: SESSION_SECRET is not the one it was sealed with');
      return null;
    }
    return totpStep(secret, code, this.clock.now());
  }

  private secret(): string {
    assert(this.env.SESSION_SECRET, 'the api has a SESSION_SECRET');
    return this.env.SESSION_SECRET;
  }
}
