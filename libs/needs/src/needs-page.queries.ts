import type { Catalogue } from '#catalogue';
import { isMember, isModerator, type Actor } from '#identity';
import { Refusal } from '#kernel';
import { PUBLIC_STATUSES } from './access.rules.js';
import { LIVE_STATUSES, NEED_STATUSES, type NeedStatus } from './lifecycle.rules.js';
import { MOST_COUNTED, type NeedCursor, type NeedFilters, type NeedSort } from './listing.rules.js';
import { districtsAround, NEAR_KM, type District } from './near.rules.js';
import { districtOf } from '#forms';
import { NOTHING_MEANT, privateCategories, wordsCondition, type Meant } from './search.rules.js';

interface Query {
  readonly sql: string;
  readonly params: unknown[];
}
/** A page as rows of `id`, `at` and `lead`, and the order in which they come. */
export interface NeedsPageSql extends Query {
  readonly order: string;
  /** The part of a cursor that stands before time and id; null where there is none. */
  readonly leadOf: (lead: number | null) => number | string | null;
}

type Param = (value: unknown) => string;
const AT = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at`;
/** The most urgent come first, of these the one with the least time. */
const URGENCY = '(-urgency)';

/** Ids of one page. `meant`: what the words `q` mean in the catalogue. Statuses are literals of our own list, so that PostgreSQL can use the partial indexes. */
export function needsPageSql(
  catalogue: Catalogue,
  actor: Actor | null,
  filters: NeedFilters,
  rows: number,
  after: NeedCursor | null,
  meant: Meant = NOTHING_MEANT,
): NeedsPageSql {
  const params: unknown[] = [];
  const $: Param = (value) => `$${params.push(value)}`;
  const where = conditions(catalogue, actor, filters, meant, $);
  const newest = filters.organization === undefined ? 'opened_at' : 'created_at';
  const { sort = 'newest', near } = filters;
  if (sort === 'distance' && near !== undefined)
    return byDistance(catalogue, filters, { where, newest, rows, after, params, $ });
  return { ...ordered(sort, { where, newest, rows, after, $ }), params };
}

/** How many there are, up to `MOST_COUNTED` and one, and of how many organizations. */
export function needsCountSql(
  catalogue: Catalogue,
  actor: Actor | null,
  filters: NeedFilters,
  meant: Meant = NOTHING_MEANT,
): Query {
  const params: unknown[] = [];
  const $: Param = (value) => `$${params.push(value)}`;
  const where = conditions(catalogue, actor, filters, meant, $);
  return {
    sql: `SELECT count(*)::integer AS needs, count(DISTINCT organization_id)::integer AS organizations FROM (SELECT organization_id FROM needs WHERE ${where.join(' AND ')} LIMIT ${MOST_COUNTED + 1}) counted`,
    params,
  };
}

function conditions(catalogue: Catalogue, actor: Actor | null, filters: NeedFilters, meant: Meant, $: Param): string[] {
  const { organization } = filters;
  const everything = organization !== undefined && (isMember(actor, organization) || isModerator(actor));
  const asksWords = filters.q !== undefined && filters.q.trim() !== '';
  // What is closed to a moderator in a need is not found by asking for it either.
  const unpublished = everything && (!asksWords || isMember(actor, organization));
  const where = [statusCondition(filters.status, unpublished)];
  if (organization !== undefined) where.push(`organization_id = ${$(organization)}`);
  else where.push('opened_at IS NOT NULL');
  if (filters.kind !== undefined) where.push(`kind = ${$(filters.kind)}`);
  if (filters.category !== undefined) where.push(`category = ${$(filters.category)}`);
  if (filters.sphere !== undefined)
    where.push(`category = ANY(${$(catalogue.categoriesOf(filters.sphere).map((category) => category.code))})`);
  if (filters.place !== undefined) {
    const places = catalogue.placesWithin(filters.place);
    // Of a private need the district is known and nothing below it: by its settlement it is found no more than it is shown.
    if (!everything && districtOf(catalogue, filters.place) !== filters.place)
      where.push(`category <> ALL(${$(privateCategories(catalogue))})`);
    where.push(places.length === 1 ? `place = ${$(places[0])}` : `place = ANY(${$(places)})`); // one place: its index has the rows in order
  }
  if (filters.near !== undefined && (filters.sort !== 'distance' || filters.radiusKm !== undefined)) {
    where.push(`(remote OR place = ANY(${$(placesOf(around(catalogue, filters)))}))`);
  }
  if (filters.urgency !== undefined) where.push(`${URGENCY} <= ${$(-filters.urgency)}`);
  if (filters.skills !== undefined) where.push(`skills <@ ${$(filters.skills)}::text[]`);
  if (filters.beneficiaryGroups !== undefined)
    where.push(`beneficiary_groups && ${$(filters.beneficiaryGroups)}::text[]`);
  if (filters.q !== undefined && asksWords)
    where.push(wordsCondition(filters.q, meant, everything ? [] : privateCategories(catalogue), $));
  return where;
}

interface Parts {
  readonly where: readonly string[];
  /** The column of the newest-first order. */
  readonly newest: string;
  readonly rows: number;
  readonly after: NeedCursor | null;
  readonly $: Param;
}

const ORDERS: Record<
  Exclude<NeedSort, 'distance'>,
  { columns: (newest: string) => string; sorted: string; sign: '<' | '>' }
> = {
  newest: { columns: (newest) => `${newest} DESC, id DESC`, sorted: 'page.at DESC, page.id DESC', sign: '<' },
  deadline: { columns: () => 'deadline, id', sorted: 'page.at, page.id', sign: '>' },
  urgency: { columns: () => `${URGENCY}, deadline, id`, sorted: 'page.lead, page.at, page.id', sign: '>' },
};

function ordered(sort: NeedSort, { where, newest, rows, after, $ }: Parts): Omit<NeedsPageSql, 'params'> {
  const by = sort === 'distance' ? 'newest' : sort;
  const { columns, sorted, sign } = ORDERS[by];
  const time = by === 'newest' ? newest : 'deadline';
  const lead = by === 'urgency' ? `${URGENCY}::integer` : 'NULL::integer';
  const all = [...where];
  if (after) {
    const [at, id] = after.slice(-2);
    const keys = `${$(at)}::timestamptz, ${$(id)}::uuid`;
    all.push(
      by === 'urgency'
        ? `(${URGENCY}, ${time}, id) ${sign} (${$(after[0])}::integer, ${keys})`
        : `(${time}, id) ${sign} (${keys})`,
    );
  }
  return {
    sql: `SELECT id, ${AT(time)}, ${lead} AS lead FROM needs WHERE ${all.join(' AND ')} ORDER BY ${columns(newest)} LIMIT ${$(rows)}`,
    order: sorted,
    leadOf: (value) => value,
  };
}

/**
 * The nearest district first, in each the newest first: every place is read from its own index, no more of it than a page takes. Work from home
 * beyond the radius comes last.
 */
function byDistance(
  catalogue: Catalogue,
  filters: NeedFilters,
  { where, newest, rows, after, params, $ }: Parts & { readonly params: unknown[] },
): NeedsPageSql {
  const districts = around(catalogue, filters);
  const begin = after ? districts.findIndex(({ code }) => code === after[0]) : 0;
  const last = districts.length;
  const from = after && begin === -1 ? (after[0] === '' ? last : refuseCursor()) : begin;
  const left = districts.slice(from).flatMap(({ places }, at) => places.map((place) => ({ place, rank: from + at })));
  const [at, id] = after ? after.slice(-2) : [];
  const later = (rank: string): string =>
    after ? ` AND (${rank} > ${$(from)} OR (${newest}, id) < (${$(at)}::timestamptz, ${$(id)}::uuid))` : '';
  const taken = (condition: string): string =>
    `SELECT id, ${newest} AS sorted FROM needs WHERE ${where.join(' AND ')} AND ${condition} ORDER BY ${newest} DESC, id DESC LIMIT ${$(rows)}`;
  const near = `SELECT n.id, n.sorted, p.rank FROM unnest(${$(left.map(({ place }) => place))}::text[], ${$(left.map(({ rank }) => rank))}::integer[]) p(place, rank), LATERAL (${taken(`needs.place = p.place${later('p.rank')}`)}) n`;
  const far =
    filters.radiusKm === undefined
      ? ''
      : ` UNION ALL (SELECT id, sorted, ${last} FROM (${taken(`remote AND place <> ALL(${$(placesOf(districts))})${later(String(last))}`)}) far)`;
  return {
    sql: `SELECT id, ${AT('sorted')}, rank AS lead FROM (${near}${far}) found ORDER BY rank, sorted DESC, id DESC LIMIT ${$(rows)}`,
    params,
    order: 'page.lead, page.at DESC, page.id DESC',
    leadOf: (rank) => districts[rank ?? last]?.code ?? '',
  };
}

function refuseCursor(): never {
  throw new Refusal('form.invalid', { count: 1 }, [{ field: 'cursor', code: 'http.bad-cursor' }]);
}

const placesOf = (districts: readonly District[]): string[] => districts.flatMap(({ places }) => places);

/** Nothing around a place that is not there: `listFaults` has refused it before. */
function around(catalogue: Catalogue, { near = '', radiusKm, sort }: NeedFilters): District[] {
  return districtsAround(catalogue, near, radiusKm ?? (sort === 'distance' ? Infinity : NEAR_KM)) ?? [];
}

function statusCondition(wanted: readonly NeedStatus[] | undefined, everything: boolean): string {
  const allowed = everything ? NEED_STATUSES : PUBLIC_STATUSES;
  const asked = wanted ?? (everything ? NEED_STATUSES : LIVE_STATUSES);
  const statuses = allowed.filter((status) => asked.includes(status));
  return statuses.length === 0 ? 'false' : `status IN (${statuses.map((status) => `'${status}'`).join(', ')})`;
}
