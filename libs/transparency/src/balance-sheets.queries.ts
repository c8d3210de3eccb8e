import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, refuseCatalogue } from '#catalogue';
import { Clock, DAY_MS, type Kind } from '#kernel';
import { LESS_REVERSALS } from '#ledger';
import { privateCategories } from '#needs';
import { GIVING_FORMS } from '#organizations';
import { Kept } from './kept.js';
import { OpenBalance } from './open-balance.queries.js';
import type { BalanceItem } from './open-balance.rules.js';

/** What has arrived is told of so many days; a sheet may be so old. */
export const ARRIVED_DAYS = 30;
export const SHEET_KEPT_FOR_MS = 30_000;
const ARRIVALS = 10;
const ORGANIZATIONS = 20;

/** One transfer that arrived at a need. Of whom it came is in no line. */
export interface Arrival {
  readonly id: string;
  readonly at: Date;
  readonly kind: Kind;
  readonly amount: number;
  readonly unit: string;
  readonly item: string | null;
  readonly need: { readonly id: string; readonly number: number; readonly title: string };
}

/** `open` needs take help now; `met` got what they asked for. */
export interface SheetOrganization {
  readonly id: string;
  readonly shortName: string;
  readonly place: string;
  readonly open: number;
  readonly met: number;
}

export interface BalanceSheet {
  readonly balance: BalanceItem;
  readonly organizations: { readonly count: number; readonly items: readonly SheetOrganization[] };
  readonly arrived: {
    readonly since: Date;
    readonly units: readonly { readonly kind: Kind; readonly unit: string; readonly amount: number }[];
    readonly items: readonly Arrival[];
  };
}

type By = 'place' | 'sphere';
const COLUMN = { place: 'n.place', sphere: 'n.category' } as const;
const LIVE = `('open', 'partly_met')`;
const MET = `('met', 'reported', 'closed')`;

/** What came to needs of these places or categories ($1) since $2, without those of private categories ($3) and without what was taken back. */
export function arrivedSql(by: By, what: 'sums' | 'newest'): string {
  const from = `FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id JOIN transfers t ON t.credit = a.id AND t.at >= $2
    WHERE ${COLUMN[by]} = ANY($1::text[]) AND n.opened_at IS NOT NULL AND n.category <> ALL($3::text[]) AND t.kind = 'delivery' AND t.phase IN ('posted', 'post')
      AND ${LESS_REVERSALS} > 0`;
  if (what === 'sums')
    return `SELECT n.kind, t.unit, sum(${LESS_REVERSALS})::bigint AS amount ${from} GROUP BY n.kind, t.unit ORDER BY array_position(ARRAY['money', 'goods', 'time'], n.kind), t.unit`;
  return `SELECT t.id, t.at, n.kind, (${LESS_REVERSALS})::bigint AS amount, t.unit, t.item, n.id AS "needId", n.number, n.title ${from} ORDER BY t.at DESC, t.id DESC LIMIT ${ARRIVALS}`;
}

/** Those that may ask: of a place ($1) all that were checked, with all their needs; of a sphere those whose needs are open in it, with those alone. */
export function organizationsSql(by: By): string {
  const met = `(SELECT count(*)::integer FROM needs m WHERE m.organization_id = o.id AND m.status IN ${MET}${by === 'sphere' ? ' AND m.category = ANY($1::text[])' : ''})`;
  const columns = `o.id, o.short_name AS "shortName", o.place`;
  const rows =
    by === 'place'
      ? `SELECT ${columns}, (SELECT count(*)::integer FROM needs n WHERE n.organization_id = o.id AND n.status IN ${LIVE}) AS open FROM organizations o WHERE o.status = 'verified' AND o.place = ANY($1::text[]) AND o.form <> ALL($2::text[])`
      : `SELECT ${columns}, n.open FROM (SELECT organization_id, count(*)::integer AS open FROM needs WHERE category = ANY($1::text[]) AND status IN ${LIVE} GROUP BY 1) n JOIN organizations o ON o.id = n.organization_id AND o.status = 'verified' AND o.form <> ALL($2::text[])`;
  return `SELECT o.*, ${met} AS met FROM (SELECT found.*, count(*) OVER ()::integer AS count FROM (${rows}) found ORDER BY open DESC, "shortName", id LIMIT ${ORGANIZATIONS}) o ORDER BY open DESC, "shortName", id`;
}

/** The balance of one municipality or one sphere, with who works there and what has come lately. */
@Injectable()
export class BalanceSheets {
  private readonly places = new Kept<string, BalanceSheet>(SHEET_KEPT_FOR_MS, (code) =>
    this.read('place', code, this.catalogue.placesWithin(code)),
  );
  private readonly spheres = new Kept<string, BalanceSheet>(SHEET_KEPT_FOR_MS, (code) =>
    this.read('sphere', code, this.categoriesOf(code)),
  );
  private readonly everywhere = new Kept<string, readonly Arrival[]>(SHEET_KEPT_FOR_MS, () =>
    this.newest('sphere', [
      this.catalogue.everyCategory.map(({ code }) => code),
      this.since(),
      privateCategories(this.catalogue),
    ]),
  );

  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly balance: OpenBalance,
  ) {}

  /** @throws catalogue.not-found where it is no municipality: a settlement is told with the one that it belongs to */
  async ofPlace(code: string): Promise<BalanceSheet> {
    return this.catalogue.place(code)?.kind === 'municipality'
      ? this.places.of(code, this.clock.now().getTime())
      : refuseCatalogue('catalogue.not-found');
  }

  /** @throws catalogue.not-found */
  async ofSphere(code: string): Promise<BalanceSheet> {
    return this.catalogue.sphere(code)
      ? this.spheres.of(code, this.clock.now().getTime())
      : refuseCatalogue('catalogue.not-found');
  }

  /** What came lately, wherever it was needed: the newest first. */
  async arrivals(): Promise<readonly Arrival[]> {
    return this.everywhere.of('', this.clock.now().getTime());
  }

  private since(): Date {
    return new Date(this.clock.now().getTime() - ARRIVED_DAYS * DAY_MS);
  }

  private async newest(by: By, asked: readonly unknown[]): Promise<Arrival[]> {
    const rows: (Omit<Arrival, 'need'> & { needId: string; number: number; title: string })[] = await this.source.query(
      arrivedSql(by, 'newest'),
      [...asked],
    );
    return rows.map(({ needId, number, title, ...line }) => ({ ...line, need: { id: needId, number, title } }));
  }

  private async read(by: By, code: string, keys: readonly string[]): Promise<BalanceSheet> {
    const since = this.since();
    const asked = [keys, since, privateCategories(this.catalogue)];
    const [items, units, newest, organizations] = await Promise.all([
      this.balance.items(by),
      this.source.query(arrivedSql(by, 'sums'), asked) as Promise<BalanceSheet['arrived']['units']>,
      this.newest(by, asked),
      this.source.query(organizationsSql(by), [keys, GIVING_FORMS]) as Promise<
        (SheetOrganization & { count: number })[]
      >,
    ]);
    const none: BalanceItem = { key: code, needs: 0, share: 0, withheld: false, units: [] };
    return {
      balance: items.find(({ key }) => key === code) ?? none,
      organizations: {
        count: organizations[0]?.count ?? 0,
        items: organizations.map(({ id, shortName, place, open, met }) => ({ id, shortName, place, open, met })),
      },
      arrived: {
        since,
        units,
        items: newest,
      },
    };
  }

  /** Retired ones too: what was opened under them is in the books. */
  private categoriesOf(sphere: string): string[] {
    return this.catalogue.everyCategory.filter((category) => category.sphere === sphere).map(({ code }) => code);
  }
}
