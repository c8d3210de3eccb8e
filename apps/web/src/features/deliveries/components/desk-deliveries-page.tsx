import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHead } from '../../../components/page.js';
import { Empty, Loaded } from '../../../components/states.js';
import { dayTime } from '../../../lib/dates.js';
import { usePollMs } from '../../../lib/live-line.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { useOrganizationLegs, type Leg } from '../api/deliveries.js';
import { DriverHours } from './driver-hours.js';
import { LegTag, LegWay } from './leg-parts.js';
import { deskGate } from '../../organizations/components/desk-gate.js';

const route = getRouteApi('/desk/$org/deliveries');

function Line({ leg }: { leg: Leg }): ReactNode {
  const driver = leg.driver?.name ?? t('deliveries:someDriver');
  return (
    <li className="sheet pad stack" data-leg={leg.id}>
      <div className="row between row-wrap">
        <h3 className="h-small">
          <Link to="/matches/$id" params={{ id: leg.match }}>
            {leg.thing}, {leg.text}
          </Link>
        </h3>
        <LegTag leg={leg} />
      </div>
      <p className="small muted">{typograph(leg.need.title)}</p>
      <LegWay leg={leg} />
      {leg.status === 'picked_up' && (
        <p className="small">
          {t('deliveries:where.picked_up', {
            driver,
            at: leg.pickedUpAt ? dayTime(leg.pickedUpAt, leg.timeZone) : '',
            before: leg.stopsBefore ?? 0,
          })}
        </p>
      )}
      {leg.can.includes('say-address') && leg.to.address === null && (
        <p>
          <Link className="btn btn-main btn-dense" to="/matches/$id" params={{ id: leg.match }}>
            {t('deliveries:sayAddress')}
          </Link>
        </p>
      )}
      {leg.driver?.phone && (
        <p className="small">
          {driver}, <a href={`tel:${leg.driver.phone.replace(/[^+\d]/g, '')}`}>{leg.driver.phone}</a>
        </p>
      )}
    </li>
  );
}

/** `/desk/{org}/deliveries`: where the things of an organization are. */
export function DeskDeliveriesPage(): ReactNode {
  const { org } = route.useParams();
  const { data: session } = useSession();
  const member = session?.memberships.find(({ organization }) => organization.id === org);
  const runs = member !== undefined && member.role !== 'accountant';
  const query = useOrganizationLegs(org, runs, usePollMs());
  const gate = deskGate(session, Boolean(member));
  if (gate) return gate;
  const list = (legs: readonly Leg[]): ReactNode => (
    <ul className="stack">
      {legs.map((leg) => (
        <Line key={leg.id} leg={leg} />
      ))}
    </ul>
  );
  return (
    <div className="wrap-wide work-page">
      <PageHead title={t('deliveries:desk.title')} />
      <div className="work-top">
        <h1 className="h-work" tabIndex={-1}>
          {t('deliveries:desk.title')}
        </h1>
      </div>
      {!runs ? (
        <Empty level={2} title={t('deliveries:desk.notYours')} />
      ) : (
        <Loaded query={query}>
          {({ items }) => {
            const [open, over] = [items.filter((leg) => !leg.endedAt), items.filter((leg) => leg.endedAt)];
            return items.length === 0 ? (
              <Empty level={2} title={t('deliveries:desk.none')}>
                <p>{t('deliveries:desk.noneText')}</p>
              </Empty>
            ) : (
              <div className="stack-6">
                {open.length > 0 && list(open)}
                {over.length > 0 && (
                  <section aria-labelledby="over">
                    <h2 className="h-block gap-below-4" id="over">
                      {t('deliveries:desk.over')}
                    </h2>
                    {list(over)}
                  </section>
                )}
              </div>
            );
          }}
        </Loaded>
      )}
      {runs && <DriverHours org={org} />}
    </div>
  );
}
