import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock, dayAt } from '#kernel';
import { privateCategories } from '#needs';
import { Kept } from './kept.js';
import { itemsOf, type BalanceBy, type BalanceItem, type BalanceRow } from './open-balance.rules.js';
import { firstDayOf, type Period } from './period.rules.js';

/** An answer may be this old: it adds up every published need, and many may ask at once. */
export const KEPT_FOR_MS = 5_000;

const KEYS: Record<BalanceBy, string> = {
  category: 'n.category',
  sphere: `(SELECT c.sphere FROM categories c WHERE c.code = n.category)`,
  // A settlement's needs are its municipality's; its inhabitants are not pointed at.
  place: `(SELECT CASE WHEN p.kind = 'settlement' THEN coalesce(p.parent, p.code) ELSE p.code END FROM places p WHERE p.code = n.place)`,
  month: `to_char(n.opened_at AT TIME ZONE $2, 'YYYY-MM')`,
};

/**
 * Everything that was ever opened, from the ledger's accounts. What has ended (closed, taken back, run out, reported) asks for nothing
 * more: of it only what is reserved and received counts. $1 private categories, $2 time zone (by month, and of a period).
 * @param since of a period: what opened on $3 or later, and nothing of a private category, since the sums of two periods would tell what lies between them
 */
export function openBalanceSql(by: BalanceBy, since = false): string {
  const live = `n.status IN ('open', 'partly_met')`;
  const narrow = since
    ? 'AND n.category <> ALL($1::text[]) AND n.opened_at >= $3::date::timestamp AT TIME ZONE $2'
    : '';
  return `
    SELECT ${KEYS[by]} AS key, n.kind, n.base_unit AS unit, n.category = ANY($1::text[]) AS discreet, count(*)::integer AS needs,
      (count(*) FILTER (WHERE ${live}))::integer AS "openNeeds",
      coalesce(sum(a.posted_in::float8 / a.required) FILTER (WHERE ${live} AND a.required > 0), 0)::float8 AS "openShares",
      coalesce(sum(a.required - a.held_in - a.posted_in) FILTER (WHERE ${live}), 0)::bigint AS open, sum(a.held_in)::bigint AS reserved, sum(a.posted_in)::bigint AS received
    FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id
    WHERE n.opened_at IS NOT NULL ${narrow}
    GROUP BY 1, 2, 3, 4`;
}

/** The open balance: what is asked for against what came, for everybody to read. */
@Injectable()
export class OpenBalance {
  private readonly kept = new Kept<`${BalanceBy} ${Period}`, BalanceItem[]>(KEPT_FOR_MS, (key) => {
    const [by, period] = key.split(' ') as [BalanceBy, Period];
    return this.read(by, period);
  });

  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  /** One item for each sphere, municipality or category, in the catalogue's order; months newest first. Of a period what opened in it. At most `KEPT_FOR_MS` old. */
  async items(by: BalanceBy, period: Period = 'all'): Promise<readonly BalanceItem[]> {
    return this.kept.of(`${by} ${period}`, this.clock.now().getTime());
  }

  private async read(by: BalanceBy, period: Period): Promise<BalanceItem[]> {
    const hidden = privateCategories(this.catalogue);
    const { timeZone } = this.catalogue;
    const since = firstDayOf(period, dayAt(timeZone, this.clock.now()));
    const params = since !== null ? [hidden, timeZone, since] : by === 'month' ? [hidden, timeZone] : [hidden];
    const rows: BalanceRow[] = await this.source.query(openBalanceSql(by, since !== null), params);
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
