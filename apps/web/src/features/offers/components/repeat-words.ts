import type { StandingOffer } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';

/** A day of the calendar (`2026-12-05`) as people say it, wherever they read it. */
export const calendarDay = (date: string): string => day(`${date}T12:00:00Z`, 'UTC');

/** «каждый месяц 5-го числа» */
export function rhythm({
  frequency,
  interval,
  firstOn,
}: Pick<StandingOffer, 'frequency' | 'interval' | 'firstOn'>): string {
  const first = new Date(`${firstOn}T12:00:00Z`);
  const yearless = `${new Date().getFullYear()}${firstOn.slice(4)}`; // the day is said without its year
  return t(`standing:rhythm.${frequency}`, {
    interval,
    weekday: String(first.getUTCDay()),
    day: first.getUTCDate(),
    short: first.getUTCDate() > 28 ? 'yes' : 'no',
    date: frequency === 'yearly' ? calendarDay(firstOn.endsWith('02-29') ? firstOn : yearless) : '',
  });
}

export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);

/** «Каждый месяц 5-го числа, следующий раз 5 декабря» */
export function rhythmAndNext(standing: StandingOffer): string {
  const said = capital(rhythm(standing));
  return standing.nextOn ? t('standing:next', { rhythm: said, day: calendarDay(standing.nextOn) }) : said;
}
