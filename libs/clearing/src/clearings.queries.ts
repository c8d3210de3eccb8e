import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Kind } from '#catalogue';
import type { ScorePart, Weights } from '#matching';
import type { Tx } from '#platform';
import type { ClearingReport } from './report.js';

export type ClearingStatus = 'running' | 'done' | 'failed';

/** A run as its table has it, without the report. */
export interface ClearingRow {
  readonly id: string;
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

export interface ClearingLine {
  readonly line: number;
  readonly offerId: string;
  readonly needId: string;
  readonly kind: Kind;
  readonly unit: string;
  readonly amount: number;
  readonly score: number;
  readonly parts: readonly { readonly part: ScorePart; readonly value: number; readonly weight: number }[];
  readonly outcome: 'proposed' | 'lowered' | 'overtaken' | null;
}

export interface ClearingUnmet {
  readonly place: number;
  readonly needId: string;
  readonly reason: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const COLUMNS = `id, status, kinds, dry_run AS "dryRun", gap, weights, weights_version AS "weightsVersion", by, at, input_digest AS "inputDigest", plan_digest AS "planDigest", failure, finished_at AS "finishedAt"`;
/** Of a report in a list: everything but what grows with the region. */
const SHORT = `report - 'byPlace' - 'byOrganization' - 'unmet' AS report`;

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
    const [row]: ClearingSummary[] = await this.source.query(`SELECT ${COLUMNS}, report FROM clearings WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** Lines of the plan, in its order. */
  async lines(id: string, limit: number, after: number): Promise<ClearingLine[]> {
    return this.source.query(
      `SELECT line, offer_id AS "offerId", need_id AS "needId", kind, unit, amount, score, parts, outcome FROM clearing_lines WHERE clearing_id = $1 AND line > $3 ORDER BY line LIMIT $2`,
      [id, limit, after],
    );
  }

  /** Needs that got nothing, or less than they asked for, and why. */
  async unmet(id: string, limit: number, after: number): Promise<ClearingUnmet[]> {
    return this.source.query('SELECT place, need_id AS "needId", reason, details FROM clearing_unmet WHERE clearing_id = $1 AND place > $3 ORDER BY place LIMIT $2', [id, limit, after]);
  }
}
