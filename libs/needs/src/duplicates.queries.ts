import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { mayManage } from './access.rules.js';
import type { NeedStatus } from './lifecycle.rules.js';
import { isPrivateCategory } from '#forms';
import { refuse } from './needs.refusals.js';
import { privateCategories } from './search.rules.js';

/** What a person is about to ask for. */
export interface Intended {
  readonly organization: string;
  readonly category: string;
  readonly item?: string | null;
  readonly title: string;
  readonly place?: string | null;
  /** The draft itself, once it is written. */
  readonly except?: string | null;
}

/** A need that may be the same: of the same organization with a similar title, or of another one in the same place for the same thing. */
export interface NeedDuplicate {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly status: NeedStatus;
  readonly organization: { readonly id: string; readonly shortName: string };
  readonly place: string;
  readonly deadline: Date;
  readonly why: 'same-organization' | 'same-place';
  /** How alike the titles are, 0..100. */
  readonly likeness: number;
}

const SHOWN = 5;
const COLUMNS = `n.id, n.number, n.title, n.status, n.place, n.deadline, n.organization_id AS "organizationId", o.short_name AS "shortName", round(similarity(n.title, $1) * 100)::int AS likeness`;

type Row = Omit<NeedDuplicate, 'organization' | 'why'> & {
  readonly organizationId: string;
  readonly shortName: string;
};

/** Points out before posting what is there already. A warning with links, never a bar. */
@Injectable()
export class NeedDuplicates {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
  ) {}

  /** At most five of each sort, the likest first. @throws need.not-yours for a caller who does not write needs of the organization */
  async find(actor: Actor, intended: Intended): Promise<NeedDuplicate[]> {
    if (!mayManage(actor, { organizationId: intended.organization })) refuse('need.not-yours');
    const own = await this.rows(ownSql(intended));
    const elsewhere = await this.elsewhere(intended);
    return [
      ...own.map((row) => duplicate(row, 'same-organization')),
      ...elsewhere.map((row) => duplicate(row, 'same-place')),
    ];
  }

  /** Titles that outsiders may not read are not found by outsiders. */
  private async elsewhere(intended: Intended): Promise<Row[]> {
    if (!intended.place || isPrivateCategory(this.catalogue, intended.category)) return [];
    const hidden = privateCategories(this.catalogue);
    return this.rows(elsewhereSql(intended, hidden));
  }

  private rows({ sql, params }: { sql: string; params: unknown[] }): Promise<Row[]> {
    return this.source.query(sql, params);
  }
}

function ownSql({ title, organization, category, item, except }: Intended): { sql: string; params: unknown[] } {
  return {
    sql: `SELECT ${COLUMNS} FROM needs n JOIN organizations o ON o.id = n.organization_id
          WHERE n.organization_id = $2 AND n.status IN ('draft', 'in_review', 'returned', 'open', 'partly_met') AND (n.category = $3 OR n.item = $4) AND n.title % $1 AND n.id IS DISTINCT FROM $5::uuid
          ORDER BY similarity(n.title, $1) DESC, n.id LIMIT ${SHOWN}`,
    params: [title, organization, category, item ?? null, except ?? null],
  };
}

/** With an item: the same item, whatever it is called. Without: the same category and a similar title. */
function elsewhereSql(
  { title, organization, category, item, place, except }: Intended,
  hidden: readonly string[],
): { sql: string; params: unknown[] } {
  const same = item ? 'n.item = $3' : '(n.category = $3 AND n.title % $1)';
  return {
    sql: `SELECT ${COLUMNS} FROM needs n JOIN organizations o ON o.id = n.organization_id
          WHERE n.status IN ('open', 'partly_met') AND n.place = $4 AND n.organization_id <> $2 AND ${same} AND n.category <> ALL($5) AND n.id IS DISTINCT FROM $6::uuid
          ORDER BY similarity(n.title, $1) DESC, n.id LIMIT ${SHOWN}`,
    params: [title, organization, item ?? category, place, hidden, except ?? null],
  };
}

function duplicate({ organizationId, shortName, ...row }: Row, why: NeedDuplicate['why']): NeedDuplicate {
  return { ...row, organization: { id: organizationId, shortName }, why };
}
