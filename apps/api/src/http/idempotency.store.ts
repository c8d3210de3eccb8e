import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, DAY_MS, newId } from '#kernel';

/** A key is remembered for a day. */
export const KEY_MS = DAY_MS;
/** A request that has not ended after this is taken for dead; statements end after 30 s. */
export const LOCK_MS = 60_000;

export interface StoredAnswer {
  readonly status: number;
  readonly answer: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Claim {
  readonly caller: string;
  readonly key: string;
  readonly lockedUntil: Date;
  /**
   * The id of what the request makes. A run after one that died, or failed after its work was committed, gets the same id: it finds the thing
   * and answers it, instead of making another.
   */
  readonly creates: string;
}

/** Since then a key is free for any request, and the same one runs with the same `creates`. */
const RELEASED = new Date(0);

export type Claimed = { mine: Claim } | { answered: StoredAnswer } | { refused: 'http.key-with-other-request' | 'http.still-running' };

interface KeyRow {
  request_hash: Buffer;
  status: number | null;
  answer: unknown;
  headers: Record<string, string> | null;
}

/** Idempotency keys in PostgreSQL: one row per caller and key, claimed by inserting it, so that of many equal requests one runs. */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Takes the key for this request (also from an equal one that died, or one that failed), or says what became of the request that has it. */
  async claim(caller: string, key: string, requestHash: Buffer): Promise<Claimed> {
    const now = this.clock.now();
    const lockedUntil = new Date(now.getTime() + LOCK_MS);
    const taken = (await this.source.query(
      `INSERT INTO idempotency_keys AS k (caller, key, request_hash, locked_until, created_at, creates) VALUES ($1, $2, $3, $4, $5, $7)
       ON CONFLICT (caller, key) DO UPDATE SET request_hash = $3, status = NULL, answer = NULL, headers = NULL, locked_until = $4,
           created_at = CASE WHEN k.created_at > $6 AND k.request_hash = $3 THEN k.created_at ELSE $5 END,
           creates = CASE WHEN k.created_at > $6 AND k.request_hash = $3 THEN coalesce(k.creates, $7) ELSE $7 END
         WHERE k.created_at <= $6 OR (k.status IS NULL AND (k.locked_until = $8 OR (k.locked_until <= $5 AND k.request_hash = $3)))
       RETURNING creates`,
      [caller, key, requestHash, lockedUntil, now, new Date(now.getTime() - KEY_MS), newId(), RELEASED],
    )) as { creates: string }[];
    if (taken[0]) return { mine: { caller, key, lockedUntil, creates: taken[0].creates } };
    const [row] = (await this.source.query('SELECT request_hash, status, answer, headers FROM idempotency_keys WHERE caller = $1 AND key = $2', [caller, key])) as KeyRow[];
    if (!row) return { refused: 'http.still-running' }; // freed between the two statements
    if (!row.request_hash.equals(requestHash)) return { refused: 'http.key-with-other-request' };
    if (row.status === null) return { refused: 'http.still-running' };
    return { answered: { status: row.status, answer: row.answer, headers: row.headers ?? {} } };
  }

  /** Keeps the answer. Nothing happens when the claim has passed to somebody else meanwhile. */
  async keep({ caller, key, lockedUntil }: Claim, { status, answer, headers }: StoredAnswer): Promise<void> {
    await this.source.query(
      'UPDATE idempotency_keys SET status = $4, answer = $5, headers = $6 WHERE caller = $1 AND key = $2 AND locked_until = $3 AND status IS NULL',
      [caller, key, lockedUntil, status, answer === undefined ? null : JSON.stringify(answer), JSON.stringify(headers)],
    );
  }

  /** Gives the key back: the request changed nothing. */
  async free({ caller, key, lockedUntil }: Claim): Promise<void> {
    await this.source.query('DELETE FROM idempotency_keys WHERE caller = $1 AND key = $2 AND locked_until = $3 AND status IS NULL', [caller, key, lockedUntil]);
  }

  /** Lets others have the key, but remembers what this request was to make: nobody knows whether it was made. */
  async release({ caller, key, lockedUntil }: Claim): Promise<void> {
    await this.source.query('UPDATE idempotency_keys SET locked_until = $4 WHERE caller = $1 AND key = $2 AND locked_until = $3 AND status IS NULL', [caller, key, lockedUntil, RELEASED]);
  }
}
