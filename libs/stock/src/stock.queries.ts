import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { donorLabel } from '#donors';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { StockLedger, type LotEntry } from '#ledger';
import { accountsFrom, movesAt } from './moves.queries.js';
import { mayManageOffer, maySeeOffer, OfferEntity, refuseOffer } from '#offers';
import { KITS, type KitRow } from './kits.service.js';
import { answersLot, fitsNeed, freshnessOf, mayBePart } from './lots.rules.js';
import {
  keptPoint,
  LOT_COLUMNS,
  POINTS,
  readLots,
  seenPoint,
  todayAt,
  type LotRow,
  type PointRow,
} from './point-desk.js';
import { mayKeepStock, nearestFirst, POINT_MAX } from './points.rules.js';
import { refuse } from './stock.refusals.js';
import {
  ARRIVALS,
  COUNTS,
  LIVE_NEEDS,
  lotView,
  NAMED_NEEDS,
  needTitle,
  stepsOf,
  WANTED,
  wantedName,
  type ArrivalRow,
  type ArrivalView,
  type CountView,
  type KitView,
  type Locale,
  type LotPath,
  type NamedNeed,
  type PointView,
  type StockView,
} from './stock.view.js';
import { arrivalView, kitView, pointView } from './point-views.js';

export type {
  ArrivalView,
  CountView,
  KitView,
  LotPath,
  LotView,
  MoveView,
  PointView,
  StockView,
} from './stock.view.js';

const POINTS_SHOWN = 100;
const WANTED_SHOWN = 12;

/** Reads of intake points: what everybody knows of them, and what lies there for those who keep the point. */
@Injectable()
export class StockReads {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly stock: StockLedger,
  ) {}

  /** Open points, those of the place first and the nearest to it after them. */
  async points(
    actor: Actor | null,
    filters: { readonly organization?: string; readonly place?: string },
    locale: Locale,
  ): Promise<PointView[]> {
    const own = actor?.organizations.map(({ id }) => id) ?? [];
    const rows: PointRow[] = await this.source.query(
      `${POINTS} WHERE p.closed_at IS NULL AND ((p.public AND g.status = 'verified') OR p.organization_id = ANY($1)) AND ($2::uuid IS NULL OR p.organization_id = $2)
       ORDER BY g.place IS NOT DISTINCT FROM $3 DESC, g.short_name, p.name, p.id LIMIT ${POINTS_SHOWN}`,
      [own, filters.organization ?? null, filters.place ?? null],
    );
    const wanted = await this.wantedBy(rows, locale);
    const here = filters.place === undefined ? undefined : this.catalogue.place(filters.place);
    const sorted = here ? nearestFirst(rows, here, (code) => this.catalogue.place(code)) : rows;
    return sorted.map((row) => pointView(this.catalogue, this.clock.now(), actor, row, wanted.get(row.organizationId)));
  }

  /** @throws point.not-found */
  async point(actor: Actor | null, id: string, locale: Locale): Promise<PointView> {
    const row = await seenPoint(this.source.manager, actor, id);
    return pointView(
      this.catalogue,
      this.clock.now(),
      actor,
      row,
      (await this.wantedBy([row], locale)).get(row.organizationId),
    );
  }

  /** Everything at a point, for those who keep it. @throws point.not-found, point.not-yours */
  async shelves(actor: Actor, id: string, locale: Locale): Promise<StockView> {
    const db = this.source.manager;
    const point = await keptPoint(db, actor, id);
    const [now, today] = [this.clock.now(), todayAt(this.catalogue, point, this.clock.now())];
    const lots = (await readLots(db, id)).slice(0, POINT_MAX.lots);
    const needs: (NamedNeed & { open: number; unit: string; item: string | null; coldChain: boolean })[] =
      await db.query(LIVE_NEEDS, [point.organizationId, now]);
    const arrivals: ArrivalRow[] = await db.query(
      `${ARRIVALS} WHERE r.point_id = $1 AND r.ended_at IS NULL ORDER BY r.announced_at, r.id LIMIT ${POINT_MAX.lots}`,
      [id],
    );
    const kits: KitRow[] = await db.query(
      `${KITS} WHERE k.organization_id = $1 AND k.retired_at IS NULL ORDER BY k.made_at, k.id`,
      [point.organizationId],
    );
    const [counted]: { at: Date | null; differences: number }[] = await db.query(
      `SELECT c.counted_at AS at, (SELECT count(*)::int FROM stock_count_rows r WHERE r.count_id = c.id AND r.book <> r.counted) AS differences FROM stock_counts c WHERE c.point_id = $1 ORDER BY c.counted_at DESC, c.id DESC LIMIT 1`,
      [id],
    );
    return {
      point: pointView(this.catalogue, this.clock.now(), actor, point),
      today,
      lots: lots.map((lot) => lotView(lot, mayKeepStock(actor, point), today)),
      kinds: new Set(lots.map(({ item, category }) => item ?? category)).size,
      soon: lots.filter(({ bestBefore }) => freshnessOf(bestBefore, today) === 'soon').length,
      expired: lots.filter(({ bestBefore }) => freshnessOf(bestBefore, today) === 'expired').length,
      lastCount: counted?.at ? { at: counted.at, differences: counted.differences } : null,
      arrivals: arrivals.map((row) => arrivalView(actor, row, locale)),
      moves: await movesAt(db, id, mayKeepStock(actor, point), today),
      needs: needs.map((need) => ({
        id: need.id,
        number: need.number,
        title: need.title,
        open: need.open,
        unit: need.unit,
        lots: lots
          .filter(
            (lot) =>
              freshnessOf(lot.bestBefore, today) !== 'expired' &&
              fitsNeed(lot, { ...need, baseUnit: need.unit }) &&
              answersLot(this.catalogue, lot, need),
          )
          .map((lot) => lot.id),
      })),
      kits: kits.map((kit) => kitView(actor, kit, lots.filter(mayBePart), today)),
    };
  }

  /** What became of a lot, step by step. @throws stock.not-found, point.not-yours */
  async path(actor: Actor, lotId: string, locale: Locale): Promise<LotPath> {
    const db = this.source.manager;
    const [found]: LotRow[] = await db.query(`SELECT ${LOT_COLUMNS} FROM stock_lots l WHERE l.id = $1`, [lotId]);
    if (!found || !actor.organizations.some(({ id }) => id === found.organizationId)) return refuse('stock.not-found');
    const point = await keptPoint(db, actor, found.pointId);
    const [lot] = await readLots(db, found.pointId, [lotId]);
    if (!lot) return refuse('stock.not-found');
    const entries = await this.stock.entries(db, lot.account, POINT_MAX.entries);
    return {
      lot: lotView(lot, mayKeepStock(actor, point), todayAt(this.catalogue, point, this.clock.now())),
      from: lot.offerId === null ? null : await this.giverOf(lot.offerId, locale),
      steps: stepsOf(entries, await this.needsOf(actor, entries, locale)),
    };
  }

  /** Counts of a point, the last first. @throws point.not-found, point.not-yours */
  async counts(actor: Actor, id: string): Promise<CountView[]> {
    await keptPoint(this.source.manager, actor, id);
    return this.source.query(COUNTS, [id, POINT_MAX.counts]);
  }

  /** To which points an offer was announced, with the codes for its giver, and what became of what came there. @throws offer.not-found */
  async arrivalsOf(actor: Actor, offerId: string, locale: Locale): Promise<ArrivalView[]> {
    const db = this.source.manager;
    const offer = await db.findOneBy(OfferEntity, { id: offerId });
    if (!offer || !maySeeOffer(actor, offer)) return refuseOffer('offer.not-found') as never;
    const rows: ArrivalRow[] = await db.query(
      `${ARRIVALS} WHERE r.offer_id = $1 ORDER BY r.announced_at DESC, r.id DESC LIMIT ${POINT_MAX.counts}`,
      [offerId],
    );
    const views: ArrivalView[] = [];
    for (const row of rows) {
      const entries: LotEntry[] = [];
      for (const account of row.lotId === null ? [] : await accountsFrom(db, row.lotId))
        entries.push(...(await this.stock.entries(db, account, POINT_MAX.entries)));
      entries.sort((a, b) => a.at.getTime() - b.at.getTime());
      views.push({
        ...arrivalView(actor, row, locale),
        steps: stepsOf(entries, await this.needsOf(actor, entries, locale)),
      });
    }
    return views;
  }

  /** One arrival, for its giver and those who keep the point. @throws stock.no-arrival */
  async arrival(actor: Actor, id: string, locale: Locale): Promise<ArrivalView> {
    const [row]: ArrivalRow[] = await this.source.query(`${ARRIVALS} WHERE r.id = $1`, [id]);
    if (!row || !(mayKeepStock(actor, row) || mayManageOffer(actor, row))) return refuse('stock.no-arrival');
    return arrivalView(actor, row, locale);
  }

  /** @throws stock.kit-not-found */
  async kit(actor: Actor, id: string): Promise<KitView> {
    const [kit]: KitRow[] = await this.source.query(`${KITS} WHERE k.id = $1`, [id]);
    if (!kit || !actor.organizations.some((one) => one.id === kit.organizationId)) return refuse('stock.kit-not-found');
    return kitView(actor, kit, [], '');
  }

  /** Names of what organizations ask for, each once. */
  private async wantedBy(rows: readonly PointRow[], locale: Locale): Promise<Map<string, string[]>> {
    const names = new Map<string, string[]>();
    const asked: { organization: string; category: string; item: string | null }[] = await this.source.query(WANTED, [
      rows.map(({ organizationId }) => organizationId),
      this.clock.now(),
    ]);
    for (const { organization, category, item } of asked) {
      const name = wantedName(this.catalogue, category, item, locale);
      const known = names.get(organization) ?? [];
      if (!known.includes(name) && known.length < WANTED_SHOWN) names.set(organization, [...known, name]);
    }
    return names;
  }

  private async giverOf(offerId: string, locale: Locale): Promise<{ giver: string; at: Date } | null> {
    const [row]: { name: string | null; anonymous: boolean; at: Date }[] = await this.source.query(
      'SELECT d.display_name AS name, o.anonymous, o.created_at AS at FROM offers o LEFT JOIN donors d ON d.id = o.donor_id WHERE o.id = $1',
      [offerId],
    );
    return row ? { giver: donorLabel(row.name, row.anonymous, locale), at: row.at } : null;
  }

  /** Needs that got of it, with titles that this reader may read. */
  private async needsOf(
    actor: Actor,
    entries: readonly { readonly other: string; readonly holder: string }[],
    locale: Locale,
  ): Promise<Map<string, { id: string; number: number; title: string }>> {
    const ids = entries.filter(({ other }) => other === 'need').map(({ holder }) => holder);
    if (ids.length === 0) return new Map();
    const rows: NamedNeed[] = await this.source.query(NAMED_NEEDS, [ids]);
    return new Map(
      rows.map((need) => [
        need.id,
        { id: need.id, number: need.number, title: needTitle(this.catalogue, actor, need, locale) },
      ]),
    );
  }
}
