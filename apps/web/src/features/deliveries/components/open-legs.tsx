import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useByCode, useCatalogue } from '../../catalogue/api/catalogue.js';
import { takeLeg, useAskedLegs, type Leg, type Trip } from '../api/deliveries.js';
import { LegWay } from './leg-parts.js';

function tripLabel(
  trip: Trip,
  places: ReturnType<typeof useByCode<{ code: string; nameRu: string; nameEn: string }>>,
): string {
  const names = trip.route.map((code) => placeName(places.get(code), PENDING_NAME));
  return `${day(trip.from, trip.timeZone)}, ${names.join(' – ')}`;
}

function OpenLeg({ leg, trips }: { leg: Leg; trips: readonly Trip[] }): ReactNode {
  const places = useCatalogue('places');
  const [chosen, setChosen] = useState('');
  const trip = trips.find(({ id }) => id === chosen) ?? trips[0];
  const action = useAction(takeLeg, { refresh: ['matches'] });
  return (
    <li className="sheet pad stack" data-open-leg={leg.id}>
      <h3 className="h-small">
        {leg.thing}, {leg.text}
      </h3>
      <p className="small muted">
        {typograph(leg.need.title)}, {leg.need.organization}
      </p>
      <LegWay leg={leg} />
      <p className="small muted">{t('deliveries:untilDay', { day: day(leg.window.until, leg.timeZone) })}</p>
      {trips.length > 1 && (
        <SelectField
          label={t('deliveries:onTrip')}
          value={trip?.id ?? ''}
          onChange={(event) => setChosen(event.target.value)}
        >
          {trips.map((one) => (
            <option key={one.id} value={one.id}>
              {tripLabel(one, places)}
            </option>
          ))}
        </SelectField>
      )}
      <ProblemNotice problem={action.problem} />
      {trip ? (
        <div>
          <Button look="main" busy={action.busy} onClick={() => void action.run({ leg: leg.id, trip: trip.id })}>
            {t('deliveries:take')}
          </Button>
        </div>
      ) : (
        <p className="small">{t('deliveries:planFirst')}</p>
      )}
    </li>
  );
}

/** What looks for a driver, what is fetched nearest to the beginning of the next trip first. */
export function OpenLegs({ trips }: { trips: readonly Trip[] }): ReactNode {
  const near = trips[0]?.route[0];
  const query = useAskedLegs(near, true);
  return (
    <section aria-labelledby="open-legs">
      <h2 className="h-block gap-below-4" id="open-legs">
        {t('deliveries:openLegs')}
      </h2>
      <Loaded query={query}>
        {({ items }) => {
          const free = items.filter(({ can }) => !can.includes('cancel'));
          return free.length === 0 ? (
            <Empty title={t('deliveries:noOpenLegs')} />
          ) : (
            <ul className="stack">
              {free.map((leg) => (
                <OpenLeg key={leg.id} leg={leg} trips={trips} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}
