import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { accessRefused, limitsReached, log } from '#platform';
import { Env } from '#host';

/** What was to be proved and was not. */
export type RefusedProof = 'password' | 'own-password' | 'second-factor' | 'passkey' | 'api-key';

/** Who tried, as far as it is known. */
export interface Attempt {
  /** Network address. */
  readonly address: string | null;
  /** The e-mail address of the account, whether there is one or not. */
  readonly email?: string | null;
}

/**
 * Writes down who was not let in, so that tools that read logs can count it: account and source stand there as pseudonyms, a keyed hash that is the
 * same as long as SESSION_SECRET is, and says neither address.
 */
@Injectable()
export class AccessWatch {
  private readonly key: Buffer;

  constructor(env: Env) {
    const secret = env.SESSION_SECRET ?? randomBytes(32); // a tool without one lets nobody in
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'lepta pseudonyms of the log', 32));
  }

  /** A proof that did not fit. */
  refused(what: RefusedProof, attempt: Attempt): void {
    accessRefused.inc({ what });
    log.info({ event: 'access-refused', what, ...this.pseudonyms(attempt) }, 'access refused');
  }

  /** More was tried than a limit lets through. */
  limited(limit: string, attempt: Attempt): void {
    limitsReached.inc({ limit });
    log.warn({ event: 'limit-reached', limit, ...this.pseudonyms(attempt) }, 'a limit was reached');
  }

  /** Stands for a value, and for nothing else; the same value gives the same word. */
  pseudonym(kind: 'account' | 'source', value: string): string {
    return createHmac('sha256', this.key).update(`${kind} ${value}`).digest('base64url').slice(0, 22);
  }

  private pseudonyms({ address, email }: Attempt): { account: string | null; source: string | null } {
    return {
      account: email ? this.pseudonym('account', email) : null,
      source: address ? this.pseudonym('source', address) : null,
    };
  }
}
