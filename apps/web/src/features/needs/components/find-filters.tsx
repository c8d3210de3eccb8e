import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { NEED_SORTS, RADII, type NeedFilters, type NeedSort, type Radius } from '../../../app/search.js';
import { Button } from '../../../components/button.js';
import { SelectField } from '../../../components/field.js';
import { Icon } from '../../../components/marks.js';
import { count } from '../../../lib/amount.js';
import { nameOf, placeName, t } from '../../../lib/words.js';
import { useBeneficiaryGroups, usePlaces } from '../../catalogue/api/catalogue.js';
import { useNeedCount, type NeedsQuery } from '../api/needs.js';

/** From here on a need is called urgent. */
const URGENT = 4;
const RADIUS: Radius = '50';
/** Fields that stand elsewhere belong to the form too: without a script its button sends them. */
export const FIND_FORM = 'find';

/** What an address asks of the server. A place to count from says something only with a radius, or where the nearest come first. */
export function askedOf({ urgent, group, near, radius = RADIUS, sort, view: _, ...filters }: NeedFilters): NeedsQuery {
  const nearest = sort === 'distance';
  const from =
    near && (radius !== 'any' || nearest) ? { near, radiusKm: radius === 'any' ? undefined : Number(radius) } : {};
  return {
    ...filters,
    urgency: urgent && URGENT,
    beneficiaryGroups: group === undefined ? undefined : [group],
    sort: nearest && !near ? undefined : sort,
    ...from,
  };
}

type Change = (changes: Partial<NeedFilters>) => void;

function useChange(): Change {
  const navigate = useNavigate({ from: '/needs' });
  return (changes) => void navigate({ search: (old) => ({ ...old, cursor: undefined, ...changes }) });
}

/** How many there are, said again whenever that changes. */
export function FoundCount({ asked }: { asked: NeedsQuery }): ReactNode {
  const { data } = useNeedCount(asked);
  const { needs = 0, organizations, more } = data ?? {};
  const said = !data
    ? t('needs:lead')
    : more
      ? t('find:foundMore', { shown: count(needs) })
      : organizations === null || organizations === undefined || needs === 0
        ? t('find:found', { count: needs, shown: count(needs) })
        : t('find:foundOf', { count: needs, shown: count(needs), organizations });
  return (
    <p className="lead" role="status" data-found={data?.needs}>
      {said}
    </p>
  );
}

export function SortedBy({ filters }: { filters: NeedFilters }): ReactNode {
  const change = useChange();
  const shown = filters.sort === 'distance' && !filters.near ? 'newest' : (filters.sort ?? 'newest');
  return (
    <label className="sort-by">
      <span>{t('find:sortFirst')}</span>
      <select
        className="input"
        name="sort"
        form={FIND_FORM}
        value={shown}
        onChange={(event) =>
          change({ sort: event.target.value === 'newest' ? undefined : (event.target.value as NeedSort) })
        }
      >
        {NEED_SORTS.map((sort) => (
          <option key={sort} value={sort} disabled={sort === 'distance' && !filters.near}>
            {t(sort === 'distance' && !filters.near ? 'find:sort.distanceFrom' : `find:sort.${sort}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** On phones the scheme takes the place of the list; there is room for both elsewhere. */
export function ListOrMap({ filters }: { filters: NeedFilters }): ReactNode {
  return (
    <nav className="seg find-view" aria-label={t('find:view.title')}>
      <Link
        to="/needs"
        search={{ ...filters, view: undefined }}
        activeOptions={{ explicitUndefined: true }}
        aria-current={filters.view ? undefined : 'true'}
      >
        <Icon name="list" small />
        {t('find:view.list')}
      </Link>
      <Link to="/needs" search={{ ...filters, view: 'map' }} aria-current={filters.view ? 'true' : undefined}>
        <Icon name="pin" small />
        {t('find:view.map')}
      </Link>
    </nav>
  );
}

/** For whom, and how far. On phones they open by a button that says how many of them are set. */
export function MoreFilters({ filters }: { filters: NeedFilters }): ReactNode {
  const change = useChange();
  const groups = useBeneficiaryGroups();
  const places = usePlaces();
  const set = [filters.group, filters.near].filter(Boolean).length;
  const [open, setOpen] = useState(set > 0);
  return (
    <div className={`find-more${open ? ' is-open' : ''}`}>
      <span className="only-narrow by-script">
        <Button aria-expanded={open} wide onClick={() => setOpen(!open)}>
          {t('find:moreFilters', { count: set })}
        </Button>
      </span>
      <SelectField
        label={t('find:group')}
        name="group"
        form={FIND_FORM}
        value={filters.group ?? ''}
        onChange={(event) => change({ group: event.target.value || undefined })}
      >
        <option value="">{t('find:allGroups')}</option>
        {groups.data?.map((group) => (
          <option key={group.code} value={group.code}>
            {nameOf(group)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('find:near')}
        name="near"
        form={FIND_FORM}
        value={filters.near ?? ''}
        onChange={(event) =>
          change(
            event.target.value
              ? { near: event.target.value }
              : { near: undefined, radius: undefined, sort: filters.sort === 'distance' ? undefined : filters.sort },
          )
        }
      >
        <option value="">{t('find:anywhere')}</option>
        {places.data?.map((place) => (
          <option key={place.code} value={place.code}>
            {placeName(place)}
          </option>
        ))}
      </SelectField>
      {filters.near && (
        <SelectField
          label={t('find:radius')}
          name="radius"
          form={FIND_FORM}
          hint={t('find:nearHint')}
          value={filters.radius ?? RADIUS}
          onChange={(event) =>
            change(
              event.target.value === 'any'
                ? { radius: 'any', sort: 'distance' }
                : { radius: event.target.value as Radius },
            )
          }
        >
          {RADII.map((radius) => (
            <option key={radius} value={radius}>
              {radius === 'any' ? t('find:anyDistance') : t('find:withinKm', { km: radius })}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}
