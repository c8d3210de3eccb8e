import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount, measureAs } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, derivedId, refuseForm } from '#kernel';
import { StockLedger } from '#ledger';
import type { Tx } from '#platform';
import { arrivalOf, freshnessOf, reasonText, type DifferenceReason } from './lots.rules.js';
import {
  isShelved,
  keptPoint,
  lockOpenPoint,
  lotOf,
  plainNote,
  readLots,
  todayAt,
  writeLot,
  type LotRow,
} from './point-desk.js';
import { Shelves } from './shelves.service.js';
import { refuse } from './stock.refusals.js';

export interface SaidMove {
  /** Another open point of the organization. */
  readonly to: string;
  /** Absent: all that lies there. */
  readonly quantity?: string;
  readonly unit?: string;
  readonly note?: string | null;
}

export interface SaidMoveArrival {
  /** Absent: all of it came. `0`: nothing. */
  readonly quantity?: string;
  readonly unit?: string;
  /** What did not come is back where it left; else it is lost, with a reason. */
  readonly back?: boolean;
  readonly reason?: DifferenceReason;
  readonly note?: string | null;
}

export interface MoveRow {
  readonly id: string;
  readonly organizationId: string;
  readonly fromPoint: string;
  readonly toPoint: string;
  readonly fromLot: string;
  readonly toLot: string;
  readonly amount: number;
  readonly note: string | null;
  readonly sentAt: Date;
  readonly endedAt: Date | null;
}

export const MOVES = `SELECT m.id, m.organization_id AS "organizationId", m.from_point AS "fromPoint", m.to_point AS "toPoint", m.from_lot AS "fromLot", m.to_lot AS "toLot",
    m.amount, m.note, m.sent_at AS "sentAt", m.ended_at AS "endedAt" FROM stock_moves m`;

const NONE = /^0+([.,]0+)?$/;

/** Things on their way from one point to another: off the first shelf at once, onto the second when they are received. Locks: points by id, the move, ledger. */
@Injectable()
export class Moves {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly stock: StockLedger,
    private readonly shelves: Shelves,
  ) {}

  /** A part of a lot leaves for another point, and becomes a lot there with the same giver, date and binding. @param id of the move: run again nothing is done */
  async send(actor: Actor, lotId: string, said: SaidMove, id: string): Promise<string> {
    const { point } = await this.shelves.lotFor(actor, lotId);
    const to = await keptPoint(this.source.manager, actor, said.to);
    if (to.organizationId !== point.organizationId || to.id === point.id) refuse('stock.other-organization');
    await this.source.transaction(async (tx) => {
      for (const one of [point, to].sort((a, b) => (a.id < b.id ? -1 : 1))) await lockOpenPoint(tx, one);
      const toLot = derivedId(id, 'lot');
      if (await isShelved(tx, toLot)) return;
      const [lot] = await readLots(tx, point.id, [lotId]);
      if (!lot) return refuse('stock.not-found');
      const now = this.clock.now();
      if (freshnessOf(lot.bestBefore, todayAt(this.catalogue, point, now)) === 'expired') refuse('stock.past-date');
      const amount = said.quantity === undefined ? lot.amount : this.amountOf(lot, said.quantity, said.unit);
      if (amount > lot.amount || amount === 0)
        refuse('stock.not-enough', {
          left: lot.amount,
          leftText: formatAmount(lot.amount, lot.baseUnit, actor.locale, this.catalogue),
        });
      const { account: _account, title: _title, only: _only, amount: _amount, ...same } = lot;
      const moved = {
        ...same,
        id: toLot,
        pointId: to.id,
        movedFrom: lot.id,
        takenInAt: now,
        takenInBy: actor.personId,
      };
      if (!(await writeLot(tx, moved))) return;
      await this.stock.send(tx, lotOf(lot), lotOf(moved), { id, amount, at: now, by: actor.personId });
      await tx.query(
        'INSERT INTO stock_moves (id, organization_id, from_point, to_point, from_lot, to_lot, amount, note, sent_at, sent_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
        [id, point.organizationId, point.id, to.id, lot.id, toLot, amount, plainNote(said.note), now, actor.personId],
      );
    });
    return id;
  }

  /** It came, whole or in part. Said again by a second click it changes nothing. @throws stock.no-move, stock.move-over */
  async receive(actor: Actor, moveId: string, said: SaidMoveArrival): Promise<void> {
    await this.end(actor, moveId, 'toPoint', (move, lot) => {
      const came =
        said.quantity === undefined
          ? move.amount
          : NONE.test(said.quantity.trim())
            ? 0
            : this.amountOf(lot, said.quantity, said.unit);
      const read = arrivalOf(move.amount, came, { back: said.back ?? false, reason: said.reason });
      if (!read.ok)
        return refuseForm([
          { field: read.code === 'stock.more-than-sent' ? 'quantity' : 'reason', code: read.code },
        ]) as never;
      const reason = said.reason === undefined ? null : reasonText('move', said.reason, plainNote(said.note));
      return { ...read, reason: came === move.amount ? null : (reason ?? 'came back') };
    });
  }

  /** Called back before it came: everything is on the shelf again that it left. @throws stock.no-move, stock.move-over */
  async callBack(actor: Actor, moveId: string): Promise<void> {
    await this.end(actor, moveId, 'fromPoint', () => ({ arrived: 0, lost: 0, reason: 'came back' }));
  }

  /** Between which points it goes. @throws stock.no-move */
  async pointsOf(actor: Actor, moveId: string): Promise<Pick<MoveRow, 'fromPoint' | 'toPoint'>> {
    return this.source.transaction((tx) => this.moveFor(tx, actor, moveId));
  }

  private async end(
    actor: Actor,
    moveId: string,
    at: 'fromPoint' | 'toPoint',
    read: (move: MoveRow, lot: LotRow) => { arrived: number; lost: number; reason: string | null },
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const move = await this.moveFor(tx, actor, moveId);
      await keptPoint(tx, actor, move[at]);
      const [lot] = await readLots(tx, move.fromPoint, [move.fromLot]);
      if (!lot) return refuse('stock.no-move');
      const result = read(move, lot);
      if (move.endedAt !== null) {
        const [before]: { same: boolean }[] = await tx.query(
          'SELECT arrived = $2 AND lost = $3 AS same FROM stock_moves WHERE id = $1',
          [moveId, result.arrived, result.lost],
        );
        return before?.same ? undefined : refuse('stock.move-over');
      }
      const context = { at: this.clock.now(), by: actor.personId };
      await this.stock.arrive(tx, {
        moveId,
        arrived: result.arrived,
        ...(result.reason ? { reason: result.reason } : {}),
        ...context,
      });
      if (result.lost > 0)
        await this.stock.lose(tx, lotOf(lot), {
          id: derivedId(moveId, 'lost'),
          amount: result.lost,
          reason: result.reason ?? '',
          ...context,
        });
      await tx.query(
        'UPDATE stock_moves SET ended_at = $2, ended_by = $3, arrived = $4, lost = $5, reason = $6 WHERE id = $1',
        [moveId, context.at, context.by, result.arrived, result.lost, result.reason],
      );
    });
  }

  /** Locked: two who end it at once do it one after the other. */
  private async moveFor(tx: Tx, actor: Actor, id: string): Promise<MoveRow> {
    const [move]: MoveRow[] = await tx.query(`${MOVES} WHERE m.id = $1 FOR UPDATE`, [id]);
    return move && actor.organizations.some((one) => one.id === move.organizationId) ? move : refuse('stock.no-move');
  }

  private amountOf(lot: LotRow, quantity: string, unit = lot.unit): number {
    const measured = measureAs(this.catalogue, lot, quantity, unit);
    return measured.ok ? measured.amount : (refuseForm(measured.errors) as never);
  }
}
