import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { MorePages } from '../../../components/more-pages.js';
import { PageHead } from '../../../components/page.js';
import { Empty, Loaded } from '../../../components/states.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { openText } from '../../matching/components/opening-hours.js';
import { KINDS, useResources, type Resource } from '../api/bookings.js';
import { MyBookings } from './my-bookings.js';

const route = getRouteApi('/resources');

function Line({ resource }: { resource: Resource }): ReactNode {
  const places = useCatalogue('places');
  return (
    <li className="sheet pad stack" data-resource={resource.id}>
      <h2 className="h-small">
        <Link to="/resources/$id" params={{ id: resource.id }} search={{}}>
          {typograph(resource.name)}
        </Link>
      </h2>
      <p className="small muted">
        {[t(`bookings:kind.${resource.kind}`), resource.organization.shortName].join(' · ')}
      </p>
      <p className="row row-top">
        <Icon name="pin" />
        <span className="break">
          {[placeName(places.get(resource.place), PENDING_NAME), resource.address].filter(Boolean).join(', ')}
        </span>
      </p>
      <p className="small">{resource.hours.length > 0 ? openText(resource.hours) : t('bookings:always')}</p>
    </li>
  );
}

/** `/resources`: halls, vans and equipment that others share. */
export function ResourcesPage(): ReactNode {
  const { what } = route.useSearch();
  const kind = KINDS.find((one) => one === what);
  const session = useSession();
  const resources = useResources(kind, Boolean(session.data));
  if (session.data === null) return <SignInFirst />;
  return (
    <div className="wrap">
      <PageHead title={t('bookings:title')} />
      <header className="page-head">
        <h1 className="h-page">{t('bookings:title')}</h1>
        <p className="lead">{t('bookings:lead')}</p>
      </header>
      <nav className="seg gap-below-4" aria-label={t('bookings:what')}>
        {[undefined, ...KINDS].map((one) => (
          <Link
            key={one ?? 'all'}
            to="/resources"
            search={{ what: one }}
            activeOptions={{ explicitUndefined: true }}
            aria-current={one === kind ? 'page' : undefined}
          >
            {t(one ? `bookings:kinds.${one}` : 'bookings:allKinds')}
          </Link>
        ))}
      </nav>
      <div className="split split-offer">
        <Loaded query={resources}>
          {({ pages }) =>
            pages[0]?.items.length ? (
              <div>
                <ul className="stack">
                  {pages
                    .flatMap(({ items }) => items)
                    .map((resource) => (
                      <Line key={resource.id} resource={resource} />
                    ))}
                </ul>
                <MorePages pages={resources} />
              </div>
            ) : (
              <Empty level={2} title={t('bookings:none')}>
                <p>{t('bookings:noneText')}</p>
              </Empty>
            )
          }
        </Loaded>
        <aside>
          <MyBookings />
        </aside>
      </div>
    </div>
  );
}
