import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { Clock, dateFormat, dayAt, derivedId, Refusal } from '#kernel';
import { processDueRows, sendMail, type Tx } from '#platform';
import { PledgeEntity } from './pledge.entity.js';
import { nextSettlement } from './pledge-form.rules.js';
import { pledgeLetter, type MailedTransfer } from './pledge-mail.rules.js';
import { PLEDGE_WAIT_MS } from './pledge.rules.js';
import { Pledges } from './pledges.service.js';

/** On its day of each month the transfers of a pledge are put together, once, and those who pay them hear of it. */
@Injectable()
export class PledgeSettlements {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly pledges: Pledges,
  ) {}

  /** Returns for how many pledges the day had come. */
  tick(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'payments.settle-pledges',
      due: `SELECT id, next_on::timestamptz AS at FROM pledges WHERE status = 'active' AND next_on IS NOT NULL AND next_on <= $2::date AND $1::timestamptz IS NOT NULL`,
      params: [dayAt(this.catalogue.timeZone, this.clock.now())],
      apply: (tx, id) => this.takeTurn(tx, id, true),
      refused: (tx, id, refusal) => this.refused(tx, id, refusal),
    });
  }

  /** The day and its transfers are written together. @param settles false: the day passes without any */
  private async takeTurn(tx: Tx, id: string, settles: boolean): Promise<boolean> {
    const today = dayAt(this.catalogue.timeZone, this.clock.now());
    const pledge = await tx.findOne(PledgeEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (pledge?.status !== 'active' || pledge.nextOn === null || pledge.nextOn > today) return false;
    const key = derivedId(id, pledge.nextOn);
    await tx.update(PledgeEntity, { id }, { nextOn: nextSettlement(pledge.day, today, pledge.until) });
    if (!settles) return true;
    const made = await this.pledges.settleIn(tx, pledge, key, 'ru');
    if (made.length > 0) await this.tell(tx, pledge, key, made);
    return true;
  }

  /** Where the world moved between choosing and locking it is tried again; where the ceiling is reached the day passes. */
  private async refused(tx: Tx, id: string, refusal: Refusal): Promise<boolean> {
    if (refusal.code !== 'pledge.nothing-free') throw refusal;
    return this.takeTurn(tx, id, false);
  }

  private async tell(tx: Tx, pledge: PledgeEntity, key: string, ids: readonly string[]): Promise<void> {
    const rows: { organization: string; amount: number; needs: number }[] = await tx.query(
      `SELECT o.short_name AS organization, sum(g.amount)::float8 AS amount, count(*)::int AS needs FROM pledge_transfers t JOIN organizations o ON o.id = t.organization_id JOIN gifts g ON g.pledge_transfer_id = t.id
       WHERE t.id = ANY($1) GROUP BY t.id, o.short_name ORDER BY sum(g.amount) DESC, t.id`,
      [ids],
    );
    const readers: { id: string; locale: 'ru' | 'en' }[] = await tx.query(
      `SELECT DISTINCT p.id, p.locale FROM grants r JOIN people p ON p.id = r.person_id AND p.erased_at IS NULL
       WHERE r.object_type = 'organization' AND r.object_id = $1 AND r.revoked_at IS NULL AND r.role IN ('owner', 'accountant') ORDER BY p.id LIMIT 50`,
      [pledge.organizationId],
    );
    const path = `/desk/${pledge.organizationId}/pledges`;
    const letter = (locale: 'ru' | 'en') =>
      pledgeLetter({ transfers: rows.map((row) => this.mailed(row, locale)), until: this.until(locale) }, locale);
    for (const { id, locale } of readers) {
      const { subject, body, button } = letter(locale);
      await sendMail(tx, {
        id: derivedId(key, `pledge-${id}`),
        personId: id,
        template: 'pledge.settled',
        kind: 'reminder',
        locale,
        subject,
        body,
        action: { url: path, label: button },
        notice: {
          subjectType: 'organization',
          subjectId: pledge.organizationId,
          path,
          ru: letter('ru').subject,
          en: letter('en').subject,
        },
      });
    }
  }

  private mailed(
    { organization, amount, needs }: { organization: string; amount: number; needs: number },
    locale: 'ru' | 'en',
  ): MailedTransfer {
    return { organization, needs, amount: formatAmount(amount, 'kopeck', locale, this.catalogue) };
  }

  private until(locale: 'ru' | 'en'): string {
    return dateFormat(locale, {
      timeZone: this.catalogue.timeZone,
      day: 'numeric',
      month: 'long',
    }).format(new Date(this.clock.now().getTime() + PLEDGE_WAIT_MS));
  }
}
