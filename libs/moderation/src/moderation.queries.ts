import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import type { Actor } from '#identity';
import { Ledger } from '#ledger';
import { DUE_DAYS, maySeeReviews, reviewCan, reviewDue, whyMayNotDecide, type ReviewVerb } from './decision.rules.js';
import { reasonSentence, type Locale } from './reason-sentences.rules.js';
import type { Outcome, ReviewStatus, SubjectType } from './review.entity.js';
import { answerDue } from './appeals/appeal.rules.js';
import { appealsById, type AppealRow } from './appeals/appeals.queries.js';
import { marksIn, type Reason, type ReasonCode } from './risk.rules.js';
import { NO_CONTENT, reviewContents, type ReviewContent } from './review-content.queries.js';
import {
  decisionsOf,
  reviewSubjects,
  reviewStateOf,
  type GivenDecision,
  type Account,
} from './review-subjects.queries.js';
import { holdIn, holdsOf, type ReviewHold } from './review-holds.queries.js';
import { refuse } from './moderation.refusals.js';

/** A review as a moderator sees it. */
export interface ReviewView {
  readonly id: string;
  readonly status: ReviewStatus;
  readonly subject: {
    readonly type: SubjectType;
    readonly id: string;
    readonly title: string;
    readonly organization: { readonly id: string; readonly shortName: string } | null;
    readonly need: {
      readonly id: string;
      readonly number: number;
      readonly kind: string;
      readonly category: string;
      readonly amount: number | null;
      readonly unit: string | null;
    } | null;
    /** Of a changed account: which becomes which. */
    readonly accounts: { readonly before: Account; readonly after: Account } | null;
  } & ReviewContent;
  /** 0..100: the sum of the weights of the reasons. */
  readonly risk: number;
  readonly reasons: readonly { readonly code: ReasonCode; readonly weight: number; readonly sentence: string }[];
  readonly signaturesNeeded: number;
  readonly signatures: readonly {
    readonly person: { readonly id: string; readonly name: string };
    readonly at: string;
  }[];
  readonly decisions: readonly {
    readonly person: { readonly id: string; readonly name: string };
    readonly outcome: Outcome;
    readonly reason: string | null;
    readonly note: string | null;
    readonly at: string;
  }[];
  /** Of an appeal: what was decided before, by whom and why. */
  readonly appeal: {
    readonly number: number;
    readonly of: SubjectType;
    readonly at: string;
    readonly dueAt: string;
    readonly decisions: ReviewView['decisions'];
  } | null;
  readonly openedAt: string;
  /** It is decided by then. */
  readonly dueAt: string;
  readonly closedAt: string | null;
  /** Who has it open; null where nobody has, it is decided, or the reader has an interest in it. */
  readonly hold: ReviewHold | null;
  readonly can: readonly ReviewVerb[];
}

/** Where a page of the queue ended: the sort key of its last review. By due, `at` is when it is due; by risk, when it was opened. */
export interface ReviewCursor {
  readonly risk: number;
  readonly at: string;
  readonly id: string;
}
export const REVIEW_SORTS = ['risk', 'due'] as const;
export type ReviewSort = (typeof REVIEW_SORTS)[number];

export interface ReviewFilters {
  readonly status: ReviewStatus;
  /** `risk` where nothing is said. */
  readonly sort?: ReviewSort;
  /** 1 to 200. */
  readonly limit: number;
  readonly after?: ReviewCursor | null;
}

interface ReviewRow {
  id: string;
  status: ReviewStatus;
  subjectType: SubjectType;
  subjectId: string;
  risk: number;
  reasons: Reason[];
  signaturesNeeded: number;
  openedAt: Date;
  openedAtExact: string;
  dueAtExact: string;
  closedAt: Date | null;
}

const EXACT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;
/** `reviewDue` as a UTC timestamp, as the index `reviews_by_due` has it: without a time zone it is the same on every connection. */
const DUE = `((opened_at AT TIME ZONE 'UTC') + CASE subject_type ${Object.entries(DUE_DAYS)
  .filter(([, days]) => days !== 1)
  .map(([type, days]) => `WHEN '${type}' THEN interval '${days} days'`)
  .join(' ')} ELSE interval '1 day' END)`;
const COLUMNS = `id, status, subject_type AS "subjectType", subject_id AS "subjectId", risk, reasons, signatures_needed AS "signaturesNeeded",
  opened_at AS "openedAt", to_char(opened_at AT TIME ZONE 'UTC', ${EXACT}) AS "openedAtExact", to_char(${DUE}, ${EXACT}) AS "dueAtExact", closed_at AS "closedAt"`;
/** What comes first, and what comes after a cursor, whose values are $3 and on. */
const SORTS: Readonly<
  Record<ReviewSort, { order: string; after: string; key: (cursor: ReviewCursor) => readonly (string | number)[] }>
> = {
  risk: {
    order: 'risk DESC, opened_at, id',
    after: 'risk <= $3 AND (risk < $3 OR (opened_at, id) > ($4::timestamptz, $5::uuid))',
    key: ({ risk, at, id }) => [risk, at, id],
  },
  due: {
    order: `${DUE}, id`,
    after: `(${DUE}, id) > ($3::timestamptz AT TIME ZONE 'UTC', $4::uuid)`,
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
  async page(
    actor: Actor,
    filters: ReviewFilters,
    locale: Locale = actor.locale,
  ): Promise<{ items: ReviewView[]; next: ReviewCursor | null }> {
    if (!maySeeReviews(actor)) refuse('review.moderators-only');
    const { status, sort = 'risk', limit, after } = filters;
    const by = SORTS[sort];
    const rows: ReviewRow[] = await this.source.query(
      `SELECT ${COLUMNS} FROM reviews
       WHERE status = $1 ${after ? `AND ${by.after}` : ''}
       ORDER BY ${by.order} LIMIT $2`,
      [status, limit + 1, ...(after ? by.key(after) : [])],
    );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: await this.views(actor, shown, locale),
      next: last ? { risk: last.risk, at: sort === 'due' ? last.dueAtExact : last.openedAtExact, id: last.id } : null,
    };
  }

  async byId(actor: Actor, reviewId: string, locale: Locale = actor.locale): Promise<ReviewView> {
    if (!maySeeReviews(actor)) refuse('review.moderators-only');
    const rows: ReviewRow[] = await this.source.query(`SELECT ${COLUMNS} FROM reviews WHERE id = $1`, [reviewId]);
    const [view] = await this.views(actor, rows, locale);
    return view ?? refuse('review.not-found');
  }

  private async views(actor: Actor, rows: readonly ReviewRow[], locale: Locale): Promise<ReviewView[]> {
    if (rows.length === 0) return [];
    const subjects = await reviewSubjects(this.source, rows);
    const decisions = await decisionsOf(
      this.source,
      rows.map((row) => row.id),
    );
    const needIds = [...new Set([...subjects.values()].flatMap((subject) => (subject.need ? [subject.need.id] : [])))];
    const balances =
      needIds.length > 0
        ? await this.ledger.needBalances(this.source, needIds)
        : new Map<string, { required: number; unit: string }>();
    const organizationOf = new Map(
      [...subjects].flatMap(([id, { organization }]) => (organization ? [[id, organization.id] as const] : [])),
    );
    const appeals = await appealsById(
      this.source,
      rows.filter((row) => row.subjectType === 'appeal').map((row) => row.subjectId),
    );
    const before = await decisionsOf(
      this.source,
      [...appeals.values()].map(({ reviewId }) => reviewId),
    );
    const contents = await reviewContents(this.source, this.ledger, asBefore(rows, appeals), organizationOf, locale);
    const holds = await holdsOf(
      this.source,
      rows.filter(({ closedAt }) => closedAt === null).map(({ id }) => id),
      this.clock.now(),
    );
    return rows.map((row) => {
      const subject = subjects.get(row.subjectId);
      const given = decisions.filter((decision) => decision.reviewId === row.id);
      const balance = subject?.need ? balances.get(subject.need.id) : undefined;
      const hold = holds.get(row.id);
      const state = reviewStateOf(row, subject, given, hold?.personId ?? null);
      const ownMatter = whyMayNotDecide(actor, state) === 'review.own-matter';
      const appeal = row.subjectType === 'appeal' ? appeals.get(row.subjectId) : undefined;
      const content = contents.get(row.id) ?? NO_CONTENT;
      // A person who has an interest in a complaint reads neither its words nor what was found in them.
      const kept = row.subjectType === 'complaint' && ownMatter;
      return {
        ...plain(
          kept ? { ...row, reasons: row.reasons.filter(({ code }) => code.startsWith('complaint-')) } : row,
          given,
          locale,
        ),
        subject: {
          type: row.subjectType,
          id: row.subjectId,
          title: subject?.title ?? '',
          organization: subject?.organization ?? null,
          need: subject?.need
            ? { ...subject.need, amount: balance?.required ?? null, unit: balance?.unit ?? null }
            : null,
          accounts: subject?.accounts ?? null,
          ...(kept ? NO_CONTENT : appeal ? withWords(content, appeal.words) : content),
        },
        appeal: appeal ? appealIn(appeal, before) : null,
        hold: hold && !ownMatter ? holdIn(hold, actor) : null,
        can: reviewCan(actor, state),
      };
    });
  }
}

/** Beside the decision on an appeal stands what the decision before was about. */
function asBefore(rows: readonly ReviewRow[], appeals: ReadonlyMap<string, AppealRow>): readonly ReviewRow[] {
  return rows.map((row) => {
    const appeal = row.subjectType === 'appeal' ? appeals.get(row.subjectId) : undefined;
    return appeal ? { ...row, subjectType: appeal.subjectType, subjectId: appeal.subjectId } : row;
  });
}

function withWords(content: ReviewContent, words: string): ReviewContent {
  return { ...content, texts: [{ field: 'reason', from: null, text: words, marks: marksIn(words) }, ...content.texts] };
}

function appealIn(appeal: AppealRow, decisions: readonly GivenDecision[]): NonNullable<ReviewView['appeal']> {
  return {
    number: appeal.number,
    of: appeal.subjectType,
    at: appeal.at.toISOString(),
    dueAt: answerDue(appeal.at).toISOString(),
    decisions: decisions.filter(({ reviewId }) => reviewId === appeal.reviewId).map(said),
  };
}

const word = (decision: GivenDecision) => ({
  person: { id: decision.personId, name: decision.name },
  at: decision.at.toISOString(),
});
const said = (decision: GivenDecision) => ({
  ...word(decision),
  outcome: decision.outcome,
  reason: decision.reason,
  note: decision.note,
});

function plain(
  row: ReviewRow,
  given: readonly GivenDecision[],
  locale: Locale,
): Omit<ReviewView, 'subject' | 'appeal' | 'hold' | 'can'> {
  return {
    id: row.id,
    status: row.status,
    risk: row.risk,
    reasons: row.reasons.map((reason) => ({
      code: reason.code,
      weight: reason.weight,
      sentence: reasonSentence(reason, locale),
    })),
    signaturesNeeded: row.signaturesNeeded,
    signatures: given.filter((decision) => decision.outcome === 'approve').map(word),
    decisions: given.map(said),
    openedAt: row.openedAt.toISOString(),
    dueAt: reviewDue(row.subjectType, row.openedAt).toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
