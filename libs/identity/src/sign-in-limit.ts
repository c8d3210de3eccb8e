import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { AccessWatch, Attempt } from './access-watch.js';
import type { GuessLimit } from './guess-limit.js';
import { refuseIdentity } from './identity.refusals.js';
import { hashed, networkOf } from './limit-keys.js';
import { normalEmail } from './registration.rules.js';

export interface SignInLimits {
  /** Wrong passwords for one address from one network in a quarter of an hour. */
  readonly perPair: number;
  /** Wrong passwords from one network, whatever the address: an office or a school shares one. */
  readonly perNetwork: number;
  /** Registrations from one network in an hour. */
  readonly registrations: number;
}

export const signInLimits: SignInLimits = { perPair: 10, perNetwork: 200, registrations: 300 };

export interface SignInAttempt {
  readonly email: string;
  /** Network address that the request came from. */
  readonly address: string;
  /** The cookie of a browser from which this account has been signed in to before; null: none. */
  readonly knownDevice: string | null;
}

/**
 * Counts wrong sign-ins in PostgreSQL, so that all processes share the count, and in the same way whether there is an account or not. A device
 * that its person has signed in from is counted alone: what strangers do, in the same network too, never shuts it out. Strangers are counted by
 * network, by network and account, and by account (`GuessLimit`). Keys are hashes; rows go an hour after they expire.
 */
export class SignInLimit {
  private readonly pair: RateLimiterPostgres;
  private readonly network: RateLimiterPostgres;
  private readonly registrations: RateLimiterPostgres;

  constructor(
    source: DataSource,
    private readonly guesses: GuessLimit,
    private readonly watch: AccessWatch,
    limits: SignInLimits = signInLimits,
  ) {
    const of = (keyPrefix: string, points: number, duration: number) =>
      new RateLimiterPostgres({
        storeClient: source,
        storeType: 'typeorm',
        tableName: 'sign_in_limits',
        tableCreated: true,
        keyPrefix,
        points,
        duration,
      });
    this.pair = of('pair', limits.perPair, 15 * 60);
    this.network = of('net', limits.perNetwork, 15 * 60);
    this.registrations = of('reg', limits.registrations, 60 * 60);
  }

  /** Runs an attempt. It is counted before it is made, so that many at once do not slip through, and taken off again when it succeeds. */
  async attempt<T>(from: SignInAttempt, signIn: () => Promise<T | null>): Promise<T | null> {
    const who = { email: normalEmail(from.email), address: networkOf(from.address) };
    const result =
      from.knownDevice === null
        ? await this.asStranger(who, signIn)
        : await this.asKnown(who, from.knownDevice, signIn);
    if (result === null) this.watch.refused('password', who);
    return result;
  }

  private async asKnown<T>(
    who: { email: string; address: string },
    device: string,
    signIn: () => Promise<T | null>,
  ): Promise<T | null> {
    const key = hashed(`${who.email} device ${device}`);
    await this.take(this.pair, key, 'device', who);
    const result = await signIn();
    if (result !== null) await this.pair.delete(key);
    return result;
  }

  private async asStranger<T>(
    who: { email: string; address: string },
    signIn: () => Promise<T | null>,
  ): Promise<T | null> {
    const network = hashed(who.address);
    const pair = hashed(`${who.email} ${who.address}`);
    await this.take(this.network, network, 'network', who);
    await this.take(this.pair, pair, 'network-and-account', who);
    const result = await this.guesses.attempt(
      { what: 'password', account: who.email, address: who.address, email: () => who.email },
      signIn,
    );
    if (result !== null) await Promise.all([this.pair.delete(pair), this.network.reward(network, 1)]);
    return result;
  }

  /** Counts a registration. */
  async registration(address: string): Promise<void> {
    const network = networkOf(address);
    await this.take(
      this.registrations,
      hashed(network),
      'registrations',
      { address: network },
      'identity.too-many-registrations',
    );
  }

  private async take(
    limiter: RateLimiterPostgres,
    key: string,
    name: string,
    who: Attempt,
    code: Parameters<typeof refuseIdentity>[0] = 'identity.too-many-attempts',
  ): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (limit) {
      if (!(limit instanceof RateLimiterRes)) throw limit;
      this.watch.limited(name, who);
      refuseIdentity(code, { minutes: Math.max(1, Math.ceil(limit.msBeforeNext / 60_000)) });
    }
  }
}
