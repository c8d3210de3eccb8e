import type { DataSource } from 'typeorm';
import { mustStayCold, type Catalogue } from '#catalogue';
import { preparedQuery, pipeline, forceGenericPlan, type Tx } from '#platform';
import type { Ledger } from '#ledger';
import { utcOffsetMinutes, type AcceptedByAll, type AcceptedThings, type Kind, type ThingAttributes } from '#kernel';
import type { NeedSide, OfferSide, Point } from '#engine';
import { papersOf } from '#organizations';
import { acceptedTogether, districtOf, isPrivateCategory } from '#forms';

export type Db = Tx | DataSource;

/** What the loaders ask the ledger: how much of an offer is available and how much of a need is open. */
export type Balances = Pick<Ledger, 'offerBalances' | 'needBalances'>;

interface OfferRow {
  id: string;
  status: string;
  kind: Kind;
  category: string | null;
  item: string | null;
  base_unit: string;
  min_lot: number;
  step: number;
  place: string | null;
  radius_km: number | null;
  starts_at: Date | null;
  until: Date;
  skills: string[];
  prefers: string[];
  bound_to: string[];
  best_before: Date | null;
  cold_chain: boolean | null;
  attributes: ThingAttributes | null;
  donor_id: string;
  on_behalf_of: string | null;
  created_at: Date;
}

interface NeedRow {
  id: string;
  status: string;
  kind: Kind;
  category: string;
  item: string | null;
  base_unit: string;
  min_amount: number;
  place: string;
  remote: boolean;
  starts_at: Date | null;
  deadline: Date;
  skills: string[];
  cold_chain: boolean;
  accepts: AcceptedThings | null;
  urgency: number;
  organization_id: string;
  created_at: Date;
  opened_at: Date | null;
  organization_status: string;
  organization_accepts: AcceptedByAll | null;
}

const OFFERS = `SELECT o.id, o.status, o.kind, o.category, o.item, o.base_unit, o.min_lot, o.step, o.place, o.radius_km, o.starts_at, o.until, o.skills, o.prefers, o.bound_to, o.best_before, o.cold_chain, o.attributes, o.donor_id, o.on_behalf_of, o.created_at
  FROM offers o`;
const NEEDS = `SELECT n.id, n.status, n.kind, n.category, n.item, n.base_unit, n.min_amount, n.place, n.remote, n.starts_at, n.deadline, n.skills, n.cold_chain, n.accepts, n.urgency, n.organization_id, n.created_at, n.opened_at,
    g.status AS organization_status, g.accepts AS organization_accepts
  FROM needs n JOIN organizations g ON g.id = n.organization_id`;
const OPEN_OFFER = ['open', 'partly_used'];
const OPEN_NEED = ['open', 'partly_met'];

/** Reads both sides for the engine: rows from their tables, amounts from the ledger, both as they are now. */
export class Sides {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly ledger: Balances,
  ) {}

  async offers(db: Db, ids: readonly string[]): Promise<OfferSide[]> {
    if (ids.length === 0) return [];
    return this.offerSides(
      db,
      await preparedQuery<OfferRow>(db, `${OFFERS} WHERE o.id = ANY (${forceGenericPlan('$1', 'uuid[]')})`, [ids]),
    );
  }

  async needs(db: Db, ids: readonly string[]): Promise<NeedSide[]> {
    if (ids.length === 0) return [];
    return this.needSides(
      db,
      await preparedQuery<NeedRow>(db, `${NEEDS} WHERE n.id = ANY (${forceGenericPlan('$1', 'uuid[]')})`, [ids]),
    );
  }

  /** The open offers after an id, in id order. */
  async openOffersAfter(db: Db, after: string, limit: number): Promise<OfferSide[]> {
    return this.offerSides(
      db,
      await db.query(`${OFFERS} WHERE o.id > $1 AND o.status IN ('open', 'partly_used') ORDER BY o.id LIMIT $2`, [
        after,
        limit,
      ]),
    );
  }

  async openNeedsAfter(db: Db, after: string, limit: number): Promise<NeedSide[]> {
    return this.needSides(
      db,
      await db.query(`${NEEDS} WHERE n.id > $1 AND n.status IN ('open', 'partly_met') ORDER BY n.id LIMIT $2`, [
        after,
        limit,
      ]),
    );
  }

  /** Open offers that name this need's item, category or sphere, or nothing at all; the newest first, at most `limit` of each and in all. */
  async offersNear(db: Db, need: NeedSide, limit: number): Promise<OfferSide[]> {
    const newest = (which: string): string =>
      `SELECT o.id FROM offers o WHERE o.status IN ('open', 'partly_used') AND o.kind = $1 AND ${which} ORDER BY o.id DESC LIMIT $4`;
    const rows = await db.query(
      `${OFFERS} WHERE o.id IN (
         SELECT near.id FROM unnest($2::text[]) AS c(code) CROSS JOIN LATERAL (${newest('o.category = c.code')}) near
         UNION (${newest('o.category IS NULL')}) UNION (${newest('o.item = $3')})) ORDER BY o.id DESC LIMIT $4`,
      [need.kind, [need.category, need.sphere], need.item, limit],
    );
    return this.offerSides(db, rows);
  }

  /** Open needs of these categories, and those of an item; the newest first, at most `limit` of each category. */
  async needsOf(
    db: Db,
    { kind, item }: Pick<OfferSide, 'kind' | 'item'>,
    categories: readonly string[],
    limit: number,
  ): Promise<NeedSide[]> {
    const open = `o.status IN ('open', 'partly_met') AND o.kind = $1`;
    const rows = await db.query(
      `${NEEDS} WHERE n.id IN (
         SELECT near.id FROM unnest($2::text[]) AS c(code) CROSS JOIN LATERAL (SELECT o.id FROM needs o WHERE ${open} AND o.category = c.code ORDER BY o.opened_at DESC, o.id DESC LIMIT $4) near
         UNION (SELECT o.id FROM needs o WHERE ${open} AND o.item = $3 ORDER BY o.opened_at DESC, o.id DESC LIMIT $4)) ORDER BY n.opened_at DESC, n.id DESC`,
      [kind, categories, item, limit],
    );
    return this.needSides(db, rows);
  }

  private async offerSides(db: Db, rows: OfferRow[]): Promise<OfferSide[]> {
    const helpers = rows.filter(({ kind }) => kind === 'time').map((row) => row.donor_id);
    const [balances, organizations, papers] = await pipeline(
      this.ledger.offerBalances(
        db,
        rows.map((row) => row.id),
      ),
      organizationsOf(
        db,
        rows.map((row) => row.donor_id),
      ),
      papersOf(db, helpers),
    );
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      category: row.category ?? (row.item === null ? null : (this.catalogue.item(row.item)?.category ?? null)), // an item alone stands for its home category
      item: row.item,
      baseUnit: row.base_unit,
      left: balances.get(row.id)?.available ?? 0,
      min: row.min_lot,
      step: row.step,
      place: row.place,
      at: this.point(row.place),
      radiusKm: row.radius_km,
      from: row.starts_at?.getTime() ?? null,
      until: row.until.getTime(),
      skills: row.skills,
      prefers: row.prefers.flatMap((code) => this.catalogue.meaningOf(code)),
      only: row.bound_to.flatMap((code) => this.catalogue.meaningOf(code)),
      bestBefore: row.best_before?.getTime() ?? null,
      cold: mustStayCold(this.catalogue, row, row.cold_chain),
      attributes: row.attributes,
      checks: papers.get(row.donor_id) ?? [],
      donor: row.donor_id,
      owners: [...(organizations.get(row.donor_id) ?? []), ...(row.on_behalf_of === null ? [] : [row.on_behalf_of])],
      since: row.created_at.getTime(),
      live: OPEN_OFFER.includes(row.status),
    }));
  }

  private async needSides(db: Db, rows: NeedRow[]): Promise<NeedSide[]> {
    const balances = await this.ledger.needBalances(
      db,
      rows.map((row) => row.id),
    );
    return rows.map((row) => {
      const category = this.catalogue.category(row.category);
      // Distance and names in the reasons are read by donors who are no parties yet: a private need lies in its district.
      const place = isPrivateCategory(this.catalogue, row.category) ? districtOf(this.catalogue, row.place) : row.place;
      return {
        id: row.id,
        kind: row.kind,
        category: row.category,
        sphere: category?.sphere ?? '',
        item: row.item,
        baseUnit: row.base_unit,
        required: balances.get(row.id)?.required ?? 0,
        left: balances.get(row.id)?.open ?? 0,
        min: row.min_amount,
        place,
        at: this.point(place),
        remote: row.remote,
        from: row.starts_at?.getTime() ?? null,
        deadline: row.deadline.getTime(),
        skills: row.skills,
        vettedOnly: category?.flags.includes('check') ?? false,
        keepsCold: row.cold_chain,
        accepts: acceptedTogether(row, row.organization_accepts),
        urgency: row.urgency,
        organization: row.organization_id,
        since: (row.opened_at ?? row.created_at).getTime(),
        utcOffsetMinutes: utcOffsetMinutes(this.catalogue.place(row.place)?.timeZone ?? 'UTC', row.deadline.getTime()),
        live: OPEN_NEED.includes(row.status) && row.organization_status !== 'suspended',
      };
    });
  }

  private point(code: string | null): Point | null {
    const place = code === null ? undefined : this.catalogue.place(code);
    return place ? { lat: place.lat, lon: place.lon } : null;
  }
}

/** Organizations in which these people have a role. Asked once for many: beside each row it would be as many searches as rows. */
async function organizationsOf(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await preparedQuery<{ person: string; organizations: string[] }>(
    db,
    `SELECT person_id AS person, array_agg(object_id ORDER BY object_id) AS organizations FROM grants
     WHERE person_id = ANY (${forceGenericPlan('$1', 'uuid[]')}) AND object_type = 'organization' AND revoked_at IS NULL GROUP BY person_id`,
    [[...new Set(people)]],
  );
  return new Map(rows.map(({ person, organizations }) => [person, organizations]));
}
