import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import type { AccessWatch } from './access-watch.js';
import { refuseIdentity } from './identity.refusals.js';
import { hashed } from './limit-keys.js';
import type { Guessed, SignInAlarms } from './sign-in-alarms.service.js';

export interface GuessLimits {
  readonly perHour: number;
  readonly perDay: number;
}

/** A hundred a day are 36,500 a year: no password that is taken, and no code, falls to them. */
export const guessLimits: Readonly<Record<Guessed, GuessLimits>> = {
  password: { perHour: 20, perDay: 100 },
  code: { perHour: 30, perDay: 100 },
};

export interface Guess {
  readonly what: Guessed;
  /** For a password the e-mail address that was typed, whether there is an account or not; for a code the person's id, since a person has given their password. */
  readonly account: string;
  readonly address: string;
  readonly email: () => Promise<string | null> | string;
}

/**
 * Counts wrong passwords and codes for one account, wherever they come from, in PostgreSQL for all processes: guessing from many networks meets it. It
 * counts only devices that the person has never signed in from, so that a stranger who uses it up shuts out strangers; the owner is told once a day.
 */
export class GuessLimit {
  private readonly limiters: Readonly<Record<Guessed, readonly RateLimiterPostgres[]>>;

  constructor(
    source: DataSource,
    private readonly alarms: SignInAlarms,
    private readonly watch: AccessWatch,
    limits: Readonly<Record<Guessed, GuessLimits>> = guessLimits,
  ) {
    const of = (what: Guessed) =>
      (
        [
          ['hour', limits[what].perHour, 3_600],
          ['day', limits[what].perDay, 86_400],
        ] as const
      ).map(
        ([span, points, duration]) =>
          new RateLimiterPostgres({
            storeClient: source,
            storeType: 'typeorm',
            tableName: 'sign_in_limits',
            tableCreated: true,
            keyPrefix: `guess-${what}-${span}`,
            points,
            duration,
            clearExpiredByTimeout: false,
          }), // SignInLimit sweeps the table
      );
    this.limiters = { password: of('password'), code: of('code') };
  }

  /** Runs an attempt. It is counted before it is made, so that many at once do not slip through, and taken off again when it succeeds. */
  async attempt<T>(guess: Guess, run: () => Promise<T | null>): Promise<T | null> {
    const key = hashed(guess.account);
    for (const limiter of this.limiters[guess.what]) await this.take(limiter, key, guess);
    const result = await run();
    if (result !== null) for (const limiter of this.limiters[guess.what]) await limiter.reward(key, 1);
    return result;
  }

  /** Begins to count anew: the owner has proved in another way who they are. */
  async forget(what: Guessed, account: string): Promise<void> {
    for (const limiter of this.limiters[what]) await limiter.delete(hashed(account));
  }

  private async take(limiter: RateLimiterPostgres, key: string, guess: Guess): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (limit) {
      if (!(limit instanceof RateLimiterRes)) throw limit;
      await this.alarms.raise(guess.what, guess.account);
      this.watch.limited(`account-${guess.what}`, { address: guess.address, email: await guess.email() });
      refuseIdentity('identity.too-many-guesses', { minutes: Math.max(1, Math.ceil(limit.msBeforeNext / 60_000)) });
    }
  }
}
