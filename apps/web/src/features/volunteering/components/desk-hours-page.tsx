import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { PageHead } from '../../../components/page.js';
import { Empty, Loaded } from '../../../components/states.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { deskGate } from '../../organizations/components/desk-gate.js';
import { useOrganizationHours } from '../api/hours.js';
import { MonthTable, YearChoice } from './month-table.js';

const route = getRouteApi('/desk/$org/hours');

function Hours({ org }: { org: string }): ReactNode {
  const [year, setYear] = useState(() => new Date().getFullYear());
  const query = useOrganizationHours(org, year);
  return (
    <section className="sheet pad-l stack" aria-labelledby="by-month">
      <div className="row between row-wrap">
        <h2 className="h-block" id="by-month">
          {t('hoursDesk:byHelper')}
        </h2>
        <YearChoice year={year} onChange={setYear} />
      </div>
      <p className="small muted">{t('hoursDesk:confirmedOnly')}</p>
      <Loaded query={query}>
        {(hours) =>
          hours.items.length === 0 ? (
            <Empty level={3} title={t('hoursDesk:noneOfDesk')}>
              <p className="gap-top-3">
                <Link className="btn btn-quiet" to="/desk/$org/shifts" params={{ org }} search={{}}>
                  {t('hoursDesk:toShifts')}
                </Link>
              </p>
            </Empty>
          ) : (
            <>
              <MonthTable
                year={year}
                label={t('hoursDesk:byHelper')}
                first={t('hoursDesk:helper')}
                rows={hours.items.map((one) => ({ ...one, key: one.person, name: one.name ?? t('hoursDesk:erased') }))}
                total={hours}
              />
              {hours.people > hours.items.length && (
                <p className="small muted">
                  {t('hoursDesk:moreHelpers', { shown: hours.items.length, people: hours.people })}
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}

/** Confirmed hours of the organization's volunteers by month: for those who run its shifts. */
export function DeskHoursPage(): ReactNode {
  const { org } = route.useParams();
  const { data: session } = useSession();
  const gate = deskGate(session, session?.memberships.some(({ organization }) => organization.id === org) === true);
  if (gate) return gate;
  return (
    <div className="wrap">
      <PageHead title={t('hoursDesk:title')} />
      <header className="page-head">
        <h1 className="h-page">{t('hoursDesk:title')}</h1>
        <p className="lead">{t('hoursDesk:lead')}</p>
        <p className="small muted gap-top-2">
          {t('hoursDesk:shiftsOnly')}{' '}
          <Link to="/desk/$org/statement" params={{ org }} search={{}}>
            {t('hoursDesk:toStatement')}
          </Link>
        </p>
      </header>
      <Hours org={org} />
    </div>
  );
}
