import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount, measureAs } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, derivedId, refuseForm, type FieldError } from '#kernel';
import { Ledger, StockLedger } from '#ledger';
import { isLive, NeedsService, refuseNeed, type NeedEntity } from '#needs';
import { announce, record, type Tx } from '#platform';
import {
  answersLot,
  differenceOf,
  fitsNeed,
  freshnessOf,
  reasonText,
  takeFrom,
  type DifferenceReason,
} from './lots.rules.js';
import {
  keptPoint,
  lockOpenPoint,
  lotOf,
  plainNote,
  readLots,
  todayAt,
  type LotRow,
  type PointRow,
} from './point-desk.js';
import { POINT_MAX } from './points.rules.js';
import { refuse } from './stock.refusals.js';

export interface SaidGift {
  readonly need: string;
  /** Absent: from all that fit, first expired first. */
  readonly lot?: string;
  readonly quantity: string;
  readonly unit: string;
}

export interface SaidCount {
  readonly lot: string;
  /** As the page said it, in the base unit: moved meanwhile, it is counted again. */
  readonly book: number;
  /** What lies there: a decimal from zero. */
  readonly quantity: string;
  readonly unit: string;
  readonly reason?: DifferenceReason;
  readonly note?: string | null;
}

export interface SaidLoss {
  /** Absent: all that lies there. */
  readonly quantity?: string;
  readonly unit?: string;
  readonly reason: DifferenceReason;
  readonly note?: string | null;
}

type Shelved = LotRow & { readonly amount: number };

interface Counted {
  readonly lot: Shelved;
  readonly book: number;
  readonly counted: number;
  readonly reason: DifferenceReason | undefined;
  readonly note: string | null;
}

const NONE = /^0+([.,]0+)?$/;

/** What is done with things on the shelves of a point: given out, counted, written off; each an entry of its own. Locks: point, need, ledger. */
@Injectable()
export class Shelves {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    private readonly stock: StockLedger,
    private readonly needs: NeedsService,
  ) {}

  /** Stock → a need of the organization, first expired first out. @param id where it was given out by this id already nothing is done */
  async giveOut(actor: Actor, pointId: string, said: SaidGift, id: string): Promise<void> {
    const point = await keptPoint(this.source.manager, actor, pointId);
    const now = this.clock.now();
    const today = todayAt(this.catalogue, point, now);
    await this.source.transaction(async (tx) => {
      await lockOpenPoint(tx, point);
      const need = await this.needs.lock(tx, said.need);
      if (await this.stock.isWritten(tx, derivedId(id, 'out-0'))) return; // under the lock of its need: a twin of the same moment has ended
      refuseNeedThatTakesNone(point, need, now);
      const like = (await readLots(tx, pointId)).filter((lot) => fitsNeed(lot, need));
      const fitting = like.filter((lot) => answersLot(this.catalogue, lot, need));
      const named = said.lot === undefined ? fitting : fitting.filter((lot) => lot.id === said.lot);
      if (named.length === 0 && like.some(({ id: one }) => said.lot === undefined || one === said.lot))
        refuse('stock.bound-elsewhere');
      if (said.lot !== undefined && named.length === 0)
        refuse((await this.isThere(tx, point, said.lot)) ? 'stock.does-not-fit' : 'stock.not-found');
      if (said.lot !== undefined && freshnessOf(named[0]?.bestBefore ?? null, today) === 'expired')
        refuse('stock.past-date');
      const lots = await this.locked(tx, named, need.id);
      const amount = this.amountOf(lots[0] ?? need, said.quantity, said.unit);
      const taken = takeFrom(lots, amount, today);
      if (!taken) {
        const good = lots.filter((lot) => freshnessOf(lot.bestBefore, today) !== 'expired');
        const left = good.reduce((sum, lot) => sum + lot.amount, 0);
        return refuse('stock.not-enough', { left, leftText: this.text(actor, left, need.baseUnit) });
      }
      for (const [at, part] of taken.entries())
        await this.stock.giveOut(tx, lotOf(part.lot), {
          id: derivedId(id, `out-${at}`),
          needId: need.id,
          amount: part.amount,
          at: now,
          by: actor.personId,
        });
      await this.needs.afterReceipt(tx, need.id, await this.ledger.lockNeed(tx, need.id));
      await record(tx, 'stock.given-out', { needId: need.id });
      announce(tx, { event: 'need.changed', id: need.id, partyIds: [point.organizationId] });
    });
  }

  /** What was counted beside the books: each difference is a new entry with its reason, and what was said stays as it was. @param id of the count */
  async count(actor: Actor, pointId: string, said: readonly SaidCount[], id: string): Promise<string> {
    const point = await keptPoint(this.source.manager, actor, pointId);
    if (said.length === 0) refuseForm([{ field: 'rows', code: 'form.required' }]);
    if (said.length > POINT_MAX.lots)
      refuseForm([{ field: 'rows', code: 'form.too-many', params: { max: POINT_MAX.lots } }]);
    await this.source.transaction(async (tx) => {
      await lockOpenPoint(tx, point);
      const now = this.clock.now();
      const written: unknown[] = await tx.query(
        'INSERT INTO stock_counts (id, point_id, counted_at, counted_by) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING RETURNING id',
        [id, pointId, now, actor.personId],
      );
      if (written.length === 0) return;
      const lots = await this.locked(
        tx,
        await readLots(
          tx,
          pointId,
          said.map(({ lot }) => lot),
        ),
      );
      const known = new Map(lots.map((lot) => [lot.id, lot]));
      const counted = this.counted(said, known);
      if (said.some(({ lot, book }) => known.get(lot)?.amount !== book)) refuse('stock.moved-meanwhile');
      for (const row of counted) await this.bookCount(tx, row, { id, at: now, by: actor.personId });
    });
    return id;
  }

  /** What is broken, gone or past its date leaves the shelf for the losses of the organization. Past its date is said only of what is. @param id of the entry */
  async writeOff(actor: Actor, lotId: string, said: SaidLoss, id: string): Promise<void> {
    const { point } = await this.lotFor(actor, lotId);
    const now = this.clock.now();
    await this.source.transaction(async (tx) => {
      await lockOpenPoint(tx, point);
      const [lot] = await this.locked(tx, await readLots(tx, point.id, [lotId]));
      if (await this.stock.isWritten(tx, id)) return;
      if (!lot) return refuse('stock.not-found');
      if (said.reason === 'expired' && freshnessOf(lot.bestBefore, todayAt(this.catalogue, point, now)) !== 'expired')
        refuse('stock.not-expired');
      const amount =
        said.quantity === undefined ? lot.amount : this.amountOf(lot, said.quantity, said.unit ?? lot.unit);
      if (amount > lot.amount || amount === 0)
        refuse('stock.not-enough', { left: lot.amount, leftText: this.text(actor, lot.amount, lot.baseUnit) });
      const reason = said.reason === 'expired' ? 'expired' : reasonText('write-off', said.reason, plainNote(said.note));
      await this.stock.lose(tx, lotOf(lot), { id, amount, reason, at: now, by: actor.personId });
    });
  }

  /** @throws stock.not-found, point.not-yours */
  async lotFor(actor: Actor, lotId: string): Promise<{ point: PointRow }> {
    const [row]: { pointId: string; organizationId: string }[] = await this.source.query(
      'SELECT point_id AS "pointId", organization_id AS "organizationId" FROM stock_lots WHERE id = $1',
      [lotId],
    );
    if (!row || !actor.organizations.some(({ id }) => id === row.organizationId)) return refuse('stock.not-found');
    return { point: await keptPoint(this.source.manager, actor, row.pointId) };
  }

  /** Every row read in the unit of its lot; what is wrong is said of all rows at once. */
  private counted(said: readonly SaidCount[], known: ReadonlyMap<string, Shelved>): Counted[] {
    const errors: FieldError[] = [];
    const rows = said.map(({ lot: id, book, quantity, unit, reason, note }, at) => {
      const lot = known.get(id) ?? refuse('stock.not-found');
      if (said.findIndex((other) => other.lot === id) !== at)
        errors.push({ field: `rows.${at}.lot`, code: 'form.wrong-type' });
      const measured = NONE.test(quantity.trim())
        ? { ok: true as const, amount: 0 }
        : measureAs(this.catalogue, lot, quantity, unit, { quantity: `rows.${at}.quantity`, unit: `rows.${at}.unit` });
      if (!measured.ok) errors.push(...measured.errors);
      const counted = measured.ok ? measured.amount : book;
      const difference = differenceOf(book, counted, reason);
      if (!difference.ok) errors.push({ field: `rows.${at}.reason`, code: difference.code });
      return { lot, book, counted, reason: book === counted ? undefined : reason, note: plainNote(note) };
    });
    if (errors.length > 0) refuseForm(errors);
    return rows;
  }

  private async bookCount(
    tx: Tx,
    { lot, book, counted, reason, note }: Counted,
    context: { readonly id: string; readonly at: Date; readonly by: string },
  ): Promise<void> {
    const difference = differenceOf(book, counted, reason);
    const entry =
      reason !== undefined && difference.ok && difference.kind !== 'none' ? { ...difference, reason } : null;
    const id = entry && derivedId(context.id, lot.id);
    if (entry && id)
      await this.stock[entry.kind === 'loss' ? 'lose' : 'found'](tx, lotOf(lot), {
        id,
        amount: entry.amount,
        reason: reasonText('count', entry.reason, note),
        at: context.at,
        by: context.by,
      });
    await tx.query(
      'INSERT INTO stock_count_rows (count_id, lot_id, book, counted, reason, note, entry) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [context.id, lot.id, book, counted, reason ?? null, note, id],
    );
  }

  private async isThere(tx: Tx, point: PointRow, lotId: string): Promise<boolean> {
    return (await readLots(tx, point.id, [lotId])).length > 0;
  }

  /** As they lie there under the locks of the books. */
  private async locked(tx: Tx, lots: readonly Shelved[], needId?: string): Promise<Shelved[]> {
    const left = await this.stock.lock(tx, lots.map(lotOf), needId);
    return lots.map((lot) => ({ ...lot, amount: left.get(lot.id) ?? 0 }));
  }

  private amountOf(
    thing: { readonly unit: string; readonly baseUnit: string; readonly eachAmount: number | null },
    quantity: string,
    unit: string,
  ): number {
    const measured = measureAs(this.catalogue, thing, quantity, unit);
    return measured.ok ? measured.amount : (refuseForm(measured.errors) as never);
  }

  private text(actor: Actor, amount: number, unit: string): string {
    return formatAmount(amount, unit, actor.locale, this.catalogue);
  }
}

/** The need is locked. @throws stock.other-need, stock.need-takes-none */
function refuseNeedThatTakesNone(point: PointRow, need: NeedEntity, now: Date): void {
  if (need.organizationId !== point.organizationId)
    return isLive(need.status) ? refuse('stock.other-need') : refuseNeed('need.not-found');
  if (need.kind !== 'goods' || !isLive(need.status) || need.deadline <= now) refuse('stock.need-takes-none');
}
