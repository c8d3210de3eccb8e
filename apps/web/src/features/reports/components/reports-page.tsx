import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { PageHead } from '../../../components/page.js';
import { Bones } from '../../../components/states.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { YearTable } from '../../ledger/components/year-table.js';
import { DeskReports } from './desk-reports.js';

const route = getRouteApi('/desk/$org/reports');

/** `/desk/{org}/reports`: what is owed and what was published, and the year in figures for whoever else asks for a report. */
export function ReportsPage(): ReactNode {
  const { org } = route.useParams();
  const session = useSession();
  if (session.isPending)
    return (
      <div className="wrap">
        <Bones rows={4} />
      </div>
    );
  if (!session.data) return <SignInFirst />;
  if (!session.data.memberships.some(({ organization }) => organization.id === org)) return <NotFoundPage />;
  return (
    <div className="wrap">
      <PageHead title={t('reports:desk.title')} />
      <header className="page-head">
        <h1 className="h-page">{t('reports:desk.title')}</h1>
      </header>
      <DeskReports org={org} />
      <div className="gap-top-6">
        <YearTable org={org} lead={t('reports:year')} />
      </div>
    </div>
  );
}
