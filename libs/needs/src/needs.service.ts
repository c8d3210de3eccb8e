import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Catalogue } from '#catalogue';
import { confirmedOnly, type Actor } from '#identity';
import { Clock, newId, refuseForm, type FactType } from '#kernel';
import { Ledger, type NeedBalance } from '#ledger';
import { standingOf } from '#organizations';
import { refusePhotos, showPhotos } from '#photos';
import { announce, record, type Tx } from '#platform';
import { mayDecide, mayManage, maySee } from './access.rules.js';
import type { NeedChanges } from './edit.rules.js';
import { readNeed, type NeedForm } from '#forms';
import { canMove, isLive, isOverdue, statusByBalance, UNSEEN_STATUSES, type NeedStatus } from './lifecycle.rules.js';
import { NEED_LIMITS } from '#forms';
import { applyEdit, editOpenNeed, lockEdit, rewriteUnseenNeed, supersedeEdits } from './need-edits.js';
import { askerOf, insertDraft } from './need-drafts.js';
import { NeedEntity } from './need.entity.js';
import { refuse } from './needs.refusals.js';
import { isReportable, reportDueAfter, reportDueAgain } from './report.rules.js';

/** The verbs of a need. Those without `tx` stand alone; those with it take part in another's transaction. Lock order: need, then ledger. */
@Injectable()
export class NeedsService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Writes a draft and returns its id. The organization need not be verified yet; it must not be returned or suspended.
   * @param known the id that it is to have: where it is there already (a request run again after a crash) nothing is done
   */
  async draft(actor: Actor, form: NeedForm, known?: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      if (known !== undefined && (await tx.existsBy(NeedEntity, { id: known, createdBy: actor.personId })))
        return known;
      const id = known ?? newId();
      if (!mayManage(actor, { organizationId: form.organization })) refuse('need.not-yours');
      const asker = await askerOf(tx, form.organization);
      const now = this.clock.now();
      const read = readNeed(this.catalogue, form, now);
      if (!read.ok) return refuseForm(read.errors) as never;
      if (read.columns.kind === 'money' && !asker.receivesMoney)
        refuseForm([{ field: 'kind', code: 'need.organization-without-account' }]);
      return insertDraft(tx, this.ledger, {
        id,
        actor,
        organizationId: form.organization,
        columns: read.columns,
        required: read.required,
        now,
      });
    });
  }

  /**
   * Changes the named fields. A draft or returned need changes at once. Of an open one, time, urgency and a smaller quantity change at
   * once (never below what is received or reserved: 422); words, purpose and a larger quantity wait for a moderator while the old version stays public.
   * @param version the version that the editor saw; another one means that it was changed since (412)
   */
  async edit(actor: Actor, needId: string, version: number, changes: NeedChanges): Promise<void> {
    await this.source.transaction(async (tx) => {
      const need = await this.lockFor(tx, actor, needId);
      if (need.version !== version) refuse('need.stale');
      if ((await organizationStatus(tx, need.organizationId)) === 'suspended') refuse('need.organization-not-ready');
      const desk = { tx, need, actor, now: this.clock.now(), catalogue: this.catalogue, ledger: this.ledger };
      if (UNSEEN_STATUSES.includes(need.status)) await rewriteUnseenNeed(desk, changes);
      else if (isLive(need.status)) await editOpenNeed(desk, changes);
      else refuse('need.not-editable');
    });
  }

  async submit(actor: Actor, needId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      if (await this.intoReview(tx, actor, needId)) await record(tx, 'need.submitted', { needId });
    });
  }

  /** Into review as it was returned, closed to changes, for the moderator who decides the appeal: it is in the queue through that alone. */
  async appeal(tx: Tx, actor: Actor, needId: string): Promise<void> {
    await this.intoReview(tx, actor, needId);
  }

  /** Says that the need still stands: fresh for another 60 days. An expired one comes back to life. */
  async renew(actor: Actor, needId: string): Promise<void> {
    await this.source.transaction((tx) => this.renewWithin(tx, actor, needId));
  }

  /** The same, taking part in another's transaction. */
  async renewWithin(tx: Tx, actor: Actor, needId: string): Promise<void> {
    const need = await this.lockFor(tx, actor, needId);
    const now = this.clock.now();
    if (!isLive(need.status) && need.status !== 'expired') refuse('need.not-renewable');
    if ((await organizationStatus(tx, need.organizationId)) !== 'verified') refuse('need.organization-not-verified');
    if (need.deadline <= now) refuse('need.deadline-passed');
    const revived = need.status === 'expired';
    const status = revived ? statusByBalance(await this.ledger.lockNeed(tx, needId)) : need.status;
    await this.move(tx, need, status, {
      freshUntil: new Date(now.getTime() + NEED_LIMITS.freshForMs),
      remindedAt: null,
    });
    await record(tx, revived ? 'need.opened' : 'need.changed', { needId });
  }

  /** The organization has what it needs. Nothing may still be on its way. */
  async close(actor: Actor, needId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const need = await this.lockFor(tx, actor, needId);
      if (need.status === 'closed') return;
      if (!canMove(need.status, 'closed')) refuse('need.not-closable');
      const balance = await this.ledger.lockNeed(tx, needId);
      if (balance.reserved > 0) refuse('need.still-reserved', { reserved: balance.reserved, unit: balance.unit });
      await this.end(tx, need, 'closed', 'need.closed');
    });
  }

  /** A moderator's yes: the need is public and takes offers from now on. */
  async approve(tx: Tx, actor: Actor, needId: string): Promise<void> {
    const need = await this.lock(tx, needId);
    if (isLive(need.status)) return;
    if (!mayDecide(actor, need)) refuse('need.not-yours-to-approve');
    if (need.status !== 'in_review') refuse('need.not-in-review');
    if ((await organizationStatus(tx, need.organizationId)) !== 'verified') refuse('need.organization-not-verified');
    const now = this.clock.now();
    if (need.deadline <= now) refuse('need.deadline-passed');
    await this.move(tx, need, 'open', {
      openedAt: now,
      freshUntil: new Date(now.getTime() + NEED_LIMITS.freshForMs),
      returnReason: null,
      suggestedText: null,
    });
    if (need.hasPhotos) await showPhotos(tx, needId, now);
    await record(tx, 'need.opened', { needId });
  }

  /** A moderator's no, with the reason that the organization reads and, where the moderator proposes one, a description that it may take. */
  async returnForCorrection(tx: Tx, actor: Actor, needId: string, reason: string, text: string | null): Promise<void> {
    const need = await this.lock(tx, needId);
    if (need.status === 'returned') return;
    if (!mayDecide(actor, need)) refuse('need.not-yours-to-approve');
    if (!canMove(need.status, 'returned')) refuse('need.not-in-review');
    const returnReason = reason.slice(0, NEED_LIMITS.reasonMax);
    await this.move(tx, need, 'returned', { returnReason, suggestedText: text });
    await record(tx, 'need.returned', { needId });
  }

  /** A moderator's yes to an edit of an open need: the new version is what everybody sees. */
  async approveEdit(tx: Tx, actor: Actor, editId: string): Promise<void> {
    const { need, edit } = await lockEdit(tx, editId);
    if (edit.status === 'applied') return;
    if (!mayDecide(actor, need) || edit.by === actor.personId) refuse('need.not-yours-to-approve');
    if (edit.status !== 'submitted') refuse('need.edit-not-open');
    await applyEdit({ tx, need, actor, now: this.clock.now(), catalogue: this.catalogue, ledger: this.ledger }, edit);
  }

  /** A moderator's no to an edit: the old version stays, the reason stands in the review. */
  async returnEdit(tx: Tx, actor: Actor, editId: string, _reason?: string): Promise<void> {
    const { need, edit } = await lockEdit(tx, editId);
    if (edit.status === 'returned') return;
    if (!mayDecide(actor, need) || edit.by === actor.personId) refuse('need.not-yours-to-approve');
    if (edit.status !== 'submitted') refuse('need.edit-not-open');
    edit.status = 'returned';
    await tx.save(edit);
    await refusePhotos(tx, edit.changes.photos ?? [], this.clock.now());
    await this.tell(tx, need);
  }

  /** Takes the need back. Its holds are given back by matching, in the same transaction. */
  async withdraw(tx: Tx, actor: Actor, needId: string): Promise<void> {
    const need = await this.lockFor(tx, actor, needId);
    if (need.status === 'withdrawn') return;
    if (!canMove(need.status, 'withdrawn')) refuse('need.not-withdrawable');
    await this.end(tx, need, 'withdrawn', 'need.withdrawn');
  }

  /** The clock's verb. Returns false when the need was renewed or ended meanwhile. */
  async expire(tx: Tx, needId: string): Promise<boolean> {
    const need = await this.lock(tx, needId);
    if (!isOverdue(need, this.clock.now())) return false;
    await this.end(tx, need, 'expired', 'need.expired');
    return true;
  }

  /** Brings the status of a published need in line with what has arrived, after a post, a reversal or an edit of the quantity. A closed one of which nothing is left owes no report. */
  async afterReceipt(tx: Tx, needId: string, balance: NeedBalance): Promise<NeedStatus> {
    const need = await this.lock(tx, needId);
    const status = statusByBalance(balance);
    if (need.status !== status && (isLive(need.status) || need.status === 'met') && canMove(need.status, status))
      await this.move(tx, need, status, {}, false);
    else if (need.status === 'closed' && balance.received === 0 && need.reportDueAt !== null)
      await this.move(tx, need, 'closed', { reportDueAt: null }, false);
    return need.status;
  }

  /** As `afterReceipt`, for many needs, in the order of their ids; all of them are locked by the caller. */
  async afterReceipts(tx: Tx, balances: ReadonlyMap<string, NeedBalance>): Promise<void> {
    const needs = await tx.find(NeedEntity, { where: { id: In([...balances.keys()]) }, order: { id: 'ASC' } });
    for (const need of needs) {
      const balance = balances.get(need.id) as NeedBalance;
      if (need.status !== statusByBalance(balance)) await this.afterReceipt(tx, need.id, balance);
      else await this.tell(tx, need);
    }
  }

  /** Locks it for the person who writes its report. @throws need.not-found, need.not-yours, need.not-reportable, need.organization-not-ready */
  async lockForReport(tx: Tx, actor: Actor, needId: string): Promise<NeedEntity> {
    const need = await this.lockFor(tx, actor, needId);
    if (!isReportable(need.status, (await this.ledger.lockNeed(tx, needId)).received)) refuse('need.not-reportable');
    if ((await organizationStatus(tx, need.organizationId)) === 'suspended') refuse('need.organization-not-ready');
    return need;
  }

  /** Its report is published. The need is locked by the caller. Nothing waits for review any more; the person who reports has said all. */
  async report(tx: Tx, need: NeedEntity): Promise<void> {
    if (!canMove(need.status, 'reported')) return;
    await supersedeEdits(tx, need.id);
    await this.move(tx, need, 'reported', {});
  }

  /** Its first report was taken back: it stands where it stood before (closed meanwhile: it stays closed), and owes one as before. The need is locked by the caller. */
  async takeReportBack(
    tx: Tx,
    need: NeedEntity,
    before: { readonly status: NeedStatus; readonly dueAt: Date | null; readonly givenBack: boolean },
  ): Promise<void> {
    if (need.status !== 'reported' && need.status !== 'closed') return;
    await this.move(tx, need, need.status === 'closed' ? 'closed' : before.status, {
      reportDueAt: reportDueAgain(before.dueAt, this.clock.now(), before.givenBack),
    });
    await this.afterReceipt(tx, need.id, await this.ledger.lockNeed(tx, need.id)); // what had come may have been taken back meanwhile
  }

  /** Locks the row. @throws need.not-found */
  async lock(tx: Tx, needId: string): Promise<NeedEntity> {
    const need = await tx.findOne(NeedEntity, { where: { id: needId }, lock: { mode: 'pessimistic_write' } });
    return need ?? refuse('need.not-found');
  }

  /** Locks it for the caller's change: hidden needs do not exist for strangers, public ones are not theirs to change. */
  /** Returns false where it is there. */
  private async intoReview(tx: Tx, actor: Actor, needId: string): Promise<boolean> {
    const need = await this.lockFor(tx, actor, needId);
    confirmedOnly(actor);
    if (need.status === 'in_review') return false;
    if (!canMove(need.status, 'in_review')) refuse('need.not-submittable');
    const asker = await standingOf(tx, need.organizationId);
    if (asker?.status !== 'verified') return refuse('need.organization-not-verified');
    if (asker.onlyGives) refuse('need.organization-gives');
    if (need.deadline <= this.clock.now()) refuse('need.deadline-passed');
    await this.move(tx, need, 'in_review', { returnReason: null, suggestedText: null });
    return true;
  }

  private async lockFor(tx: Tx, actor: Actor, needId: string): Promise<NeedEntity> {
    const need = await this.lock(tx, needId);
    if (!maySee(actor, need)) refuse('need.not-found');
    if (!mayManage(actor, need)) refuse('need.not-yours');
    return need;
  }

  private async end(
    tx: Tx,
    need: NeedEntity,
    status: 'closed' | 'withdrawn' | 'expired',
    fact: FactType & `need.${string}`,
  ): Promise<void> {
    if (status !== 'expired') await supersedeEdits(tx, need.id);
    await this.move(tx, need, status, {});
    await record(tx, fact as 'need.closed', { needId: need.id });
  }

  /** @param newVersion false where nothing that an editor sees has changed: then their edit is still welcome */
  private async move(
    tx: Tx,
    need: NeedEntity,
    status: NeedStatus,
    changes: Partial<NeedEntity>,
    newVersion = true,
  ): Promise<void> {
    const now = this.clock.now();
    Object.assign(need, { reportDueAt: reportDueAfter(need, status, now) }, changes, {
      status,
      updatedAt: now,
      version: newVersion ? need.version + 1 : need.version,
    });
    await tx.save(need);
    await this.tell(tx, need);
  }

  private async tell(tx: Tx, need: NeedEntity): Promise<void> {
    announce(tx, { event: 'need.changed', id: need.id, partyIds: [need.organizationId] });
  }
}

async function organizationStatus(tx: Tx, organizationId: string): Promise<string> {
  return (await standingOf(tx, organizationId))?.status ?? 'unknown';
}
