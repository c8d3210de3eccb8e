import { Injectable } from '@nestjs/common';
import { Catalogue, formatAmount } from '#catalogue';
import { derivedId, type Fact } from '#kernel';
import { titleInMails } from '#forms';
import { sendMail, type FactJob, type Tx } from '#platform';
import { disputeLetter } from './card-mail.rules.js';

interface Row {
  readonly id: string;
  readonly code: string;
  readonly entry: string;
  readonly amount: number;
  readonly unit: string;
  readonly won: boolean;
  readonly title: string;
  readonly category: string;
  readonly personId: string;
  readonly locale: 'ru' | 'en';
}

/** The last word of a dispute about a gift, to each owner and accountant of its organization. */
const ROWS = `SELECT g.id, g.code, e.id AS entry, e.amount, g.unit, e.kind = 'dispute-won' AS won, n.title, n.category, p.id AS "personId", p.locale
  FROM gifts g JOIN needs n ON n.id = g.need_id
  JOIN LATERAL (SELECT id, amount, kind FROM card_entries WHERE gift_id = g.id AND kind IN ('dispute', 'dispute-won') ORDER BY noted_at DESC, kind DESC, id DESC LIMIT 1) e ON true
  JOIN grants r ON r.object_type = 'organization' AND r.object_id = g.organization_id::text AND r.revoked_at IS NULL AND r.role IN ('owner', 'accountant')
  JOIN people p ON p.id = r.person_id AND p.erased_at IS NULL WHERE g.id = $1 ORDER BY p.id LIMIT 50`;

/** Mails about disputes, into the outbox, in the transaction of the job, once for each word of a dispute and person. */
@Injectable()
export class CardMails {
  readonly disputed: FactJob<Fact<'gift.disputed'>> = {
    name: 'payments.tell-disputed',
    apply: (tx, { payload }) => this.tell(tx, payload.giftId),
  };

  constructor(private readonly catalogue: Catalogue) {}

  private async tell(tx: Tx, giftId: string): Promise<void> {
    const rows: Row[] = await tx.query(ROWS, [giftId]);
    for (const row of rows) {
      const texts = { ru: this.letter(row, 'ru'), en: this.letter(row, 'en') };
      const { subject, body, button } = texts[row.locale];
      const path = `/gifts/${row.code}`;
      await sendMail(tx, {
        id: derivedId(derivedId(giftId, row.entry), row.personId),
        personId: row.personId,
        template: 'card.disputed',
        locale: row.locale,
        kind: 'receipt',
        subject,
        body,
        action: { url: path, label: button },
        notice: { subjectType: 'gift', subjectId: row.id, path, ru: texts.ru.subject, en: texts.en.subject },
      });
    }
  }

  private letter(row: Row, locale: 'ru' | 'en'): ReturnType<typeof disputeLetter> {
    const amount = formatAmount(row.amount, row.unit, locale, this.catalogue);
    return disputeLetter(
      { amount, title: titleInMails(this.catalogue, row, locale), code: row.code, won: row.won },
      locale,
    );
  }
}
