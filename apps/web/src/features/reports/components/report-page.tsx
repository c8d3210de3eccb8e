import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Kept } from '../../../components/kept.js';
import { Icon } from '../../../components/marks.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { useNeed } from '../../needs/api/needs.js';
import { useReport } from '../api/reports.js';
import { ReportForm } from './report-form.js';
import './report.css';

const route = getRouteApi('/desk/$org/reports/$need');

/** The report on one need: collected from the books, finished by three lines and photos. */
export function ReportPage(): ReactNode {
  const { org, need: id } = route.useParams();
  const { data: session } = useSession();
  const member = session?.memberships.some(({ organization }) => organization.id === org) ?? false;
  const need = useNeed(id);
  const report = useReport(id, member);
  const zone = useCatalogue('places').get(need.data?.place ?? '')?.timeZone;
  if (session === null) return <SignInFirst />;
  if (
    (session && !member) ||
    (need.error as Problem | null)?.status === 404 ||
    (need.data && need.data.organization.id !== org)
  )
    return <NotFoundPage />;
  const title = need.data ? typograph(need.data.title) : '';
  const due = report.data?.own?.dueAt;
  return (
    <div className="wrap-wide work-page">
      <PageHead title={t('reports:of', { title })} />
      <div className="work-top">
        <div>
          <h1 className="h-work">{t('reports:of', { title })}</h1>
          <p className="small muted">
            {t('reports:lead')}
            {due && (
              <> {t(report.data?.own?.overdue ? 'reports:desk.wasDue' : 'reports:due', { day: day(due, zone) })}</>
            )}
          </p>
        </div>
        <div className="row row-wrap push">
          {report.data?.own && report.data.book && (
            <>
              {report.data.own.status !== 'published' && (
                <a className="btn btn-quiet btn-dense" href="#preview">
                  {t('reports:preview')}
                </a>
              )}
              <a className="btn btn-quiet btn-dense" href={`/api/v1/needs/${id}/report.pdf`} download>
                <Icon name="down" small />
                {t('reports:pdf')}
              </a>
            </>
          )}
          <Link className="btn btn-plain" to="/needs/$id" params={{ id }}>
            {t('reports:toNeed')}
          </Link>
        </div>
      </div>
      <Loaded query={report} bones={<Bones rows={4} height={120} />}>
        {(now) =>
          !need.data ? (
            <Bones rows={4} height={120} />
          ) : !now.own || !now.book ? (
            <Empty title={t('reports:notYet')} level={2}>
              <p>{t('reports:notYetText')}</p>
            </Empty>
          ) : (
            <Kept now={now} version={(one) => one.revision}>
              {(read, { keep, take }) => (
                <ReportForm
                  org={org}
                  report={now}
                  read={read}
                  kind={need.data.kind}
                  zone={zone}
                  keep={keep}
                  take={take}
                />
              )}
            </Kept>
          )
        }
      </Loaded>
    </div>
  );
}
