import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { SelectField } from '../../../components/field.js';
import { MorePages } from '../../../components/more-pages.js';
import { PageHead } from '../../../components/page.js';
import { Empty, Loaded } from '../../../components/states.js';
import { dayParts, instantIn } from '../../../lib/dates.js';
import { useChosenBefore } from '../../../lib/chosen.js';
import { placeName, t } from '../../../lib/words.js';
import { usePlaces } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { useSchemeData } from '../../transparency/api/scheme-data.js';
import { useInstallation } from '../../installation/api/installation.js';
import { Scheme } from '../../needs/components/scheme.js';
import { useShiftCounts, useShifts, type ShiftCounts, type ShiftFilters } from '../api/shifts.js';
import { ShiftLine } from './shift-line.js';

const route = getRouteApi('/shifts');

/** The next two weeks, with how much there is on each day; a second press shows all of them again. */
function Days({ filters, counts }: { filters: ShiftFilters; counts: ShiftCounts }): ReactNode {
  return (
    <nav className="day-strip" aria-label={t('volunteering:find.days')}>
      {counts.days.map(({ day, shifts }) => {
        const { number, weekdayShort } = dayParts(instantIn(day, '12:00', counts.timeZone), counts.timeZone);
        const chosen = filters.day === day;
        return (
          <Link
            key={day}
            to="/shifts"
            search={{ ...filters, day: chosen ? undefined : day }}
            aria-current={chosen ? 'true' : undefined}
            activeOptions={{ explicitUndefined: true, exact: true }}
            resetScroll={false}
          >
            <span>{weekdayShort}</span>
            <b className="num">{number}</b>
            <small>{t('volunteering:find.onDay', { count: shifts })}</small>
          </Link>
        );
      })}
    </nav>
  );
}

/** Where they are; a press on a coin shows those of its place alone, and once more all of them. */
function ShiftMap({ filters, counts }: { filters: ShiftFilters; counts: ShiftCounts }): ReactNode {
  const navigate = route.useNavigate();
  const places = usePlaces().data;
  const installation = useInstallation().data;
  const scheme = useSchemeData(installation?.region?.code).data;
  if (!places || !scheme) return null;
  const items = counts.places.map(({ place, shifts, capacity, taken }) => ({
    key: place,
    needs: shifts,
    share: Math.floor((taken * 1_000_000) / capacity),
    withheld: false,
    units: [],
  }));
  const choose = (place: string): void =>
    void navigate({ search: (old) => ({ ...old, near: undefined, place: old.place === place ? undefined : place }) });
  const all = { items, places, data: scheme, chosen: filters.place, choose, words: MAP_WORDS };
  return (
    <aside className="sheet map-box" aria-label={t('volunteering:find.map')}>
      <figure className="scheme only-wide">
        <Scheme {...all} />
      </figure>
      <figure className="scheme scheme-small">
        <Scheme {...all} small />
      </figure>
    </aside>
  );
}

const MAP_WORDS = {
  label: 'volunteering:find.mapLabel',
  caption: 'volunteering:find.mapCaption',
  coin: 'volunteering:find.coin',
};

/** How they are asked for: near a place, on which days, from home. */
function Wishes({ filters }: { filters: ShiftFilters }): ReactNode {
  const navigate = route.useNavigate();
  const places = usePlaces().data ?? [];
  const chosen = useChosenBefore();
  const chip = (label: string, on: boolean, change: Partial<ShiftFilters>): ReactNode => (
    <button
      type="button"
      className="chip"
      aria-pressed={on}
      onClick={() => void navigate({ search: { ...filters, ...change }, resetScroll: false })}
    >
      {label}
    </button>
  );
  return (
    <div ref={chosen} className="stack">
      <div className="page-narrow">
        <SelectField
          label={t('volunteering:near')}
          value={filters.near ?? ''}
          onChange={(event) =>
            void navigate({ search: { ...filters, place: undefined, near: event.target.value || undefined } })
          }
        >
          <option value="">{t('volunteering:anywhere')}</option>
          {places
            .filter((place) => place.kind !== 'region')
            .map((place) => (
              <option key={place.code} value={place.code}>
                {placeName(place)}
              </option>
            ))}
        </SelectField>
      </div>
      <div className="chips">
        {(['weekend', 'evening'] as const).map((when) => (
          <Fragment key={when}>
            {chip(t(`volunteering:find.${when}`), filters.when === when, {
              when: filters.when === when ? undefined : when,
            })}
          </Fragment>
        ))}
        {chip(t('volunteering:remote'), filters.remote === true, { remote: filters.remote ? undefined : true })}
        {chip(t('volunteering:anyTime.chip'), filters.anyTime === true, {
          anyTime: filters.anyTime ? undefined : true,
        })}
        {filters.place &&
          chip(
            placeName(
              places.find(({ code }) => code === filters.place),
              filters.place,
            ),
            true,
            { place: undefined },
          )}
        {chip(t('volunteering:find.map'), filters.view === 'map', { view: filters.view ? undefined : 'map' })}
      </div>
    </div>
  );
}

function NoShifts({ filters }: { filters: ShiftFilters }): ReactNode {
  const wished = Object.entries(filters).some(([wish, value]) => wish !== 'view' && value !== undefined);
  return (
    <Empty level={2} title={t(wished ? 'volunteering:find.noneSo' : 'volunteering:none')}>
      <p>{t(wished ? 'volunteering:find.noneSoText' : 'volunteering:noneText')}</p>
      <p className="gap-top-3 row row-wrap">
        {wished && (
          <Link className="btn btn-main" to="/shifts" search={{}}>
            {t('volunteering:find.all')}
          </Link>
        )}
        <Link className="btn btn-quiet" to="/needs" search={{ kind: 'time' }}>
          {t('volunteering:needsOfTime')}
        </Link>
      </p>
    </Empty>
  );
}

export function ShiftsPage(): ReactNode {
  const filters = route.useSearch();
  const { data: session } = useSession();
  const shifts = useShifts(filters);
  const counts = useShiftCounts(filters).data;
  return (
    <div className="wrap">
      <PageHead title={t('volunteering:shifts')} />
      <header className="page-head">
        <h1 className="h-page">{t('volunteering:shifts')}</h1>
        <p className="lead">{t('volunteering:lead')}</p>
        {session && (
          <p className="gap-top-3">
            <Link className="btn btn-quiet" to="/me/shifts" search={{}}>
              {t('volunteering:mine')}
            </Link>
          </p>
        )}
      </header>
      <Wishes filters={filters} />
      {counts && <Days filters={filters} counts={counts} />}
      {counts && filters.view === 'map' && <ShiftMap filters={filters} counts={counts} />}
      <div className="gap-top-6" aria-live="polite">
        <Loaded query={shifts}>
          {({ pages }) =>
            pages[0]?.items.length ? (
              <>
                <ul className="shift-rows">
                  {pages
                    .flatMap((page) => page.items)
                    .map((shift) => (
                      <ShiftLine key={shift.id} shift={shift} />
                    ))}
                </ul>
                <MorePages pages={shifts} />
              </>
            ) : (
              <NoShifts filters={filters} />
            )
          }
        </Loaded>
      </div>
    </div>
  );
}
