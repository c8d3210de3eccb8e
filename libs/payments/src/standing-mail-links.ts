import { assert, DAY_MS } from '#kernel';
import type { Env } from '#host';
import { SealedText } from '#platform';
import { standingToken } from './standing-link.rules.js';

/** A mail that has not left by then says nothing any more: its gift has lapsed. */
const MAIL_MS = 10 * DAY_MS;

/** What links of a mail about a standing gift prove themselves by, and what each of them is; the mail carries `token` among its tokens. */
export function mailedLinks(
  env: Env,
  standingId: string,
  now: Date,
): { readonly token: SealedText; readonly link: (verb: string) => string } {
  const secret = env.SESSION_SECRET;
  assert(secret, 'a process that writes links into mails has a SESSION_SECRET');
  const token = new SealedText(secret, standingToken(standingId, secret), new Date(now.getTime() + MAIL_MS));
  return { token, link: (verb) => `/standing-link?do=${verb}#${String(token)}` };
}
