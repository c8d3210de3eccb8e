import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, DAY_MS } from '#kernel';

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
}

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

  /** Takes the key for this request, or says what became of the request that has it. */
  async claim(caller: string, key: string, requestHash: Buffer): Promise<Claimed> {
    const now = this.clock.now();
    const lockedUntil = new Date(now.getTime() + LOCK_MS);
    const taken = (await this.source.query(
      `INSERT INTO idempotency_keys AS k (caller, key, request_hash, locked_until, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (caller, key) DO UPDATE SET request_hash = $3, status = NULL, answer = NULL, headers = NULL, locked_until = $4, created_at = $5
         WHERE k.created_at <= $6 OR (k.status IS NULL AND k.locked_until <= $5 AND k.request_hash = $3)
       RETURNING true AS mine`,
      [caller, key, requestHash, lockedUntil, now, new Date(now.getTime() - KEY_MS)],
    )) as unknown[];
    if (taken.length > 0) return { mine: { caller, key, lockedUntil } };
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
}
