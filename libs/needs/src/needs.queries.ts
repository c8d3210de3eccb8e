import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Catalogue, CatalogueSearch } from '#catalogue';
import { isMember, isModerator, type Actor } from '#identity';
import { Clock } from '#kernel';
import { Ledger } from '#ledger';
import { organizationSummaries } from '#organizations';
import { photosOf } from '#photos';
import { isInsider, maySee } from './access.rules.js';
import { LIVE_STATUSES, NEED_STATUSES, type NeedStatus } from './lifecycle.rules.js';
import { NeedEditEntity } from './need-edit.entity.js';
import { NeedEntity } from './need.entity.js';
import { needRowLoader, needRowsOf, type NeedRow } from './need-rows.queries.js';
import { needView, type NeedView } from './need.view.js';
import { refuse } from './needs.refusals.js';
import { districtOf, isPrivateCategory } from './private.rules.js';
import { NOTHING_MEANT, privateCategories, wordsCondition, type Meant } from './search.rules.js';

export interface NeedFilters {
  /** Absent: what takes offers now; with an own `organization`: everything. */
  readonly status?: readonly NeedStatus[];
  readonly kind?: string;
  readonly category?: string;
  readonly sphere?: string;
  /** A region means all places in it. */
  readonly place?: string;
  readonly organization?: string;
  /** Words of the title, of its category or thing, or another word for these. */
  readonly q?: string;
}

/** Where the last page ended: time (ISO 8601, to the microsecond) and id. */
export type NeedCursor = readonly [at: string, id: string];

export interface NeedPage {
  readonly items: NeedView[];
  readonly next: NeedCursor | null;
}

const SHOWN_IN_LISTS: readonly NeedStatus[] = ['open', 'partly_met', 'met', 'reported', 'closed'];

@Injectable()
export class NeedsQueries {
  private readonly rows: ReturnType<typeof needRowLoader>;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
  ) {
    this.rows = needRowLoader(source);
  }

  /** One need as this reader may see it. @param isParty asked where a text is kept from outsiders: whether this reader gives to it. @throws need.not-found also where it is hidden from them */
  async byId(actor: Actor | null, needId: string, locale: 'ru' | 'en', isParty?: (needId: string) => Promise<boolean>): Promise<NeedView> {
    const row = await this.rows.load(needId);
    if (!row || !maySee(actor, row.need)) return refuse('need.not-found');
    const hidden = actor !== null && isPrivateCategory(this.catalogue, row.need.category) && !isInsider(actor, row.need);
    const party = hidden && isParty ? await isParty(row.need.id) : false;
    const [view] = await this.views(actor, [row.need], locale, { party, rows: [row] });
    return view ?? refuse('need.not-found');
  }

  /** The id behind the number that people use. @throws need.not-found */
  async idOfNumber(number: number): Promise<string> {
    const need = await this.source.manager.findOne(NeedEntity, { where: { number }, select: { id: true } });
    return need?.id ?? refuse('need.not-found');
  }

  /** The row behind a page, checked. @throws need.not-found */
  async visible(actor: Actor | null, needId: string): Promise<NeedEntity> {
    const need = await this.source.manager.findOneBy(NeedEntity, { id: needId });
    return need && maySee(actor, need) ? need : refuse('need.not-found');
  }

  /** Rows to views in their order; four queries at most, however many there are. `rows`: where balances and organizations were read with the needs. */
  async views(actor: Actor | null, needs: readonly NeedEntity[], locale: 'ru' | 'en', known: { party?: boolean; rows?: readonly NeedRow[] } = {}): Promise<NeedView[]> {
    const { party = false, rows } = known;
    if (needs.length === 0) return [];
    const db = this.source.manager;
    const balances = rows ? new Map(rows.map((row) => [row.need.id, row.balance])) : await this.ledger.needBalances(db, needs.map((need) => need.id));
    const organizations = rows ? new Map(rows.map((row) => [row.organization.id, row.organization])) : await organizationSummaries(db, [...new Set(needs.map((need) => need.organizationId))]);
    const own = needs.filter((need) => isInsider(actor, need)).map((need) => need.id);
    const edits = own.length > 0 ? await db.findBy(NeedEditEntity, { needId: In(own), status: 'submitted' }) : [];
    const photos = await photosOf(this.source, 'need', needs.filter((need) => need.hasPhotos).map((need) => need.id));
    const now = this.clock.now();
    return needs.flatMap((need) => {
      const balance = balances.get(need.id);
      const organization = organizations.get(need.organizationId);
      if (!balance || !organization) return [];
      const pendingEdit = edits.find((edit) => edit.needId === need.id) ?? null;
      return [needView(need, balance, actor, { catalogue: this.catalogue, organization, locale, now, pendingEdit, party, photos: photos.get(need.id) })];
    });
  }

  /** Many needs by id, those that this reader may see; used beside matches and reviews. */
  async many(actor: Actor | null, ids: readonly string[], locale: 'ru' | 'en'): Promise<Map<string, NeedView>> {
    const needs = ids.length > 0 ? await this.source.manager.findBy(NeedEntity, { id: In([...ids]) }) : [];
    const views = await this.views(actor, needs.filter((need) => maySee(actor, need)), locale);
    return new Map(views.map((view) => [view.id, view]));
  }

  /** Newest opened first; of one organization: newest written first. */
  async page(actor: Actor | null, filters: NeedFilters, limit: number, after: NeedCursor | null, locale: 'ru' | 'en'): Promise<NeedPage> {
    const meant = filters.q?.trim() ? await new CatalogueSearch(this.source, this.catalogue).meant(filters.q) : NOTHING_MEANT;
    const found = await needRowsOf(this.source, needsPageSql(this.catalogue, actor, filters, limit + 1, after, meant));
    const rows = found.slice(0, limit);
    const items = await this.views(actor, rows.map((row) => row.need), locale, { rows });
    const last = rows.at(-1);
    return { items, next: found.length > limit && last ? [last.at, last.need.id] : null };
  }
}

/** Ids of one page. `meant`: what the words `q` mean in the catalogue. Statuses are literals of our own list, so that PostgreSQL can use the partial indexes. */
export function needsPageSql(
  catalogue: Catalogue, actor: Actor | null, filters: NeedFilters, rows: number, after: NeedCursor | null, meant: Meant = NOTHING_MEANT,
): { sql: string; params: unknown[] } {
  const params: unknown[] = [];
  const $ = (value: unknown): string => `$${params.push(value)}`;
  const { organization } = filters;
  const everything = organization !== undefined && (isMember(actor, organization) || isModerator(actor));
  const order = organization === undefined ? 'opened_at' : 'created_at';
  const where = [statusCondition(filters.status, everything)];
  if (organization !== undefined) where.push(`organization_id = ${$(organization)}`);
  else where.push('opened_at IS NOT NULL');
  if (filters.kind !== undefined) where.push(`kind = ${$(filters.kind)}`);
  if (filters.category !== undefined) where.push(`category = ${$(filters.category)}`);
  if (filters.sphere !== undefined) where.push(`category = ANY(${$(catalogue.categoriesOf(filters.sphere).map((category) => category.code))})`);
  if (filters.place !== undefined) {
    const places = catalogue.placesWithin(filters.place);
    // Of a private need the district is known and nothing below it: by its settlement it is found no more than it is shown.
    if (!everything && districtOf(catalogue, filters.place) !== filters.place) where.push(`category <> ALL(${$(privateCategories(catalogue))})`);
    where.push(places.length === 1 ? `place = ${$(places[0])}` : `place = ANY(${$(places)})`); // one place: its index has the rows in order
  }
  if (filters.q !== undefined && filters.q.trim() !== '') {
    where.push(wordsCondition(filters.q, meant, everything ? [] : privateCategories(catalogue), $));
  }
  if (after) where.push(`(${order}, id) < (${$(after[0])}::timestamptz, ${$(after[1])}::uuid)`);
  const sql = `SELECT id, to_char(${order} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at FROM needs WHERE ${where.join(' AND ')} ORDER BY ${order} DESC, id DESC LIMIT ${$(rows)}`;
  return { sql, params };
}

function statusCondition(wanted: readonly NeedStatus[] | undefined, everything: boolean): string {
  const allowed = everything ? NEED_STATUSES : SHOWN_IN_LISTS;
  const asked = wanted ?? (everything ? NEED_STATUSES : LIVE_STATUSES);
  const statuses = allowed.filter((status) => asked.includes(status));
  return statuses.length === 0 ? 'false' : `status IN (${statuses.map((status) => `'${status}'`).join(', ')})`;
}
