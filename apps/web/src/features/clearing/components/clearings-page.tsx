import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { KindMark, Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { count } from '../../../lib/amount.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useMayEnter } from '../../identity/api/session.js';
import { useZone } from '../../installation/api/installation.js';
import { startClearing, useClearings, type Clearing } from '../api/clearings.js';
import { percent } from './said.js';

const route = getRouteApi('/clearings');
const LOOK = { running: 'wait', done: 'good', failed: 'warn' } as const;

function Run({ run }: { run: Clearing }): ReactNode {
  const zone = useZone();
  return (
    <li className="row row-top between row-wrap" data-clearing={run.id}>
      <div>
        <p className="strong row">
          {run.kinds.map((kind) => (
            <KindMark key={kind} kind={kind} size="s" />
          ))}
          <Link to="/clearings/$id" params={{ id: run.id }} search={{}}>
            {t('clearings:one', { number: String(run.number) })}
          </Link>
        </p>
        <p className="small muted">
          {[
            dayTime(run.at, zone),
            t(`clearings:startedBy.${run.by}`).replace(/\.$/, ''),
            run.matches !== null && t('clearings:lines', { count: run.matches, shown: count(run.matches) }),
            run.gap !== null &&
              t('clearings:gapOf', { gap: run.gap === 0 ? t('clearings:exact') : percent(run.gap, 3) }),
          ]
            .filter(Boolean)
            .join('\u00a0· ')}
        </p>
      </div>
      <span className="row">
        {run.dryRun && <Tag>{t('clearings:trial')}</Tag>}
        <Tag look={LOOK[run.status]}>{t(`clearings:status.${run.status}`)}</Tag>
      </span>
    </li>
  );
}

/** For administrators: everything that is open goes into one plan, now. */
function Start({ running }: { running: boolean }): ReactNode {
  const navigate = useNavigate();
  const action = useAction(startClearing, {
    refresh: ['clearings'],
    onDone: ({ id }) => void navigate({ to: '/clearings/$id', params: { id }, search: {} }),
  });
  return (
    <div className="gap-below-4">
      <p className="row row-wrap">
        <Button look="main" busy={action.busy} disabled={running} onClick={() => void action.run({})}>
          {t('clearings:start')}
        </Button>
        <Button busy={action.busy} disabled={running} onClick={() => void action.run({ dryRun: true })}>
          {t('clearings:try')}
        </Button>
        <Link className="btn btn-plain" to="/admin/weights" search={{}}>
          {t('clearings:weights')}
        </Link>
      </p>
      {running && <p className="small muted gap-top-2">{t('clearings:waitForIt')}</p>}
      <ProblemNotice problem={action.problem} />
    </div>
  );
}

/** `/clearings`: every run, the newest first, for everybody to read. */
export function ClearingsPage(): ReactNode {
  const { cursor } = route.useSearch();
  const query = useClearings(cursor);
  const administrator = useMayEnter(['administrator']) ?? false;
  return (
    <div className="wrap page-form">
      <PageHead title={t('clearings:title')} description={t('clearings:about')} />
      <header className="page-head">
        <h1 className="h-page">{t('clearings:title')}</h1>
        <p className="lead">{t('clearings:about')}</p>
      </header>
      {administrator && <Start running={query.data?.items.some((run) => run.status === 'running') ?? true} />}
      <Loaded query={query} bones={<Bones rows={4} />}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty level={2} title={t('clearings:none')}>
              <p>{t('clearings:noneText')}</p>
              <p className="row row-wrap row-center">
                <Link className="btn btn-quiet" to="/how">
                  {t('nav.how')}
                </Link>
              </p>
            </Empty>
          ) : (
            <ul className="sheet pad lines">
              {page.items.map((run) => (
                <Run key={run.id} run={run} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <p className="row row-wrap gap-top-4">
        {query.data?.nextCursor && (
          <Link className="btn btn-quiet" to="/clearings" search={{ cursor: query.data.nextCursor }}>
            {t('needs:more')}
          </Link>
        )}
        {cursor && (
          <Link className="btn btn-plain" to="/clearings" search={{}}>
            {t('needs:fromStart')}
          </Link>
        )}
      </p>
    </div>
  );
}
