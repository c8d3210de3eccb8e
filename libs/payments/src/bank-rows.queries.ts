import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { type DECIDED_STATES, mayReadBank, ROW_FATES, type ROW_STATES, type RowReason } from './bank-row.rules.js';
import { refuse } from './payments.refusals.js';

/** A row of a bank statement of which a member, or its code, has said what it is. */
export interface DecidedRow {
  readonly id: string;
  readonly day: string;
  readonly number: string;
  readonly amount: number;
  readonly unit: string;
  readonly state: (typeof DECIDED_STATES)[number];
  /** Gifts that it is; of a divided one each with its part. */
  readonly gifts: readonly { readonly code: string; readonly amount: number; readonly needTitle: string }[];
  /** Known by its code; else a person said it. */
  readonly byCode: boolean;
  readonly decidedAt: Date;
}

/** A row of one bank statement, with what became of it. */
export interface StatementRow extends Omit<DecidedRow, 'state' | 'decidedAt'> {
  readonly state: (typeof ROW_STATES)[number];
  /** Why it waits for a person; null once it is decided, unless its import was cancelled and it had to stay. */
  readonly reason: RowReason | null;
}

/** How many rows of a statement had which fate, and their sum in the unit of the rows. */
export interface RowFate {
  readonly fate: (typeof ROW_FATES)[number];
  readonly rows: number;
  readonly amount: number;
}

const GIFTS = `coalesce((SELECT json_agg(json_build_object('code', g.code, 'amount', p.amount, 'needTitle', n.title) ORDER BY g.code)
    FROM (SELECT r.gift_id, r.amount UNION ALL SELECT b.gift_id, b.amount FROM bank_row_parts b WHERE b.row_id = r.id AND b.undone_at IS NULL) p JOIN gifts g ON g.id = p.gift_id JOIN needs n ON n.id = g.need_id), '[]') AS gifts`;
const COLUMNS = `r.id, r.day::text AS day, r.number, r.amount, r.unit, r.state, r.decided_by IS NULL AND r.decided_at IS NOT NULL AS "byCode"`;
const DECIDED = `SELECT ${COLUMNS}, r.decided_at AS "decidedAt", r.decided_at::text AS key, ${GIFTS} FROM bank_rows r`;

@Injectable()
export class BankRowsQueries {
  constructor(private readonly source: DataSource) {}

  /** What was said of an organization's rows, the latest first. Whether the reader may know it is `BankStatements.organizationOf`'s to say. */
  decided(
    organizationId: string,
    limit: number,
    after: { readonly at: string; readonly id: string } | null,
  ): Promise<(DecidedRow & { readonly key: string })[]> {
    return this.source.query(
      `${DECIDED} WHERE r.organization_id = $1 AND r.state <> 'to-decide' AND r.state <> 'cancelled' AND ($3::timestamptz IS NULL OR (r.decided_at, r.id) < ($3::timestamptz, $4::uuid)) ORDER BY r.decided_at DESC, r.id DESC LIMIT $2`,
      [organizationId, limit, after?.at ?? null, after?.id ?? null],
    );
  }

  /** The rows that one statement brought, in the order of its file. @throws bank.statement-not-found */
  async ofStatement(
    actor: Actor,
    statementId: string,
    limit: number,
    after: string | null,
  ): Promise<readonly StatementRow[]> {
    await this.mayRead(actor, statementId);
    return this.source.query(
      `SELECT ${COLUMNS}, r.reason, ${GIFTS} FROM bank_rows r WHERE r.statement_id = $1 AND ($3::uuid IS NULL OR r.id > $3) ORDER BY r.id LIMIT $2`,
      [statementId, limit, after],
    );
  }

  private async mayRead(actor: Actor, statementId: string): Promise<void> {
    const [statement]: { organizationId: string }[] = await this.source.query(
      'SELECT organization_id AS "organizationId" FROM bank_statements WHERE id = $1',
      [statementId],
    );
    if (!statement || !mayReadBank(actor, statement.organizationId)) refuse('bank.statement-not-found');
  }
}

/** What became of the rows that one statement brought; fates that no row has are left out. */
export async function fatesOf(source: DataSource, statementId: string): Promise<readonly RowFate[]> {
  const rows: RowFate[] = await source.query(
    `SELECT CASE WHEN r.state = 'cancelled' THEN 'cancelled' WHEN r.reason = 'new' THEN 'reading' WHEN r.gift_id IS NULL AND r.state <> 'split' THEN r.state WHEN r.decided_by IS NULL THEN 'by-code' ELSE 'by-person' END AS fate,
       count(*)::int AS rows, sum(r.amount)::bigint AS amount FROM bank_rows r WHERE r.statement_id = $1 GROUP BY 1`,
    [statementId],
  );
  return ROW_FATES.flatMap((fate) => rows.filter((row) => row.fate === fate));
}
