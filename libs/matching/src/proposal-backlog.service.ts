import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import { log } from '#platform';
import { Proposer } from './proposer.service.js';

/** Of every two seconds the backlog takes at most this much of a worker: the rest is for people who wait. */
const SHARE_MS = 600;
/** An imported need begins with its few best offers; whatever happens to it later fills the list. */
const FIRST_PROPOSALS = 3;

/** Proposals for imported needs, one need and one short transaction at a time, the oldest first. Many workers may work it off at once. */
@Injectable()
export class ProposalBacklog {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly proposer: Proposer,
  ) {}

  /** Works for a short while. Returns how many needs were looked at; the clock calls again. */
  async workOff(shareMs = SHARE_MS): Promise<number> {
    const until = this.clock.now().getTime() + shareMs;
    let done = 0;
    while (this.clock.now().getTime() < until && (await this.next())) done += 1;
    return done;
  }

  /** False when nothing waits. A need whose proposals cannot be made is left out: the next event of it tries again. */
  private async next(): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      const [rows] = (await tx.query(
        `DELETE FROM proposal_backlog WHERE need_id = (SELECT need_id FROM proposal_backlog ORDER BY added_at, need_id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING need_id AS "needId"`,
      )) as [{ needId: string }[], number];
      const needId = rows[0]?.needId;
      if (needId === undefined) return false;
      await tx.query('SAVEPOINT proposing');
      try {
        await this.proposer.proposeForNeed(tx, null, needId, { size: FIRST_PROPOSALS });
      } catch (err) {
        await tx.query('ROLLBACK TO SAVEPOINT proposing');
        log.error({ err, needId }, 'an imported need got no proposals');
      }
      return true;
    });
  }
}
