import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock, derivedId } from '#kernel';
import { titleInMails } from '#forms';
import { processDueRows, sendMail, type Tx } from '#platform';
import { GIVERS } from './book.queries.js';
import { ReportEntity } from './report.entity.js';
import { isToTell, REPORT_LIMITS } from './report.rules.js';
import { reportLetter } from './report-mails.rules.js';

/** Letters of one transaction; the next tick writes the others. */
const BATCH = 500;

interface NeedRow {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly organization: string;
}

/** Writes to those who gave, one letter each for a need, once its report can no longer be taken back and a moderator has read it. */
@Injectable()
export class ReportMails {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  tick(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'reports.tell',
      due: `SELECT id, published_at AS at FROM need_reports WHERE status = 'published' AND shown_at IS NOT NULL AND told_at IS NULL AND published_at <= $2 AND $1::timestamptz IS NOT NULL`,
      params: [new Date(this.clock.now().getTime() - REPORT_LIMITS.recallForMs)],
      apply: (tx, id) => this.tell(tx, id),
    });
  }

  private async tell(tx: Tx, reportId: string): Promise<boolean> {
    const now = this.clock.now();
    const report = await tx.findOne(ReportEntity, { where: { id: reportId }, lock: { mode: 'pessimistic_write' } });
    if (!report || !isToTell(report, now)) return false;
    const [need] = (await tx.query(
      'SELECT n.id, n.title, n.category, g.short_name AS organization FROM needs n JOIN organizations g ON g.id = n.organization_id WHERE n.id = $1',
      [report.needId],
    )) as [NeedRow];
    const people = (await tx.query(
      `SELECT p.id, p.locale FROM people p WHERE p.id IN (${GIVERS}) AND ($2::uuid IS NULL OR p.id > $2) ORDER BY p.id LIMIT ${BATCH}`,
      [report.needId, report.toldUpTo],
    )) as { id: string; locale: 'ru' | 'en' }[];
    const letters = { ru: this.letter(need, 'ru'), en: this.letter(need, 'en') };
    const path = `/needs/${need.id}`;
    for (const { id, locale } of people) {
      const { subject, body, button } = letters[locale];
      await sendMail(tx, {
        id: derivedId(need.id, `report-${id}`),
        personId: id,
        template: 'need.report',
        kind: 'receipt',
        locale,
        subject,
        body,
        action: { url: path, label: button },
        notice: { subjectType: 'need', subjectId: need.id, path, ru: letters.ru.subject, en: letters.en.subject },
      });
    }
    await tx.update(
      ReportEntity,
      { id: reportId },
      people.length < BATCH ? { toldAt: now } : { toldUpTo: people.at(-1)?.id ?? null },
    );
    return true;
  }

  private letter(need: NeedRow, locale: 'ru' | 'en'): ReturnType<typeof reportLetter> {
    return reportLetter({ title: titleInMails(this.catalogue, need, locale), organization: need.organization }, locale);
  }
}
