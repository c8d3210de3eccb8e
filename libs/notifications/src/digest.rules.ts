import { dateFormat, daysLater, MINUTE_MS } from '#kernel';
import type { MatchStatus } from '#matching';
import type { MailKind } from '#platform';
import { canBeOff, KIND_NAMES } from './kinds.rules.js';
import { actionOf, type Section, type StoredMail } from './letter.rules.js';
import type { Locale } from './mail-texts.rules.js';

/** The summary comes at this hour of the reader's place; a late one until the evening, then the next morning. */
const DIGEST_HOUR = 8;
const LATEST_HOUR = 21;
/** What one summary tells one by one; the rest is counted. */
const DIGEST_ITEMS = 20;

/** News that ask for something, by their template, and the statuses of a match in which it can still be done: of anything else a summary would ask in vain. */
export const OPEN_WHILE: Readonly<Record<string, readonly MatchStatus[]>> = {
  'proposals.offer': ['proposed'],
  'proposals.organization': ['proposed'],
  'match.asked-organization': ['held'],
  'match.asked-donor': ['held'],
  'match.remind-answer': ['held'],
  'match.remind-hand-over': ['accepted'],
  'match.hand-over-proposed': ['accepted'],
  'match.remind-meeting': ['accepted'],
  'match.delivered': ['delivered'],
  'match.remind-receipt': ['delivered'],
};

/** Wall clock of a time zone: the date, and minutes since its midnight. */
function localTime(at: Date, timeZone: string): { readonly date: string; readonly minutes: number } {
  const parts = new Map(
    dateFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  return {
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
}

/** The digest that may be sent now: its date, and the moment before which its news must have come. Null outside of its hours. */
export function digestDue(now: Date, timeZone: string): { readonly date: string; readonly before: Date } | null {
  const { date, minutes } = localTime(now, timeZone);
  if (minutes < DIGEST_HOUR * 60 || minutes >= LATEST_HOUR * 60) return null;
  const before = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS - (minutes - DIGEST_HOUR * 60) * MINUTE_MS);
  return { date, before };
}

/** The day from one summary to the next that `at` belongs to, called by the date of the summary that ends it. */
export function digestDay(at: Date, timeZone: string): string {
  const { date, minutes } = localTime(at, timeZone);
  return minutes < DIGEST_HOUR * 60 ? date : daysLater(date, 1);
}

const TITLES: Readonly<Record<MailKind, Readonly<Record<Locale, string>>>> = {
  proposal: { ru: 'Предложения подбора', en: 'Proposals' },
  match: { ru: 'Договорённости и передачи', en: 'Agreements and hand-overs' },
  reminder: { ru: 'Напоминания', en: 'Reminders' },
  lapse: { ru: 'Вышло время', en: 'Time is up' },
  receipt: { ru: 'Дошло', en: 'It arrived' },
  decision: { ru: 'Решения модераторов', en: 'Decisions of moderators' },
  following: { ru: 'Где вы следите', en: 'Where you follow' },
  digest: { ru: 'Новости', en: 'News' },
  security: { ru: 'Учётная запись', en: 'Your account' },
};

/** The news of a day as one mail. `mails` in the order of time. */
export function digestMail(mails: readonly StoredMail[], locale: Locale): StoredMail {
  const shown = mails.slice(0, DIGEST_ITEMS);
  const sections: Section[] = KIND_NAMES.filter(canBeOff).flatMap((kind) => {
    const items = shown
      .filter((mail) => mail.kind === kind)
      .map((mail) => ({ text: mail.subject, url: actionOf(mail)?.url }));
    return items.length > 0 ? [{ title: TITLES[kind][locale], items }] : [];
  });
  const more = mails.length - shown.length;
  const rest = {
    ru: `И ещё ${more}: всё, что произошло, есть в списке на сайте.`,
    en: `And ${more} more: everything that happened is in the list on the site.`,
  };
  return {
    kind: 'digest',
    locale,
    subject: locale === 'ru' ? 'Что нового за день' : 'What is new today',
    body: [
      locale === 'ru' ? 'Вот что произошло с прошлого письма.' : 'Here is what has happened since the last mail.',
      ...(more > 0 ? [rest[locale]] : []),
    ].join('\n\n'),
    parts: { sections, action: { url: '/me', label: locale === 'ru' ? 'Открыть Лепту' : 'Open Lepta' } },
  };
}
