import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { confirmedOnly, isMember, type Actor } from '#identity';
import { Clock, newId, refuseForm } from '#kernel';
import { NeedsService } from '#needs';
import { OrganizationsService } from '#organizations';
import { audit, type Tx } from '#platform';
import { refuse } from '../moderation.refusals.js';
import { ReviewOpening } from '../review-opening.service.js';
import { reviewSubjects, type ReviewSubject } from '../review-subjects.queries.js';
import {
  answerDue,
  APPEALABLE,
  appealUntil,
  whyNoAppeal,
  type AppealableType,
  type AppealOutcome,
} from './appeal.rules.js';

/** A decision that refused something, as those who were refused read it, with the appeal against it. */
export interface RefusalView {
  /** Of the review that was decided. */
  readonly id: string;
  readonly subject: { readonly type: AppealableType; readonly id: string; readonly title: string };
  /** The need that it is about, or that its report or edit belongs to. */
  readonly needId: string | null;
  readonly organizationId: string | null;
  readonly reason: string;
  readonly decidedAt: string;
  /** An appeal is taken until then. */
  readonly until: string;
  readonly appeal: {
    readonly number: number;
    readonly words: string;
    readonly at: string;
    readonly dueAt: string;
    readonly outcome: AppealOutcome | null;
    readonly settledAt: string | null;
    /** What the moderator who decided the appeal wrote. */
    readonly answer: string | null;
  } | null;
  readonly can: readonly 'appeal'[];
}

interface RefusalRow {
  id: string;
  subjectType: AppealableType;
  subjectId: string;
  signaturesNeeded: number;
  decidedAt: Date;
  reason: string;
  stands: boolean;
  appealId: string | null;
  number: number;
  words: string;
  at: Date;
  outcome: AppealOutcome | null;
  settledAt: Date | null;
  answer: string | null;
}

/** What is still as the refusal left it. */
const STANDS = `CASE r.subject_type
  WHEN 'organization' THEN EXISTS (SELECT 1 FROM organizations s WHERE s.id = r.subject_id AND s.status = 'returned')
  WHEN 'need' THEN EXISTS (SELECT 1 FROM needs s WHERE s.id = r.subject_id AND s.status = 'returned')
  WHEN 'need_edit' THEN EXISTS (SELECT 1 FROM need_edits s WHERE s.id = r.subject_id AND s.status = 'returned')
  WHEN 'report' THEN EXISTS (SELECT 1 FROM need_reports s WHERE s.id = r.subject_id AND s.status = 'returned')
  WHEN 'suspension' THEN EXISTS (SELECT 1 FROM organizations s WHERE s.id = r.subject_id AND s.status = 'suspended')
  WHEN 'account_change' THEN EXISTS (SELECT 1 FROM account_changes s WHERE s.id = r.subject_id AND s.status = 'returned')
  ELSE EXISTS (SELECT 1 FROM offers s WHERE s.id = r.subject_id AND s.status = 'returned') END`;

/** Only the last refusal of a subject stands: one before it was answered by sending the subject again. */
const REFUSALS = `SELECT r.id, r.subject_type AS "subjectType", r.subject_id AS "subjectId", r.signatures_needed AS "signaturesNeeded", d.at AS "decidedAt", d.reason,
    ${STANDS} AND NOT EXISTS (SELECT 1 FROM reviews n WHERE n.subject_id = r.subject_id AND n.subject_type = r.subject_type AND (n.opened_at, n.id) > (r.opened_at, r.id)) AS stands,
    a.id AS "appealId", a.number, a.words, a.at, a.outcome, a.settled_at AS "settledAt",
    (SELECT w.reason FROM reviews v JOIN decisions w ON w.review_id = v.id WHERE v.subject_id = a.id AND w.outcome <> 'escalate' AND a.settled_at IS NOT NULL ORDER BY w.at DESC LIMIT 1) AS answer
  FROM reviews r
  JOIN LATERAL (SELECT at, reason FROM decisions WHERE review_id = r.id AND outcome = 'return' ORDER BY at DESC LIMIT 1) d ON true
  LEFT JOIN appeals a ON a.review_id = r.id
  WHERE r.status = 'returned' AND r.subject_type = ANY($1)`;

/** What stands on one page: a need with its edits and report, an organization with its changed accounts. */
const PARTS = `ARRAY(SELECT $2::uuid UNION ALL SELECT id FROM need_edits WHERE need_id = $2 UNION ALL SELECT id FROM need_reports WHERE need_id = $2
  UNION ALL SELECT id FROM account_changes WHERE organization_id = $2)`;

/** What those who were refused can do about it: once, with words, in time. Another moderator decides. */
@Injectable()
export class Appeals {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly organizations: OrganizationsService,
    private readonly needs: NeedsService,
    private readonly opening: ReviewOpening,
  ) {}

  /** The refusals of one thing and its parts that concern this person, newest first. */
  async about(actor: Actor, subjectId: string): Promise<RefusalView[]> {
    return this.views(
      this.source,
      actor,
      await this.source.query(`${REFUSALS} AND r.subject_id = ANY(${PARTS}) ORDER BY d.at DESC, r.id DESC LIMIT 10`, [
        APPEALABLE,
        subjectId,
      ]),
    );
  }

  /** @throws appeal.not-found also where it concerns another person */
  async byReview(actor: Actor, reviewId: string): Promise<RefusalView> {
    return (await this.views(this.source, actor, await rowsOf(this.source, reviewId)))[0] ?? refuse('appeal.not-found');
  }

  /** The same words once more change nothing. */
  async make(actor: Actor, reviewId: string, said: string): Promise<void> {
    const words = said.trim();
    await this.source.transaction(async (tx) => {
      const rows = await rowsOf(tx, reviewId);
      const [row] = rows;
      const [refusal] = await this.views(tx, actor, rows);
      if (!row || !refusal) return refuse('appeal.not-found');
      refuseForm(words === '' ? [{ field: 'words', code: 'appeal.no-words' }] : []);
      confirmedOnly(actor);
      if (row.words === words) return;
      const no = whyNoAppeal({ ...row, appealed: row.appealId !== null }, this.clock.now());
      if (no) refuse(no);
      // As it was refused it waits again, closed to changes; nothing else puts it into the queue.
      if (row.subjectType === 'need') await this.needs.appeal(tx, actor, row.subjectId);
      if (row.subjectType === 'organization') await this.organizations.appeal(tx, actor, row.subjectId);
      await this.insert(tx, actor, row, words);
    });
  }

  private async insert(tx: Tx, actor: Actor, row: RefusalRow, words: string): Promise<void> {
    const id = newId();
    const inserted: { number: number }[] = await tx.query(
      `INSERT INTO appeals (id, review_id, person_id, words, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (review_id) DO NOTHING RETURNING number`,
      [id, row.id, actor.personId, words, this.clock.now()],
    );
    const number = inserted[0]?.number ?? refuse('appeal.already-made');
    await audit(tx, {
      personId: actor.personId,
      action: 'review.appeal',
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      reason: null,
      data: { reviewId: row.id, number },
    });
    await this.opening.openAppeal(tx, { id, number, words, signaturesNeeded: row.signaturesNeeded });
  }

  private async views(db: Tx | DataSource, actor: Actor, rows: readonly RefusalRow[]): Promise<RefusalView[]> {
    const subjects = await reviewSubjects(db, rows);
    const now = this.clock.now();
    return rows.flatMap((row) => {
      const subject = subjects.get(row.subjectId);
      if (!subject || !concerns(actor, row.subjectType, subject)) return [];
      const appealed = row.appealId !== null;
      return [
        {
          id: row.id,
          subject: { type: row.subjectType, id: row.subjectId, title: subject.title },
          needId: subject.need?.id ?? null,
          organizationId: subject.organization?.id ?? null,
          reason: row.reason,
          decidedAt: row.decidedAt.toISOString(),
          until: appealUntil(row.decidedAt).toISOString(),
          appeal: appealed
            ? {
                number: row.number,
                words: row.words,
                at: row.at.toISOString(),
                dueAt: answerDue(row.at).toISOString(),
                outcome: row.outcome,
                settledAt: row.settledAt?.toISOString() ?? null,
                answer: row.answer,
              }
            : null,
          can: whyNoAppeal({ ...row, appealed }, now) === null ? (['appeal'] as const) : [],
        },
      ];
    });
  }
}

function rowsOf(db: Tx | DataSource, reviewId: string): Promise<RefusalRow[]> {
  return db.query(`${REFUSALS} AND r.id = $2`, [APPEALABLE, reviewId]);
}

/** What an organization's owners alone answer for. */
const OF_OWNERS: readonly AppealableType[] = ['organization', 'account_change', 'suspension'];

/** Whom a refusal was told: an owner or coordinator of the organization that asks, the giver, or a member who gives in its name. An organization's own record is its owners'. */
function concerns(actor: Actor, type: AppealableType, subject: ReviewSubject): boolean {
  if (type === 'offer')
    return (
      subject.giverIds.includes(actor.personId) ||
      subject.donorOrganizationIds.some((id) => isMember(actor, id, ['owner', 'coordinator']))
    );
  const roles = OF_OWNERS.includes(type) ? (['owner'] as const) : (['owner', 'coordinator'] as const);
  return subject.organizationIds.some((id) => isMember(actor, id, roles));
}
