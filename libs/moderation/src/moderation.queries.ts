import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import type { Actor } from '#identity';
import { Ledger } from '#ledger';
import { DUE_DAYS, maySeeReviews } from './decision.rules.js';
import type { Locale } from './reason-sentences.rules.js';
import type { ReviewStatus } from './review.entity.js';
import { hiddenFrom } from './hidden-reviews.queries.js';
import { countSections, inSection, type ReviewCounts, type ReviewSection } from './review-sections.queries.js';
import { reviewViews } from './review-views.queries.js';
import type { ReviewRow, ReviewView } from './review.view.js';
import { refuse } from './moderation.refusals.js';

/** Where a page of the queue ended: the sort key of its last review. By due, `at` is when it is due; by risk, when it was opened. */
export interface ReviewCursor {
  readonly risk: number;
  readonly at: string;
  readonly id: string;
}
export const REVIEW_SORTS = ['risk', 'due'] as const;
export type ReviewSort = (typeof REVIEW_SORTS)[number];

export interface ReviewFilters {
  /** A section of the work, or all of one status. */
  readonly of: { readonly section: ReviewSection } | { readonly status: ReviewStatus };
  /** `risk` where nothing is said. */
  readonly sort?: ReviewSort;
  /** 1 to 200. */
  readonly limit: number;
  readonly after?: ReviewCursor | null;
}

export interface ReviewPage {
  readonly items: ReviewView[];
  readonly next: ReviewCursor | null;
  /** How many come after this page. */
  readonly rest: number;
  /** How many of it the reader has an interest in: they stand on no page. */
  readonly hidden: number;
}

const EXACT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;
/** `reviewDue` as a UTC timestamp, as the index `reviews_by_due` has it: without a time zone it is the same on every connection. */
const DUE = `((opened_at AT TIME ZONE 'UTC') + CASE subject_type ${Object.entries(DUE_DAYS)
  .filter(([, days]) => days !== 1)
  .map(([type, days]) => `WHEN '${type}' THEN interval '${days} days'`)
  .join(' ')} ELSE interval '1 day' END)`;
const COLUMNS = `id, status, subject_type AS "subjectType", subject_id AS "subjectId", risk, reasons, signatures_needed AS "signaturesNeeded",
  opened_at AS "openedAt", to_char(opened_at AT TIME ZONE 'UTC', ${EXACT}) AS "openedAtExact", to_char(${DUE}, ${EXACT}) AS "dueAtExact", closed_at AS "closedAt"`;
/** What comes first, and what comes after a cursor, whose values begin at `$n`. */
const SORTS: Readonly<
  Record<
    ReviewSort,
    { order: string; after: (n: number) => string; key: (cursor: ReviewCursor) => readonly (string | number)[] }
  >
> = {
  risk: {
    order: 'risk DESC, opened_at, id',
    after: (n) => `risk <= $${n} AND (risk < $${n} OR (opened_at, id) > ($${n + 1}::timestamptz, $${n + 2}::uuid))`,
    key: ({ risk, at, id }) => [risk, at, id],
  },
  due: {
    order: `${DUE}, id`,
    after: (n) => `(${DUE}, id) > ($${n}::timestamptz AT TIME ZONE 'UTC', $${n + 1}::uuid)`,
    key: ({ at, id }) => [at, id],
  },
};

@Injectable()
export class ReviewQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
  ) {}

  /** The queue: what is most dangerous to miss comes first, of equals the one that has waited longest; or what is due first. Refuses callers who are no moderators. */
  async page(actor: Actor, filters: ReviewFilters, locale: Locale = actor.locale): Promise<ReviewPage> {
    if (!maySeeReviews(actor)) refuse('review.moderators-only');
    const { of, sort = 'risk', limit, after } = filters;
    const by = SORTS[sort];
    const hidden = await hiddenFrom(this.source, actor);
    const { sql, values } =
      'section' in of ? inSection(of.section, actor, this.clock.now()) : { sql: 'status = $1', values: [of.status] };
    const shown = `${sql} AND NOT id = ANY($${values.length + 1})`;
    const behind = by.after(values.length + 2);
    const rows: ReviewRow[] = await this.source.query(
      `SELECT ${COLUMNS} FROM reviews WHERE ${shown} ${after ? `AND ${behind}` : ''} ORDER BY ${by.order} LIMIT ${limit + 1}`,
      [...values, hidden, ...(after ? by.key(after) : [])],
    );
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    const next = last
      ? { risk: last.risk, at: sort === 'due' ? last.dueAtExact : last.openedAtExact, id: last.id }
      : null;
    return {
      items: await this.views(actor, items, locale),
      next,
      rest: next === null ? 0 : await this.count(`${shown} AND ${behind}`, [...values, hidden, ...by.key(next)]),
      hidden:
        hidden.length === 0 ? 0 : await this.count(`${sql} AND id = ANY($${values.length + 1})`, [...values, hidden]),
    };
  }

  /** How much is in each section. Refuses callers who are no moderators. */
  async counts(actor: Actor): Promise<ReviewCounts> {
    if (!maySeeReviews(actor)) refuse('review.moderators-only');
    return countSections(this.source, actor, this.clock.now(), await hiddenFrom(this.source, actor));
  }

  async byId(actor: Actor, reviewId: string, locale: Locale = actor.locale): Promise<ReviewView> {
    if (!maySeeReviews(actor)) refuse('review.moderators-only');
    const rows: ReviewRow[] = await this.source.query(`SELECT ${COLUMNS} FROM reviews WHERE id = $1`, [reviewId]);
    const [view] = await this.views(actor, rows, locale);
    return view ?? refuse('review.not-found');
  }

  private async count(where: string, values: readonly unknown[]): Promise<number> {
    const [row]: { n: number }[] = await this.source.query(`SELECT count(*)::int AS n FROM reviews WHERE ${where}`, [
      ...values,
    ]);
    return row?.n ?? 0;
  }

  private views(actor: Actor, rows: readonly ReviewRow[], locale: Locale): Promise<ReviewView[]> {
    const { source, ledger } = this;
    return reviewViews({ source, ledger, now: this.clock.now() }, actor, rows, locale);
  }
}
