import { Injectable } from '@nestjs/common';
import { Catalogue, formatAmount } from '#catalogue';
import { derivedId, type Fact } from '#kernel';
import { titleInMails } from '#forms';
import { sendMail, type FactJob, type Tx } from '#platform';
import type { GiftProvider } from './gift-life.rules.js';
import { StandingMails } from './standing-mails.service.js';
import { surplusLetter, type SurplusLetter } from './surplus-mail.rules.js';

interface Row {
  readonly id: string;
  readonly amount: number;
  readonly unit: string;
  readonly organization: string;
  readonly title: string;
  readonly category: string;
  readonly number: string | null;
  /** The standing gift that made the gift. */
  readonly standing: string | null;
  readonly personId: string;
  readonly locale: 'ru' | 'en';
}

// To the donor, or to those who give in the name of the organization that is the donor.
const ROWS = `SELECT t.id, t.amount, t.unit, g.short_name AS organization, n.title, n.category, s.bank_number AS number, f.standing_offer_id AS standing, p.id AS "personId", p.locale
  FROM transfers t JOIN accounts a ON a.id = t.credit JOIN accounts d ON d.id = t.debit JOIN offers o ON o.id = d.holder_id AND o.kind = 'money' JOIN organizations g ON g.id = a.holder_id JOIN matches m ON m.id = t.subject_id JOIN needs n ON n.id = m.need_id
  LEFT JOIN surpluses s ON s.id = t.id LEFT JOIN gifts f ON f.match_id = m.id
  JOIN LATERAL (SELECT o.donor_id AS id UNION SELECT r.person_id FROM grants r WHERE r.object_type = 'organization' AND r.object_id = o.donor_id::text AND r.revoked_at IS NULL AND r.role IN ('owner', 'accountant')) w ON true JOIN people p ON p.id = w.id AND p.erased_at IS NULL
  WHERE t.kind = 'surplus' AND t.subject_type = 'match' AND coalesce(s.state, 'waiting') <> 'undone'`;

/** Mails about money beyond a need or sent back, into the outbox, in the transaction of the job, once for each surplus and person. */
@Injectable()
export class SurplusMails {
  readonly asked: FactJob<Fact<'match.confirmed'>> = {
    name: 'payments.ask-surplus',
    apply: (tx, { payload }) => this.tell(tx, 'asked', 't.subject_id = $1', [payload.matchId], (row) => row.id),
  };
  /** Nothing where the return was undone meanwhile. */
  readonly returned: FactJob<Fact<'gift.returned'>> = {
    name: 'payments.tell-returned',
    apply: (tx, { payload }) =>
      this.tell(
        tx,
        'returned',
        't.id = $1 AND s.decision = $2',
        [payload.surplusId, payload.entryId],
        () => payload.entryId,
      ),
  };
  readonly refunded: FactJob<Fact<'gift.refunded'>> = {
    name: 'payments.tell-refunded',
    apply: (tx, { payload }) => this.tellRefunded(tx, payload.giftId),
  };

  /** Nothing where its money has been found meanwhile. */
  readonly unseen: FactJob<Fact<'gift.unseen'>> = {
    name: 'payments.tell-unseen',
    apply: (tx, { payload }) => this.tellUnseen(tx, payload.giftId),
  };

  constructor(
    private readonly catalogue: Catalogue,
    private readonly standing: StandingMails,
  ) {}

  private async tellRefunded(tx: Tx, giftId: string): Promise<void> {
    const [row]: (Row & { code: string; provider: GiftProvider })[] = await tx.query(
      `SELECT f.id, f.code, f.provider, f.refund_amount AS amount, f.unit, g.short_name AS organization, n.title, n.category, f.refund_number AS number, f.standing_offer_id AS standing, p.id AS "personId", p.locale
       FROM gifts f JOIN organizations g ON g.id = f.organization_id JOIN needs n ON n.id = f.need_id JOIN people p ON p.id = f.person_id AND p.erased_at IS NULL WHERE f.id = $1 AND f.refund_amount IS NOT NULL`,
      [giftId],
    );
    if (row)
      await this.write(tx, row, row.provider === 'stripe' ? 'returned-to-card' : 'returned', {
        id: derivedId(giftId, row.provider === 'stripe' ? `refunded-${row.number}` : 'refunded'),
        path: `/gifts/${row.code}`,
        subjectType: 'gift',
      });
  }

  private async tellUnseen(tx: Tx, giftId: string): Promise<void> {
    const [row]: (Row & { code: string; undone: number })[] = await tx.query(
      `SELECT f.id, f.code, f.undone, f.amount, f.unit, g.short_name AS organization, n.title, n.category, NULL AS number, f.standing_offer_id AS standing, p.id AS "personId", p.locale
       FROM gifts f JOIN organizations g ON g.id = f.organization_id JOIN needs n ON n.id = f.need_id JOIN people p ON p.id = f.person_id AND p.erased_at IS NULL WHERE f.id = $1 AND f.status IN ('promised', 'lapsed')`,
      [giftId],
    );
    if (row)
      await this.write(tx, row, 'unseen', {
        id: derivedId(giftId, `unseen-${row.undone}`),
        path: `/gifts/${row.code}`,
        subjectType: 'gift',
      });
  }

  private async tell(
    tx: Tx,
    letter: SurplusLetter,
    which: string,
    ids: readonly string[],
    cause: (row: Row) => string,
  ): Promise<void> {
    const rows: Row[] = await tx.query(`${ROWS} AND ${which} ORDER BY p.id LIMIT 50`, [...ids]);
    for (const row of rows)
      await this.write(tx, row, letter, {
        id: derivedId(cause(row), `${letter}-${row.personId}`),
        path: `/surplus/${row.id}`,
        subjectType: 'surplus',
      });
  }

  private async write(
    tx: Tx,
    row: Row,
    letter: SurplusLetter,
    { id, path, subjectType }: { readonly id: string; readonly path: string; readonly subjectType: string },
  ): Promise<void> {
    const texts = { ru: this.letter(row, letter, 'ru'), en: this.letter(row, letter, 'en') };
    const { subject, body, button } = texts[row.locale];
    await sendMail(tx, {
      id,
      personId: row.personId,
      template: `surplus.${letter}`,
      locale: row.locale,
      kind: letter === 'asked' ? 'match' : 'receipt',
      subject,
      body,
      action: { url: path, label: button },
      ...(await this.standing.manage(tx, row.standing, row.locale)),
      notice: { subjectType, subjectId: row.id, path, ru: texts.ru.subject, en: texts.en.subject },
    });
  }

  private letter(row: Row, letter: SurplusLetter, locale: 'ru' | 'en'): ReturnType<typeof surplusLetter> {
    return surplusLetter(
      letter,
      {
        amount: formatAmount(row.amount, row.unit, locale, this.catalogue),
        organization: row.organization,
        title: titleInMails(this.catalogue, row, locale),
        number: row.number ?? '',
      },
      locale,
    );
  }
}
