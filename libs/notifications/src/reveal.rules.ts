/** Mails whose links give nothing to their readers: an invitation is for its own address, a renewal keeps a need open. */
const HARMLESS = new Set(['invitation', 'need.stale', 'digest']);

export interface RevealedMail {
  readonly template: string;
  /** Whether tokens are kept that have not run out. */
  readonly linked: boolean;
  /** Whether a server sends this installation's mails. */
  readonly delivered: boolean;
  /** Whether its reader moderates, administers or speaks for a place. */
  readonly ofStaff: boolean;
}

export type NotRevealed = 'mail.sent-by-server' | 'mail.no-link' | 'mail.link-of-staff';

/**
 * Why an administrator may not see the links of a mail; null: they may. Only an installation without a mail server has people who get their links by
 * hand, and nobody gets into the account of another member of the staff, or around the password of their own, by the outbox: `lepta create-admin` is for that.
 */
export function whyNotRevealed({ template, linked, delivered, ofStaff }: RevealedMail): NotRevealed | null {
  if (!linked || template.startsWith('match.')) return 'mail.no-link'; // of a match it is not a link that is sealed, but how to reach a person
  if (delivered) return 'mail.sent-by-server';
  return ofStaff && !HARMLESS.has(template) ? 'mail.link-of-staff' : null;
}
