import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Loaded } from '../../../components/states.js';
import { day, dayParts, instantIn, localDate, timeOf } from '../../../lib/dates.js';
import { usePollMs } from '../../../lib/live-line.js';
import { t } from '../../../lib/words.js';
import { useCalendar, type Booking, type Resource } from '../api/bookings.js';
import { CancelBooking } from './cancel-booking.js';
import './bookings.css';

const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** The Monday of the week that a day of the calendar lies in. */
export const mondayOf = (date: string): string => later(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
const DAYS = [0, 1, 2, 3, 4, 5, 6];

function Taken({ booking, date, timeZone }: { booking: Booking; date: string; timeZone: string }): ReactNode {
  const begins = localDate(booking.from, timeZone) === date ? timeOf(booking.from, timeZone) : '0:00';
  const ends = localDate(booking.until, timeZone) === date ? timeOf(booking.until, timeZone) : '24:00';
  return (
    <li className={booking.own ? 'booked is-own' : 'booked'} data-booked={booking.id}>
      <b className="num">
        {begins}–{ends}
      </b>
      <span className="small">{booking.own ? t('bookings:yours') : (booking.by ?? t('bookings:taken'))}</span>
      {booking.purpose && <span className="small muted break">{booking.purpose}</span>}
      <CancelBooking booking={booking} />
    </li>
  );
}

/** Seven days on the clock of the place; what is not marked as taken is free. On a phone one under another. */
export function BookingWeek({ resource, week }: { resource: Resource; week: string | undefined }): ReactNode {
  const { timeZone } = resource;
  const today = localDate(new Date().toISOString(), timeZone);
  const monday = mondayOf(week ?? today);
  const noon = (date: string): string => instantIn(date, '12:00', timeZone);
  const [from, until] = [instantIn(monday, '00:00', timeZone), instantIn(later(monday, 7), '00:00', timeZone)];
  const query = useCalendar(resource.id, from, until, usePollMs());
  const turn = (label: string, to: string | undefined): ReactNode => (
    <Link
      className="btn btn-quiet btn-dense"
      to="/resources/$id"
      params={{ id: resource.id }}
      search={{ week: to }}
      resetScroll={false}
    >
      {label}
    </Link>
  );
  return (
    <section aria-labelledby="week">
      <div className="row between row-wrap gap-below-4">
        <h2 className="h-block" id="week" aria-live="polite">
          {day(noon(monday), timeZone)} – {day(noon(later(monday, 6)), timeZone)}
        </h2>
        <nav className="row row-wrap" aria-label={t('bookings:turn')}>
          {turn(t('bookings:before'), later(monday, -7))}
          {turn(t('bookings:now'), undefined)}
          {turn(t('bookings:after'), later(monday, 7))}
        </nav>
      </div>
      <Loaded query={query}>
        {({ items }) => (
          <ol className="booking-week">
            {DAYS.map((at) => later(monday, at)).map((date) => {
              const parts = dayParts(noon(date), timeZone);
              const ofDay = items.filter(
                (one) =>
                  Date.parse(one.from) < Date.parse(instantIn(later(date, 1), '00:00', timeZone)) &&
                  Date.parse(one.until) > Date.parse(instantIn(date, '00:00', timeZone)),
              );
              return (
                <li key={date} aria-current={date === today ? 'date' : undefined} data-day={date}>
                  <h3 className="small strong">
                    {parts.weekday}, <span className="num">{parts.number}</span>
                  </h3>
                  {ofDay.length === 0 ? (
                    <p className="small muted">{t('bookings:free')}</p>
                  ) : (
                    <ul>
                      {ofDay.map((booking) => (
                        <Taken key={booking.id} booking={booking} date={date} timeZone={timeZone} />
                      ))}
                    </ul>
                  )}
                </li>
              );
            })}
          </ol>
        )}
      </Loaded>
    </section>
  );
}
