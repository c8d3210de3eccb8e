import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, measureAs } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, dayAt, derivedId, isDay, refuseForm } from '#kernel';
import { Ledger, StockLedger } from '#ledger';
import { CODE_LIMITS, codeFrom, plainCode } from '#matching';
import {
  isForOneMatch,
  isLiveOffer,
  mayManageOffer,
  maySeeOffer,
  OfferEntity,
  OffersService,
  refuseOffer,
} from '#offers';
import { type OfferForm } from '#forms';
import { announce, record, type Tx } from '#platform';
import { freshnessOf } from './lots.rules.js';
import {
  isShelved,
  keptPoint,
  lockOpenPoint,
  lotOf,
  plainNote,
  seenPoint,
  timeZoneOf,
  todayAt,
  writeLot,
  type NewLot,
  type PointRow,
} from './point-desk.js';
import { mayKeepStock } from './points.rules.js';
import { refuse } from './stock.refusals.js';

/** What is said when something is taken in: by the code of who announced it, or as it was brought without a word. */
export interface SaidIntake {
  readonly arrival?: string;
  readonly code?: string;
  /** How much of the announced came; absent: all of it. */
  readonly quantity?: string;
  readonly unit?: string;
  /** `2026-12-31`; absent: as the offer says. */
  readonly bestBefore?: string | null;
  readonly note?: string | null;
  /** Brought without an announcement: in the name of a walk-in, or of nobody (the organization's own). */
  readonly brought?: Omit<OfferForm, 'kind' | 'bestBefore' | 'place'>;
}

interface Arrival {
  readonly id: string;
  readonly pointId: string;
  readonly offerId: string;
  readonly amount: number;
  readonly endedAt: Date | null;
  readonly lotId: string | null;
}

/** Things come to a point: announced by who gives them, and taken in by their code, or brought without a word. Locks: point, offer, arrival, ledger. */
@Injectable()
export class Intakes {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    private readonly stock: StockLedger,
    private readonly offers: OffersService,
  ) {}

  /** The giver says that an offer, or a part of it, comes to a point. It holds nothing: what is agreed elsewhere meanwhile is not there. @param id where it is there already nothing is done */
  async announce(
    actor: Actor,
    pointId: string,
    said: { readonly offer: string; readonly quantity?: string; readonly unit?: string },
    id: string,
  ): Promise<string> {
    await this.source.transaction(async (tx) => {
      const point = await seenPoint(tx, actor, pointId);
      await lockOpenPoint(tx, point);
      const offer = await tx.findOne(OfferEntity, { where: { id: said.offer }, lock: { mode: 'pessimistic_write' } });
      if (!offer || !maySeeOffer(actor, offer)) return refuseOffer('offer.not-found') as never;
      if (!mayManageOffer(actor, offer)) refuseOffer('offer.not-yours');
      const [there]: { id: string }[] = await tx.query(
        'SELECT id FROM stock_arrivals WHERE id = $1 OR (point_id = $2 AND offer_id = $3 AND ended_at IS NULL) ORDER BY id = $1 DESC',
        [id, pointId, offer.id],
      );
      if (there?.id === id) return;
      if (there) refuse('stock.already-announced');
      const available = await this.available(tx, offer);
      const amount = said.quantity === undefined ? available : this.amountOf(offer, said.quantity, said.unit);
      if (amount > available) refuse('stock.not-goods');
      await tx.query(
        'INSERT INTO stock_arrivals (id, point_id, offer_id, amount, code, announced_at, announced_by) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [id, pointId, offer.id, amount, codeFrom(randomInt(10_000)), this.clock.now(), actor.personId],
      );
    });
    return id;
  }

  /** Taken back by the giver, or by those who keep the point. Said again it changes nothing. */
  async cancel(actor: Actor, arrivalId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const arrival = await this.arrivalFor(tx, actor, arrivalId);
      if (arrival.endedAt !== null) return arrival.lotId === null ? undefined : refuse('stock.arrival-over');
      await tx.query('UPDATE stock_arrivals SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL', [
        arrivalId,
        this.clock.now(),
      ]);
    });
  }

  /** Offer → stock, as a lot of its own. @param id of the lot: where it is there already nothing is done */
  async takeIn(actor: Actor, pointId: string, said: SaidIntake, id: string): Promise<string> {
    const point = await keptPoint(this.source.manager, actor, pointId);
    const bestBefore = this.dayOf(said.bestBefore);
    const today = todayAt(this.catalogue, point, this.clock.now());
    if (freshnessOf(bestBefore ?? null, today) === 'expired') refuse('stock.past-date');
    if (said.brought) await this.offerOf(actor, point, said.brought, bestBefore ?? null, derivedId(id, 'offer'));
    else await this.tryCode(actor, point, said, id);
    await this.source.transaction(async (tx) => {
      await lockOpenPoint(tx, point);
      const arrival = said.brought ? null : await this.arrivalFor(tx, actor, said.arrival ?? '');
      const offer = await this.offers.lock(tx, arrival?.offerId ?? derivedId(id, 'offer'));
      if (await isShelved(tx, id)) return; // under the lock of its offer: a twin of the same moment has ended
      if (arrival) await this.end(tx, arrival);
      const available = await this.available(tx, offer);
      const amount =
        arrival && said.quantity !== undefined
          ? this.amountOf(offer, said.quantity, said.unit)
          : (arrival?.amount ?? available);
      const lot: NewLot = this.lotFrom(actor, point, offer, { id, bestBefore, note: plainNote(said.note) });
      if (freshnessOf(lot.bestBefore, today) === 'expired') refuse('stock.past-date');
      await writeLot(tx, lot);
      const context = { at: lot.takenInAt, by: actor.personId };
      await this.stock.takeIn(tx, lotOf(lot), { id: derivedId(id, 'taken-in'), offerId: offer.id, amount, ...context });
      const balance = (await this.ledger.offerBalances(tx, [offer.id])).get(offer.id);
      if (balance) await this.offers.updateStatus(tx, offer.id, balance);
      if (arrival) await tx.query('UPDATE stock_arrivals SET lot_id = $2 WHERE id = $1', [arrival.id, id]);
      await record(tx, 'stock.taken-in', { lotId: id, offerId: offer.id });
      announce(tx, { event: 'offer.changed', id: offer.id, partyIds: [offer.donorId, point.organizationId] });
    });
    return id;
  }

  /** What was brought without a word is an offer of who brought it, or of the organization itself; open at once, and then taken in. */
  private async offerOf(
    actor: Actor,
    point: PointRow,
    brought: NonNullable<SaidIntake['brought']>,
    bestBefore: string | null,
    id: string,
  ): Promise<void> {
    await this.offers.publish(
      { ...actor, via: 'staff' },
      {
        ...brought,
        kind: 'goods',
        place: point.place,
        bestBefore: bestBefore === null ? null : new Date(`${bestBefore}T12:00:00Z`),
        coldChain: brought.coldChain ?? false,
        onBehalfOf: brought.onBehalfOf ?? point.organizationId,
        amountConfirmed: true,
      },
      id,
    );
  }

  /** A wrong code is counted in a statement of its own, so that no later refusal takes it back and many at once do not slip through. */
  private async tryCode(
    actor: Actor,
    point: PointRow,
    { arrival: arrivalId, code }: SaidIntake,
    lotId: string,
  ): Promise<void> {
    if (arrivalId === undefined) refuseForm([{ field: 'arrival', code: 'form.required' }]);
    if (code === undefined) refuseForm([{ field: 'code', code: 'form.required' }]);
    const arrival = await this.arrivalFor(this.source.manager, actor, arrivalId ?? '');
    if (arrival.pointId !== point.id) refuse('stock.no-arrival');
    if (arrival.lotId === lotId) return;
    if (arrival.endedAt !== null) refuse('stock.arrival-over');
    const [rows] = (await this.source.query(
      'UPDATE stock_arrivals SET tries = CASE WHEN code = $2 THEN tries ELSE tries + 1 END WHERE id = $1 AND tries < $3 RETURNING code = $2 AS right, tries',
      [arrival.id, plainCode(code ?? ''), CODE_LIMITS.tries],
    )) as [{ right: boolean; tries: number }[], number];
    const [tried] = rows;
    if (!tried) refuse('stock.code-used-up', { left: CODE_LIMITS.tries });
    if (!tried?.right) refuse('stock.wrong-code', { left: CODE_LIMITS.tries - (tried?.tries ?? 0) });
  }

  private async end(tx: Tx, arrival: Arrival): Promise<void> {
    const [rows] = (await tx.query(
      'UPDATE stock_arrivals SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id',
      [arrival.id, this.clock.now()],
    )) as [unknown[], number];
    if (rows.length === 0) refuse('stock.arrival-over');
  }

  /** Known to the giver and to those who keep the point. @throws stock.no-arrival */
  private async arrivalFor(tx: Tx, actor: Actor, id: string): Promise<Arrival> {
    const [row]: (Arrival & { donorId: string; onBehalfOf: string | null; organizationId: string })[] = await tx.query(
      `SELECT r.id, r.point_id AS "pointId", r.offer_id AS "offerId", r.amount, r.ended_at AS "endedAt", r.lot_id AS "lotId", o.donor_id AS "donorId", o.on_behalf_of AS "onBehalfOf", p.organization_id AS "organizationId"
       FROM stock_arrivals r JOIN offers o ON o.id = r.offer_id JOIN intake_points p ON p.id = r.point_id WHERE r.id = $1`,
      [id],
    );
    if (!row || !(mayKeepStock(actor, row) || mayManageOffer(actor, row))) return refuse('stock.no-arrival');
    return row;
  }

  private async available(tx: Tx, offer: OfferEntity): Promise<number> {
    if (offer.kind !== 'goods' || isForOneMatch(offer)) refuse('stock.not-goods');
    if (!isLiveOffer(offer.status)) refuse('stock.offer-not-open');
    const { available } = await this.ledger.lockOffer(tx, offer.id);
    if (available === 0) refuse('stock.not-goods');
    return available;
  }

  private amountOf(offer: OfferEntity, quantity: string, unit: string | undefined): number {
    const measured = measureAs(this.catalogue, offer, quantity, unit ?? offer.unit);
    return measured.ok ? measured.amount : (refuseForm(measured.errors) as never);
  }

  private dayOf(said: string | null | undefined): string | null | undefined {
    if (said !== undefined && said !== null && !isDay(said))
      refuseForm([{ field: 'bestBefore', code: 'stock.not-a-day' }]);
    return said;
  }

  private lotFrom(
    actor: Actor,
    point: PointRow,
    offer: OfferEntity,
    said: { readonly id: string; readonly bestBefore: string | null | undefined; readonly note: string | null },
  ): NewLot {
    const category = offer.category ?? (offer.item === null ? null : this.catalogue.item(offer.item)?.category);
    const ofOffer = offer.bestBefore && dayAt(timeZoneOf(this.catalogue, point.place), offer.bestBefore);
    return {
      id: said.id,
      pointId: point.id,
      organizationId: point.organizationId,
      offerId: offer.id,
      kitId: null,
      movedFrom: null,
      category: category ?? '',
      item: offer.item,
      unit: offer.unit,
      baseUnit: offer.baseUnit,
      eachAmount: offer.eachAmount,
      bestBefore: said.bestBefore === undefined ? ofOffer : said.bestBefore,
      coldChain: offer.coldChain ?? false,
      note: said.note,
      takenInAt: this.clock.now(),
      takenInBy: actor.personId,
    };
  }
}
