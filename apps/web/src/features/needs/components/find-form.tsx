import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { NeedFilters } from '../../../app/search.js';
import { Button } from '../../../components/button.js';
import { Icon, KindMark } from '../../../components/marks.js';
import { KINDS } from '../../../lib/api-types.js';
import { useAddressed, wordsIn } from '../../../lib/form.js';
import { addressIn, currentLocale } from '../../../lib/locale.js';
import { nameOf, placeName, t } from '../../../lib/words.js';
import { useCategories, usePlaces, useSpheres } from '../../catalogue/api/catalogue.js';
import { FIND_FORM } from './find-filters.js';

const route = getRouteApi('/needs');

/** Spheres only where the list has no room for them beside it. */
function Selects({
  filters,
  change,
}: {
  filters: NeedFilters;
  change: (changes: Partial<NeedFilters>) => void;
}): ReactNode {
  const spheres = useSpheres();
  const places = usePlaces();
  const categories = useCategories();
  const offered = (categories.data ?? []).filter((category) => !filters.sphere || category.sphere === filters.sphere);
  return (
    <>
      <select
        className="input only-narrow"
        name="sphere"
        aria-label={t('needs:sphere')}
        value={filters.sphere ?? ''}
        onChange={(event) => change({ sphere: event.target.value || undefined, category: undefined })}
      >
        <option value="">{t('needs:allSpheres')}</option>
        {spheres.data?.map((sphere) => (
          <option key={sphere.code} value={sphere.code}>
            {nameOf(sphere)}
          </option>
        ))}
      </select>
      <select
        className="input"
        name="category"
        aria-label={t('needs:category')}
        value={filters.category ?? ''}
        onChange={(event) => change({ category: event.target.value || undefined })}
      >
        <option value="">{t('needs:allCategories')}</option>
        {offered.map((category) => (
          <option key={category.code} value={category.code}>
            {nameOf(category)}
          </option>
        ))}
      </select>
      <select
        className="input"
        name="place"
        aria-label={t('needs:place')}
        value={filters.place ?? ''}
        onChange={(event) => change({ place: event.target.value || undefined })}
      >
        <option value="">{t('needs:allPlaces')}</option>
        {places.data?.map((place) => (
          <option key={place.code} value={place.code}>
            {placeName(place)}
          </option>
        ))}
      </select>
    </>
  );
}

/** Words, kind, what it is for and where; the spheres stand beside the list on wide screens and in a select on phones. */
export function Filters({ filters }: { filters: NeedFilters }): ReactNode {
  const navigate = route.useNavigate();
  const words = useAddressed(filters.q ?? '');
  const change = (changes: Partial<NeedFilters>): void =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...changes }) });
  return (
    <form
      id={FIND_FORM}
      role="search"
      className="find-filters"
      action={addressIn(currentLocale(), '/needs', '')}
      onSubmit={(event) => {
        event.preventDefault();
        change({ q: wordsIn(event.currentTarget, 'q') });
      }}
    >
      <div className="search-box">
        <Icon name="search" />
        <input
          ref={words}
          className="input"
          name="q"
          aria-label={t('needs:search')}
          placeholder={t('needs:searchExample')}
          defaultValue={filters.q ?? ''}
          maxLength={100}
        />
      </div>
      <Button type="submit" look="quiet">
        {t('needs:searchGo')}
      </Button>
      <div className="chips chips-scroll" role="group" aria-label={t('needs:kinds')}>
        {KINDS.map((kind) => (
          <button
            key={kind}
            name="kind"
            value={kind}
            className="chip"
            aria-pressed={filters.kind === kind}
            onClick={(event) => {
              event.preventDefault();
              change({ kind: filters.kind === kind ? undefined : kind });
            }}
          >
            <KindMark kind={kind} size="s" />
            {t(`kind.${kind}`)}
          </button>
        ))}
        <button
          name="urgent"
          value="true"
          className="chip"
          aria-pressed={filters.urgent === true}
          onClick={(event) => {
            event.preventDefault();
            change({ urgent: filters.urgent ? undefined : true });
          }}
        >
          <Icon name="clock" small />
          {t('needs:urgent')}
        </button>
      </div>
      <Selects filters={filters} change={change} />
    </form>
  );
}
