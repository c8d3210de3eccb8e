import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { Clock, refuseForm } from '#kernel';
import { watchersOf } from '#offers';
import { announce, processDueRows, record, type Tx } from '#platform';
import type { MatchSide } from '../match.entity.js';
import { mayKnowMatch, sidesOf } from '../match-life.rules.js';
import { refuse } from '../match-life.refusals.js';
import { findMatch, lockMatch, type LockedMatch } from '../match-steps.js';
import { REMIND_BEFORE_MS, whyNotAgreed, windowErrors, type Window } from './hand-over.rules.js';
import { readHandOver } from './meeting.queries.js';
import { isNamed } from './slots.rules.js';

export interface SaidHandOver extends Window {
  readonly place?: string | null;
  readonly note?: string | null;
}

const words = (text: string | null | undefined): string | null => text?.trim() || null;

/** When and where an agreed part changes hands. A new proposal takes the place of the one before, also of an agreed one. */
@Injectable()
export class HandOvers {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async propose(actor: Actor, matchId: string, said: SaidHandOver): Promise<void> {
    const place = words(said.place),
      note = words(said.note);
    await this.step(actor, matchId, async (tx, locked, side) => {
      const now = this.clock.now();
      const before = await readHandOver(tx, matchId);
      if (before && before.proposedBy === side && same(before, { ...said, place, note })) return; // a repeated click
      const errors = windowErrors(said, now);
      if (errors.length > 0) refuseForm(errors);
      const named = side === 'organization' && place === null && isNamed(locked.offer.pickUp, said, now);
      const [{ sequence }] = (await tx.query(
        `INSERT INTO hand_overs AS h (match_id, sequence, starts_at, ends_at, place, note, proposed_by, proposer_id, proposed_at, agreed_at) VALUES ($1, 0, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (match_id) DO UPDATE SET sequence = h.sequence + 1, starts_at = $2, ends_at = $3, place = $4, note = $5, proposed_by = $6, proposer_id = $7, proposed_at = $8,
           agreed_at = $9, reminded_at = NULL, cancelled_at = NULL RETURNING sequence`,
        [matchId, said.from, said.until, place, note, side, actor.personId, now, named ? now : null],
      )) as [{ sequence: number }];
      await record(tx, named ? 'match.hand-over-agreed' : 'match.hand-over-proposed', { ...idsOf(locked), sequence });
      tell(tx, locked);
    });
  }

  /** @param seen the sequence of the proposal that the reader saw; one that was moved since is not agreed to unread */
  async agree(actor: Actor, matchId: string, seen?: number): Promise<void> {
    await this.step(actor, matchId, async (tx, locked, side) => {
      const now = this.clock.now();
      const stored = await readHandOver(tx, matchId);
      const proposed = stored && { ...stored, agreed: stored.agreedAt !== null };
      const whyNot = whyNotAgreed(side, actor.personId, proposed, seen, now);
      if (whyNot) refuse(whyNot);
      if (proposed?.agreed) return;
      const [[{ sequence }]] = (await tx.query(
        `UPDATE hand_overs SET agreed_at = $2, sequence = sequence + 1 WHERE match_id = $1 RETURNING sequence`,
        [matchId, now],
      )) as [[{ sequence: number }]];
      await record(tx, 'match.hand-over-agreed', { ...idsOf(locked), sequence });
      tell(tx, locked);
    });
  }

  /**
   * Agreed hand-overs of the coming day that nobody was reminded of: each is marked, and `tell` writes to both sides in the same transaction. Once for each agreed
   * window; who agreed within the last day knows.
   */
  remindDue(tell: (tx: Tx, matchId: string, sequence: number) => Promise<void>): Promise<number> {
    const due = `h.starts_at > $1 AND h.starts_at <= $2 AND h.agreed_at IS NOT NULL AND h.agreed_at <= h.starts_at - interval '24 hours' AND h.reminded_at IS NULL AND h.cancelled_at IS NULL`;
    const before = new Date(this.clock.now().getTime() + REMIND_BEFORE_MS);
    return processDueRows(this.source, this.clock, {
      job: 'matching.remind-hand-overs',
      due: `SELECT h.match_id AS id, h.starts_at AS at FROM hand_overs h JOIN matches m ON m.id = h.match_id WHERE ${due} AND m.status = 'accepted'`,
      params: [before],
      apply: async (tx, id) => {
        const [rows] = (await tx.query(
          `UPDATE hand_overs h SET reminded_at = $1 FROM matches m WHERE h.match_id = $3 AND m.id = h.match_id AND m.status = 'accepted' AND ${due} RETURNING h.sequence`,
          [this.clock.now(), before, id],
        )) as [{ sequence: number }[], number];
        if (!rows[0]) return false;
        await tell(tx, id, rows[0].sequence);
        return true;
      },
    });
  }

  private async step(
    actor: Actor,
    matchId: string,
    change: (tx: Tx, locked: LockedMatch, side: MatchSide) => Promise<void>,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const found = await findMatch(tx, matchId);
      if (!mayKnowMatch(actor, found.parties)) refuse('match.not-found');
      if (sidesOf(actor, found.parties).length === 0) refuse('match.not-yours');
      if (found.match.signUp) refuse('match.of-a-shift'); // its shift has the hour
      const locked = await lockMatch(tx, found);
      const side = sidesOf(actor, locked.parties)[0] ?? refuse('match.not-yours');
      if (locked.match.status !== 'accepted') refuse('match.not-now', { status: locked.match.status });
      await change(tx, locked, side);
    });
  }
}

function same(
  before: Window & { place: string | null; note: string | null },
  said: Window & { place: string | null; note: string | null },
): boolean {
  return (
    before.from.getTime() === said.from.getTime() &&
    before.until.getTime() === said.until.getTime() &&
    before.place === said.place &&
    before.note === said.note
  );
}

const idsOf = ({ match, offer, need }: LockedMatch): { matchId: string; offerId: string; needId: string } => ({
  matchId: match.id,
  offerId: offer.id,
  needId: need.id,
});

function tell(tx: Tx, { match, parties }: LockedMatch): void {
  announce(tx, { event: 'match.changed', id: match.id, partyIds: [...watchersOf(parties), parties.organizationId] });
}
