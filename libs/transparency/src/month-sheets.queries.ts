import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, refuseCatalogue } from '#catalogue';
import { Clock, dayAt, type Kind } from '#kernel';
import { LESS_REVERSALS } from '#ledger';
import { privateCategories } from '#needs';
import { SHEET_KEPT_FOR_MS } from './balance-sheets.queries.js';
import { Kept } from './kept.js';
import { categoriesOf } from './open-balance.queries.js';
import {
  NEED_COLUMN,
  periodBalance,
  within,
  type By,
  type PeriodAsked,
  type PeriodBalance,
} from './period-balances.queries.js';
import { daysOfMonth, monthBefore, type MonthDays } from './period.rules.js';
import { refuse } from './transparency.refusals.js';

export interface ArrivedUnit {
  readonly kind: Kind;
  readonly unit: string;
  readonly amount: number;
}

/** Who asked in the month, or got something in it. */
export interface MonthOrganization {
  readonly id: string;
  readonly shortName: string;
  readonly place: string;
  /** Needs of it that opened in the month. */
  readonly opened: number;
  readonly arrived: readonly ArrivedUnit[];
}

/** One month of a place or sphere, as it is printed. Needs of private categories are in no number of it. */
export interface MonthSheet extends MonthDays {
  readonly month: string;
  readonly opened: PeriodBalance;
  /** `before` arrived in the month before. */
  readonly arrived: readonly (ArrivedUnit & { readonly before: number })[];
  readonly organizations: readonly MonthOrganization[];
}

interface ArrivedRow extends ArrivedUnit {
  readonly id: string;
  readonly before: number;
}

/** What came to needs of these places or categories ($1), whenever they opened, within the days ($3 to $4, zone $5) and in the month before from $6 on; by organization. */
export function monthArrivedSql(by: By): string {
  const amount = (when: string): string =>
    `coalesce(sum(${LESS_REVERSALS}) FILTER (WHERE t.at ${when} $3::date::timestamp AT TIME ZONE $5), 0)::bigint`;
  return `SELECT n.organization_id AS id, n.kind, t.unit, ${amount('>=')} AS amount, ${amount('<')} AS before
    FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id
    JOIN transfers t ON t.credit = a.id AND t.at >= $6::date::timestamp AT TIME ZONE $5 AND t.at < ($4::date + 1)::timestamp AT TIME ZONE $5
    WHERE ${NEED_COLUMN[by]} = ANY($1::text[]) AND n.opened_at IS NOT NULL AND n.category <> ALL($2::text[]) AND t.kind = 'delivery' AND t.phase IN ('posted', 'post') AND ${LESS_REVERSALS} > 0
    GROUP BY n.organization_id, n.kind, t.unit ORDER BY array_position(ARRAY['money', 'goods', 'time'], n.kind), t.unit`;
}

/** How many needs each organization opened within the days. */
export function monthOpenedSql(by: By): string {
  return `SELECT n.organization_id AS id, count(*)::integer AS opened FROM needs n
    WHERE ${NEED_COLUMN[by]} = ANY($1::text[]) AND n.opened_at IS NOT NULL AND n.category <> ALL($2::text[]) AND ${within('n.opened_at')} GROUP BY 1`;
}

/** A month of one municipality or one sphere. */
@Injectable()
export class MonthSheets {
  private readonly kept: Readonly<Record<By, Kept<string, MonthSheet>>> = {
    place: new Kept(SHEET_KEPT_FOR_MS, (key) => this.read('place', key)),
    sphere: new Kept(SHEET_KEPT_FOR_MS, (key) => this.read('sphere', key)),
  };

  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  /** @throws catalogue.not-found where it is no municipality  @throws balance.no-such-month */
  async ofPlace(code: string, month = this.today().slice(0, 7)): Promise<MonthSheet> {
    if (this.catalogue.place(code)?.kind !== 'municipality') return refuseCatalogue('catalogue.not-found');
    return this.of('place', code, month);
  }

  /** @throws catalogue.not-found  @throws balance.no-such-month */
  async ofSphere(code: string, month = this.today().slice(0, 7)): Promise<MonthSheet> {
    if (!this.catalogue.sphere(code)) return refuseCatalogue('catalogue.not-found');
    return this.of('sphere', code, month);
  }

  private today(): string {
    return dayAt(this.catalogue.timeZone, this.clock.now());
  }

  private of(by: By, code: string, month: string): Promise<MonthSheet> {
    if (!daysOfMonth(month, this.today())) return refuse('balance.no-such-month');
    return this.kept[by].of(`${month} ${code}`, this.clock.now().getTime());
  }

  private async read(by: By, key: string): Promise<MonthSheet> {
    const [month, code] = key.split(' ') as [string, string];
    const days = daysOfMonth(month, this.today()) ?? refuse('balance.no-such-month');
    const keys = by === 'place' ? this.catalogue.placesWithin(code) : categoriesOf(this.catalogue, code);
    const { timeZone } = this.catalogue;
    const asked: PeriodAsked = {
      keys,
      hidden: privateCategories(this.catalogue),
      from: days.from,
      to: days.to,
      timeZone,
    };
    const params = [asked.keys, asked.hidden, asked.from, asked.to, timeZone];
    const [opened, arrived, openedBy] = await Promise.all([
      periodBalance(this.source, by, asked),
      this.source.query(monthArrivedSql(by), [...params, `${monthBefore(month)}-01`]) as Promise<ArrivedRow[]>,
      this.source.query(monthOpenedSql(by), params) as Promise<{ id: string; opened: number }[]>,
    ]);
    return {
      month,
      ...days,
      opened,
      arrived: summed(arrived),
      organizations: await this.organizations(arrived, openedBy),
    };
  }

  /** Those with most new needs first. One that only got something the month before is not among them. */
  private async organizations(
    arrived: readonly ArrivedRow[],
    openedBy: readonly { id: string; opened: number }[],
  ): Promise<MonthOrganization[]> {
    const opened = new Map(openedBy.map((row) => [row.id, row.opened]));
    const now = arrived.filter(({ amount }) => amount > 0);
    const names: { id: string; shortName: string; place: string }[] = await this.source.query(
      'SELECT id, short_name AS "shortName", place FROM organizations WHERE id = ANY($1::uuid[]) ORDER BY short_name, id',
      [[...new Set([...opened.keys(), ...now.map(({ id }) => id)])]],
    );
    return names
      .map((one) => ({
        ...one,
        opened: opened.get(one.id) ?? 0,
        arrived: now.filter(({ id }) => id === one.id).map(({ kind, unit, amount }) => ({ kind, unit, amount })),
      }))
      .sort((a, b) => b.opened - a.opened);
  }
}

/** Over all organizations, in the order of the rows. */
function summed(rows: readonly ArrivedRow[]): MonthSheet['arrived'] {
  const sums = new Map<string, ArrivedUnit & { before: number }>();
  for (const { kind, unit, amount, before } of rows) {
    const known = sums.get(`${kind} ${unit}`) ?? { kind, unit, amount: 0, before: 0 };
    sums.set(`${kind} ${unit}`, { ...known, amount: known.amount + amount, before: known.before + before });
  }
  return [...sums.values()];
}
