import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { maySeeReviews } from './decision.rules.js';
import { refuse } from './moderation.refusals.js';
import { pagesFor } from './subject-pages.queries.js';

export interface AuditView {
  readonly id: string;
  readonly at: string;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly action: string;
  /** `page`: this reader has a page of it. */
  readonly subject: { readonly type: string; readonly id: string; readonly page: boolean };
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface AuditCursor {
  readonly at: string;
  readonly id: string;
}

export interface AuditFilters {
  readonly limit: number;
  readonly after?: AuditCursor | null;
  readonly subject?: { readonly type: string; readonly id: string } | null;
}

interface AuditRow {
  id: string;
  at: Date;
  atExact: string;
  personId: string | null;
  name: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  reason: string | null;
  data: Record<string, unknown>;
}

/** Who decided what, newest first. Moderators and administrators only. */
@Injectable()
export class AuditLogQueries {
  constructor(private readonly source: DataSource) {}

  async page(
    actor: Actor,
    { limit, after, subject }: AuditFilters,
  ): Promise<{ items: AuditView[]; next: AuditCursor | null }> {
    if (!maySeeReviews(actor)) refuse('review.moderators-only');
    const params: unknown[] = [limit + 1];
    const where: string[] = [];
    if (subject)
      where.push(`a.subject_type = $${params.push(subject.type)} AND a.subject_id = $${params.push(subject.id)}`);
    if (after) where.push(`(a.at, a.id) < ($${params.push(after.at)}::timestamptz, $${params.push(after.id)}::uuid)`);
    const rows: AuditRow[] = await this.source.query(
      `SELECT a.id, a.at, to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "atExact", a.person_id AS "personId", p.name, a.action, a.subject_type AS "subjectType", a.subject_id AS "subjectId", a.reason, a.data
       FROM audit_log a LEFT JOIN people p ON p.id = a.person_id ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
       ORDER BY a.at DESC, a.id DESC LIMIT $1`,
      params,
    );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const ids = (type: string): string[] =>
      shown.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId);
    const pages = await pagesFor(this.source, actor, { needs: ids('need'), organizations: ids('organization') });
    return { items: shown.map((row) => auditView(row, pages)), next: last ? { at: last.atExact, id: last.id } : null };
  }
}

function auditView(row: AuditRow, pages: ReadonlySet<string>): AuditView {
  return {
    id: row.id,
    at: row.at.toISOString(),
    person: row.personId === null ? null : { id: row.personId, name: row.name ?? '' },
    action: row.action,
    subject: { type: row.subjectType, id: row.subjectId, page: pages.has(row.subjectId) },
    reason: row.reason,
    data: row.data,
  };
}
