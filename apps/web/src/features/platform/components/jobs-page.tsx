import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { count } from '../../../lib/amount.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useMayEnter } from '../../identity/api/session.js';
import { useZone } from '../../installation/api/installation.js';
import {
  discardJob,
  takeUpAgain,
  useDueRowFailures,
  useGivenUpJobs,
  type DueRowFailure,
  type GivenUpJob,
} from '../api/jobs.js';
import { AdminRoom } from '../../installation/components/admin-room.js';

const route = getRouteApi('/admin/jobs');

const REFRESH = ['given-up-jobs', 'attention', 'health'];

/** Nothing that the job was to do is done: so it takes a reason, which stays. */
function Discard({ job, onClose }: { job: GivenUpJob; onClose: () => void }): ReactNode {
  const [reason, setReason] = useState('');
  const action = useAction(discardJob, { refresh: REFRESH });
  return (
    <form
      className="stack gap-top-3"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run({ factId: job.fact.id, job: job.job, reason: reason.trim() });
      }}
    >
      <TextField
        label={t('administration:jobs.reason')}
        hint={t('administration:jobs.reasonHint')}
        maxLength={1000}
        value={reason}
        error={action.error('reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemNotice problem={action.general} />
      <p className="row row-wrap">
        <Button type="submit" look="no" size="dense" busy={action.busy}>
          {t('administration:jobs.discardGo')}
        </Button>
        <Button look="plain" size="dense" onClick={onClose}>
          {t('form.cancel')}
        </Button>
      </p>
    </form>
  );
}

function JobLine({ job }: { job: GivenUpJob }): ReactNode {
  const zone = useZone();
  const [open, setOpen] = useState(false);
  const action = useAction(takeUpAgain, { refresh: REFRESH });
  return (
    <li data-job={job.job}>
      <div className="row between row-wrap">
        <div>
          <p className="strong code break">{job.job}</p>
          <p className="small muted">
            {t('administration:jobs.line', { fact: job.fact.type, time: dayTime(job.fact.at, zone) })}
          </p>
          <p className="small">
            <span className="warn">{t('administration:jobs.failed', { time: dayTime(job.failedAt, zone) })}</span>{' '}
            <span className="code break">{job.code ?? t('administration:jobs.noCode')}</span>
          </p>
        </div>
        <div className="row row-wrap">
          {job.can.includes('retry') && (
            <Button
              size="dense"
              busy={action.busy}
              aria-label={t('administration:jobs.retryOf', { job: job.job })}
              onClick={() => void action.run({ factId: job.fact.id, job: job.job })}
            >
              {t('administration:jobs.retry')}
            </Button>
          )}
          {job.can.includes('discard') && (
            <Button
              look="plain"
              size="dense"
              aria-expanded={open}
              aria-label={t('administration:jobs.discardOf', { job: job.job })}
              onClick={() => setOpen(!open)}
            >
              {t('administration:jobs.discard')}
            </Button>
          )}
        </div>
      </div>
      <ProblemNotice problem={action.problem} />
      {open && <Discard job={job} onClose={() => setOpen(false)} />}
    </li>
  );
}

function DueRowLine({ row }: { row: DueRowFailure }): ReactNode {
  const zone = useZone();
  return (
    <li data-due-row={row.rowId}>
      <p className="strong code break">
        {row.job} {row.rowId}
      </p>
      <p className="small">
        <span className="warn">
          {t('administration:jobs.dueFailed', { tries: row.tries, time: dayTime(row.failedAt, zone) })}
        </span>{' '}
        <span className="code break">{row.code}</span>
      </p>
      <p className="small muted">{t('administration:jobs.dueNext', { time: dayTime(row.nextTryAt, zone) })}</p>
    </li>
  );
}

/** Shown only where there are any: nothing has to be done here, the cause is to be looked for. */
function DueRows({ enabled }: { enabled: boolean }): ReactNode {
  const { data } = useDueRowFailures(enabled);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="gap-top-4" aria-labelledby="due-rows">
      <h2 className="h-block" id="due-rows">
        {t('administration:jobs.dueTitle', {
          count: data.items.length,
          shown: `${count(data.items.length)}${data.nextCursor ? '+' : ''}`,
        })}
      </h2>
      <p className="small muted">{t('administration:jobs.dueText')}</p>
      <ul className="sheet pad lines">
        {data.items.map((row) => (
          <DueRowLine key={`${row.job} ${row.rowId}`} row={row} />
        ))}
      </ul>
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
    <AdminRoom
      room="jobs"
      lead={query.data ? t('administration:jobs.lead', { count: query.data.items.length, shown: shown ?? '' }) : ''}
    >
      <Loaded query={query} bones={<Bones rows={3} />}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty level={2} title={t('administration:jobs.none')}>
              <p>{t('administration:jobs.noneText')}</p>
            </Empty>
          ) : (
            <ul className="sheet pad lines">
              {page.items.map((job) => (
                <JobLine key={`${job.fact.id} ${job.job}`} job={job} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {query.data?.nextCursor && (
        <p className="gap-top-4">
          <Link className="btn btn-quiet" to="/admin/jobs" search={{ cursor: query.data.nextCursor }}>
            {t('needs:more')}
          </Link>
        </p>
      )}
      <DueRows enabled={mayEnter} />
    </AdminRoom>
  );
}
