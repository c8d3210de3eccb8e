import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MINUTE_MS, refuseForm } from '#kernel';
import { audit } from '#platform';
import { AccountLimit } from './account-limit.js';
import { refuseAccount } from './account.refusals.js';
import { KnownDevices } from './known-devices.service.js';
import { PasskeysService, type PasskeyAnswer } from './passkeys.service.js';
import { RecoveryCodes } from './recovery-codes.service.js';
import { TotpService } from './totp.service.js';

export type SecondFactor = 'totp' | 'passkey' | 'recovery-code';

/** One of them. */
export interface Proof {
  readonly code?: string | null;
  readonly recoveryCode?: string | null;
  readonly passkey?: PasskeyAnswer | null;
}

/** How long after a second factor was passed a session may take one away. */
export const FRESH_MS = 15 * MINUTE_MS;

@Injectable()
export class SecondFactors {
  constructor(
    private readonly source: DataSource,
    private readonly limit: AccountLimit,
    private readonly devices: KnownDevices,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
    private readonly codes: RecoveryCodes,
  ) {}

  /** What a person can pass a second step with; empty when none is set up. */
  async of(personId: string): Promise<SecondFactor[]> {
    const { totp, passkeys, codes } = await this.state(personId);
    if (totp === null && passkeys === 0) return [];
    return [
      ...(totp ? (['totp'] as const) : []),
      ...(passkeys > 0 ? (['passkey'] as const) : []),
      ...(codes > 0 ? (['recovery-code'] as const) : []),
    ];
  }

  async state(personId: string): Promise<{ totp: Date | null; passkeys: number; codes: number }> {
    const [row] = (await this.source.query(
      `SELECT (SELECT confirmed_at FROM totp_secrets WHERE person_id = $1) AS totp, (SELECT count(*) FROM passkeys WHERE person_id = $1) AS passkeys,
         (SELECT count(*) FROM recovery_codes WHERE person_id = $1 AND used_at IS NULL) AS codes`,
      [personId],
    )) as [{ totp: Date | null; passkeys: number; codes: number }];
    return row;
  }

  /** Refused (401) when the proof does not fit; counted so that it cannot be guessed. */
  async pass(
    personId: string,
    proof: Proof,
    from: { address: string; deviceCookie: string | undefined },
  ): Promise<void> {
    if ([proof.code, proof.recoveryCode, proof.passkey].filter(Boolean).length !== 1)
      refuseForm([{ field: 'code', code: 'identity.one-proof' }]);
    const knownDevice = (await this.devices.knows(personId, from.deviceCookie)) ? (from.deviceCookie ?? null) : null;
    const passed = await this.limit.proof(
      personId,
      { address: from.address, knownDevice },
      'second-factor',
      async () => ((await this.fits(personId, proof)) ? true : null),
    );
    if (!passed) refuseAccount('identity.wrong-second-factor');
  }

  private async fits(personId: string, proof: Proof): Promise<boolean> {
    if (proof.code) return this.totp.fits(personId, proof.code);
    if (proof.passkey) return (await this.passkeys.check(proof.passkey, personId)) !== null;
    const used = proof.recoveryCode ? await this.codes.use(personId, proof.recoveryCode) : false;
    if (used)
      await audit(this.source.manager, {
        personId,
        action: 'identity.recovery-code-used',
        subjectType: 'person',
        subjectId: personId,
      });
    return used;
  }
}
