import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, DAY_MS, newId } from '#kernel';
import { CONNECTION_WAIT_MS } from './db.js';
import { log } from './log.js';

/** A key is remembered for a day. */
const KEY_MS = DAY_MS;
const RENEWED_EVERY_MS = 1_500;
/**
 * A claim ends so long after its process has renewed it for the last time: then that process is dead, or away from the database. One that is only
 * busy renews in time, also where all its connections are taken and the renewal waits for one as long as anybody may. By the database's clock, which
 * all processes share.
 */
export const IDEMPOTENCY_LEASE_MS = CONNECTION_WAIT_MS + RENEWED_EVERY_MS + 2_500;
/** An equal request waits for the one that runs, so long that the claim of a dead process has ended by then. */
const PATIENCE_MS = IDEMPOTENCY_LEASE_MS + 1_500;
const ASKED_FIRST_MS = 50;
const ASKED_EVERY_MS = 500;

export interface StoredAnswer {
  readonly status: number;
  readonly answer: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export interface IdempotencyClaim {
  readonly caller: string;
  readonly key: string;
  readonly holder: string;
  /**
   * The id of what the request makes. A run after one that died, or failed after its work was committed, gets the same id: it finds the thing
   * and answers it, instead of making another.
   */
  readonly creates: string;
}

/** Since then a key is free for any request, and the same one runs with the same `creates`. */
const RELEASED = new Date(0);

export type Claimed =
  | { mine: IdempotencyClaim }
  | { answered: StoredAnswer }
  | { refused: 'http.key-with-other-request' | 'http.still-running' };

interface KeyRow {
  request_hash: Buffer;
  status: number | null;
  answer: unknown;
  headers: Record<string, string> | null;
}

/** Idempotency keys in PostgreSQL: one row per caller and key, claimed by inserting it, so that of many equal requests one runs. */
@Injectable()
export class IdempotencyStore {
  private readonly running = new Map<string, IdempotencyClaim>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Takes the key for this request, or answers what the equal one that runs now comes to: when it ends, or its process dies. `http.still-running` only where it takes longer. */
  async claimOrWait(caller: string, key: string, requestHash: Buffer): Promise<Claimed> {
    const began = performance.now();
    for (let pause = ASKED_FIRST_MS; ; pause = Math.min(2 * pause, ASKED_EVERY_MS)) {
      const claimed = await this.claim(caller, key, requestHash);
      if (
        !('refused' in claimed) ||
        claimed.refused !== 'http.still-running' ||
        performance.now() - began > PATIENCE_MS
      )
        return claimed;
      await sleep(pause);
    }
  }

  /** Takes the key for this request (also from an equal one that died, or one that failed), or says what became of the request that has it. */
  async claim(caller: string, key: string, requestHash: Buffer): Promise<Claimed> {
    const now = this.clock.now();
    const holder = newId();
    const taken = (await this.source.query(
      `INSERT INTO idempotency_keys AS k (caller, key, request_hash, locked_until, holder, created_at, creates) VALUES ($1, $2, $3, clock_timestamp() + $4 * interval '1 ms', $9, $5, $7)
       ON CONFLICT (caller, key) DO UPDATE SET request_hash = $3, status = NULL, answer = NULL, headers = NULL, locked_until = excluded.locked_until, holder = $9,
           created_at = CASE WHEN k.created_at > $6 AND k.request_hash = $3 THEN k.created_at ELSE $5 END,
           creates = CASE WHEN k.created_at > $6 AND k.request_hash = $3 THEN coalesce(k.creates, $7) ELSE $7 END
         WHERE k.created_at <= $6 OR (k.status IS NULL AND (k.locked_until = $8 OR (k.locked_until <= clock_timestamp() AND k.request_hash = $3)))
       RETURNING creates`,
      [
        caller,
        key,
        requestHash,
        IDEMPOTENCY_LEASE_MS,
        now,
        new Date(now.getTime() - KEY_MS),
        newId(),
        RELEASED,
        holder,
      ],
    )) as { creates: string }[];
    if (taken[0]) return { mine: { caller, key, holder, creates: taken[0].creates } };
    const [row] = (await this.source.query(
      'SELECT request_hash, status, answer, headers FROM idempotency_keys WHERE caller = $1 AND key = $2',
      [caller, key],
    )) as KeyRow[];
    if (!row) return { refused: 'http.still-running' }; // freed between the two statements
    if (!row.request_hash.equals(requestHash)) return { refused: 'http.key-with-other-request' };
    if (row.status === null) return { refused: 'http.still-running' };
    return { answered: { status: row.status, answer: row.answer, headers: row.headers ?? {} } };
  }

  /** Renews the claim while its request runs in this process. Returns what ends that. */
  keepAlive(claim: IdempotencyClaim): () => void {
    this.running.set(claim.holder, claim);
    this.timer ??= setInterval(() => void this.renew(), RENEWED_EVERY_MS).unref();
    return () => {
      this.running.delete(claim.holder);
      if (this.running.size > 0) return;
      clearInterval(this.timer);
      this.timer = undefined;
    };
  }

  private async renew(): Promise<void> {
    const claims = [...this.running.values()];
    await this.source
      .query(
        `UPDATE idempotency_keys k SET locked_until = clock_timestamp() + $4 * interval '1 ms' FROM unnest($1::text[], $2::text[], $3::uuid[]) AS c(caller, key, holder)
         WHERE k.caller = c.caller AND k.key = c.key AND k.holder = c.holder AND k.status IS NULL AND k.locked_until > $5`,
        [
          claims.map(({ caller }) => caller),
          claims.map(({ key }) => key),
          claims.map(({ holder }) => holder),
          IDEMPOTENCY_LEASE_MS,
          RELEASED,
        ],
      )
      .catch((err: unknown) =>
        log.warn({ err, claims: claims.length }, 'running idempotency keys could not be renewed'),
      );
  }

  /** Keeps the answer. Nothing happens when the claim has passed to another process meanwhile. */
  async keep({ caller, key, holder }: IdempotencyClaim, { status, answer, headers }: StoredAnswer): Promise<void> {
    await this.source.query(
      'UPDATE idempotency_keys SET status = $4, answer = $5, headers = $6 WHERE caller = $1 AND key = $2 AND holder = $3 AND status IS NULL',
      [caller, key, holder, status, answer === undefined ? null : JSON.stringify(answer), JSON.stringify(headers)],
    );
  }

  /** Gives the key back: the request was never begun. */
  async free({ caller, key, holder }: IdempotencyClaim): Promise<void> {
    await this.source.query(
      'DELETE FROM idempotency_keys WHERE caller = $1 AND key = $2 AND holder = $3 AND status IS NULL',
      [caller, key, holder],
    );
  }

  /** Lets others have the key, but remembers what this request was to make: nobody knows whether it was made. */
  async release({ caller, key, holder }: IdempotencyClaim): Promise<void> {
    await this.source.query(
      'UPDATE idempotency_keys SET locked_until = $4 WHERE caller = $1 AND key = $2 AND holder = $3 AND status IS NULL',
      [caller, key, holder, RELEASED],
    );
  }
}
