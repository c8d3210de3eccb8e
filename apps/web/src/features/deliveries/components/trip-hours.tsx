import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePollMs } from '../../../lib/live-line.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useMyTripHours } from '../api/trip-hours.js';

/** What became of the driver's time: with each organization whose things they carried. */
export function TripHoursCard({ trip }: { trip: string }): ReactNode {
  const { data } = useMyTripHours(trip, usePollMs());
  if (!data || data.items.length === 0) return null;
  return (
    <section className="sheet pad stack" aria-labelledby="trip-hours">
      <h2 className="h-block" id="trip-hours">
        {t('deliveries:hours.own')}
      </h2>
      <ul className="stack-2">
        {data.items.map((hours) => (
          <li key={hours.id} data-trip-hours={hours.status}>
            <p className="row between row-wrap">
              <span>{t('deliveries:hours.ownLine', { organization: hours.organization.name, text: hours.text })}</span>
              <span className="small muted">{t(`deliveries:hours.status.${hours.status}`)}</span>
            </p>
            {hours.reason && <p className="small muted break">{typograph(hours.reason)}</p>}
          </li>
        ))}
      </ul>
      <p className="small">
        <Link to="/me/shifts">{t('deliveries:hours.toHours')}</Link>
      </p>
    </section>
  );
}
