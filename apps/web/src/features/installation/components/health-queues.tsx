import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { count } from '../../../lib/amount.js';
import { hasWords, t } from '../../../lib/words.js';
import { type Health, type QueueHealth } from '../api/health.js';
import { known, Panel } from './health-panel.js';
import { ago } from './said.js';

export const stoppedOf = (queues: Health['queues']): number | null =>
  queues && queues.reduce((sum, queue) => sum + queue.stopped, 0);
export const areaName = (area: string): string =>
  hasWords(`administration:health.area.${area}`) ? t(`administration:health.area.${area}`) : area;

function Queue({ queue }: { queue: QueueHealth }): ReactNode {
  return (
    <tr data-queue={queue.area}>
      <th scope="row" className="line-name">
        {areaName(queue.area)}
      </th>
      <td className="r num">{queue.lastHour === null ? '—' : count(queue.lastHour)}</td>
      <td className="r num">{count(queue.waiting)}</td>
      <td className="r num">{queue.oldestSeconds === null ? '—' : ago(queue.oldestSeconds)}</td>
      <td className="r num">
        {queue.stopped > 0 ? (
          <Link className="tag tag-warn" to="/admin/jobs" search={{}}>
            {count(queue.stopped)}
          </Link>
        ) : (
          '0'
        )}
      </td>
    </tr>
  );
}

export function Queues({ health: { queues, dueRowsFailed } }: { health: Health }): ReactNode {
  return (
    <Panel name="queues" aside={t('administration:health.lastHour')}>
      {queues === null || queues.length === 0 ? (
        <p className="panel-body muted">{known(queues, () => t('administration:health.noQueues'))}</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={t('administration:health.queues')}>
          <table className="ledger ledger-dense">
            <thead>
              <tr>
                <th scope="col">{t('administration:health.queue')}</th>
                {(['perHour', 'waiting', 'lag', 'stand'] as const).map((one) => (
                  <th key={one} scope="col" className="r">
                    {t(`administration:health.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {queues.map((queue) => (
                <Queue key={queue.area} queue={queue} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {dueRowsFailed !== null && (
        <p className="panel-foot muted">
          {dueRowsFailed > 0 ? (
            <Link to="/admin/jobs" search={{}}>
              {t('administration:jobs.dueTitle', { count: dueRowsFailed, shown: count(dueRowsFailed) })}
            </Link>
          ) : (
            t('administration:health.noDueRows')
          )}
          {queues?.some(({ lastHour }) => lastHour === null) && <> {t('administration:health.why.hour')}</>}
        </p>
      )}
    </Panel>
  );
}
