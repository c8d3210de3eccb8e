import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, refuseCatalogue } from '#catalogue';
import { Clock, DAY_MS, dayAt, type Kind } from '#kernel';
import { LESS_REVERSALS } from '#ledger';
import { privateCategories } from '#needs';
import { GIVING_FORMS, trustLevels } from '#organizations';
import { Kept } from './kept.js';
import { categoriesOf, OpenBalance } from './open-balance.queries.js';
import type { BalanceItem, BalanceUnit } from './open-balance.rules.js';
import { NEED_COLUMN, periodBalance, type By } from './period-balances.queries.js';
import { firstDayOf, PERIODS, type Period } from './period.rules.js';
import { sheetFacts, type SheetFacts } from './sheet-facts.queries.js';

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

/** `open` needs take help now; `met` got what they asked for; `trust` is how far it is trusted, 1 to 3. */
export interface SheetOrganization {
  readonly id: string;
  readonly shortName: string;
  readonly place: string;
  readonly open: number;
  readonly met: number;
  readonly trust: number;
}

/** What opened within it asks for and has by now. `from` is null where everything is told. `withheld`: needs of private categories are in no number of it. */
export interface SheetPeriod {
  readonly period: Period;
  readonly from: string | null;
  readonly to: string;
  readonly withheld: boolean;
  readonly units: readonly BalanceUnit[];
}

export interface BalanceSheet {
  /** Of everything that was ever asked for; how many needs are open now. */
  readonly balance: BalanceItem;
  readonly period: SheetPeriod;
  readonly organizations: { readonly count: number; readonly items: readonly SheetOrganization[] };
  readonly arrived: {
    readonly since: Date;
    /** How many transfers; the newest of them are told one by one. */
    readonly count: number;
    readonly units: readonly { readonly kind: Kind; readonly unit: string; readonly amount: number }[];
    readonly items: readonly Arrival[];
  };
  readonly facts: SheetFacts;
}

type ArrivedSum = BalanceSheet['arrived']['units'][number] & { readonly lines: number };

const LIVE = `('open', 'partly_met')`;
const MET = `('met', 'reported', 'closed')`;

/** What came to needs of these places or categories ($1) since $2, without those of private categories ($3) and without what was taken back. */
export function arrivedSql(by: By, what: 'sums' | 'newest'): string {
  const from = `FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id JOIN transfers t ON t.credit = a.id AND t.at >= $2
    WHERE ${NEED_COLUMN[by]} = ANY($1::text[]) AND n.opened_at IS NOT NULL AND n.category <> ALL($3::text[]) AND t.kind = 'delivery' AND t.phase IN ('posted', 'post')
      AND ${LESS_REVERSALS} > 0`;
  if (what === 'sums')
    return `SELECT n.kind, t.unit, sum(${LESS_REVERSALS})::bigint AS amount, count(*)::integer AS lines ${from} GROUP BY n.kind, t.unit ORDER BY array_position(ARRAY['money', 'goods', 'time'], n.kind), t.unit`;
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
  private readonly sheets: Readonly<Record<By, Readonly<Record<Period, Kept<string, BalanceSheet>>>>> = {
    place: this.keptOf('place'),
    sphere: this.keptOf('sphere'),
  };
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
  async ofPlace(code: string, period: Period = 'all'): Promise<BalanceSheet> {
    return this.catalogue.place(code)?.kind === 'municipality'
      ? this.sheets.place[period].of(code, this.clock.now().getTime())
      : refuseCatalogue('catalogue.not-found');
  }

  /** @throws catalogue.not-found */
  async ofSphere(code: string, period: Period = 'all'): Promise<BalanceSheet> {
    return this.catalogue.sphere(code)
      ? this.sheets.sphere[period].of(code, this.clock.now().getTime())
      : refuseCatalogue('catalogue.not-found');
  }

  /** What came lately, wherever it was needed: the newest first. */
  async arrivals(): Promise<readonly Arrival[]> {
    return this.everywhere.of('', this.clock.now().getTime());
  }

  private keptOf(by: By): Record<Period, Kept<string, BalanceSheet>> {
    const kept = (period: Period): Kept<string, BalanceSheet> =>
      new Kept(SHEET_KEPT_FOR_MS, (code) =>
        period === 'all' ? this.read(by, code, this.keysOf(by, code)) : this.narrowed(by, code, period),
      );
    return Object.fromEntries(PERIODS.map((period) => [period, kept(period)])) as Record<
      Period,
      Kept<string, BalanceSheet>
    >;
  }

  /** The sheet of everything, its table told for less. */
  private async narrowed(by: By, code: string, period: Period): Promise<BalanceSheet> {
    const { timeZone } = this.catalogue;
    const now = this.clock.now();
    const today = dayAt(timeZone, now);
    const from = firstDayOf(period, today);
    const sheet = await this.sheets[by].all.of(code, now.getTime());
    if (from === null) return sheet;
    const hidden = privateCategories(this.catalogue);
    const asked = { keys: this.keysOf(by, code), hidden, from, to: null, timeZone };
    const { units } = await periodBalance(this.source, by, asked);
    return { ...sheet, period: { period, from, to: today, withheld: true, units } };
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
    const hidden = privateCategories(this.catalogue);
    const asked = [keys, since, hidden];
    const now = this.clock.now();
    const [items, sums, newest, organizations, facts] = await Promise.all([
      this.balance.items(by),
      this.source.query(arrivedSql(by, 'sums'), asked) as Promise<ArrivedSum[]>,
      this.newest(by, asked),
      this.source.query(organizationsSql(by), [keys, GIVING_FORMS]) as Promise<
        (Omit<SheetOrganization, 'trust'> & { count: number })[]
      >,
      sheetFacts(this.source, this.catalogue, { by, code, keys, hidden }, now),
    ]);
    const none: BalanceItem = { key: code, needs: 0, share: 0, withheld: false, units: [] };
    const balance = items.find(({ key }) => key === code) ?? none;
    const to = dayAt(this.catalogue.timeZone, now);
    const ids = organizations.map(({ id }) => id);
    const trust = await trustLevels(this.source, ids, now);
    return {
      balance,
      period: { period: 'all', from: null, to, withheld: balance.withheld, units: balance.units },
      organizations: {
        count: organizations[0]?.count ?? 0,
        items: organizations.map(({ id, shortName, place, open, met }) => ({
          id,
          shortName,
          place,
          open,
          met,
          trust: trust.get(id) ?? 0,
        })),
      },
      arrived: {
        since,
        count: sums.reduce((all, { lines }) => all + lines, 0),
        units: sums.map(({ kind, unit, amount }) => ({ kind, unit, amount })),
        items: newest,
      },
      facts,
    };
  }

  private keysOf(by: By, code: string): readonly string[] {
    return by === 'place' ? this.catalogue.placesWithin(code) : categoriesOf(this.catalogue, code);
  }
}
