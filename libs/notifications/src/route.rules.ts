import { DAY_MS, HOUR_MS } from '#kernel';
import type { MailKind } from '#platform';
import type { Choices } from './kinds.rules.js';

/** More than these in an hour to one person wait for the summary of the day. */
const AT_ONCE_PER_HOUR = 5;
/** Older mails are not sent any more: what they say has passed. */
export const MAIL_LIFE_MS = 3 * DAY_MS;

export interface NewMail {
  readonly id: string;
  readonly personId: string;
  readonly kind: MailKind;
  readonly createdAt: Date;
}

export interface Reader {
  readonly choices: Choices;
  readonly addressConfirmed: boolean;
  /** When mails were written that went out at once (or will), of this last hour and the hour before it; security and summaries left out. */
  readonly atOnce: readonly Date[];
}

export interface Route {
  readonly id: string;
  readonly status: 'ready' | 'digest' | 'off' | 'failed';
  readonly reason: string | null;
}

/** Where each new mail goes. `mails` in the order in which they were written; a reader who is missing has no account any more. */
export function routeMails(mails: readonly NewMail[], readers: ReadonlyMap<string, Reader>, now: Date): Route[] {
  const atOnce = new Map<string, Date[]>([...readers].map(([id, reader]) => [id, [...reader.atOnce]]));
  return mails.map((mail) => {
    const route = routeOf(mail, readers.get(mail.personId), atOnce.get(mail.personId) ?? [], now);
    if (route.status === 'ready' && isCounted(mail.kind)) atOnce.get(mail.personId)?.push(mail.createdAt);
    return { id: mail.id, ...route };
  });
}

function routeOf(mail: NewMail, reader: Reader | undefined, atOnce: readonly Date[], now: Date): Omit<Route, 'id'> {
  if (mail.createdAt.getTime() < now.getTime() - MAIL_LIFE_MS) return { status: 'failed', reason: 'too-old' };
  if (!reader) return { status: 'off', reason: 'no-person' };
  if (mail.kind === 'security') return { status: 'ready', reason: null };
  if (!reader.addressConfirmed) return { status: 'off', reason: 'address-not-confirmed' };
  const choice = reader.choices[mail.kind];
  if (choice === 'off') return { status: 'off', reason: 'not-wanted' };
  if (mail.kind === 'digest') return { status: 'ready', reason: null };
  if (choice === 'at-once' && recent(mail, atOnce) < AT_ONCE_PER_HOUR) return { status: 'ready', reason: null };
  return reader.choices.digest === 'off'
    ? { status: 'off', reason: 'digest-not-wanted' }
    : { status: 'digest', reason: null };
}

function isCounted(kind: MailKind): boolean {
  return kind !== 'security' && kind !== 'digest';
}

function recent(mail: NewMail, atOnce: readonly Date[]): number {
  const until = mail.createdAt.getTime();
  return atOnce.filter((at) => at.getTime() <= until && at.getTime() > until - HOUR_MS).length;
}
