import type { Locale } from '#kernel';

interface Told {
  readonly booking: { readonly startsAt: Date; readonly endsAt: Date };
  readonly resource: { readonly name: string; readonly organizationName: string };
  readonly reason: string;
  readonly timeZone: string;
  readonly locale: Locale;
}

function moment(at: Date, timeZone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** What the person who booked reads when the owner takes it back: what, when, why, and what to do. */
export function takenBackLetter({ booking, resource, reason, timeZone, locale }: Told): {
  subject: string;
  body: string;
  label: string;
  notice: { ru: string; en: string };
} {
  const when = `${moment(booking.startsAt, timeZone, locale)} – ${moment(booking.endsAt, timeZone, locale)}`;
  const notice = {
    ru: `Бронь отменил владелец: ${resource.name}`,
    en: `The owner cancelled your booking: ${resource.name}`,
  };
  return locale === 'ru'
    ? {
        subject: 'Вашу бронь отменили',
        body: `${resource.organizationName} отменила вашу бронь: ${resource.name}, ${when}.\n\nПричина: ${reason}\n\nДругое свободное время видно в календаре.`,
        label: 'Открыть календарь',
        notice,
      }
    : {
        subject: 'Your booking was cancelled',
        body: `${resource.organizationName} has cancelled your booking: ${resource.name}, ${when}.\n\nThe reason: ${reason}\n\nThe calendar shows other times that are free.`,
        label: 'Open the calendar',
        notice,
      };
}
