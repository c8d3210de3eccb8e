import { Temporal } from 'temporal-polyfill';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { pageAddress } from '#kernel';

/** A hand-over as a calendar keeps it. */
export interface CalendarEntry {
  readonly matchId: string;
  readonly sequence: number;
  readonly from: Date;
  readonly until: Date;
  readonly state: 'proposed' | 'agreed' | 'cancelled';
  readonly summary: string;
  readonly place: string | null;
  readonly note: string | null;
  readonly timeZone: string;
  /** When it was last changed. */
  readonly changedAt: Date;
}

export interface CalendarSender {
  readonly publicUrl: string;
  readonly locale: 'ru' | 'en';
  /** Address that mails of this installation come from. */
  readonly from: string;
}

const STATUS = {
  proposed: ICalEventStatus.TENTATIVE,
  agreed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** The entry as text (RFC 5545), in the time of its place. The same UID with a higher SEQUENCE replaces what a calendar has of it, or takes it away. */
export function calendarText(entry: CalendarEntry, { publicUrl, locale, from }: CalendarSender): string {
  const calendar = ical({
    prodId: { company: 'Lepta', product: 'Hand-overs', language: locale.toUpperCase() },
    method: entry.state === 'cancelled' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: (zone) => [tzlib_get_ical_block(zone)].flat()[0] ?? null },
  });
  const local = (at: Date): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(entry.timeZone);
  calendar.createEvent({
    id: `hand-over-${entry.matchId}@${new URL(publicUrl).hostname}`,
    sequence: entry.sequence,
    stamp: entry.changedAt,
    start: local(entry.from),
    end: local(entry.until),
    timezone: entry.timeZone,
    summary: entry.summary,
    location: entry.place,
    description: entry.note,
    status: STATUS[entry.state],
    url: pageAddress(publicUrl, locale, `/matches/${entry.matchId}`),
    organizer: { name: 'Лепта', email: from },
  });
  return `${calendar.toString()}\r\n`; // the last line has an end too (RFC 5545, 3.1)
}
