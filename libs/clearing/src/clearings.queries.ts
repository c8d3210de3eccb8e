import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Kind } from '#kernel';
import type { ScorePart, ShareRow, Weights } from '#engine';
import type { Tx } from '#platform';
import type { ClearingReport } from './plan.js';

export type ClearingStatus = 'running' | 'done' | 'failed';

/** A run as its table has it, without the report. */
export interface ClearingRow {
  readonly id: string;
  /** As people call it. */
  readonly number: number;
  readonly status: ClearingStatus;
  readonly kinds: readonly Kind[];
  readonly dryRun: boolean;
  readonly gap: number;
  readonly weights: Weights;
  readonly weightsVersion: number | null;
  readonly by: string | null;
  readonly at: Date;
  readonly inputDigest: string | null;
  readonly planDigest: string | null;
  readonly failure: string | null;
  readonly finishedAt: Date | null;
}

export type ClearingSummary = ClearingRow & { readonly report: ClearingReport | null };

export type OrganizationShare = ShareRow & { readonly at: number; readonly name: string };

export interface ListedNeed {
  readonly needId: string;
  readonly number: number;
  readonly title: string;
  readonly category: string;
  readonly place: string;
}

export interface ClearingLine extends ListedNeed {
  readonly line: number;
  readonly offerId: string;
  readonly kind: Kind;
  readonly unit: string;
  readonly amount: number;
  readonly score: number;
  readonly parts: readonly { readonly part: ScorePart; readonly value: number; readonly weight: number }[];
  readonly outcome: 'proposed' | 'lowered' | 'overtaken' | null;
  /** Of the match that came of it. */
  readonly status: string | null;
}

export interface ClearingUnmet extends ListedNeed {
  /** Number in the list. */
  readonly at: number;
  readonly reason: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const COLUMNS = `id, number, status, kinds, dry_run AS "dryRun", gap, weights, weights_version AS "weightsVersion", by, at, input_digest AS "inputDigest", plan_digest AS "planDigest", failure, finished_at AS "finishedAt"`;
const NEED = `n.id AS "needId", n.number, n.title, n.category, n.place`;
/** Of a line `l`: whether the run has written it. Null where no batch comes so early. */
export const IS_WRITTEN =
  'l.line < (SELECT w.end_line FROM clearing_written w WHERE w.clearing_id = l.clearing_id AND w.first_line <= l.line ORDER BY w.first_line DESC LIMIT 1)';
/** What came of a line `l`; null: nothing yet, or it is one of a dry run. Only what came otherwise than planned stands in the line itself. */
const OUTCOME = `CASE WHEN ${IS_WRITTEN} THEN coalesce(l.outcome, 'proposed') END`;
/** Of a report in a list: everything but what grows with the region. */
const SHORT = `report - 'byPlace' - 'byOrganization' - 'moved' - 'compared' AS report`;

export async function readClearing(db: DataSource | Tx, id: string): Promise<ClearingRow | null> {
  const [row]: ClearingRow[] = await db.query(`SELECT ${COLUMNS} FROM clearings WHERE id = $1`, [id]);
  return row ?? null;
}

/** Runs, what they planned and what they left out, for everybody to read. */
@Injectable()
export class ClearingReads {
  constructor(private readonly source: DataSource) {}

  /** Newest first. `after` is the last one of the page before. */
  async page(limit: number, after: { readonly at: string; readonly id: string } | null): Promise<ClearingSummary[]> {
    return this.source.query(
      `SELECT ${COLUMNS}, ${SHORT} FROM clearings WHERE $2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid) ORDER BY at DESC, id DESC LIMIT $1`,
      [limit, after?.at ?? null, after?.id ?? null],
    );
  }

  async byId(id: string): Promise<ClearingSummary | null> {
    const [row]: ClearingSummary[] = await this.source.query(
      `SELECT ${COLUMNS}, report - 'byOrganization' AS report FROM clearings WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  async exists(id: string): Promise<boolean> {
    const rows: unknown[] = await this.source.query('SELECT 1 FROM clearings WHERE id = $1', [id]);
    return rows.length > 0;
  }

  /** Organizations with what they asked for and would receive, in the order of the report. `after` is the number of the last one. */
  async organizations(id: string, limit: number, after: number): Promise<OrganizationShare[]> {
    const rows: { at: number; row: ShareRow; name: string | null }[] = await this.source.query(
      `SELECT r.at, r.row, o.short_name AS name FROM clearings c, jsonb_array_elements(c.report->'byOrganization') WITH ORDINALITY AS r(row, at)
       LEFT JOIN organizations o ON o.id::text = r.row->>'key' WHERE c.id = $1 AND r.at > $3 ORDER BY r.at LIMIT $2`,
      [id, limit, after],
    );
    return rows.map(({ at, row, name }) => ({ ...row, at: Number(at), name: name ?? '' }));
  }

  /** Lines of the plan, in its order. */
  async lines(id: string, limit: number, after: number): Promise<ClearingLine[]> {
    const rows: ClearingLine[] = await this.source.query(
      `SELECT l.line, l.offer_id AS "offerId", l.kind, l.unit, l.amount, l.score, l.parts, ${OUTCOME} AS outcome, ${NEED},
         (SELECT m.status FROM matches m WHERE m.clearing_id = l.clearing_id AND m.offer_id = l.offer_id AND m.need_id = l.need_id LIMIT 1) AS status
       FROM clearing_lines l JOIN needs n ON n.id = l.need_id WHERE l.clearing_id = $1 AND l.line > $3 ORDER BY l.line LIMIT $2`,
      [id, limit, after],
    );
    // The reasons beside the numbers speak of records of people: those are for the two sides, who read them on their proposal.
    return rows.map((row) => ({
      ...row,
      parts: row.parts.map(({ part, value, weight }) => ({ part, value, weight })),
    }));
  }

  /** Needs that got nothing, or less than they asked for, and why. */
  async unmet(id: string, limit: number, after: number): Promise<ClearingUnmet[]> {
    return this.source.query(
      `SELECT u.place AS at, u.reason, u.details, ${NEED} FROM clearing_unmet u JOIN needs n ON n.id = u.need_id WHERE u.clearing_id = $1 AND u.place > $3 ORDER BY u.place LIMIT $2`,
      [id, limit, after],
    );
  }
}
