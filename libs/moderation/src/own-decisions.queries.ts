import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { arrivedInMatches } from '#ledger';
import type { AccountChangeView } from '#organizations';
import type { AppealOutcome } from './appeals/appeal.rules.js';
import { maySeeReviews } from './decision.rules.js';
import { refuse } from './moderation.refusals.js';
import type { Outcome, ReviewStatus, SubjectType } from './review.entity.js';
import { reviewSubjects } from './review-subjects.queries.js';

/** What a moderator decided, when, and what became of it. */
export interface OwnDecision {
  readonly id: string;
  readonly reviewId: string;
  readonly subject: { readonly type: SubjectType; readonly id: string; readonly title: string };
  readonly needId: string | null;
  readonly organization: { readonly id: string; readonly shortName: string } | null;
  readonly outcome: Outcome;
  readonly reason: string | null;
  /** It was an objection to confirmed hours. */
  readonly objection: boolean;
  /** Of a hand-over that was found to have arrived: how much of it, and how much was lost, as the books say. */
  readonly arrived: { readonly amount: number; readonly lost: number; readonly unit: string } | null;
  /** Of a changed account: how the change stands now, which its owner may cancel after two have signed. */
  readonly accountChange: AccountChangeView['status'] | null;
  readonly at: string;
  /** How the review stands now. */
  readonly status: ReviewStatus;
  /** The appeal against it; `outcome` is null while it waits. */
  readonly appeal: {
    readonly number: number;
    readonly outcome: AppealOutcome | null;
    readonly answer: string | null;
  } | null;
}

export interface OwnDecisionCursor {
  readonly at: string;
  readonly id: string;
}

interface Row {
  id: string;
  reviewId: string;
  outcome: Outcome;
  reason: string | null;
  at: Date;
  atExact: string;
  status: ReviewStatus;
  subjectType: SubjectType;
  subjectId: string;
  unit: string | null;
  objection: boolean;
  accountChange: AccountChangeView['status'] | null;
  appealNumber: number | null;
  appealOutcome: AppealOutcome | null;
  answer: string | null;
}

/** A moderator's own decisions. What others decided stands in the audit log. */
@Injectable()
export class OwnDecisions {
  constructor(private readonly source: DataSource) {}

  /** Newest first. Refuses callers who are no moderators. */
  async page(
    actor: Actor,
    limit: number,
    after: OwnDecisionCursor | null,
  ): Promise<{ items: OwnDecision[]; next: OwnDecisionCursor | null }> {
    if (!maySeeReviews(actor)) refuse('review.moderators-only');
    const rows: Row[] = await this.source.query(
      `SELECT d.id, d.review_id AS "reviewId", d.outcome, d.reason, d.at, to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "atExact",
         r.status, r.subject_type AS "subjectType", r.subject_id AS "subjectId", m.unit, r.reasons @> '[{"code": "objected"}]' AS objection, c.status AS "accountChange", a.number AS "appealNumber", a.outcome AS "appealOutcome",
         (SELECT w.reason FROM reviews v JOIN decisions w ON w.review_id = v.id WHERE v.subject_id = a.id AND w.outcome <> 'escalate' AND a.settled_at IS NOT NULL ORDER BY w.at DESC LIMIT 1) AS answer
       FROM decisions d JOIN reviews r ON r.id = d.review_id LEFT JOIN appeals a ON a.review_id = r.id LEFT JOIN matches m ON r.subject_type = 'match' AND m.id = r.subject_id
         LEFT JOIN account_changes c ON r.subject_type = 'account_change' AND c.id = r.subject_id
       WHERE d.person_id = $1 ${after ? 'AND (d.at, d.id) < ($3::timestamptz, $4::uuid)' : ''} ORDER BY d.at DESC, d.id DESC LIMIT $2`,
      [actor.personId, limit + 1, ...(after ? [after.at, after.id] : [])],
    );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const found = shown.filter(({ unit, outcome }) => unit !== null && outcome === 'approve');
    const arrived = await arrivedInMatches(
      this.source,
      found.map(({ subjectId }) => subjectId),
    );
    const subjects = await reviewSubjects(this.source, shown);
    return {
      items: shown.map((row) => {
        const subject = subjects.get(row.subjectId);
        const came = row.outcome === 'approve' ? arrived.get(row.subjectId) : undefined;
        return {
          id: row.id,
          reviewId: row.reviewId,
          subject: { type: row.subjectType, id: row.subjectId, title: subject?.titleInLists ?? '' },
          needId: subject?.need?.id ?? null,
          organization: subject?.organization ?? null,
          outcome: row.outcome,
          reason: row.reason,
          objection: row.objection,
          arrived: came && row.unit !== null ? { amount: came.arrived, lost: came.lost, unit: row.unit } : null,
          accountChange: row.accountChange,
          at: row.at.toISOString(),
          status: row.status,
          appeal:
            row.appealNumber === null
              ? null
              : { number: row.appealNumber, outcome: row.appealOutcome, answer: row.answer },
        };
      }),
      next: last ? { at: last.atExact, id: last.id } : null,
    };
  }
}
