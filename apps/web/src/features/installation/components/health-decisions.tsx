import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Bones, Loaded } from '../../../components/states.js';
import { t } from '../../../lib/words.js';
import { useMayEnter } from '../../identity/api/session.js';
import { useAttention, type Attention } from '../api/health.js';
import { Panel } from './health-panel.js';

interface Line {
  key: string;
  count: number;
  to: LinkProps['to'];
  search?: LinkProps['search'];
  note: string;
}

/** What waits for a person, the most urgent first: an answer has its deadline by law, the rest waits as long as it takes. */
function linesOf(attention: Attention, dueRows: number): Line[] {
  const left = attention.erasureDaysLeft ?? 0;
  return [
    {
      key: 'requests',
      count: attention.erasureRequests,
      to: '/admin/requests',
      note: t(`administration:health.decision.${left < 0 ? 'requestsOver' : 'requestsNote'}`, { n: Math.abs(left) }),
    },
    {
      key: 'jobs',
      count: attention.stoppedJobs,
      to: '/admin/jobs',
      note: t('administration:health.decision.jobsNote'),
    },
    { key: 'dueRows', count: dueRows, to: '/admin/jobs', note: t('administration:health.decision.dueRowsNote') },
    {
      key: 'weights',
      count: attention.weightsToSign,
      to: '/admin/weights',
      note: t('administration:health.decision.weightsNote'),
    },
    {
      key: 'roles',
      count: attention.sleepingRoles,
      to: '/admin/people',
      search: { asleep: true },
      note: t('administration:health.decision.rolesNote'),
    },
  ];
}

/** What the installation waits for, each with the way to where it is decided. */
export function Decisions({ dueRows }: { dueRows: number | null }): ReactNode {
  const query = useAttention(useMayEnter(['administrator']) ?? false);
  return (
    <Panel name="decisions">
      <div className="panel-body">
        <Loaded query={query} bones={<Bones rows={2} height={40} />}>
          {(attention) => {
            const lines = linesOf(attention, dueRows ?? 0).filter(({ count }) => count > 0);
            if (lines.length === 0) return <p className="small muted">{t('administration:health.noDecisions')}</p>;
            return (
              <ul className="stack">
                {lines.map(({ key, count, to, search = {}, note }) => {
                  const what = t(`administration:health.decision.${key}`, { count });
                  return (
                    <li key={key} className="row row-top between small" data-decision={key}>
                      <span>
                        <b>{what}</b>
                        <br />
                        <span className="muted">{note}</span>
                      </span>
                      <Link
                        className="btn btn-quiet btn-dense"
                        to={to}
                        search={search}
                        aria-label={t('administration:health.openOf', { what })}
                      >
                        {t('administration:health.openIt')}
                      </Link>
                    </li>
                  );
                })}
              </ul>
            );
          }}
        </Loaded>
      </div>
    </Panel>
  );
}
