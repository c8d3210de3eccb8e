import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { refuseAccount } from './account.refusals.js';
import { hashed, networkOf } from './sign-in-limit.js';

export interface AccountLimits {
  /** Wrong proofs (own password, code, passkey) of one person from one network in a quarter of an hour. */
  readonly proofsPerPair: number;
  /** Wrong codes of one person from devices that are not known, wherever they are, in an hour. */
  readonly codesFromStrangers: number;
  /** Requests for a reset from one network in an hour, whatever the address. */
  readonly resetsPerNetwork: number;
  /** Wrong passkeys from one network in a quarter of an hour. */
  readonly passkeysPerNetwork: number;
  /** Changes of address that one person asks for in a day. */
  readonly emailChanges: number;
  /** Exports of one person in an hour. */
  readonly exports: number;
}

export const accountLimits: AccountLimits = { proofsPerPair: 10, codesFromStrangers: 30, resetsPerNetwork: 60, passkeysPerNetwork: 200, emailChanges: 5, exports: 10 };

/**
 * Limits that count in PostgreSQL, for all processes. None of them counts by an address or person alone what a stranger can do: a proof is
 * asked only of whoever has the session or has given the password, and a device that the person has signed in from is not in the count of
 * strangers.
 */
export class AccountLimit {
  private readonly limiters: Record<keyof AccountLimits, RateLimiterPostgres>;

  constructor(source: DataSource, limits: AccountLimits = accountLimits) {
    const of = (name: keyof AccountLimits, minutes: number) =>
      new RateLimiterPostgres({ storeClient: source, storeType: 'typeorm', tableName: 'sign_in_limits', tableCreated: true, keyPrefix: `account-${name}`, points: limits[name], duration: minutes * 60 });
    this.limiters = {
      proofsPerPair: of('proofsPerPair', 15),
      codesFromStrangers: of('codesFromStrangers', 60),
      resetsPerNetwork: of('resetsPerNetwork', 60),
      passkeysPerNetwork: of('passkeysPerNetwork', 15),
      emailChanges: of('emailChanges', 24 * 60),
      exports: of('exports', 60),
    };
  }

  /** Counts one deed. `what` is a person's id or a network address. */
  async count(name: 'resetsPerNetwork' | 'emailChanges' | 'exports', what: string): Promise<void> {
    await this.take(name, hashed(name === 'resetsPerNetwork' ? networkOf(what) : what));
  }

  /**
   * Runs a proof of who somebody is. It is counted before it is made and taken off again when it succeeds.
   * @param knownDevice whether the person has signed in from this browser before
   */
  async proof<T>(personId: string, address: string, knownDevice: boolean, prove: () => Promise<T | null>): Promise<T | null> {
    const pair = hashed(`${personId} ${networkOf(address)}`);
    await this.take('proofsPerPair', pair);
    if (!knownDevice) await this.take('codesFromStrangers', hashed(personId));
    const proved = await prove();
    if (proved !== null) {
      await this.limiters.proofsPerPair.delete(pair);
      if (!knownDevice) await this.limiters.codesFromStrangers.reward(hashed(personId), 1);
    }
    return proved;
  }

  /** Runs a sign-in by passkey: nobody has said who they are yet, so it is counted by network. */
  async passkey<T>(address: string, prove: () => Promise<T | null>): Promise<T | null> {
    const network = hashed(networkOf(address));
    await this.take('passkeysPerNetwork', network);
    const proved = await prove();
    if (proved !== null) await this.limiters.passkeysPerNetwork.reward(network, 1);
    return proved;
  }

  private async take(name: keyof AccountLimits, key: string): Promise<void> {
    try {
      await this.limiters[name].consume(key);
    } catch (limit) {
      if (!(limit instanceof RateLimiterRes)) throw limit;
      refuseAccount('identity.too-often', { minutes: Math.max(1, Math.ceil(limit.msBeforeNext / 60_000)) });
    }
  }
}
