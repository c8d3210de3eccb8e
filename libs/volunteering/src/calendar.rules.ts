import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';

/** A shift as a calendar shows it. */
export interface CalendarShift {
  /** Of the sign-up: the entry is changed, and not doubled, when the shift is. */
  readonly id: string;
  readonly version: number;
  readonly changedAt: Date;
  readonly status: 'signed-up' | 'waiting' | 'cancelled';
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** It has no hour: an entry of the whole day on which it is to be done, which keeps nobody busy. */
  readonly anyTime: boolean;
  readonly timeZone: string;
  readonly title: string;
  readonly place: string;
  readonly text: string;
  readonly url: string;
}

const STATUS = {
  'signed-up': ICalEventStatus.CONFIRMED,
  waiting: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** An iCalendar file (RFC 5545). Times are of the place, with its time zone written out, so that a reader elsewhere sees the right hour. */
export function calendarOf(shifts: readonly CalendarShift[], name: string): string {
  const calendar = ical({
    name,
    prodId: '//Lepta//shifts//RU',
    timezone: { name: null, generator: (zone: string) => zoneOf(zone) },
  });
  for (const { id, version, changedAt, status, startsAt, endsAt, anyTime, timeZone, ...said } of shifts) {
    const at = (moment: Date): Temporal.ZonedDateTime =>
      Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);
    calendar.createEvent({
      id: `${id}@lepta`,
      sequence: version - 1,
      stamp: changedAt,
      ...(anyTime ? wholeDay(at(endsAt)) : { start: at(startsAt), end: at(endsAt), timezone: timeZone }),
      summary: said.title,
      location: said.place,
      description: said.text,
      url: said.url,
      status: STATUS[status],
    });
  }
  return `${calendar.toString()}\r\n`; // the last line has an end too (RFC 5545, 3.1)
}

/** A date of RFC 5545 has no zone: it is that of the place. */
function wholeDay(moment: Temporal.ZonedDateTime) {
  const day = Temporal.Instant.fromEpochMilliseconds(moment.epochMilliseconds - 1)
    .toZonedDateTimeISO(moment.timeZoneId)
    .toPlainDate(); // until midnight is the day before
  return { start: day, allDay: true, transparency: ICalEventTransparency.TRANSPARENT };
}

function zoneOf(zone: string): string | null {
  const [block] = tzlib_get_ical_block(zone);
  return block ?? null;
}
