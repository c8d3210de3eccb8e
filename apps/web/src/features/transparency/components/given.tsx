import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { KindMark } from '../../../components/marks.js';
import { Loaded } from '../../../components/states.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { useGiven, type Given, type GivenUnit } from '../api/given.js';
import './given.css';

/** Money, things and time stand side by side and are never added. */
function Sums({ units }: { units: readonly GivenUnit[] }): ReactNode {
  const amounts = useAmounts();
  return (
    <ul className="sheet given-sums">
      {units.map(({ kind, unit, amount }) => (
        <li key={`${kind} ${unit}`} className={`k-${kind}`}>
          <p className="row">
            <KindMark kind={kind} size="s" />
            <span className="small muted">{t(`organization:given.${kind}`)}</span>
          </p>
          <p className="acct-n num">{amounts.say(amount, unit)}</p>
        </li>
      ))}
    </ul>
  );
}

function Receivers({ organizations }: Pick<Given, 'organizations'>): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  const places = useCatalogue('places');
  const more = organizations.count - organizations.items.length;
  return (
    <>
      <ul className="sheet given-to">
        {organizations.items.map(({ id, shortName, place, last, units }) => (
          <li key={id}>
            <div className="grow">
              <Link to="/organizations/$id" params={{ id }} search={{}}>
                {typograph(shortName)}
              </Link>
              <p className="small muted">
                {placeName(places.get(place), PENDING_NAME)} · {t('organization:given.last', { day: day(last, zone) })}
              </p>
            </div>
            <ul className="given-amounts">
              {units.map(({ kind, unit, amount }) => (
                <li key={`${kind} ${unit}`}>
                  <KindMark kind={kind} size="s" />
                  <b className="num">{amounts.say(amount, unit)}</b>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="small muted gap-top-2">{t('organization:given.more', { count: more })}</p>}
    </>
  );
}

/** What an organization gave in its own name, and who got it. One that asks for help and gave nothing says nothing of it. */
export function GivenByOrganization({ id, gives }: { id: string; gives: boolean }): ReactNode {
  const zone = useZone();
  const query = useGiven(id);
  if (!gives && (query.data?.units.length ?? 0) === 0) return null;
  return (
    <section aria-labelledby="given">
      <h2 className="h-block" id="given">
        {t('organization:given.title')}
      </h2>
      <Loaded query={query}>
        {({ since, units, organizations }) =>
          units.length === 0 ? (
            <p className="muted gap-top-2">{t('organization:given.none')}</p>
          ) : (
            <>
              <p className="small muted gap-top-2 gap-below-4">
                {since && t('organization:given.since', { day: day(since, zone) })} {t('organization:given.rule')}
              </p>
              <Sums units={units} />
              <h3 className="h-small gap-top-6 gap-below-2">
                {t('organization:given.to', { count: organizations.count })}
              </h3>
              <Receivers organizations={organizations} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}
