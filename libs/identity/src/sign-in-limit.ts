import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { refuseIdentity } from './identity.refusals.js';
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

/**
 * Counts wrong sign-ins in PostgreSQL, so that all processes share the count. The count is of the pair address and network: a stranger
 * elsewhere cannot lock anybody out. Keys are hashes; rows go an hour after they expire.
 */
export class SignInLimit {
  private readonly pair: RateLimiterPostgres;
  private readonly network: RateLimiterPostgres;
  private readonly registrations: RateLimiterPostgres;

  constructor(source: DataSource, limits: SignInLimits = signInLimits) {
    const of = (keyPrefix: string, points: number, duration: number) =>
      new RateLimiterPostgres({ storeClient: source, storeType: 'typeorm', tableName: 'sign_in_limits', tableCreated: true, keyPrefix, points, duration });
    this.pair = of('pair', limits.perPair, 15 * 60);
    this.network = of('net', limits.perNetwork, 15 * 60);
    this.registrations = of('reg', limits.registrations, 60 * 60);
  }

  /** Runs an attempt. It is counted before it is made, so that many at once do not slip through, and taken off again when it succeeds. */
  async attempt<T>(email: string, address: string, signIn: () => Promise<T | null>): Promise<T | null> {
    const network = hashed(networkOf(address));
    const pair = hashed(`${normalEmail(email)} ${networkOf(address)}`);
    await take(this.network, network, 'identity.too-many-attempts');
    await take(this.pair, pair, 'identity.too-many-attempts');
    const result = await signIn();
    if (result !== null) await Promise.all([this.pair.delete(pair), this.network.reward(network, 1)]);
    return result;
  }

  /** Counts a registration. */
  async registration(address: string): Promise<void> {
    await take(this.registrations, hashed(networkOf(address)), 'identity.too-many-registrations');
  }
}

async function take(limiter: RateLimiterPostgres, key: string, code: Parameters<typeof refuseIdentity>[0]): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (limit) {
    if (!(limit instanceof RateLimiterRes)) throw limit;
    refuseIdentity(code, { minutes: Math.max(1, Math.ceil(limit.msBeforeNext / 60_000)) });
  }
}

/** One household or server has a whole IPv6 /64, so that is what is counted. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':') || !isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}

export const hashed = (text: string) => createHash('sha256').update(text).digest('base64url');
