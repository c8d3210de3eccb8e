import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Icon } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { openText } from '../../matching/components/opening-hours.js';
import { useResource, type Resource } from '../api/bookings.js';
import { BookForm } from './book-form.js';
import { BookingWeek } from './booking-week.js';

const route = getRouteApi('/resources/$id');

function About({ resource }: { resource: Resource }): ReactNode {
  const places = useCatalogue('places');
  return (
    <section className="sheet pad stack" aria-label={t('bookings:about')}>
      <p className="row row-top">
        <Icon name="pin" />
        <span className="break">
          {[placeName(places.get(resource.place), PENDING_NAME), resource.address].filter(Boolean).join(', ')}
        </span>
      </p>
      <p className="row row-top">
        <Icon name="clock" />
        <span>{resource.hours.length > 0 ? openText(resource.hours) : t('bookings:always')}</span>
      </p>
      {resource.description && <p className="break pre-line">{resource.description}</p>}
      <p className="small muted">{t(`bookings:who.${resource.who}`)}</p>
    </section>
  );
}

/** `/resources/{id}`: when it is taken, and a form to take what is free. */
export function ResourcePage(): ReactNode {
  const { id } = route.useParams();
  const { week } = route.useSearch();
  const { data: session } = useSession();
  const query = useResource(id, Boolean(session));
  if (session === null) return <SignInFirst />;
  if (!session)
    return (
      <div className="wrap">
        <Bones rows={3} />
      </div>
    );
  if ((query.error as Problem | null)?.status === 404) return <NotFoundPage />;
  return (
    <div className="wrap">
      <Loaded query={query}>
        {(resource) => (
          <>
            <PageHead title={resource.name} />
            <header className="page-head">
              <p className="small muted">
                <Link to="/resources" search={{}}>
                  {t('bookings:title')}
                </Link>
              </p>
              <h1 className="h-page">{typograph(resource.name)}</h1>
              <p className="lead">{resource.organization.shortName}</p>
            </header>
            {resource.status === 'closed' && (
              <Notice look="wait">
                <p>{t('bookings:closed')}</p>
              </Notice>
            )}
            <BookingWeek resource={resource} week={week} />
            <div className="split split-offer gap-top-6">
              {resource.can.includes('book') ? <BookForm resource={resource} /> : <p>{t('bookings:notForYou')}</p>}
              <aside>
                <About resource={resource} />
              </aside>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
