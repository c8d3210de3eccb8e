import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import { audit, type Tx } from '#platform';
import { refuseAccount } from './account.refusals.js';
import type { Actor } from './actor.rules.js';
import { confirmedOnly } from './confirmed.js';
import { RECOVERY_CODES, recoveryCode, recoveryHash } from './codes.rules.js';

/** Codes on paper for the day on which the phone is lost. They are shown once; each works once. */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** New codes where there are none yet: with the first second factor. Null where there are. */
  async first(tx: Tx, personId: string): Promise<string[] | null> {
    const known = (await tx.query('SELECT 1 FROM recovery_codes WHERE person_id = $1 LIMIT 1', [
      personId,
    ])) as unknown[];
    return known.length > 0 ? null : this.write(tx, personId);
  }

  /** New codes; the old ones are worth nothing from now on. */
  async renew(actor: Actor): Promise<string[]> {
    confirmedOnly(actor);
    return this.source.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [actor.personId]);
      const factors = (await tx.query(
        'SELECT 1 FROM totp_secrets WHERE person_id = $1 AND confirmed_at IS NOT NULL UNION ALL SELECT 1 FROM passkeys WHERE person_id = $1',
        [actor.personId],
      )) as unknown[];
      if (factors.length === 0) refuseAccount('identity.no-second-factor');
      await audit(tx, {
        personId: actor.personId,
        action: 'identity.recovery-codes-renewed',
        subjectType: 'person',
        subjectId: actor.personId,
      });
      return this.write(tx, actor.personId);
    });
  }

  /** Whether the code was one of the person's and unused; it is used from now on. */
  async use(personId: string, code: string): Promise<boolean> {
    const [, used] = (await this.source.query(
      'UPDATE recovery_codes SET used_at = $3 WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL',
      [personId, recoveryHash(personId, code), this.clock.now()],
    )) as [unknown, number];
    return used === 1;
  }

  private async write(tx: Tx, personId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(16)));
    await tx.query('DELETE FROM recovery_codes WHERE person_id = $1', [personId]);
    await tx.query('INSERT INTO recovery_codes (person_id, code_hash) SELECT $1, unnest($2::bytea[])', [
      personId,
      codes.map((code) => recoveryHash(personId, code)),
    ]);
    return codes;
  }
}
