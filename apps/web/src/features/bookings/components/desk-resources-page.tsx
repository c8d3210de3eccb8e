import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { turnResource, useOwnedResources, type Resource } from '../api/bookings.js';
import { ResourceForm } from './resource-form.js';
import { deskGate } from '../../organizations/components/desk-gate.js';

const route = getRouteApi('/desk/$org/resources');

function Line({ resource, org }: { resource: Resource; org: string }): ReactNode {
  const [editing, setEditing] = useState(false);
  const turn = useAction(turnResource, { refresh: ['bookings'] });
  const verb = resource.status === 'open' ? 'close' : 'open';
  if (editing) return <ResourceForm org={org} resource={resource} onDone={() => setEditing(false)} />;
  return (
    <article className="sheet pad stack" data-resource={resource.id}>
      <div className="row between row-wrap">
        <h2 className="h-small">{typograph(resource.name)}</h2>
        <Tag look={resource.status === 'open' ? 'good' : ''}>
          {t(resource.status === 'open' ? 'bookings:desk.statusOpen' : 'bookings:desk.statusClosed')}
        </Tag>
      </div>
      <p className="small muted">
        {t(`bookings:kind.${resource.kind}`)} · {t(`bookings:who.${resource.who}`)}
      </p>
      <ProblemNotice problem={turn.problem} />
      <div className="row row-wrap">
        <Link className="btn btn-quiet" to="/resources/$id" params={{ id: resource.id }} search={{}}>
          {t('bookings:desk.calendar')}
        </Link>
        {resource.can.includes('edit') && <Button onClick={() => setEditing(true)}>{t('bookings:desk.edit')}</Button>}
        {resource.can.includes(verb) && (
          <Button look="plain" busy={turn.busy} onClick={() => void turn.run({ resource: resource.id, verb })}>
            {t(`bookings:desk.${verb}`)}
          </Button>
        )}
      </div>
    </article>
  );
}

/** `/desk/{org}/resources`: what an organization shares. */
export function DeskResourcesPage(): ReactNode {
  const { org } = route.useParams();
  const { data: session } = useSession();
  const [adding, setAdding] = useState(false);
  const member = session?.memberships.find(({ organization }) => organization.id === org);
  const query = useOwnedResources(org, member !== undefined);
  const gate = deskGate(session, Boolean(member));
  if (gate || !member) return gate;
  return (
    <div className="wrap-wide work-page">
      <PageHead title={t('bookings:desk.title')} />
      <div className="work-top">
        <div>
          <h1 className="h-work" tabIndex={-1}>
            {t('bookings:desk.title')}
          </h1>
          <p className="small muted">{t('bookings:desk.lead')}</p>
        </div>
      </div>
      <div className="stack-6">
        {member.role !== 'accountant' &&
          (adding ? (
            <ResourceForm org={org} onDone={() => setAdding(false)} />
          ) : (
            <div>
              <Button look="main" onClick={() => setAdding(true)}>
                {t('bookings:desk.add')}
              </Button>
            </div>
          ))}
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty level={2} title={t('bookings:desk.none')} />
            ) : (
              <ul className="stack">
                {items.map((resource) => (
                  <li key={resource.id}>
                    <Line resource={resource} org={org} />
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </div>
  );
}
