import { dateFormat, DAY_MS } from '#kernel';
import { SKIPS, type Skip } from './skips.rules.js';

type Locale = 'ru' | 'en';

export interface StandingLetter {
  readonly subject: string;
  readonly body: string;
}

/** What one date brought, as its letter says it. `amount` and `name` are in the reader's language, `next` is a day of the calendar. */
export interface StandingNews {
  readonly name: string;
  readonly amount: string;
  readonly next: string | null;
}

/** An offer has opened: what, until when there is time to look at it, and what comes next. */
export function openedLetter(news: StandingNews, locale: Locale): StandingLetter {
  const next = nextWords(news.next, locale);
  return locale === 'ru'
    ? {
        subject: `Открылся ваш регулярный вклад: «${news.name}»`,
        body: `Как вы и просили, открыт новый вклад «${news.name}»: ${news.amount}. Подбор уже ищет, кому это нужнее.\n\n${next}`,
      }
    : {
        subject: `Your standing offer has opened: “${news.name}”`,
        body: `As you asked, a new offer “${news.name}” is open: ${news.amount}. The engine is looking for those who need it most.\n\n${next}`,
      };
}

/** A date opened nothing: why, and what its owner can do. */
export function skippedLetter(news: StandingNews, skip: Skip, locale: Locale): StandingLetter {
  const next = nextWords(news.next, locale);
  return locale === 'ru'
    ? { subject: `Регулярный вклад «${news.name}» в этот раз не открылся`, body: `${SKIPS[skip].ru}\n\n${next}` }
    : { subject: `Your standing offer “${news.name}” did not open this time`, body: `${SKIPS[skip].en}\n\n${next}` };
}

function nextWords(next: string | null, locale: Locale): string {
  if (next === null) return locale === 'ru' ? 'Это была последняя дата.' : 'This was the last date.';
  return locale === 'ru' ? `Следующая дата: ${dayWords(next, locale)}.` : `The next date: ${dayWords(next, locale)}.`;
}

/** "5 января 2027": a day of the calendar, wherever it is read. */
function dayWords(day: string, locale: Locale): string {
  const noon = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS / 2);
  return dateFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
    .format(noon)
    .replace(/ г\.$/, '');
}
