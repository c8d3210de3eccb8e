import { nestedQuotes } from '#kernel';
import type { Tx } from './tx.js';
import { announce } from './facts.js';
import { SealedText } from './link-token.js';
import { preparedQuery } from './prepared.js';

/** What a mail is about, for the choice of its reader. `security` (sign-in, password, address) is always sent; `digest` is the summary of a day. */
export const MAIL_KINDS = [
  'proposal',
  'match',
  'reminder',
  'lapse',
  'receipt',
  'decision',
  'following',
  'security',
  'digest',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Where the button leads: an address, or a path of the web (`/need/…`) that gets the address and language at sending. */
export interface MailAction {
  readonly url: string;
  readonly label: string;
}

export interface MailSection {
  readonly title: string;
  readonly items: readonly { readonly text: string; readonly url: string }[];
}

/** An entry for the reader's calendar; `text` is sealed like words that only its reader may see. */
export interface MailCalendar {
  readonly method: 'PUBLISH' | 'CANCEL';
  readonly text: SealedText;
}

/** A code that the mail shows as a picture. */
export interface MailPicture {
  /** What the QR code says: its bytes in base64. */
  readonly qr: string;
  /** What it is, for who does not see it. */
  readonly alt: string;
}

/** The same word inside the application. */
export interface Notice {
  readonly subjectType: string;
  readonly subjectId: string;
  /** Page of the web, without language. */
  readonly path: string;
  readonly ru: string;
  readonly en: string;
  /** Open pages are not told that it is there: the session that they would ask with is changed by what the notice tells of. */
  readonly quiet?: true;
}

export interface Mail {
  /** Derived from what caused it (`derivedId`), so that writing it twice leaves one. */
  readonly id: string;
  readonly personId: string;
  /** Where it goes when that is not the person's present address: to a new one that is to be confirmed, or to the old one. */
  readonly address?: string;
  readonly template: string;
  readonly locale: 'ru' | 'en';
  /** May be seen on a locked screen: names nobody but the reader. */
  readonly subject: string;
  /** Plain text; paragraphs are parted by an empty line. A paragraph that is an address alone becomes the button when there is no action. */
  readonly body: string;
  /** Left out: `security`, which cannot be switched off. Whatever is not about access to the account should say its kind. */
  readonly kind?: MailKind;
  /** The line that mail programs show after the subject; left out: the beginning of the body. */
  readonly preheader?: string;
  readonly action?: MailAction;
  /** Lists of links under the body. */
  readonly sections?: readonly MailSection[];
  /** Under the body. */
  readonly pictures?: readonly MailPicture[];
  readonly notice?: Notice;
  readonly calendar?: MailCalendar;
  /** Every token of a link, and every other word, that only the reader may see: the text holds their stand-ins, they themselves are kept sealed until the mail has left. */
  readonly tokens?: readonly SealedText[];
}

/**
 * Puts a mail into the outbox, and its notice into the person's list, in the transaction of what they tell of. A second write of the same
 * id changes nothing, and nobody writes to a person who was erased. Whether and when it is sent is decided later, by what the person chose for its kind. True when it was new.
 */
export async function sendMail(tx: Tx, mail: Mail): Promise<boolean> {
  const { preheader, action, pictures = [], notice, calendar } = mail;
  const sections = mail.sections?.map(({ title, items }) => ({
    title,
    items: items.map((item) => ({ ...item, text: nestedQuotes(item.text) })),
  }));
  const kind = mail.kind ?? 'security';
  const parts =
    preheader || action || sections || calendar || pictures.length > 0
      ? { preheader, action, sections, calendar, ...(pictures.length > 0 ? { pictures } : {}) }
      : null;
  const kept = SealedText.seal(mail.id, [...(mail.tokens ?? []), ...(calendar ? [calendar.text] : [])]);
  const rows = await preparedQuery(
    tx,
    `INSERT INTO mails (id, person_id, template, locale, subject, body, kind, parts, address, sealed, sealed_until, searched)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, true WHERE NOT EXISTS (SELECT 1 FROM people WHERE id = $2 AND erased_at IS NOT NULL) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      mail.id,
      mail.personId,
      mail.template,
      mail.locale,
      nestedQuotes(mail.subject),
      mail.body.split('\n\n').map(nestedQuotes).join('\n\n'),
      kind,
      parts,
      mail.address ?? null,
      kept?.sealed ?? null,
      kept?.until ?? null,
    ],
  );
  if (rows.length > 0 && notice) await notify(tx, mail, kind, notice);
  return rows.length > 0;
}

async function notify(tx: Tx, mail: Mail, kind: MailKind, notice: Notice): Promise<void> {
  await preparedQuery(
    tx,
    `INSERT INTO notifications (id, person_id, kind, template, subject_type, subject_id, path, ru, en) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING`,
    [
      mail.id,
      mail.personId,
      kind,
      mail.template,
      notice.subjectType,
      notice.subjectId,
      notice.path,
      nestedQuotes(notice.ru),
      notice.en,
    ],
  );
  if (!notice.quiet) announce(tx, { event: 'notifications.new', id: mail.id, partyIds: [mail.personId] });
}
