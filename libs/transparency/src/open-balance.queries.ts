import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, refuseCatalogue } from '#catalogue';
import { Clock, dayAt } from '#kernel';
import { privateCategories } from '#needs';
import { Kept } from './kept.js';
import { itemsOf, type BalanceBy, type BalanceItem, type BalanceRow } from './open-balance.rules.js';
import { firstDayOf, type Period } from './period.rules.js';

/** An answer may be this old: it adds up every published need, and many may ask at once. */
export const KEPT_FOR_MS = 5_000;

/** A settlement's needs are its municipality's; its inhabitants are not pointed at. */
export const placeInBalance = (needs: string): string =>
  `(SELECT CASE WHEN p.kind = 'settlement' THEN coalesce(p.parent, p.code) ELSE p.code END FROM places p WHERE p.code = ${needs}.place)`;

/** A municipality and a sphere to which a balance is narrowed. */
export interface Narrow {
  readonly place?: string;
  readonly sphere?: string;
}

/** @throws catalogue.not-found */
export function checkNarrow(catalogue: Catalogue, { place, sphere }: Narrow): void {
  const known =
    (place === undefined || catalogue.place(place)?.kind === 'municipality') &&
    (sphere === undefined || catalogue.sphere(sphere) !== undefined);
  if (!known) refuseCatalogue('catalogue.not-found');
}

/** What a balance is about: the private categories, the first day of a period, and the codes to which it is narrowed. */
export interface BalanceAsked {
  readonly hidden: readonly string[];
  readonly timeZone: string;
  readonly since: string | null;
  readonly places: readonly string[] | null;
  readonly categories: readonly string[] | null;
}

/**
 * Everything that was ever opened, from the ledger's accounts. What has ended (closed, taken back, run out, reported) asks for nothing
 * more: of it only what is reserved and received counts. Of a period what opened in it. Where it is told for less than everything, nothing of a
 * private category is in it: the sums of two such balances would tell what lies between them.
 */
export function openBalanceSql(by: BalanceBy, asked: BalanceAsked): { sql: string; params: unknown[] } {
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const hidden = given(asked.hidden);
  const zone = by === 'month' || asked.since !== null ? given(asked.timeZone) : '';
  const key = {
    category: 'n.category',
    sphere: `(SELECT c.sphere FROM categories c WHERE c.code = n.category)`,
    place: placeInBalance('n'),
    month: `to_char(n.opened_at AT TIME ZONE ${zone}, 'YYYY-MM')`,
  }[by];
  const live = `n.status IN ('open', 'partly_met')`;
  const narrow = [
    ...(asked.since === null ? [] : [`n.opened_at >= ${given(asked.since)}::date::timestamp AT TIME ZONE ${zone}`]),
    ...(asked.places === null ? [] : [`n.place = ANY(${given(asked.places)}::text[])`]),
    ...(asked.categories === null ? [] : [`n.category = ANY(${given(asked.categories)}::text[])`]),
  ];
  const sql = `
    SELECT ${key} AS key, n.kind, n.base_unit AS unit, n.category = ANY(${hidden}::text[]) AS discreet, count(*)::integer AS needs,
      (count(*) FILTER (WHERE ${live}))::integer AS "openNeeds",
      coalesce(sum(a.posted_in::float8 / a.required) FILTER (WHERE ${live} AND a.required > 0), 0)::float8 AS "openShares",
      coalesce(sum(a.required - a.held_in - a.posted_in) FILTER (WHERE ${live}), 0)::bigint AS open, sum(a.held_in)::bigint AS reserved, sum(a.posted_in)::bigint AS received
    FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id
    WHERE ${['n.opened_at IS NOT NULL', ...narrow, ...(narrow.length > 0 ? [`n.category <> ALL(${hidden}::text[])`] : [])].join(' AND ')}
    GROUP BY 1, 2, 3, 4`;
  return { sql, params };
}

/** The open balance: what is asked for against what came, for everybody to read. */
@Injectable()
export class OpenBalance {
  private readonly kept = new Kept<string, BalanceItem[]>(KEPT_FOR_MS, (key) => {
    const [by, period, place, sphere] = key.split(' ') as [BalanceBy, Period, string, string];
    return this.read(by, period, { place: place || undefined, sphere: sphere || undefined });
  });

  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  /**
   * One item for each sphere, municipality or category, in the catalogue's order; months newest first. Of a period what opened in it, narrowed to one
   * municipality, one sphere or both. At most `KEPT_FOR_MS` old.
   * @throws catalogue.not-found where it is narrowed to what is no municipality or no sphere
   */
  async items(by: BalanceBy, period: Period = 'all', narrow: Narrow = {}): Promise<readonly BalanceItem[]> {
    checkNarrow(this.catalogue, narrow);
    const { place = '', sphere = '' } = narrow;
    return this.kept.of(`${by} ${period} ${place} ${sphere}`, this.clock.now().getTime());
  }

  private async read(by: BalanceBy, period: Period, { place, sphere }: Narrow): Promise<BalanceItem[]> {
    const { sql, params } = openBalanceSql(by, {
      hidden: privateCategories(this.catalogue),
      timeZone: this.catalogue.timeZone,
      since: firstDayOf(period, dayAt(this.catalogue.timeZone, this.clock.now())),
      places: place === undefined ? null : this.catalogue.placesWithin(place),
      categories: sphere === undefined ? null : categoriesOf(this.catalogue, sphere),
    });
    const rows: BalanceRow[] = await this.source.query(sql, params);
    return itemsOf(rows, this.keysOf(by), by);
  }

  private keysOf(by: BalanceBy): string[] {
    const { spheres, categories, places } = this.catalogue;
    const entries = {
      sphere: spheres,
      category: categories,
      place: places.filter((place) => place.kind === 'municipality'),
      month: [],
    };
    return entries[by].map((entry) => entry.code);
  }
}

/** Retired ones too: what was opened under them is in the books. */
export function categoriesOf(catalogue: Catalogue, sphere: string): readonly string[] {
  return catalogue.everyCategory.filter((category) => category.sphere === sphere).map(({ code }) => code);
}
