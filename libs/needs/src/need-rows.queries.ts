import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { AcceptedByAll } from '#kernel';
import { NEED_BALANCE, needBalanceIn, type NeedBalance, type NeedBalanceRow } from '#ledger';
import { preparedQuery, forceGenericPlan } from '#platform';
import { NeedEntity } from './need.entity.js';
import type { NeedOrganization } from './need.view.js';
import type { NeedsPageSql } from './needs-page.queries.js';

/** A need with what always stands beside it, read by one statement. */
export interface NeedRow {
  readonly need: NeedEntity;
  readonly balance: NeedBalance;
  readonly organization: NeedOrganization;
  /** Money can reach the organization: it has an account. */
  readonly receivesMoney: boolean;
  /** What the organization says of all its needs for things. */
  readonly byAll: AcceptedByAll | null;
}

type Raw = NeedEntity &
  NeedBalanceRow & {
    readonly og_name: string;
    readonly og_short_name: string;
    readonly og_place: string;
    readonly og_status: string;
    readonly og_receives: boolean;
    readonly og_accepts: AcceptedByAll | null;
  };

const FROM = `FROM needs n ${NEED_BALANCE.join} JOIN organizations og ON og.id = n.organization_id`;

/** Rows of one statement: what is made of them must not hold the event loop. */
const MOST_AT_ONCE = 50;

let statements: { readonly select: string; readonly byIds: string } | undefined;

/** The columns of the entity under its own names: what TypeORM would read, without its work on every row. */
function statementsOf(source: DataSource): { readonly select: string; readonly byIds: string } {
  if (statements) return statements;
  const select = `SELECT ${source
    .getMetadata(NeedEntity)
    .columns.map((column) => `n."${column.databaseName}" AS "${column.propertyName}"`)
    .join(', ')}, ${NEED_BALANCE.columns},
    og.name AS og_name, og.short_name AS og_short_name, og.place AS og_place, og.status AS og_status, coalesce(og.account->>'number', '') <> '' AS og_receives, og.accepts AS og_accepts`;
  return (statements = { select, byIds: `${select} ${FROM} WHERE n.id = ANY (${forceGenericPlan('$1', 'uuid[]')})` });
}

function toRow(raw: Raw): NeedRow {
  const organization = {
    id: raw.organizationId,
    name: raw.og_name,
    shortName: raw.og_short_name,
    place: raw.og_place,
    status: raw.og_status,
  };
  return {
    need: raw,
    balance: needBalanceIn(raw),
    organization,
    receivesMoney: raw.og_receives,
    byAll: raw.og_accepts,
  };
}

/**
 * Reads needs by id; those that are asked for in one turn of the event loop come by one statement. A page that many people open at once is the
 * hour in which this server is busy, and half of such a request was the way to PostgreSQL and back. Nothing is kept from one turn to the next.
 */
export function needRowLoader(source: DataSource): DataLoader<string, NeedRow | null> {
  const read = async (ids: readonly string[]): Promise<(NeedRow | null)[]> => {
    const rows = new Map(
      (await preparedQuery<Raw>(source, statementsOf(source).byIds, [ids])).map((raw) => [raw.id, toRow(raw)]),
    );
    return ids.map((id) => rows.get(id) ?? null);
  };
  return new DataLoader(read, {
    cache: false,
    maxBatchSize: MOST_AT_ONCE,
    batchScheduleFn: (send) => void setImmediate(send),
  });
}

/** @param page a query of `id`, `at` and `lead`, as `needsPageSql` writes it; the rows come in its order */
export async function needRowsOf(
  source: DataSource,
  page: NeedsPageSql,
): Promise<(NeedRow & { readonly at: string; readonly lead: number | null })[]> {
  const rows = await preparedQuery<Raw & { at: string; lead: number | null }>(
    source,
    `${statementsOf(source).select}, page.at, page.lead ${FROM} JOIN (${page.sql}) page ON page.id = n.id ORDER BY ${page.order}`,
    page.params,
  );
  return rows.map((raw) => ({ ...toRow(raw), at: raw.at, lead: raw.lead }));
}
