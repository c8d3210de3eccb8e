import { derivedId } from '#kernel';
import { sendMail, type Tx } from '#platform';
import type { OwnerMail } from './owner-mails.rules.js';

interface Reader {
  id: string;
  locale: 'ru' | 'en';
}

/**
 * Writes to every owner, in their own language; `cause` and template make it happen once. Also to those who stopped being one after
 * `formerSince`: a thief would first take the others out.
 */
export async function tellOwners(tx: Tx, organizationId: string, formerSince: Date, cause: string, write: (locale: 'ru' | 'en') => OwnerMail): Promise<void> {
  const owners: Reader[] = await tx.query(
    `SELECT DISTINCT p.id, p.locale FROM grants g JOIN people p ON p.id = g.person_id
     WHERE g.object_type = 'organization' AND g.object_id = $1 AND g.role = 'owner' AND (g.revoked_at IS NULL OR g.revoked_at > $2) ORDER BY p.id`,
    [organizationId, formerSince],
  );
  await tell(tx, owners, cause, write);
}

/** Writes to the officials of these places. */
export async function tellOfficials(tx: Tx, places: readonly string[], cause: string, write: (locale: 'ru' | 'en') => OwnerMail): Promise<void> {
  const officials: Reader[] = await tx.query(
    `SELECT DISTINCT p.id, p.locale FROM grants g JOIN people p ON p.id = g.person_id
     WHERE g.object_type = 'place' AND g.object_id = ANY($1) AND g.revoked_at IS NULL ORDER BY p.id LIMIT 100`,
    [places],
  );
  await tell(tx, officials, cause, write);
}

async function tell(tx: Tx, readers: readonly Reader[], cause: string, write: (locale: 'ru' | 'en') => OwnerMail): Promise<void> {
  for (const { id, locale } of readers) {
    const mail = write(locale);
    await sendMail(tx, { id: derivedId(cause, `${mail.template} ${id}`), personId: id, locale, ...mail });
  }
}
