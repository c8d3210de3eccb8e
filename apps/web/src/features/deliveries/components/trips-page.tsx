import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { MorePages } from '../../../components/more-pages.js';
import { Tag } from '../../../components/marks.js';
import { PageHead } from '../../../components/page.js';
import { Empty, Loaded } from '../../../components/states.js';
import { dayTime } from '../../../lib/dates.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { OwnRoom } from '../../identity/components/own-side.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { KeptEntries } from '../../matching/components/kept-entries-list.js';
import { useMyTrips, type Trip } from '../api/deliveries.js';
import { localeNumber } from './numbers.js';
import { OpenLegs } from './open-legs.js';
import { PlanTrip } from './plan-trip.js';

function TripLine({ trip }: { trip: Trip }): ReactNode {
  const places = useCatalogue('places');
  const left = trip.stops.filter(({ done }) => !done).length;
  return (
    <li className="sheet pad stack" data-trip={trip.id}>
      <div className="row between row-wrap">
        <h3 className="h-small">
          <Link to="/trips/$id" params={{ id: trip.id }}>
            {trip.route.map((code) => placeName(places.get(code), PENDING_NAME)).join(' – ')}
          </Link>
        </h3>
        <Tag look={trip.status === 'planned' ? 'good' : ''}>{t(`deliveries:trip.status.${trip.status}`)}</Tag>
      </div>
      <p className="small muted">
        {dayTime(trip.from, trip.timeZone)} – {dayTime(trip.until, trip.timeZone)}
      </p>
      <p className="small">
        {t('deliveries:trip.capacity', {
          kg: localeNumber(trip.capacity.kg),
          m3: localeNumber(trip.capacity.m3),
          count: left,
        })}
      </p>
    </li>
  );
}

/** `/me/trips`: a driver's trips, and what looks for one. */
export function TripsPage(): ReactNode {
  const session = useSession();
  const trips = useMyTrips(Boolean(session.data));
  if (session.data === null) return <SignInFirst />;
  return (
    <OwnRoom>
      <PageHead title={t('deliveries:trips')} />
      <header className="page-head">
        <h1 className="h-page">{t('deliveries:trips')}</h1>
        <p className="lead">{t('deliveries:tripsLead')}</p>
      </header>
      <KeptEntries person={session.data?.person.id} />
      <Loaded query={trips}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          const planned = all.filter(({ status }) => status === 'planned').toReversed();
          return (
            <div className="split split-offer">
              <div className="stack-6">
                <PlanTrip />
                <section aria-labelledby="my-trips">
                  <h2 className="h-block gap-below-4" id="my-trips">
                    {t('deliveries:myTrips')}
                  </h2>
                  {all.length === 0 ? (
                    <Empty title={t('deliveries:noTrips')} />
                  ) : (
                    <ul className="stack">
                      {all.map((trip) => (
                        <TripLine key={trip.id} trip={trip} />
                      ))}
                    </ul>
                  )}
                  <MorePages pages={trips} />
                </section>
              </div>
              <aside>
                <OpenLegs trips={planned} />
              </aside>
            </div>
          );
        }}
      </Loaded>
    </OwnRoom>
  );
}
