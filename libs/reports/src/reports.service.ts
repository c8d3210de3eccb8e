import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import { confirmedOnly, hasInterestIn, isModerator, type Actor } from '#identity';
import { NeedsService, refuseNeed, type NeedEntity } from '#needs';
import { record, type Tx } from '#platform';
import { readSums } from './book.queries.js';
import { ReportEntity } from './report.entity.js';
import { checksOf, mayRecall, type CheckCode } from './report.rules.js';
import { hidePhotosOf, openVersion, saveVersion, showPhotosOf, versionsOf, waitingPhotos } from './report-versions.js';
import { refuse } from './reports.refusals.js';

/** The words of an organization. What is left out stays as it was. */
export interface ReportWords {
  readonly title?: string;
  readonly outcome?: string;
  readonly limits?: string;
}

const NOT_MET: Readonly<Record<CheckCode, Parameters<typeof refuse>[0]>> = {
  words: 'report.words-missing',
  sums: 'report.sums-differ',
  'nothing-on-the-way': 'report.still-on-the-way',
  'photos-ready': 'report.photos-waiting',
};

/** What an organization does with the report on a need, and a moderator. The need is locked first, then its account, then the versions of the report. */
@Injectable()
export class Reports {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly needs: NeedsService,
  ) {}

  /**
   * Saves the words. Where a version is there for all, a correction begins: the one before it is kept.
   * @param revision the one that the writer saw; another one means that it was changed since (412)
   */
  async write(actor: Actor, needId: string, revision: number, words: ReportWords): Promise<void> {
    await this.source.transaction(async (tx) => {
      const need = await this.needs.lockForReport(tx, actor, needId);
      if ((await versionsOf(tx, needId)).revision !== revision) refuse('report.stale');
      const now = this.clock.now();
      const version = await openVersion(tx, need, actor, now);
      const trimmed = Object.fromEntries(
        Object.entries(words).flatMap(([field, text]) => (text === undefined ? [] : [[field, text.trim()]])),
      );
      Object.assign(version, trimmed, { writtenBy: actor.personId, writtenAt: now });
      await saveVersion(tx, need, version);
    });
  }

  /** For all from now on, its words once a moderator has read them. Published before: nothing is done. */
  async publish(actor: Actor, needId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const need = await this.needs.lockForReport(tx, actor, needId);
      confirmedOnly(actor);
      const { open, last } = await versionsOf(tx, needId);
      if (!open) return last ? undefined : refuse('report.not-written');
      const sums = await readSums(tx, needId);
      const fault = checksOf({ open, last, ...sums, photosWaiting: await waitingPhotos(tx, open) }).find(
        ({ ok }) => !ok,
      );
      if (fault) refuse(NOT_MET[fault.code]);
      const now = this.clock.now();
      // Whom the first one told hears nothing of a correction; it stands beside the first.
      const first = last === null;
      Object.assign(open, {
        status: 'published',
        publishedBy: actor.personId,
        publishedAt: now,
        received: sums.received,
        returnReason: null,
        needStatus: need.status === 'reported' ? null : need.status,
        dueAt: need.reportDueAt,
        shownAt: null,
        toldAt: first ? null : now,
        toldUpTo: null,
      });
      await saveVersion(tx, need, open);
      await this.needs.report(tx, need);
      await record(tx, 'report.published', { reportId: open.id, needId });
    });
  }

  /** Takes the last one back while nobody was written to: it is a draft again. Done before: nothing is done. */
  async recall(actor: Actor, needId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const need = await this.needs.lockForReport(tx, actor, needId);
      const { open, last } = await versionsOf(tx, needId);
      if (!last && open?.status === 'draft') return;
      if (!last || !mayRecall({ open, last }, this.clock.now())) return refuse('report.not-recallable');
      await this.takeBack(tx, need, last, null);
      await record(tx, 'report.recalled', { reportId: last.id, needId });
    });
  }

  /** A moderator has read it: its words and photos are for all who may read the need. @param openedAt of the review: words that were published after it nobody has read */
  async approve(tx: Tx, actor: Actor, reportId: string, openedAt: Date): Promise<void> {
    const { need, version } = await this.lock(tx, actor, reportId);
    if (version.status !== 'published' || isLater(version, openedAt)) refuse('report.not-waiting');
    if (version.shownAt) return;
    const now = this.clock.now();
    version.shownAt = now;
    await showPhotosOf(tx, version, now);
    await saveVersion(tx, need, version);
  }

  /** A moderator's no, with the reason that the organization reads: it writes on. @param openedAt as in `approve` */
  async giveBack(tx: Tx, actor: Actor, reportId: string, reason: string, openedAt: Date): Promise<void> {
    const { need, version } = await this.lock(tx, actor, reportId);
    if (version.status === 'returned') return;
    if (version.status !== 'published' || version.shownAt || isLater(version, openedAt)) refuse('report.not-waiting');
    await this.takeBack(tx, need, version, reason);
  }

  private async takeBack(tx: Tx, need: NeedEntity, version: ReportEntity, reason: string | null): Promise<void> {
    const { needStatus, dueAt } = version;
    Object.assign(version, {
      status: reason === null ? 'draft' : 'returned',
      returnReason: reason,
      publishedAt: null,
      publishedBy: null,
      received: null,
      needStatus: null,
      dueAt: null,
      shownAt: null,
      toldAt: null,
    });
    await hidePhotosOf(tx, version);
    await saveVersion(tx, need, version);
    if (needStatus !== null)
      await this.needs.takeReportBack(tx, need, { status: needStatus, dueAt, givenBack: reason !== null });
  }

  private async lock(tx: Tx, actor: Actor, reportId: string): Promise<{ need: NeedEntity; version: ReportEntity }> {
    const found = (await tx.findOneBy(ReportEntity, { id: reportId })) ?? refuse('report.not-waiting');
    const need = await this.needs.lock(tx, found.needId);
    if (!isModerator(actor) || hasInterestIn(actor, need.organizationId)) refuseNeed('need.not-yours-to-approve');
    return { need, version: await tx.findOneByOrFail(ReportEntity, { id: reportId }) };
  }
}

function isLater({ publishedAt }: ReportEntity, openedAt: Date): boolean {
  return publishedAt !== null && publishedAt > openedAt;
}
