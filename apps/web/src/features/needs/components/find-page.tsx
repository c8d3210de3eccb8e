import { getRouteApi, Link } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import type { NeedFilters } from '../../../app/search.js';
import { ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { type Need } from '../../../lib/api-types.js';
import { count } from '../../../lib/amount.js';
import { useChosenBefore } from '../../../lib/chosen.js';
import { asSoonAsShown, tell } from '../../../lib/outcome.js';
import { nameOf, t } from '../../../lib/words.js';
import { useBalance } from '../../transparency/api/balance.js';
import { useSchemeData } from '../../transparency/api/scheme-data.js';
import { useCatalogue, usePlaces, useSpheres } from '../../catalogue/api/catalogue.js';
import { useInstallation } from '../../installation/api/installation.js';
import { useNeedPages } from '../api/needs.js';
import { askedOf, FoundCount, ListOrMap, MoreFilters, SortedBy } from './find-filters.js';
import { Filters } from './find-form.js';
import { NeedRow } from './need-card.js';
import { Scheme } from './scheme.js';

const route = getRouteApi('/needs');

/** So many are open in a sphere, by the open balance; nothing where there are none. */
function Open({ needs }: { needs: number }): ReactNode {
  return (
    needs > 0 && (
      <span className="n">
        <span aria-hidden="true">{count(needs)}</span>
        <span className="sr">{t('find:openNow', { count: needs })}</span>
      </span>
    )
  );
}

function Spheres({ filters }: { filters: NeedFilters }): ReactNode {
  const spheres = useSpheres();
  const open = new Map((useBalance('sphere').data ?? []).map((item) => [item.key, item.needs]));
  const all = [...open.values()].reduce((sum, needs) => sum + needs, 0);
  const rest = { ...filters, cursor: undefined, category: undefined };
  return (
    <nav aria-label={t('needs:spheres')}>
      <h2 className="h-dense gap-below-2">{t('needs:sphere')}</h2>
      <div className="spheres">
        <Link
          to="/needs"
          search={{ ...rest, sphere: undefined }}
          activeOptions={{ explicitUndefined: true }}
          aria-current={filters.sphere ? undefined : 'true'}
        >
          <span>{t('needs:allSpheres')}</span>
          <Open needs={all} />
        </Link>
        {spheres.data?.map((sphere) => (
          <Link
            key={sphere.code}
            to="/needs"
            search={{ ...rest, sphere: sphere.code }}
            aria-current={filters.sphere === sphere.code ? 'true' : undefined}
          >
            <span>{nameOf(sphere)}</span>
            <Open needs={open.get(sphere.code) ?? 0} />
          </Link>
        ))}
      </div>
    </nav>
  );
}

/** Beside the list where there is room, else under it. A second click on a coin shows the whole region again. */
function Waiting({ filters }: { filters: NeedFilters }): ReactNode {
  const navigate = route.useNavigate();
  const byPlace = useBalance('place').data;
  const places = usePlaces().data;
  const installation = useInstallation().data;
  const scheme = useSchemeData(installation?.region?.code).data;
  if (installation && !installation.region) return null;
  if (!byPlace || !places || !scheme) return <aside className="sheet map-box" aria-hidden="true" />;
  const choose = (place: string): void =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, place: old.place === place ? undefined : place }) });
  return (
    <aside className="sheet map-box" aria-labelledby="waiting">
      <h2 className="h-small" id="waiting">
        {t('find:waiting')}
      </h2>
      <figure className="scheme only-wide">
        <Scheme items={byPlace} places={places} data={scheme} chosen={filters.place} choose={choose} />
      </figure>
      <figure className="scheme scheme-small">
        <Scheme items={byPlace} places={places} data={scheme} chosen={filters.place} choose={choose} small />
      </figure>
      <p className="map-caption">{t('find:chooseCoin')}</p>
    </aside>
  );
}

const PAGE = 20;

/** What was added follows what was read: the focus goes to its first row, and nothing jumps. */
function goToRow(added: readonly Need[] | undefined): void {
  const first = added?.[0];
  if (!first) return;
  tell(t('find:added', { count: added.length }));
  asSoonAsShown(() => {
    const link = document.querySelector<HTMLElement>(`article[data-need="${first.id}"] h2 a`);
    link?.focus({ preventScroll: true });
    return link !== null;
  });
}

/** The needs that were found, as far as they were asked for; or what to do where there are none. */
function Found({ filters, asked }: { filters: NeedFilters; asked: ReturnType<typeof askedOf> }): ReactNode {
  const query = useNeedPages({ ...asked, limit: PAGE });
  const shown = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const next = query.data?.pages.at(-1)?.nextCursor;
  const more = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab of its own begins there
    event.preventDefault();
    if (query.isFetchingNextPage) return;
    void query.fetchNextPage().then(({ data, isFetchNextPageError }) => {
      if (!isFetchNextPageError) goToRow(data?.pages.at(-1)?.items);
    });
  };
  const lists = { categories: useCatalogue('categories'), places: useCatalogue('places') };
  const filtered = Boolean(
    filters.kind ??
    filters.sphere ??
    filters.category ??
    filters.place ??
    filters.q ??
    filters.urgent ??
    filters.group ??
    filters.near,
  );
  return (
    <>
      <Loaded
        query={{ ...query, error: query.isFetchNextPageError ? null : query.error }}
        bones={<Bones rows={5} height={120} />}
      >
        {() =>
          shown.length === 0 ? (
            <Empty level={2} title={filtered ? t('find:nothing') : t('find:nothingAtAll')}>
              <p>{t('find:nothingText')}</p>
              <p className="row row-wrap row-center">
                <Link className="btn btn-quiet" to="/needs" search={{}}>
                  {t('find:clear')}
                </Link>
                <Link
                  className="btn btn-main"
                  to="/offer"
                  search={{ kind: filters.kind, category: filters.category, place: filters.place }}
                >
                  {t('nav.offer')}
                </Link>
              </p>
            </Empty>
          ) : (
            <>
              {shown.map((need) => (
                <NeedRow key={need.id} need={need} lists={lists} />
              ))}
            </>
          )
        }
      </Loaded>
      {query.isFetchNextPageError && (
        <div className="gap-top-5">
          <ProblemNotice problem={query.error} />
        </div>
      )}
      <p className="row row-wrap gap-top-5">
        {next && (
          <Link
            className={`btn btn-quiet${query.isFetchingNextPage ? ' is-busy' : ''}`}
            aria-busy={query.isFetchingNextPage || undefined}
            to="/needs"
            search={{ ...filters, cursor: next }}
            preload={false}
            onClick={more}
          >
            {t('needs:more')}
          </Link>
        )}
        {filters.cursor && (
          <Link className="btn btn-plain" to="/needs" search={{ ...filters, cursor: undefined }}>
            {t('needs:fromStart')}
          </Link>
        )}
      </p>
    </>
  );
}

export function FindPage(): ReactNode {
  const filters = route.useSearch();
  const chosen = useChosenBefore();
  const asked = askedOf(filters);
  return (
    <div ref={chosen} className="wrap-wide">
      <PageHead title={t('find:title')} description={t('needs:lead')} />
      <header className="page-head find-head">
        <div>
          <h1 className="h-page">{t('find:title')}</h1>
          <FoundCount asked={asked} />
        </div>
        <SortedBy filters={filters} />
      </header>
      <Filters filters={filters} />
      <ListOrMap filters={filters} />
      <div className={`find${filters.view === 'map' ? ' is-map' : ''}`}>
        <aside>
          <div className="only-wide">
            <Spheres filters={filters} />
          </div>
          <MoreFilters filters={filters} />
        </aside>
        <section className="find-list" aria-label={t('find:list')}>
          <Found filters={filters} asked={asked} />
          <p className="small muted gap-top-5">
            {t('find:notFound')}{' '}
            <Link to="/offer" search={{ kind: filters.kind }}>
              {t('find:offerYourself')}
            </Link>
          </p>
        </section>
        <Waiting filters={filters} />
      </div>
    </div>
  );
}
