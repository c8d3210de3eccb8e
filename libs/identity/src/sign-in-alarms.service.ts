import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { assert, Clock, derivedId } from '#kernel';
import { Env } from '#host';
import { log, seal, unseal, type Tx } from '#platform';
import { guessedAtMail } from './account.mails.js';
import { tellOwner } from './owner-notices.js';
import { PersonEntity } from './person.entity.js';

/** What a person tries to guess. */
export type Guessed = 'password' | 'code';

/** Accounts told of in one go. */
const AT_ONCE = 100;
const PURPOSE = 'sign-in alarms';

interface AlarmRow {
  readonly id: Buffer;
  readonly what: Guessed;
  readonly sealed_account: Buffer;
  readonly day: string;
}

/**
 * Tells owners that a person guesses, once a day each. The api writes the same row for every address, so that the time it takes does not say who has
 * an account; the worker looks for the owner.
 */
@Injectable()
export class SignInAlarms {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** @param account for a password the e-mail address that was typed, for a code the person's id */
  async raise(what: Guessed, account: string): Promise<void> {
    const now = this.clock.now();
    const id = createHmac('sha256', this.secret())
      .update(`${PURPOSE} ${what} ${account} ${now.toISOString().slice(0, 10)}`)
      .digest();
    await this.source.query(
      'INSERT INTO sign_in_alarms (id, what, sealed_account, at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING',
      [id, what, seal(account, this.secret(), PURPOSE, what), now],
    );
  }

  /** Writes the mails that are due. Returns how many. */
  async tell(): Promise<number> {
    if (this.env.SESSION_SECRET === null) return 0; // the process that has the secret does it
    return this.source.transaction(async (tx) => {
      const rows = (await tx.query(
        `SELECT id, what, sealed_account, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day FROM sign_in_alarms
         WHERE sealed_account IS NOT NULL ORDER BY at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`,
      )) as AlarmRow[];
      let told = 0;
      for (const row of rows) if (await this.tellOwner(tx, row)) told += 1;
      if (rows.length > 0)
        await tx.query('UPDATE sign_in_alarms SET sealed_account = NULL WHERE id = ANY($1)', [
          rows.map((row) => row.id),
        ]);
      return told;
    });
  }

  /** Nobody is told where there is no account, or nobody has confirmed that the address is theirs. */
  private async tellOwner(tx: Tx, { what, sealed_account: sealed, day }: AlarmRow): Promise<boolean> {
    const account = unseal(sealed, this.secret(), PURPOSE, what);
    if (account === null) {
      log.error('an alarm does not open: SESSION_SECRET is not the one it was sealed with');
      return false;
    }
    const person = await tx.findOneBy(PersonEntity, what === 'password' ? { email: account } : { id: account });
    if (!person?.emailConfirmedAt) return false;
    return tellOwner(
      tx,
      { id: derivedId(person.id, `guessed ${what} ${day}`), personId: person.id, locale: person.locale },
      (locale) => guessedAtMail(locale, this.env.PUBLIC_URL, what),
    );
  }

  private secret(): string {
    assert(this.env.SESSION_SECRET, 'api and worker have a SESSION_SECRET');
    return this.env.SESSION_SECRET;
  }
}
