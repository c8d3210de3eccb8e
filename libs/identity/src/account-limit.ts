import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import type { AccessWatch, RefusedProof } from './access-watch.js';
import { refuseAccount } from './account.refusals.js';
import type { GuessLimit } from './guess-limit.js';
import { hashed, networkOf } from './limit-keys.js';

export interface AccountLimits {
  /** Wrong proofs (own password, code, passkey) of one person from one network in a quarter of an hour. */
  readonly proofsPerPair: number;
  /** Requests for a reset from one network in an hour, whatever the address. */
  readonly resetsPerNetwork: number;
  /** Wrong passkeys from one network in a quarter of an hour. */
  readonly passkeysPerNetwork: number;
  /** Changes of address that one person asks for in a day. */
  readonly emailChanges: number;
  /** Exports of one person in an hour. */
  readonly exports: number;
  /** Codes that one person types to check in at shifts, right or wrong, in an hour. */
  readonly checkInCodes: number;
  /** Complaints from one network in an hour, no matter who writes them. */
  readonly complaintsPerNetwork: number;
}

export const accountLimits: AccountLimits = {
  proofsPerPair: 10,
  resetsPerNetwork: 60,
  passkeysPerNetwork: 200,
  emailChanges: 5,
  exports: 10,
  checkInCodes: 12,
  complaintsPerNetwork: 30,
};

/**
 * Limits that count in PostgreSQL, for all processes. None of them counts by an address or person alone what a stranger can do: a proof is
 * asked only of the person who has the session or has given the password, and a device that the person has signed in from is not in the count of
 * strangers (`GuessLimit`).
 */
export class AccountLimit {
  private readonly limiters: Record<keyof AccountLimits, RateLimiterPostgres>;

  constructor(
    private readonly source: DataSource,
    private readonly guesses: GuessLimit,
    private readonly watch: AccessWatch,
    limits: AccountLimits = accountLimits,
  ) {
    const of = (name: keyof AccountLimits, minutes: number) =>
      new RateLimiterPostgres({
        storeClient: source,
        storeType: 'typeorm',
        tableName: 'sign_in_limits',
        tableCreated: true,
        keyPrefix: `account-${name}`,
        points: limits[name],
        duration: minutes * 60,
        clearExpiredByTimeout: false,
      }); // SignInLimit sweeps the table
    this.limiters = {
      proofsPerPair: of('proofsPerPair', 15),
      resetsPerNetwork: of('resetsPerNetwork', 60),
      passkeysPerNetwork: of('passkeysPerNetwork', 15),
      emailChanges: of('emailChanges', 24 * 60),
      exports: of('exports', 60),
      checkInCodes: of('checkInCodes', 60),
      complaintsPerNetwork: of('complaintsPerNetwork', 60),
    };
  }

  /** Counts one deed. `what` is a person's id or a network address. */
  async count(
    name: 'resetsPerNetwork' | 'complaintsPerNetwork' | 'emailChanges' | 'exports' | 'checkInCodes',
    what: string,
  ): Promise<void> {
    if (name === 'resetsPerNetwork' || name === 'complaintsPerNetwork')
      return this.take(name, hashed(networkOf(what)), { address: networkOf(what), personId: null });
    await this.take(name, hashed(what), { address: null, personId: what });
  }

  /**
   * Runs a proof of who a person is. It is counted before it is made and taken off again when it succeeds.
   * @param from.knownDevice cookie of a browser from which the person has signed in before; null: none. Left out where a session says who asks
   */
  async proof<T>(
    personId: string,
    from: { address: string; knownDevice?: string | null },
    what: RefusedProof,
    prove: () => Promise<T | null>,
  ): Promise<T | null> {
    const address = networkOf(from.address);
    const pair = hashed(`${personId} ${from.knownDevice ?? address}`);
    await this.take('proofsPerPair', pair, { address, personId });
    const proved =
      from.knownDevice === null
        ? await this.guesses.attempt(
            { what: 'code', account: personId, address, email: () => this.emailOf(personId) },
            prove,
          )
        : await prove();
    if (proved !== null) await this.limiters.proofsPerPair.delete(pair);
    else this.watch.refused(what, { address, email: await this.emailOf(personId) });
    return proved;
  }

  /** Runs a sign-in by passkey: nobody has said who they are yet, so it is counted by network. */
  async passkey<T>(from: string, prove: () => Promise<T | null>): Promise<T | null> {
    const address = networkOf(from);
    const network = hashed(address);
    await this.take('passkeysPerNetwork', network, { address, personId: null });
    const proved = await prove();
    if (proved !== null) await this.limiters.passkeysPerNetwork.reward(network, 1);
    else this.watch.refused('passkey', { address });
    return proved;
  }

  /** A person who has set a new password by a mail is the owner: strangers' guesses no longer count against them. */
  async ownerCame({ id, email }: { readonly id: string; readonly email: string }): Promise<void> {
    await this.guesses.forget('password', email);
    await this.guesses.forget('code', id);
  }

  private async take(
    name: keyof AccountLimits,
    key: string,
    who: { address: string | null; personId: string | null },
  ): Promise<void> {
    try {
      await this.limiters[name].consume(key);
    } catch (limit) {
      if (!(limit instanceof RateLimiterRes)) throw limit;
      this.watch.limited(name, { address: who.address, email: who.personId && (await this.emailOf(who.personId)) });
      refuseAccount('identity.too-often', { minutes: Math.max(1, Math.ceil(limit.msBeforeNext / 60_000)) });
    }
  }

  private async emailOf(personId: string): Promise<string | null> {
    const [row] = (await this.source.query('SELECT email FROM people WHERE id = $1', [personId])) as {
      email: string;
    }[];
    return row?.email ?? null;
  }
}
