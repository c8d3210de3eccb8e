import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, MINUTE_MS } from '#kernel';
import { processDueRows, type Tx } from '#platform';
import { Proposer, type Take } from './proposer.service.js';

/** Of every two seconds the backlog takes at most this much of a worker: the rest is for people who wait. */
const SHARE_MS = 600;
/** In a rush, people's offers go first; what has waited for so long is done all the same. */
const PATIENCE_MS = 10 * MINUTE_MS;
/** An imported need begins with its few best offers; whatever happens to it later fills the list. */
const FIRST_PROPOSALS = 3;
/** Rows that are read at once: what is left when the share is used up is read again the next time. */
const PAGE = 50;

/** One kind of what waits. */
interface Waiting {
  readonly table: 'offer_proposal_backlog' | 'waiting_offers' | 'waiting_needs' | 'proposal_backlog';
  readonly id: 'offer_id' | 'need_id';
  readonly since: 'due_at' | 'added_at';
  propose(tx: Tx, id: string, take: Take): Promise<void>;
}

/**
 * What can wait: all but the best of offers that came in a rush, offers that have no proposal any more, needs that can use more than is proposed to them, and the
 * first proposals of imported needs; a person looks at an offer's page, so offers come first. One side and one short transaction at a time, the oldest first. A row goes
 * with the proposals that it asked for, in one transaction: one that fails stays and is tried again. Many workers may work it off at once: a row is locked first, for which
 * none of those who ask again wait, and deleted once the sides are locked. What is asked after that waits for the end and is a new row.
 */
@Injectable()
export class ProposalBacklog {
  private readonly kinds: readonly Waiting[];

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly proposer: Proposer,
  ) {
    this.kinds = [
      {
        table: 'offer_proposal_backlog',
        id: 'offer_id',
        since: 'due_at',
        propose: (tx, id, take) => proposer.proposeForOffers(tx, null, [id], null, take),
      },
      {
        table: 'waiting_offers',
        id: 'offer_id',
        since: 'due_at',
        propose: (tx, id, take) => proposer.proposeForWaiting(tx, id, take),
      },
      {
        table: 'waiting_needs',
        id: 'need_id',
        since: 'due_at',
        propose: (tx, id, take) => proposer.lookFurther(tx, id, take),
      },
      {
        table: 'proposal_backlog',
        id: 'need_id',
        since: 'added_at',
        propose: (tx, id, take) => proposer.proposeForNeed(tx, null, id, { size: FIRST_PROPOSALS, take }),
      },
    ];
  }

  /** Works for a short while. Returns how many were looked at; the clock calls again. */
  async workOff(shareMs = SHARE_MS): Promise<number> {
    const until = this.clock.now().getTime() + shareMs;
    let done = 0;
    for (const kind of this.kinds) done += await this.work(kind, until);
    return done;
  }

  private work({ table, id, since, propose }: Waiting, until: number): Promise<number> {
    const now = this.clock.now().getTime();
    const dueBy = new Date(this.proposer.isRushed() ? now - PATIENCE_MS : now);
    return processDueRows(this.source, this.clock, {
      job: `matching.backlog ${table}`,
      due: `SELECT ${id} AS id, ${since} AS at FROM ${table} WHERE ${since} <= $1 AND ${since} <= $2`,
      params: [dueBy],
      page: PAGE,
      until,
      apply: async (tx, rowId) => {
        const mine: unknown[] = await tx.query(`SELECT 1 FROM ${table} WHERE ${id} = $1 FOR UPDATE SKIP LOCKED`, [
          rowId,
        ]);
        if (mine.length === 0) return false; // another worker has it
        await propose(tx, rowId, async () => void (await tx.query(`DELETE FROM ${table} WHERE ${id} = $1`, [rowId])));
        return true;
      },
    });
  }
}
