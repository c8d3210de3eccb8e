import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { derivedId } from '#kernel';
import type { Tx } from '#platform';
import { MatchEntity } from '../match.entity.js';
import { CANCELLED_MS } from '../match-life.rules.js';
import { refuse } from '../match-life.refusals.js';
import {
  afterLedger,
  endMatch,
  findMatch,
  holdOf,
  inOrder,
  lockMatch,
  moveMatch,
  type LockedMatch,
  type StepContext,
} from '../match-steps.js';
import { MatchesService } from '../matches.service.js';
import { tryCode } from './hand-over-code.queries.js';
import { shownCode } from './hand-over-entry.queries.js';
import { codeFrom, takesCode, type LostReason } from './hand-over-entry.rules.js';

/** What a driver says of things that they carry. Ids are made by the phone: the same word sent again is the same entry. */
export interface CarriedLoss {
  readonly id: string;
  readonly amount: number;
  readonly reason: LostReason;
  readonly carrierId: string;
}

/** What a driver between both sides does to a match: its codes, its hold and its books. All but the code take the caller's transaction. */
@Injectable()
export class Carriers {
  constructor(
    private readonly source: DataSource,
    private readonly matches: MatchesService,
  ) {}

  find(tx: Tx, matchId: string): Promise<LockedMatch> {
    return findMatch(tx, matchId);
  }

  /** Need, offer, match: in the written order. */
  lock(tx: Tx, found: LockedMatch): Promise<LockedMatch> {
    return lockMatch(tx, found);
  }

  /** Where the driver loads, the giver's code counts; where the giver takes the things back, the driver's. @throws hand-over.wrong-code and others of codes */
  async tryCode(found: LockedMatch, typed: string, of: 'giver' | 'carrier'): Promise<void> {
    await tryCode(this.source, found, typed, of);
  }

  /** From now on the code of this driver counts, too, where the things arrive. @returns that code, never the giver's own */
  async takes(tx: Tx, matchId: string, carrierId: string, at: Date): Promise<string> {
    const giver = await shownCode(tx, matchId, at);
    const random = randomInt(9_999);
    const code = codeFrom(random < Number(giver.code) ? random : random + 1);
    await tx.query(
      'UPDATE hand_over_codes SET carrier_id = $2, carrier_code = $3, carried_at = NULL WHERE match_id = $1',
      [matchId, carrierId, code],
    );
    return code;
  }

  async leaves(tx: Tx, matchId: string): Promise<void> {
    await tx.query(
      'UPDATE hand_over_codes SET carrier_id = NULL, carrier_code = NULL, carried_at = NULL WHERE match_id = $1',
      [matchId],
    );
  }

  /** Handed to the driver: what was left behind is available again, the rest is under way. @throws match.more-than-held */
  async pickedUp(begun: StepContext, locked: LockedMatch, id: string, amount: number): Promise<void> {
    const { match, need } = locked;
    if (!takesCode(need.kind, match.status)) refuse('match.not-now', { status: match.status });
    const context = inOrder(begun, match);
    await this.holdOnly(context, locked, id, amount, 'left behind');
    await context.tx.query('UPDATE hand_over_codes SET carried_at = $2, tries = 0 WHERE match_id = $1', [
      match.id,
      context.at,
    ]);
    if (match.status === 'accepted') await moveMatch(context, locked, 'delivered', { deliveredAt: context.at });
  }

  /** Lost on the way: an entry in the account of who carried it. Where nothing is left, the match is over with it. */
  async lost(begun: StepContext, locked: LockedMatch, loss: CarriedLoss): Promise<void> {
    const { match, offer, need } = locked;
    if (!takesCode(need.kind, match.status)) refuse('match.not-now', { status: match.status });
    const context = inOrder(begun, match);
    const { tx, at, by } = context;
    const { ledger } = this.matches;
    const left = match.amount - loss.amount;
    if (left < 0) refuse('match.more-than-held', { held: match.amount, unit: match.unit });
    const before = { holdId: holdOf(match), reason: 'lost on the way', at, by };
    await ledger.voidHold(tx, before);
    await ledger.lose(tx, {
      id: left > 0 ? derivedId(loss.id, 'lost') : derivedId(match.id, 'lost'),
      offerId: offer.id,
      holderId: loss.carrierId,
      carrier: true,
      amount: loss.amount,
      matchId: match.id,
      reason: `lost on the way: ${loss.reason}`,
      at,
      by,
    });
    if (left > 0) return this.holdAgain(context, locked, loss.id, left);
    await tx.query(
      'INSERT INTO hand_over_entries (match_id, id, done_at, told_at, refused, refused_reason, expired, lost_reason) VALUES ($1, $2, $3, $3, 0, NULL, 0, $4)',
      [match.id, loss.id, at, loss.reason],
    );
    await moveMatch(context, locked, 'confirmed', { confirmedAt: at, nothingCame: true });
    await afterLedger(this.matches, context, locked);
  }

  /** Brought back to who gave it: the match ends, and all of its part is available again. @param byReceiver it was the receiving side that did not take it */
  async givenBack(begun: StepContext, locked: LockedMatch, byReceiver: boolean, reason: string): Promise<void> {
    const { match, need } = locked;
    if (!takesCode(need.kind, match.status)) refuse('match.not-now', { status: match.status });
    const context = inOrder(begun, match);
    await endMatch(this.matches, context, locked, 'cancelled', {
      reason,
      endedBy: byReceiver ? 'organization' : 'clock',
      notBefore: new Date(context.at.getTime() + CANCELLED_MS),
    });
    await this.leaves(context.tx, match.id);
  }

  private async holdOnly(
    context: StepContext,
    locked: LockedMatch,
    name: string,
    amount: number,
    reason: string,
  ): Promise<void> {
    const { match } = locked;
    if (amount === match.amount) return;
    if (amount > match.amount || amount < 1) refuse('match.more-than-held', { held: match.amount, unit: match.unit });
    const { tx, at, by } = context;
    await this.matches.ledger.voidHold(tx, { holdId: holdOf(match), reason, at, by });
    await this.holdAgain(context, locked, name, amount);
  }

  /** The rest of a hold that was voided, in the same transaction: nobody else can have taken it meanwhile. */
  private async holdAgain(context: StepContext, locked: LockedMatch, name: string, amount: number): Promise<void> {
    const { match, offer, need } = locked;
    const { tx, at, by } = context;
    const id = derivedId(name, 'hold');
    await this.matches.ledger.hold(tx, { id, offerId: offer.id, needId: need.id, matchId: match.id, amount, at, by });
    Object.assign(match, { hold: id, amount });
    await tx.save(MatchEntity, match);
    await afterLedger(this.matches, context, locked);
  }
}
