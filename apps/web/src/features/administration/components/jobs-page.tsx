import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { count } from '../../../lib/amount.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useMayEnter } from '../../identity/api/session.js';
import { takeUpAgain, useDueRowFailures, useGivenUpJobs, type DueRowFailure, type GivenUpJob } from '../api/administration.js';
import { AdminRoom } from './admin-room.js';

const route = getRouteApi('/admin/jobs');

function JobLine({ job }: { job: GivenUpJob }): ReactNode {
  const action = useAction(takeUpAgain, { refresh: ['given-up-jobs', 'attention', 'health'] });
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

function DueRowLine({ row }: { row: DueRowFailure }): ReactNode {
  return (
    <li data-due-row={row.rowId}>
      <p className="strong code break">{row.job} {row.rowId}</p>
      <p className="small"><span className="warn">{t('administration:jobs.dueFailed', { tries: row.tries, time: dayTime(row.failedAt) })}</span> <span className="code break">{row.code}</span></p>
      <p className="small muted">{t('administration:jobs.dueNext', { time: dayTime(row.nextTryAt) })}</p>
    </li>
  );
}

/** Shown only where there are any: nothing has to be done here, the cause is to be looked for. */
function DueRows({ enabled }: { enabled: boolean }): ReactNode {
  const { data } = useDueRowFailures(enabled);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="gap-top-4" aria-labelledby="due-rows">
      <h2 className="h-block" id="due-rows">{t('administration:jobs.dueTitle', { count: data.items.length, shown: `${count(data.items.length)}${data.nextCursor ? '+' : ''}` })}</h2>
      <p className="small muted">{t('administration:jobs.dueText')}</p>
      <ul className="sheet pad lines">{data.items.map((row) => <DueRowLine key={`${row.job} ${row.rowId}`} row={row} />)}</ul>
    </section>
  );
}

/** `/admin/jobs`: what the worker has given up, to be taken up again when the cause is gone; and rows that it could not process in time. */
export function JobsPage(): ReactNode {
  const { cursor } = route.useSearch();
  const mayEnter = useMayEnter(['administrator']) ?? false;
  const query = useGivenUpJobs(cursor, mayEnter);
  const shown = query.data && `${count(query.data.items.length)}${query.data.nextCursor ? '+' : ''}`;
  return (
    <AdminRoom room="jobs" lead={query.data ? t('administration:jobs.lead', { count: query.data.items.length, shown: shown ?? '' }) : ''}>
      <Loaded query={query} bones={<Bones rows={3} />}>
        {(page) => page.items.length === 0
          ? <Empty level={2} title={t('administration:jobs.none')}><p>{t('administration:jobs.noneText')}</p></Empty>
          : <ul className="sheet pad lines">{page.items.map((job) => <JobLine key={`${job.fact.id} ${job.job}`} job={job} />)}</ul>}
      </Loaded>
      {query.data?.nextCursor && <p className="gap-top-4"><Link className="btn btn-quiet" to="/admin/jobs" search={{ cursor: query.data.nextCursor }}>{t('needs:more')}</Link></p>}
      <DueRows enabled={mayEnter} />
    </AdminRoom>
  );
}
