import { Temporal } from 'temporal-polyfill';

/** Seven days of a place, from a Monday on. */
export interface Week {
  readonly monday: string;
  readonly from: Date;
  readonly until: Date;
}

/** The week in which a day lies; without a day the present one, on the calendar of the place. */
export function weekOf(day: string | null, timeZone: string, now: Date): Week {
  const shown =
    day === null
      ? Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
      : Temporal.PlainDate.from(day);
  const monday = shown.subtract({ days: shown.dayOfWeek - 1 });
  const begins = (date: Temporal.PlainDate): Date => new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
  return { monday: monday.toString(), from: begins(monday), until: begins(monday.add({ days: 7 })) };
}
