import { formatAmount, type Catalogue } from '#catalogue';
import { derivedId, type Locale } from '#kernel';
import type { MatchSide } from '#matching';
import { titleInMails } from '#forms';
import { offerName } from '#offers';
import { sendMail, type Tx } from '#platform';
import { deliveryLetter, type DeliveryLetter, type Told } from './delivery-mail.rules.js';
import type { LegRow } from './rows.queries.js';

interface Reader {
  readonly personId: string;
  readonly locale: Locale;
  readonly side: MatchSide;
}

const LABEL = { ru: 'Открыть встречу', en: 'Open the meeting' } as const;

/** Tells both sides about the driver of their things, in the transaction in which it happens: once for each time. */
export async function tellSides(
  tx: Tx,
  catalogue: Catalogue,
  letter: DeliveryLetter,
  leg: LegRow,
  driver: string | null,
  at: Date,
): Promise<void> {
  const told = (locale: Locale): Told => ({
    thing: `${offerName(catalogue, { title: null, item: leg.item, category: leg.offerCategory, kind: 'goods' }, locale)}, ${formatAmount(leg.amount, leg.unit, locale, catalogue)}`,
    title: titleInMails(catalogue, { title: leg.needTitle, category: leg.category }, locale),
    driver,
  });
  const both = { ru: told('ru'), en: told('en') };
  const readers: Reader[] = await tx.query(
    `SELECT p.id AS "personId", p.locale, 'donor' AS side FROM matches m JOIN offers o ON o.id = m.offer_id JOIN people p ON p.id = CASE WHEN o.on_behalf_of IS NULL THEN o.donor_id ELSE o.created_by END WHERE m.id = $1
     UNION SELECT p.id, p.locale, 'organization' FROM grants g JOIN people p ON p.id = g.person_id WHERE g.object_type = 'organization' AND g.object_id = $2 AND g.role IN ('owner', 'coordinator') AND g.revoked_at IS NULL`,
    [leg.matchId, leg.parties.organizationId],
  );
  for (const { personId, locale, side } of readers) {
    const { subject, body, notice } = deliveryLetter(letter, side, both, locale);
    await sendMail(tx, {
      id: derivedId(leg.id, `${letter} ${personId} ${side} ${at.toISOString()}`),
      personId,
      template: `delivery-${letter}`,
      kind: 'match',
      locale,
      subject,
      body,
      action: { url: `/matches/${leg.matchId}`, label: LABEL[locale] },
      notice: { subjectType: 'match', subjectId: leg.matchId, path: `/matches/${leg.matchId}`, ...notice },
    });
  }
}
