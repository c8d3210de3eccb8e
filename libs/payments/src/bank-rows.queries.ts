import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A row of a bank statement of which a member, or its code, has said what it is. */
export interface DecidedRow {
  readonly id: string;
  readonly day: string;
  readonly number: string;
  readonly amount: number;
  readonly unit: string;
  readonly state: 'recognised' | 'not-a-gift' | 'surplus' | 'split';
  /** Gifts that it is; of a divided one each with its part. */
  readonly gifts: readonly { readonly code: string; readonly amount: number; readonly needTitle: string }[];
  /** Known by its code; else a person said it. */
  readonly byCode: boolean;
  readonly decidedAt: Date;
}

const ROWS_SHOWN = `SELECT r.id, r.day::text AS day, r.number, r.amount, r.unit, r.state, r.decided_by IS NULL AS "byCode", r.decided_at AS "decidedAt", r.decided_at::text AS key,
  coalesce((SELECT json_agg(json_build_object('code', g.code, 'amount', p.amount, 'needTitle', n.title) ORDER BY g.code)
    FROM (SELECT r.gift_id, r.amount UNION ALL SELECT b.gift_id, b.amount FROM bank_row_parts b WHERE b.row_id = r.id AND b.undone_at IS NULL) p JOIN gifts g ON g.id = p.gift_id JOIN needs n ON n.id = g.need_id), '[]') AS gifts
  FROM bank_rows r`;

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
      `${ROWS_SHOWN} WHERE r.organization_id = $1 AND r.state <> 'to-decide' AND ($3::timestamptz IS NULL OR (r.decided_at, r.id) < ($3::timestamptz, $4::uuid)) ORDER BY r.decided_at DESC, r.id DESC LIMIT $2`,
      [organizationId, limit, after?.at ?? null, after?.id ?? null],
    );
  }
}
