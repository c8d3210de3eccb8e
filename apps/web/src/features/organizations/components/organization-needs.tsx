import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Bones, Loaded } from '../../../components/states.js';
import type { Need } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { useNeeds } from '../../needs/api/needs.js';
import { useReportsOf } from '../../reports/api/shown-reports.js';
import { day } from '../../../lib/dates.js';
import { writtenIn } from '../../../lib/written-in.js';
import { useZone } from '../../installation/api/installation.js';
import { NeedRow } from '../../needs/components/need-card.js';

const route = getRouteApi('/organizations/$id');
const OPEN: Need['status'][] = ['open', 'partly_met'];
const ENDED: Need['status'][] = ['met', 'reported', 'closed'];
const SHOWN = 20;

/** What it asks for now; the list goes on by a link. */
export function OpenNeeds(): ReactNode {
  const { id } = route.useParams();
  const { cursor } = route.useSearch();
  const query = useNeeds({ organization: id, status: OPEN, limit: SHOWN, cursor });
  const lists = { categories: useCatalogue('categories'), places: useCatalogue('places') };
  return (
    <section aria-labelledby="open-needs">
      <h2 className="h-block gap-below-4" id="open-needs">
        {t('organization:page.open')}
      </h2>
      <Loaded query={query} bones={<Bones rows={2} height={120} />}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="muted">{t('organization:page.noOpen')}</p>
          ) : (
            <div className="org-needs">
              {page.items.map((need) => (
                <NeedRow key={need.id} need={need} lists={lists} level={3} />
              ))}
            </div>
          )
        }
      </Loaded>
      {(query.data?.nextCursor ?? cursor) && (
        <p className="row row-wrap gap-top-5">
          {query.data?.nextCursor && (
            <Link
              className="btn btn-quiet"
              to="/organizations/$id"
              params={{ id }}
              search={{ cursor: query.data.nextCursor }}
            >
              {t('needs:more')}
            </Link>
          )}
          {cursor && (
            <Link className="btn btn-plain" to="/organizations/$id" params={{ id }} search={{}}>
              {t('needs:fromStart')}
            </Link>
          )}
        </p>
      )}
    </section>
  );
}

/** What came for needs that ask for nothing more, as their books say. Nothing at all where there are none. */
export function Arrived(): ReactNode {
  const { id } = route.useParams();
  const amounts = useAmounts();
  const items =
    useNeeds({ organization: id, status: ENDED, limit: SHOWN }).data?.items.filter(
      (need) => need.balance.received > 0,
    ) ?? [];
  if (items.length === 0) return null;
  return (
    <section className="sheet pad-l" aria-labelledby="arrived">
      <h2 className="h-block" id="arrived">
        {t('organization:page.arrived')}
      </h2>
      <ul className="lines gap-top-3">
        {items.map((need) => (
          <li key={need.id} className="row row-top between">
            <Link to="/needs/$id" params={{ id: need.id }}>
              {typograph(need.title)}
            </Link>
            <b className="num">{amounts.say(need.balance.received, need.balance.unit)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What it has reported to everybody, the newest first. Nothing at all where there is none. */
export function Reported(): ReactNode {
  const { id } = route.useParams();
  const reports = useReportsOf(id).data ?? [];
  const zone = useZone();
  if (reports.length === 0) return null;
  return (
    <section className="sheet pad-l" aria-labelledby="reports">
      <h2 className="h-block" id="reports">
        {t('organization:page.reports')}
      </h2>
      <ul className="lines gap-top-3">
        {reports.map(({ need, title, publishedAt }) => (
          <li key={need.id} className="row row-top between">
            <Link to="/needs/$id" params={{ id: need.id }} hash="report" lang={writtenIn(title)}>
              {typograph(title)}
            </Link>
            <time className="small muted nowrap" dateTime={publishedAt}>
              {day(publishedAt, zone)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
