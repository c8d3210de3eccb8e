import { stringify } from 'csv-stringify/sync';
import { formatAmount, type Catalogue } from '#catalogue';
import { asCell, dateFormat } from '#kernel';
import type { Hours } from '#volunteering';
import type { Verified } from '../statement/a4.js';

/** A certificate of hours in words, ready to be drawn. */
export interface HoursSheet extends Verified {
  readonly madeAt: string;
  readonly total: string;
  readonly organizations: readonly { readonly name: string; readonly shifts: string; readonly hours: string }[];
  /** The oldest first, as people tell it. */
  readonly shifts: readonly {
    readonly day: string;
    readonly what: string;
    readonly where: string;
    readonly hours: string;
  }[];
}

const WORDS = {
  ru: {
    title: 'Справка о волонтёрских часах',
    lead: (who: string, from: string, to: string) =>
      `${who}. Часы с ${from} по ${to} подтвердили организации, у которых человек работал.`,
    total: (hours: string, shifts: string) => `Всего ${hours}, ${shifts}`,
    shifts: (count: number) =>
      `${count} ${{ one: 'смена', few: 'смены', many: 'смен', other: 'смены' }[new Intl.PluralRules('ru').select(count) as 'one' | 'few' | 'many']}`,
  },
  en: {
    title: 'Certificate of volunteer hours',
    lead: (who: string, from: string, to: string) =>
      `${who}. From ${from} to ${to}. The hours were confirmed by the organizations for which the work was done.`,
    total: (hours: string, shifts: string) => `${hours} in all, ${shifts}`,
    shifts: (count: number) => `${count} ${count === 1 ? 'shift' : 'shifts'}`,
  },
} as const;

const dayIn = (locale: 'ru' | 'en', day: string, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
const placeName = (catalogue: Catalogue, code: string, locale: 'ru' | 'en'): string => {
  const place = catalogue.place(code);
  return (locale === 'ru' ? place?.nameRu : place?.nameEn) ?? code;
};

export function hoursSheet(
  catalogue: Catalogue,
  hours: Hours,
  around: { readonly who: string; readonly publicUrl: string; readonly now: Date },
  locale: 'ru' | 'en',
): HoursSheet {
  const words = WORDS[locale];
  const long = (day: string): string => dayIn(locale, day, { day: 'numeric', month: 'long', year: 'numeric' });
  const say = (minutes: number): string => formatAmount(minutes, 'minute', locale, catalogue);
  return {
    locale,
    title: words.title,
    lead: words.lead(around.who, long(hours.from), long(hours.to)),
    code: hours.verificationCode,
    address: `${around.publicUrl}/hours/${hours.verificationCode}`,
    madeAt: dateFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: hours.timeZone }).format(around.now),
    total: words.total(say(hours.minutes), words.shifts(hours.shifts)),
    organizations: hours.organizations.map(({ name, shifts, minutes }) => ({
      name,
      shifts: words.shifts(shifts),
      hours: say(minutes),
    })),
    shifts: [...hours.items].reverse().map(({ day, what, place, name, minutes }) => ({
      day: dayIn(locale, day, { day: '2-digit', month: '2-digit', year: 'numeric' }),
      what,
      where: `${name}, ${placeName(catalogue, place, locale)}`,
      hours: say(minutes),
    })),
  };
}

const COLUMNS = {
  ru: [
    'Дата',
    'Организатор',
    'ИНН организатора',
    'Вид деятельности',
    'Что делал',
    'Навыки',
    'Место',
    'Минуты',
    'Часы',
    'Подтверждено',
  ],
  en: [
    'Date',
    'Organizer',
    'INN of the organizer',
    'Kind of activity',
    'What was done',
    'Skills',
    'Place',
    'Minutes',
    'Hours',
    'Confirmed',
  ],
} as const;

/**
 * What постановление 1067 asks about a volunteer's work: hours, competences, organizer, kind of activity, place and day. In Russian for Excel
 * (semicolons, decimal comma), in English by RFC 4180; both with the mark by which Excel knows UTF-8.
 */
export function hoursCsv(catalogue: Catalogue, hours: Hours, locale: 'ru' | 'en'): string {
  const ru = locale === 'ru';
  const named = (entry: { readonly nameRu: string; readonly nameEn: string } | undefined, code: string): string =>
    (ru ? entry?.nameRu : entry?.nameEn) ?? code;
  const decimal = (minutes: number): string => (minutes / 60).toFixed(2).replace('.', ru ? ',' : '.');
  const local = (at: Date): string =>
    ru
      ? dateFormat('ru', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: hours.timeZone }).format(at)
      : at.toISOString();
  const rows = [
    [...COLUMNS[locale]],
    ...[...hours.items].reverse().map((shift) => [
      ru ? dayIn('ru', shift.day, { day: '2-digit', month: '2-digit', year: 'numeric' }) : shift.day,
      asCell(shift.name),
      shift.inn ?? '',
      named(
        catalogue.spheres.find(({ code }) => code === shift.sphere),
        shift.sphere,
      ),
      asCell(shift.what),
      shift.skills.map((code) => named(catalogue.skill(code), code)).join(', '),
      placeName(catalogue, shift.place, locale),
      String(shift.minutes),
      decimal(shift.minutes),
      local(shift.confirmedAt),
    ]),
  ];
  return `\uFEFF${stringify(rows, { delimiter: ru ? ';' : ',', record_delimiter: 'windows' })}`;
}
