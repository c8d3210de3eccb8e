import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { count } from '../../../lib/amount.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { takeUpAgain, useGivenUpJobs, type GivenUpJob } from '../api/administration.js';
import { AdminRoom, useMayEnter } from './admin-room.js';

const route = getRouteApi('/admin/jobs');

function JobLine({ job }: { job: GivenUpJob }): ReactNode {
  const action = useAction(takeUpAgain, { refresh: ['given-up-jobs'] });
  return (
    <li data-job={job.job}>
      <div className="row between row-wrap">
        <div>
          <p className="strong code break">{job.job}</p>
          <p className="small muted">{t('administration:jobs.line', { fact: job.fact.type, time: dayTime(job.fact.at) })}</p>
          <p className="small"><span className="warn">{t('administration:jobs.failed', { time: dayTime(job.failedAt) })}</span> <span className="code break">{job.code ?? t('administration:jobs.noCode')}</span></p>
        </div>
        {job.can.includes('retry') && <Button size="dense" busy={action.busy} aria-label={t('administration:jobs.retryOf', { job: job.job })} onClick={() => void action.run({ factId: job.fact.id, job: job.job })}>{t('administration:jobs.retry')}</Button>}
      </div>
      <ProblemNotice problem={action.problem} />
    </li>
  );
}

/** `/admin/jobs`: what the worker has given up, to be taken up again when the cause is gone. */
export function JobsPage(): ReactNode {
  const { cursor } = route.useSearch();
  const query = useGivenUpJobs(cursor, useMayEnter(['administrator']) ?? false);
  const shown = query.data && `${count(query.data.items.length)}${query.data.nextCursor ? '+' : ''}`;
  return (
    <AdminRoom room="jobs" lead={query.data ? t('administration:jobs.lead', { count: query.data.items.length, shown: shown ?? '' }) : ''}>
      <Loaded query={query} bones={<Bones rows={3} />}>
        {(page) => page.items.length === 0
          ? <Empty level={2} title={t('administration:jobs.none')}><p>{t('administration:jobs.noneText')}</p></Empty>
          : <ul className="sheet pad lines">{page.items.map((job) => <JobLine key={`${job.fact.id} ${job.job}`} job={job} />)}</ul>}
      </Loaded>
      {query.data?.nextCursor && <p className="gap-top-4"><Link className="btn btn-quiet" to="/admin/jobs" search={{ cursor: query.data.nextCursor }}>{t('needs:more')}</Link></p>}
    </AdminRoom>
  );
}
