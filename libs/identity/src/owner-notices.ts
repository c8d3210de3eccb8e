import { sendMail, type Mail, type Tx } from '#platform';
import type { Locale } from './actor.rules.js';
import type { MailText } from './identity.mails.js';

/** Who is told; `address` and `tokens` as a mail has them. */
type Owner = Pick<Mail, 'id' | 'personId' | 'locale' | 'address' | 'tokens'>;

/**
 * Tells the owner of an account what happened to it: a mail, and the same word in the list inside the application. Mails that open something by a
 * link (a new password, an address to be confirmed) are no such news and are sent alone.
 * A page that is open meanwhile does not hear of it at once: it would ask with a session that is just getting another id, and be signed out.
 * @param path the page of the web on which something can be done about it
 */
export function tellOwner(
  tx: Tx,
  owner: Owner,
  textIn: (locale: Locale) => MailText,
  path = '/me/security',
): Promise<boolean> {
  const notice = {
    quiet: true as const,
    subjectType: 'person',
    subjectId: owner.personId,
    path,
    ru: textIn('ru').subject,
    en: textIn('en').subject,
  };
  return sendMail(tx, { ...owner, ...textIn(owner.locale), notice });
}
