import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tag } from '../../../components/marks.js';
import { MorePages } from '../../../components/more-pages.js';
import { Empty, Loaded } from '../../../components/states.js';
import { dayTime, timeOf } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useMyBookings, type OwnBooking } from '../api/bookings.js';
import { CancelBooking } from './cancel-booking.js';

function Line({ booking }: { booking: OwnBooking }): ReactNode {
  const { resource } = booking;
  return (
    <li className="sheet pad stack" data-booking={booking.id}>
      <div className="row between row-wrap">
        <h3 className="h-small">
          <Link to="/resources/$id" params={{ id: resource.id }} search={{}}>
            {resource.name}
          </Link>
        </h3>
        <Tag look={booking.status === 'booked' ? 'good' : ''}>{t(`bookings:status.${booking.status}`)}</Tag>
      </div>
      <p className="small num">
        {dayTime(booking.from, resource.timeZone)}–{timeOf(booking.until, resource.timeZone)}
      </p>
      {booking.cancelledBy === 'owner' && booking.reason && (
        <p className="small muted break">{t('bookings:takenBack', { reason: booking.reason })}</p>
      )}
      <CancelBooking booking={booking} />
    </li>
  );
}

export function MyBookings(): ReactNode {
  const bookings = useMyBookings(true);
  return (
    <section aria-labelledby="my-bookings">
      <h2 className="h-block gap-below-4" id="my-bookings">
        {t('bookings:mine')}
      </h2>
      <Loaded query={bookings}>
        {({ pages }) =>
          pages[0]?.items.length ? (
            <>
              <ul className="stack">
                {pages
                  .flatMap(({ items }) => items)
                  .map((booking) => (
                    <Line key={booking.id} booking={booking} />
                  ))}
              </ul>
              <MorePages pages={bookings} />
            </>
          ) : (
            <Empty title={t('bookings:noMine')} />
          )
        }
      </Loaded>
    </section>
  );
}
