import type { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { dayAt } from '#kernel';
import { stockAccountId, type Db, type LotOfPoint } from '#ledger';
import type { OpeningHours } from '#organizations';
import type { Tx } from '#platform';
import { mayKeepStock, maySeePoint } from './points.rules.js';
import { refuse } from './stock.refusals.js';

export interface PointRow {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly organizationStatus: string;
  readonly place: string;
  readonly version: number;
  readonly name: string;
  readonly address: string;
  readonly hours: readonly OpeningHours[];
  readonly public: boolean;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

export interface LotRow {
  readonly id: string;
  readonly pointId: string;
  readonly organizationId: string;
  readonly account: string;
  readonly offerId: string | null;
  readonly kitId: string | null;
  /** The lot that it was at another point. */
  readonly movedFrom: string | null;
  readonly category: string;
  readonly item: string | null;
  readonly title: string | null;
  readonly unit: string;
  readonly baseUnit: string;
  readonly eachAmount: number | null;
  readonly bestBefore: string | null;
  readonly coldChain: boolean;
  /** What its giver bound it to; none: anything. */
  readonly only: readonly string[];
  readonly note: string | null;
  readonly takenInAt: Date;
}

export const POINTS = `SELECT p.id, p.organization_id AS "organizationId", g.short_name AS "organizationName", g.status AS "organizationStatus", g.place, p.version, p.name, p.address, p.hours, p.public,
    p.opened_at AS "openedAt", p.closed_at AS "closedAt"
  FROM intake_points p JOIN organizations g ON g.id = p.organization_id`;

export const LOT_COLUMNS = `l.id, l.point_id AS "pointId", l.organization_id AS "organizationId", l.account, l.offer_id AS "offerId", l.kit_id AS "kitId", l.moved_from AS "movedFrom", l.category, l.item,
  coalesce((SELECT k.name FROM stock_kits k WHERE k.id = l.kit_id), (SELECT o.title FROM offers o WHERE o.id = l.offer_id)) AS title, l.unit,
  l.base_unit AS "baseUnit", l.each_amount AS "eachAmount", l.best_before::text AS "bestBefore", l.cold_chain AS "coldChain",
  coalesce((SELECT o.bound_to FROM offers o WHERE o.id = l.offer_id), '{}') AS only, l.note, l.taken_in_at AS "takenInAt"`;

export const lotOf = (row: Pick<LotRow, 'id' | 'pointId' | 'organizationId' | 'baseUnit' | 'item'>): LotOfPoint => ({
  id: row.id,
  pointId: row.pointId,
  organizationId: row.organizationId,
  unit: row.baseUnit,
  item: row.item,
});

export async function readPoint(db: Db, id: string): Promise<PointRow | null> {
  const [row]: PointRow[] = await db.query(`${POINTS} WHERE p.id = $1`, [id]);
  return row ?? null;
}

/** What is hidden from the caller is not there. @throws point.not-found */
export async function seenPoint(db: Db, actor: Actor | null, id: string): Promise<PointRow> {
  const point = await readPoint(db, id);
  return point && maySeePoint(actor, point, point.organizationStatus) ? point : refuse('point.not-found');
}

/** For those who keep its stock. @throws point.not-found, point.not-yours */
export async function keptPoint(db: Db, actor: Actor, id: string): Promise<PointRow> {
  const point = await seenPoint(db, actor, id);
  return mayKeepStock(actor, point) ? point : refuse('point.not-yours');
}

/** Before any need, offer or account: nobody closes it while something is taken in or given out. @throws point.closed */
export async function lockOpenPoint(tx: Tx, point: PointRow): Promise<void> {
  const rows: { closedAt: Date | null }[] = await tx.query(
    'SELECT closed_at AS "closedAt" FROM intake_points WHERE id = $1 FOR SHARE',
    [point.id],
  );
  if (rows[0]?.closedAt !== null) refuse('point.closed');
  if (point.organizationStatus !== 'verified') refuse('point.organization-not-verified');
}

/** Lots of a point that have something on the shelf, as they are; `ids` names some, empty ones too. */
export async function readLots(
  db: Db,
  pointId: string,
  ids?: readonly string[],
): Promise<(LotRow & { amount: number })[]> {
  return db.query(
    `SELECT ${LOT_COLUMNS}, (a.posted_in - a.posted_out - a.held_out)::bigint AS amount FROM stock_lots l JOIN accounts a ON a.id = l.account
     WHERE l.point_id = $1 AND ${ids === undefined ? 'a.posted_in > a.posted_out + a.held_out' : 'l.id = ANY($2)'} ORDER BY l.best_before NULLS LAST, l.taken_in_at, l.id`,
    ids === undefined ? [pointId] : [pointId, ids],
  );
}

export type NewLot = Omit<LotRow, 'account' | 'title' | 'only'> & { readonly takenInBy: string };

/** False: it is there already, and nothing was written. A twin of the same moment is waited for. */
export async function writeLot(tx: Tx, lot: NewLot): Promise<boolean> {
  const written: unknown[] = await tx.query(
    `INSERT INTO stock_lots (id, point_id, organization_id, account, offer_id, kit_id, category, item, unit, base_unit, each_amount, best_before, cold_chain, note, taken_in_at, taken_in_by, moved_from)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      lot.id,
      lot.pointId,
      lot.organizationId,
      stockAccountId(lotOf(lot)),
      lot.offerId,
      lot.kitId,
      lot.category,
      lot.item,
      lot.unit,
      lot.baseUnit,
      lot.eachAmount,
      lot.bestBefore,
      lot.coldChain,
      lot.note,
      lot.takenInAt,
      lot.takenInBy,
      lot.movedFrom,
    ],
  );
  return written.length > 0;
}

export async function isShelved(tx: Tx, lotId: string): Promise<boolean> {
  return ((await tx.query('SELECT 1 FROM stock_lots WHERE id = $1', [lotId])) as unknown[]).length > 0;
}

/** The day that it is at the point. */
export function todayAt(catalogue: Catalogue, { place }: Pick<PointRow, 'place'>, now: Date): string {
  return dayAt(timeZoneOf(catalogue, place), now);
}

export const timeZoneOf = (catalogue: Catalogue, place: string): string =>
  catalogue.place(place)?.timeZone ?? catalogue.timeZone;

export const plainNote = (note: string | null | undefined): string | null => note?.replace(/\s+/g, ' ').trim() || null;
