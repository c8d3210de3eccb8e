import { derivedId } from '#kernel';
import { sendMail, type MailKind, type Tx } from '#platform';
import type { OwnerMail } from './owner-mails.rules.js';

interface Reader {
  id: string;
  locale: 'ru' | 'en';
}

/**
 * Writes to every owner, in their own language; `cause` and template make it happen once. Also to those who stopped being one after
 * `formerSince`: a thief would first take the others out.
 */
export async function tellOwners(
  tx: Tx,
  about: About,
  formerSince: Date,
  cause: string,
  write: (locale: 'ru' | 'en') => OwnerMail,
): Promise<void> {
  const owners: Reader[] = await tx.query(
    `SELECT DISTINCT p.id, p.locale FROM grants g JOIN people p ON p.id = g.person_id
     WHERE g.object_type = 'organization' AND g.object_id = $1 AND g.role = 'owner' AND (g.revoked_at IS NULL OR g.revoked_at > $2) ORDER BY p.id`,
    [about.organizationId, formerSince],
  );
  await tell(tx, owners, cause, about, write);
}

/** Writes to the officials of these places about an organization that waits for them. */
export async function tellOfficials(
  tx: Tx,
  organizationId: string,
  places: readonly string[],
  cause: string,
  write: (locale: 'ru' | 'en') => OwnerMail,
): Promise<void> {
  const officials: Reader[] = await tx.query(
    `SELECT DISTINCT p.id, p.locale FROM grants g JOIN people p ON p.id = g.person_id
     WHERE g.object_type = 'place' AND g.object_id = ANY($1) AND g.revoked_at IS NULL ORDER BY p.id LIMIT 100`,
    [places],
  );
  await tell(
    tx,
    officials,
    cause,
    { organizationId, path: `/organizations/${organizationId}`, kind: 'decision' },
    write,
  );
}

interface About {
  readonly organizationId: string;
  readonly path: string;
  readonly kind?: MailKind;
}

async function tell(
  tx: Tx,
  readers: readonly Reader[],
  cause: string,
  about: About,
  write: (locale: 'ru' | 'en') => OwnerMail,
): Promise<void> {
  const mails = { ru: write('ru'), en: write('en') };
  const { organizationId, path, kind } = about;
  for (const { id, locale } of readers) {
    await sendMail(tx, {
      id: derivedId(cause, `${mails[locale].template} ${id}`),
      personId: id,
      locale,
      kind,
      ...mails[locale],
      action: { url: path, label: locale === 'ru' ? 'Открыть' : 'Open' },
      notice: {
        subjectType: 'organization',
        subjectId: organizationId,
        path,
        ru: mails.ru.subject,
        en: mails.en.subject,
      },
    });
  }
}
