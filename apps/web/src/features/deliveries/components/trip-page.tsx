import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import { dayTime, localDate, timeOf } from '../../../lib/dates.js';
import { usePollMs } from '../../../lib/live-line.js';
import { useOffline } from '../../../lib/online.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useKeptLegs } from '../../matching/api/kept-entries.js';
import { KeptEntries } from '../../matching/components/kept-entries-list.js';
import { closeTrip, useTrip, type Leg, type Stop, type Trip } from '../api/deliveries.js';
import { localeNumber } from './numbers.js';
import { NextStop } from './next-stop.js';
import { OrderStops } from './order-stops.js';
import { stopName } from './stop-name.js';
import { TripHoursCard } from './trip-hours.js';
import './deliveries.css';

const route = getRouteApi('/trips/$id');

/** What is in the car when it leaves a stop, beside what it may carry. */
export function Load({ stop, trip }: { stop: Pick<Stop, 'kg' | 'm3'>; trip: Trip }): ReactNode {
  const bars = [
    ['weight', stop.kg, trip.capacity.kg, 'kgOf'],
    ['room', stop.m3, trip.capacity.m3, 'm3Of'],
  ] as const;
  return (
    <div className="trip-load">
      {bars.map(([name, now, most, words]) => (
        <div key={name}>
          <span className="row between">
            <span>{t(`deliveries:load.${name}`)}</span>
            <b className="num">{t(`deliveries:load.${words}`, { n: localeNumber(now) })}</b>
          </span>
          <div
            className="bar k-goods bar-xs"
            role="img"
            aria-label={t('deliveries:load.of', { now: localeNumber(now), most: localeNumber(most) })}
          >
            <i className="got" style={{ width: `${Math.min(100, (100 * now) / most)}%` }} />
          </div>
        </div>
      ))}
    </div>
  );
}

function StopLine({ stop, trip, state }: { stop: Stop; trip: Trip; state: 'done' | 'now' | '' }): ReactNode {
  const places = useCatalogue('places');
  const legs = new Map(trip.legs.map((leg) => [leg.id, leg]));
  return (
    <li className={state || undefined} aria-current={state === 'now' ? 'step' : undefined}>
      <span className="dot" aria-hidden="true" />
      <div>
        <p className="strong">{stopName(stop, legs, places)}</p>
        {stop.address && <p className="small muted break">{stop.address}</p>}
        <ul className="small trip-acts">
          {stop.acts.map(({ leg: id, act, done }) => {
            const leg = legs.get(id);
            return leg ? (
              <li key={`${id} ${act}`} className={done ? 'row row-top muted' : undefined}>
                {done && <Icon name="check" small />}
                {t(`deliveries:act.${act}`, { thing: leg.thing, amount: leg.text })}
                {['lost', 'cancelled', 'returned'].includes(leg.status) && `: ${t(`deliveries:status.${leg.status}`)}`}
              </li>
            ) : null;
          })}
        </ul>
      </div>
      <Load stop={stop} trip={trip} />
    </li>
  );
}

function Close({ trip }: { trip: Trip }): ReactNode {
  const action = useAction(closeTrip, { refresh: ['matches'] });
  const verbs = (['end', 'cancel'] as const).filter((verb) => trip.can.includes(verb));
  if (verbs.length === 0) return null;
  return (
    <div className="stack">
      <ProblemNotice problem={action.problem} />
      <div className="row row-wrap">
        {verbs.map((verb) => (
          <Button
            key={verb}
            look={verb === 'end' ? 'quiet' : 'plain'}
            busy={action.busy}
            onClick={() => void action.run({ trip: trip.id, verb })}
          >
            {t(`deliveries:trip.${verb}Go`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** As this phone knows it: what it has entered and not sent yet is loaded, too. */
function known(trip: Trip, kept: readonly string[]): Trip {
  const legs: Leg[] = trip.legs.map((leg) =>
    leg.status === 'taken' && kept.includes(leg.id) ? { ...leg, status: 'picked_up', can: [] } : leg,
  );
  const stops = trip.stops.map((stop) => {
    const acts = stop.acts.map((act) => (act.act === 'load' && kept.includes(act.leg) ? { ...act, done: true } : act));
    return { ...stop, acts, done: acts.every(({ done }) => done) };
  });
  return { ...trip, legs, stops };
}

function Shown({ trip: told, person }: { trip: Trip; person: string }): ReactNode {
  const offline = useOffline();
  const trip = known(told, useKeptLegs());
  const next = trip.stops.findIndex(({ done }) => !done);
  const stop = trip.stops[next];
  return (
    <>
      {offline && (
        <Notice look="wait" role="status">
          <p>{t('deliveries:offline')}</p>
        </Notice>
      )}
      <KeptEntries person={person} />
      <div className="split split-offer">
        <div className="stack-6">
          {stop && trip.status === 'planned' && (
            <NextStop key={next} trip={trip} stop={stop} number={next + 1} of={trip.stops.length} person={person} />
          )}
          {!stop && trip.stops.length > 0 && (
            <Notice look="good">
              <p>{t('deliveries:allDone')}</p>
            </Notice>
          )}
          {trip.stops.length === 0 && (
            <Empty level={2} title={t('deliveries:noStops')}>
              <p className="gap-top-3">
                <Link className="btn btn-main" to="/me/trips">
                  {t('deliveries:openLegs')}
                </Link>
              </p>
            </Empty>
          )}
          <Close trip={trip} />
          {trip.status !== 'planned' && <TripHoursCard trip={trip.id} />}
        </div>
        {trip.stops.length > 0 && (
          <aside className="stack">
            <h2 className="h-block">{t('deliveries:stops')}</h2>
            <ol className="trip-stops">
              {trip.stops.map((one, at) => (
                <StopLine
                  key={`${at} ${one.place}`}
                  stop={one}
                  trip={trip}
                  state={one.done ? 'done' : at === next ? 'now' : ''}
                />
              ))}
            </ol>
            {trip.can.includes('order') && !offline && <OrderStops trip={told} />}
          </aside>
        )}
      </div>
    </>
  );
}

/** `/trips/{id}`: in the cabin. One stop on top, one large button, and what is in the car after each stop. */
export function TripPage(): ReactNode {
  const { id } = route.useParams();
  const { data: session } = useSession();
  const places = useCatalogue('places');
  const query = useTrip(id, Boolean(session), usePollMs());
  if (session === null) return <SignInFirst />;
  if (!session)
    return (
      <div className="wrap">
        <Bones rows={3} />
      </div>
    );
  if ((query.error as Problem | null)?.status === 404) return <NotFoundPage />;
  return (
    <div className="wrap page-trip">
      <Loaded query={query}>
        {(trip) => {
          const title = trip.route.map((code) => placeName(places.get(code), PENDING_NAME)).join(' – ');
          return (
            <>
              <PageHead title={title} />
              <header className="page-head">
                <p className="small muted">
                  <Link to="/me/trips">{t('deliveries:trips')}</Link>
                </p>
                <h1 className="h-page">{title}</h1>
                <p className="lead">
                  {dayTime(trip.from, trip.timeZone)} –{' '}
                  {(localDate(trip.from, trip.timeZone) === localDate(trip.until, trip.timeZone) ? timeOf : dayTime)(
                    trip.until,
                    trip.timeZone,
                  )}
                  {trip.car && `, ${trip.car}`}
                </p>
              </header>
              <Shown trip={trip} person={session.person.id} />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
