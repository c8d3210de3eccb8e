import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import { t } from '../../../lib/words.js';
import { useOrganizationTripHours } from '../api/trip-hours.js';

/** On the desk of those who confirm hours: how many drivers wait for theirs. */
export function TripHoursWait({ org }: { org: string }): ReactNode {
  const waiting = useOrganizationTripHours(org).data?.items.filter(({ can }) => can.includes('confirm')).length ?? 0;
  if (waiting === 0) return null;
  return (
    <div className="gap-below-4">
      <Notice look="wait">
        <p>
          {t('hoursDesk:tripsWait', { count: waiting })} ·{' '}
          <Link to="/desk/$org/deliveries" params={{ org }}>
            {t('hoursDesk:confirm')}
          </Link>
        </p>
      </Notice>
    </div>
  );
}
