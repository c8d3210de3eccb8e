import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock, type Kind } from '#kernel';
import { LESS_REVERSALS } from '#ledger';
import { privateCategories } from '#needs';
import { Kept } from './kept.js';

export const GIVEN_KEPT_FOR_MS = 30_000;
const ORGANIZATIONS = 50;

export interface GivenUnit {
  readonly kind: Kind;
  readonly unit: string;
  readonly amount: number;
}

/** Who got it, and when the last of it arrived. */
export interface GivenTo {
  readonly id: string;
  readonly shortName: string;
  readonly place: string;
  readonly last: Date;
  readonly units: readonly GivenUnit[];
}

export interface Given {
  readonly since: Date | null;
  readonly units: readonly GivenUnit[];
  readonly organizations: { readonly count: number; readonly items: readonly GivenTo[] };
}

interface Row extends GivenUnit {
  readonly id: string;
  readonly shortName: string;
  readonly place: string;
  readonly first: Date;
  readonly last: Date;
}

/**
 * What arrived of the offers of a party ($1) that show its name, without needs of private categories ($2) and without what was taken back. An offer
 * that keeps the name back is in no number: a sum with it would tell of it.
 */
export const GIVEN_SQL = `SELECT o.id, o.short_name AS "shortName", o.place, n.kind, t.unit, sum(${LESS_REVERSALS})::bigint AS amount, min(t.at) AS first, max(t.at) AS last
  FROM accounts g JOIN offers f ON f.id = g.holder_id AND NOT f.anonymous
  JOIN transfers t ON t.debit = g.id AND t.kind = 'delivery' AND t.phase IN ('posted', 'post') AND ${LESS_REVERSALS} > 0
  JOIN accounts r ON r.id = t.credit AND r.kind = 'need' JOIN needs n ON n.id = r.holder_id AND n.opened_at IS NOT NULL AND n.category <> ALL($2::text[])
  JOIN organizations o ON o.id = n.organization_id
  WHERE g.party_id = $1 AND g.kind = 'offer' GROUP BY o.id, n.kind, t.unit ORDER BY max(t.at) DESC, o.id, n.kind, t.unit`;

const ORDER: readonly string[] = ['money', 'goods', 'time'];

function unitsOf(rows: readonly GivenUnit[]): GivenUnit[] {
  const sums = new Map<string, GivenUnit>();
  for (const { kind, unit, amount } of rows)
    sums.set(`${kind} ${unit}`, { kind, unit, amount: amount + (sums.get(`${kind} ${unit}`)?.amount ?? 0) });
  return [...sums.values()].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.unit.localeCompare(b.unit),
  );
}

function toOf(rows: readonly Row[]): GivenTo[] {
  const byOrganization = new Map<string, Row[]>();
  for (const row of rows) byOrganization.set(row.id, [...(byOrganization.get(row.id) ?? []), row]);
  return [...byOrganization.values()].map((own) => {
    const { id, shortName, place } = own[0] as Row;
    return {
      id,
      shortName,
      place,
      last: new Date(Math.max(...own.map(({ last }) => last.getTime()))),
      units: unitsOf(own),
    };
  });
}

/** What an organization, mostly a company, gave in its own name: sums of the books, and who got them. */
@Injectable()
export class GivenInName {
  private readonly kept = new Kept<string, Given>(GIVEN_KEPT_FOR_MS, (id) => this.read(id));

  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  /** Of an organization that its reader may see; at most GIVEN_KEPT_FOR_MS old. */
  of(organizationId: string): Promise<Given> {
    return this.kept.of(organizationId, this.clock.now().getTime());
  }

  private async read(id: string): Promise<Given> {
    const rows: Row[] = await this.source.query(GIVEN_SQL, [id, privateCategories(this.catalogue)]);
    const organizations = toOf(rows);
    const since = rows.length === 0 ? null : new Date(Math.min(...rows.map(({ first }) => first.getTime())));
    return {
      since,
      units: unitsOf(rows),
      organizations: { count: organizations.length, items: organizations.slice(0, ORGANIZATIONS) },
    };
  }
}
