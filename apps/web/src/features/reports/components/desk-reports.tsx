import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tag } from '../../../components/marks.js';
import { Loaded } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { useDueReports, type DueReport } from '../api/reports.js';

function Line({ report, org }: { report: DueReport; org: string }): ReactNode {
  const zone = useZone();
  const state = report.overdue
    ? 'overdue'
    : report.publishedAt
      ? report.shown
        ? 'published'
        : 'waiting'
      : (report.status ?? 'none');
  return (
    <li data-report-of={report.id} data-state={state}>
      <div>
        <h3 className="h-dense">
          <Link to="/desk/$org/reports/$need" params={{ org, need: report.id }}>
            {typograph(report.title)}
          </Link>
        </h3>
        <p className={`small ${report.overdue ? 'warn' : 'muted'}`}>
          {report.dueAt
            ? t(report.overdue ? 'reports:desk.wasDue' : 'reports:due', { day: day(report.dueAt, zone) })
            : report.publishedAt
              ? t('reports:publishedOn', { day: day(report.publishedAt, zone) })
              : ''}
        </p>
      </div>
      <Tag look={state === 'overdue' || state === 'returned' ? 'warn' : state === 'published' ? 'good' : 'wait'}>
        {t(`reports:desk.state.${state}`)}
      </Tag>
    </li>
  );
}

/** What the organization owes reports on, the longest due first, and what it has reported on. */
export function DeskReports({ org }: { org: string }): ReactNode {
  const query = useDueReports(org);
  const due = (query.data ?? []).filter(({ dueAt }) => dueAt !== null);
  const published = (query.data ?? []).filter(({ dueAt }) => dueAt === null);
  const waiting = published.filter(({ shown }) => !shown).length;
  return (
    <section className="panel" aria-labelledby="reports">
      <div className="panel-head">
        <h2 className="h-dense" id="reports">
          {t('reports:desk.owed')}
        </h2>
        {due.length > 0 && <span className="small muted">{count(due.length)}</span>}
      </div>
      <Loaded query={query}>
        {() =>
          due.length > 0 ? (
            <ul className="panel-body lines date-lines">
              {due.map((report) => (
                <Line key={report.id} report={report} org={org} />
              ))}
            </ul>
          ) : (
            <p className="panel-body small muted">{t('reports:desk.none')}</p>
          )
        }
      </Loaded>
      {published.length > 0 && (
        <details className="panel-more">
          <summary>{t('reports:desk.published', { count: published.length, waiting })}</summary>
          <ul className="panel-body lines date-lines">
            {published.map((report) => (
              <Line key={report.id} report={report} org={org} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
