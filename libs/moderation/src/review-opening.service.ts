import { Injectable } from '@nestjs/common';
import { Clock, newId } from '#kernel';
import { record, type Tx } from '#platform';
import { Ledger } from '#ledger';
import type { ReviewReason } from '#offers';
import type { SubjectType } from './review.entity.js';
import {
  ACCOUNT_CHANGE_SIGNATURES,
  accountChangeRisk,
  appealRisk,
  complaintRisk,
  isLargeSum,
  matchRisk,
  messagesRisk,
  needRisk,
  offerRisk,
  organizationRisk,
  reportRisk,
  type Risk,
} from './risk.rules.js';
import { REASON_OF, type ComplaintKind } from './complaints/complaint.rules.js';
import { endAppealsOf } from './appeals/appeals.queries.js';
import { daysBetween, needFacts, readNeed, type EditedWords } from './need-facts.queries.js';

/**
 * Puts things into the moderators' queue, with the risk as it is now. Each method looks at the present state and never at how old its
 * fact is: what is no longer under review is left alone, what is already in the queue stays as it is.
 */
@Injectable()
export class ReviewOpening {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: Ledger,
  ) {}

  async openOrganization(tx: Tx, organizationId: string): Promise<void> {
    const [row]: {
      name: string;
      shortName: string;
      accountNumber: string | null;
      informal: boolean;
      sameInn: number;
    }[] = await tx.query(
      `SELECT o.name, o.short_name AS "shortName", o.account->>'number' AS "accountNumber", o.inn IS NULL AS informal,
              (SELECT count(*)::int FROM organizations other WHERE other.inn = o.inn AND other.id <> o.id) AS "sameInn"
       FROM organizations o WHERE o.id = $1 AND o.status = 'submitted'`,
      [organizationId],
    );
    if (!row) return;
    const risk = organizationRisk({
      texts: [row.name, row.shortName],
      accountNumber: row.accountNumber ?? '',
      sameInn: row.sameInn,
      informal: row.informal,
    });
    await this.open(tx, 'organization', organizationId, risk, 1);
  }

  /** A changed account: always two people, however small the organization. */
  async openAccountChange(tx: Tx, changeId: string): Promise<void> {
    const [row]: { accountNumber: string; ownerSince: Date | null }[] = await tx.query(
      `SELECT c.after->>'number' AS "accountNumber", (SELECT max(g.granted_at) FROM grants g WHERE g.person_id = c.requested_by AND g.object_type = 'organization'
         AND g.object_id = c.organization_id::text AND g.role = 'owner' AND g.revoked_at IS NULL) AS "ownerSince"
       FROM account_changes c WHERE c.id = $1 AND c.status = 'submitted'`,
      [changeId],
    );
    if (!row) return;
    const ownerForDays = row.ownerSince ? daysBetween(row.ownerSince, this.clock.now()) : 0;
    await this.open(
      tx,
      'account_change',
      changeId,
      accountChangeRisk({ accountNumber: row.accountNumber, ownerForDays }),
      ACCOUNT_CHANGE_SIGNATURES,
    );
  }

  async openNeed(tx: Tx, needId: string): Promise<void> {
    const need = await readNeed(tx, needId, `n.status = 'in_review'`);
    if (!need) return;
    const facts = await needFacts(tx, need, {}, { ledger: this.ledger, now: this.clock.now() });
    await this.open(tx, 'need', needId, needRisk(facts), isLargeSum(facts) ? 2 : 1);
  }

  async openNeedEdit(tx: Tx, editId: string): Promise<void> {
    const [edit]: { needId: string; changes: EditedWords }[] = await tx.query(
      `SELECT need_id AS "needId", changes FROM need_edits WHERE id = $1 AND status = 'submitted'`,
      [editId],
    );
    const need = edit && (await readNeed(tx, edit.needId, 'true'));
    if (!edit || !need) return;
    await this.closeEditsOf(tx, edit.needId, editId);
    const facts = await needFacts(tx, need, edit.changes, { ledger: this.ledger, now: this.clock.now() });
    await this.open(tx, 'need_edit', editId, needRisk(facts), isLargeSum(facts) ? 2 : 1);
  }

  /** A hand-over about which the organization is silent, or about which the two sides disagree. */
  async openMatch(tx: Tx, matchId: string): Promise<void> {
    const [row]: { status: string; deliveredAt: Date | null; objectedAt: Date | null }[] = await tx.query(
      `SELECT status, delivered_at AS "deliveredAt", objected_at AS "objectedAt" FROM matches WHERE id = $1 AND (status = 'disputed' OR objected_at IS NOT NULL OR (status = 'delivered' AND deadline IS NULL))`,
      [matchId],
    );
    if (!row) return;
    const days = row.deliveredAt ? daysBetween(row.deliveredAt, this.clock.now()) : 0;
    await this.open(
      tx,
      'match',
      matchId,
      matchRisk(row.objectedAt ? 'objected' : row.status === 'disputed' ? 'disputed' : 'silent', days),
      1,
    );
  }

  /** An offer that the catalogue or its amount asks a moderator to look at. */
  async openOffer(tx: Tx, offerId: string): Promise<void> {
    const [row]: { reasons: ReviewReason[]; title: string | null; description: string | null }[] = await tx.query(
      `SELECT review_reasons AS reasons, title, description FROM offers WHERE id = $1 AND status = 'in_review'`,
      [offerId],
    );
    const balance = row && (await this.ledger.offerBalances(tx, [offerId])).get(offerId);
    if (!row || !balance) return;
    await this.open(
      tx,
      'offer',
      offerId,
      offerRisk({
        reasons: row.reasons,
        amount: balance.pledged,
        unit: balance.unit,
        texts: [row.title ?? '', row.description ?? ''],
      }),
      1,
    );
  }

  /** What one side said of messages of the other: while the case is open, moderators without an interest in it read the messages of the match. */
  async openMessages(tx: Tx, matchId: string): Promise<void> {
    const [row]: { count: number }[] = await tx.query(
      'SELECT count(*)::int AS count FROM match_message_reports WHERE match_id = $1 AND settled_at IS NULL',
      [matchId],
    );
    if (row && row.count > 0) await this.open(tx, 'messages', matchId, messagesRisk(row.count), 1);
  }

  /** The words of a report: others read them once a moderator has. A review of words that were taken back is closed, never read on with the new ones. */
  async openReport(tx: Tx, reportId: string): Promise<void> {
    await this.closeSubject(tx, 'report', reportId);
    const [row]: { title: string; outcome: string; limits: string; publishedAt: Date }[] = await tx.query(
      `SELECT title, outcome, limits, published_at AS "publishedAt" FROM need_reports WHERE id = $1 AND status = 'published' AND shown_at IS NULL`,
      [reportId],
    );
    if (row)
      await this.open(tx, 'report', reportId, reportRisk([row.title, row.outcome, row.limits]), 1, row.publishedAt);
  }

  async openComplaint(tx: Tx, complaintId: string): Promise<void> {
    const [row]: { kind: ComplaintKind; about: string; text: string }[] = await tx.query(
      'SELECT kind, about, text FROM complaints WHERE id = $1 AND settled_at IS NULL',
      [complaintId],
    );
    if (row) await this.open(tx, 'complaint', complaintId, complaintRisk(REASON_OF[row.kind], row.about, row.text), 1);
  }

  /** As many people as the decision needed that it is against. */
  async openAppeal(
    tx: Tx,
    {
      id,
      number,
      words,
      signaturesNeeded,
    }: {
      readonly id: string;
      readonly number: number;
      readonly words: string;
      readonly signaturesNeeded: number;
    },
  ): Promise<void> {
    await this.open(tx, 'appeal', id, appealRisk(number, words), signaturesNeeded);
  }

  /** The need was taken back or has run out, or the match has ended by itself: nothing is left to decide. */
  async closeSubject(tx: Tx, type: SubjectType, subjectId: string): Promise<void> {
    const isOver: Record<SubjectType, string> = {
      organization: `NOT EXISTS (SELECT 1 FROM organizations WHERE id = $2 AND status = 'submitted')`,
      account_change: `NOT EXISTS (SELECT 1 FROM account_changes WHERE id = $2 AND status = 'submitted')`,
      need: `NOT EXISTS (SELECT 1 FROM needs WHERE id = $2 AND status = 'in_review')`,
      need_edit: `NOT EXISTS (SELECT 1 FROM need_edits WHERE id = $2 AND status = 'submitted')`,
      offer: `NOT EXISTS (SELECT 1 FROM offers WHERE id = $2 AND status = 'in_review')`,
      complaint: `NOT EXISTS (SELECT 1 FROM complaints WHERE id = $2 AND settled_at IS NULL)`,
      appeal: `NOT EXISTS (SELECT 1 FROM appeals WHERE id = $2 AND settled_at IS NULL)`,
      suspension: 'true',
      messages: `NOT EXISTS (SELECT 1 FROM match_message_reports WHERE match_id = $2 AND settled_at IS NULL)`,
      report: `NOT EXISTS (SELECT 1 FROM need_reports WHERE id = $2 AND status = 'published' AND shown_at IS NULL AND published_at <= reviews.opened_at)`,
      match: `NOT EXISTS (SELECT 1 FROM matches WHERE id = $2 AND (status IN ('delivered', 'disputed') OR objected_at IS NOT NULL))`,
    };
    await tx.query(
      `UPDATE reviews SET status = 'returned', closed_at = $3 WHERE subject_type = $1 AND subject_id = $2 AND status IN ('open', 'escalated') AND ${isOver[type]}`,
      [type, subjectId, this.clock.now()],
    );
    if (type === 'need' || type === 'organization') await endAppealsOf(tx, subjectId, this.clock.now());
  }

  /** Edits of a need that are no longer waiting (all of them, once the need has ended). */
  async closeEditsOf(tx: Tx, needId: string, exceptEditId: string | null = null): Promise<void> {
    const edits: { id: string }[] = await tx.query(
      `SELECT e.id FROM need_edits e JOIN reviews r ON r.subject_id = e.id AND r.subject_type = 'need_edit' AND r.status IN ('open', 'escalated')
       WHERE e.need_id = $1 AND e.id IS DISTINCT FROM $2::uuid AND e.status <> 'submitted' ORDER BY e.id`,
      [needId, exceptEditId],
    );
    for (const edit of edits) await this.closeSubject(tx, 'need_edit', edit.id);
  }

  /** @param since when its words were published: whatever this machine's clock says, it is not opened before */
  private async open(
    tx: Tx,
    subjectType: SubjectType,
    subjectId: string,
    risk: Risk,
    signaturesNeeded: number,
    since: Date | null = null,
  ): Promise<void> {
    const now = this.clock.now();
    const rows: { id: string }[] = await tx.query(
      `INSERT INTO reviews (id, subject_type, subject_id, status, risk, reasons, signatures_needed, opened_at)
       VALUES ($1, $2, $3, 'open', $4, $5, $6, $7)
       ON CONFLICT (subject_type, subject_id) WHERE status IN ('open', 'escalated') DO NOTHING RETURNING id`,
      [
        newId(),
        subjectType,
        subjectId,
        risk.risk,
        JSON.stringify(risk.reasons),
        signaturesNeeded,
        since !== null && since > now ? since : now,
      ],
    );
    const opened = rows[0];
    if (opened) await record(tx, 'review.opened', { reviewId: opened.id });
  }
}
