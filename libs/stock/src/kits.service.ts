import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, derivedId, refuseForm } from '#kernel';
import { StockLedger } from '#ledger';
import { isThereFor, lockOrganization, refuseOrganization } from '#organizations';
import type { Tx } from '#platform';
import {
  KIT_LIMITS,
  KIT_UNIT,
  kitBestBefore,
  kitsFrom,
  partsFor,
  readKit,
  takenApart,
  type KitForm,
  type KitPart,
} from './kits.rules.js';
import {
  keptPoint,
  isShelved,
  LOT_COLUMNS,
  lockOpenPoint,
  lotOf,
  readLots,
  todayAt,
  writeLot,
  type LotRow,
} from './point-desk.js';
import { mayBePart } from './lots.rules.js';
import { mayKeepStock } from './points.rules.js';
import { Shelves } from './shelves.service.js';
import { refuse } from './stock.refusals.js';

export interface KitRow {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly item: string;
  readonly parts: readonly KitPart[];
  readonly retiredAt: Date | null;
}

export const KITS = `SELECT k.id, k.organization_id AS "organizationId", k.name, k.item, k.parts, k.retired_at AS "retiredAt" FROM stock_kits k`;

/** Kits are recipes; assembled, parts leave the shelf and kits come to it; taken apart, the same parts come back. Locks: organization or point, then ledger. */
@Injectable()
export class Kits {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly stock: StockLedger,
    private readonly shelves: Shelves,
  ) {}

  /** @param id where it is there already nothing is done */
  async make(actor: Actor, organizationId: string, form: KitForm, id: string): Promise<string> {
    await this.source.transaction(async (tx) => {
      const organization = await lockOrganization(tx, organizationId);
      if (!(await isThereFor(tx, actor, organization))) refuseOrganization('organization.not-found');
      if (!mayKeepStock(actor, { organizationId })) refuse('point.not-yours');
      const read = readKit(this.catalogue, form);
      if (!read.ok) return refuseForm(read.errors);
      const [row]: { count: number }[] = await tx.query(
        'SELECT count(*)::int AS count FROM stock_kits WHERE organization_id = $1 AND retired_at IS NULL AND id <> $2',
        [organizationId, id],
      );
      if ((row?.count ?? 0) >= KIT_LIMITS.kits) refuse('stock.kits-too-many', { max: KIT_LIMITS.kits });
      const { name, item, parts } = read.kit;
      await tx.query(
        'INSERT INTO stock_kits (id, organization_id, name, item, parts, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING',
        [id, organizationId, name, item, JSON.stringify(parts), this.clock.now(), actor.personId],
      );
    });
    return id;
  }

  /** It is assembled no more; what lies there stays. Retired again it changes nothing. */
  async retire(actor: Actor, id: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const kit = await this.kitFor(tx, actor, id);
      await tx.query('UPDATE stock_kits SET retired_at = $2 WHERE id = $1 AND retired_at IS NULL', [
        kit.id,
        this.clock.now(),
      ]);
    });
  }

  /** Parts out, kits in: a lot of its own that keeps as long as what of it ends first. @param id of the lot */
  async assemble(
    actor: Actor,
    pointId: string,
    said: { readonly kit: string; readonly count: number },
    id: string,
  ): Promise<string> {
    const point = await keptPoint(this.source.manager, actor, pointId);
    await this.source.transaction(async (tx) => {
      await lockOpenPoint(tx, point);
      if (await isShelved(tx, id)) return;
      const kit = await this.kitFor(tx, actor, said.kit);
      if (kit.organizationId !== point.organizationId || kit.retiredAt !== null) refuse('stock.kit-not-found');
      const now = this.clock.now();
      const today = todayAt(this.catalogue, point, now);
      const parts = (await readLots(tx, pointId)).filter(
        (lot) => mayBePart(lot) && kit.parts.some(({ item }) => item === lot.item),
      );
      const left = await this.stock.lock(tx, parts.map(lotOf));
      const lots = parts.map((lot) => ({ ...lot, amount: left.get(lot.id) ?? 0 }));
      const taken = partsFor(kit.parts, said.count, lots, today);
      if (!taken) {
        const { count, short } = kitsFrom(kit.parts, lots, today);
        const item = this.catalogue.item(short ?? '');
        return refuse('stock.parts-short', { count, itemRu: item?.nameRu ?? '', itemEn: item?.nameEn ?? '' });
      }
      const lot = {
        id,
        pointId,
        organizationId: point.organizationId,
        offerId: null,
        kitId: kit.id,
        movedFrom: null,
        category: this.catalogue.item(kit.item)?.category ?? '',
        item: kit.item,
        unit: KIT_UNIT,
        baseUnit: KIT_UNIT,
        eachAmount: null,
        bestBefore: kitBestBefore(taken),
        coldChain: taken.some((part) => part.lot.coldChain),
        note: null,
        takenInAt: now,
        takenInBy: actor.personId,
      };
      if (!(await writeLot(tx, lot))) return;
      await this.stock.assemble(
        tx,
        lotOf(lot),
        { id: derivedId(id, 'kit'), amount: said.count, at: now, by: actor.personId },
        taken.map((part) => ({ id: derivedId(id, part.lot.id), lot: lotOf(part.lot), amount: part.amount })),
      );
    });
    return id;
  }

  /** Kits out, their parts back to the lots that they came from. @param id of the entry of the kits */
  async takeApart(actor: Actor, lotId: string, count: number, id: string): Promise<void> {
    const { point } = await this.shelves.lotFor(actor, lotId);
    await this.source.transaction(async (tx) => {
      await lockOpenPoint(tx, point);
      const [lot] = await readLots(tx, point.id, [lotId]);
      if (!lot || lot.kitId === null || lot.movedFrom !== null) return refuse('stock.no-kit');
      const [kit]: KitRow[] = await tx.query(`${KITS} WHERE k.id = $1`, [lot.kitId]);
      const parts: LotRow[] = await tx.query(
        `SELECT ${LOT_COLUMNS} FROM stock_lots l WHERE l.id IN (SELECT d.purpose::uuid FROM transfers t JOIN accounts d ON d.id = t.debit AND d.kind = 'stock' WHERE t.subject_id = $1 AND t.subject_type = 'lot' AND t.kind = 'assembly')`,
        [lotId],
      );
      const left = await this.stock.lock(tx, [lotOf(lot), ...parts.map(lotOf)]);
      if (await this.stock.isWritten(tx, derivedId(id, 'apart-0'))) return;
      const back = takenApart(kit?.parts ?? [], count, await this.stock.assembled(tx, lotOf(lot)), parts);
      if (!back || (left.get(lotId) ?? 0) < count)
        return refuse('stock.not-enough', { left: left.get(lotId) ?? 0, leftText: String(left.get(lotId) ?? 0) });
      const context = { at: this.clock.now(), by: actor.personId, reason: 'taken apart' };
      for (const [at, { id: transferId, amount }] of back.entries())
        await this.stock.takeBack(tx, { id: derivedId(id, `apart-${at}`), transferId, amount, ...context });
    });
  }

  /** @throws stock.kit-not-found */
  private async kitFor(tx: Tx, actor: Actor, id: string): Promise<KitRow> {
    const [kit]: KitRow[] = await tx.query(`${KITS} WHERE k.id = $1`, [id]);
    if (!kit || !actor.organizations.some((one) => one.id === kit.organizationId)) return refuse('stock.kit-not-found');
    return mayKeepStock(actor, kit) ? kit : refuse('point.not-yours');
  }
}
