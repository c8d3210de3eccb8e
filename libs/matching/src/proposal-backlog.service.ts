import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, MINUTE_MS } from '#kernel';
import { log, type Tx } from '#platform';
import { Proposer } from './proposer.service.js';

/** Of every two seconds the backlog takes at most this much of a worker: the rest is for people who wait. */
const SHARE_MS = 600;
/** In a rush, people's offers go first; what has waited for so long is done all the same. */
const PATIENCE_MS = 10 * MINUTE_MS;
/** An imported need begins with its few best offers; whatever happens to it later fills the list. */
const FIRST_PROPOSALS = 3;

interface Task {
  readonly needId?: string;
  readonly offerId?: string;
}

const NEXT_NEED = `DELETE FROM proposal_backlog WHERE need_id = (SELECT need_id FROM proposal_backlog WHERE added_at <= $1 ORDER BY added_at, need_id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING need_id AS "needId"`;
const NEXT_OFFER = `DELETE FROM offer_proposal_backlog WHERE offer_id = (SELECT offer_id FROM offer_proposal_backlog WHERE due_at <= $1 ORDER BY due_at, offer_id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING offer_id AS "offerId"`;

/**
 * What can wait: the first proposals of imported needs, and all but the best of offers that came in a rush. One side and one short transaction at
 * a time, the oldest first. Many workers may work it off at once.
 */
@Injectable()
export class ProposalBacklog {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly proposer: Proposer,
  ) {}

  /** Works for a short while. Returns how many were looked at; the clock calls again. */
  async workOff(shareMs = SHARE_MS): Promise<number> {
    const until = this.clock.now().getTime() + shareMs;
    let done = 0;
    while (this.clock.now().getTime() < until && (await this.next())) done += 1;
    return done;
  }

  /** False when nothing waits. One whose proposals cannot be made is left out: its next event tries again. */
  private async next(): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      const now = this.clock.now().getTime();
      const dueBy = new Date(this.proposer.isRushed() ? now - PATIENCE_MS : now);
      const task = (await take(tx, NEXT_OFFER, dueBy)) ?? (await take(tx, NEXT_NEED, dueBy)); // somebody looks at the offer's page
      if (!task) return false;
      await tx.query('SAVEPOINT proposing');
      try {
        if (task.needId !== undefined) await this.proposer.proposeForNeed(tx, null, task.needId, { size: FIRST_PROPOSALS });
        if (task.offerId !== undefined) await this.proposer.proposeForOffers(tx, null, [task.offerId]);
      } catch (err) {
        await tx.query('ROLLBACK TO SAVEPOINT proposing');
        log.error({ err, ...task }, 'what waited for proposals got none');
      }
      return true;
    });
  }
}

async function take(tx: Tx, sql: string, dueBy: Date): Promise<Task | undefined> {
  const [rows] = (await tx.query(sql, [dueBy])) as [Task[], number];
  return rows[0];
}
