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

const [WIDE, HIGH] = [96, 20];

/** The hour in twelve parts of five minutes, each queue to a measure of its own: whether it comes evenly. The number beside it says how much. */
function Spark({ parts }: { parts: readonly number[] }): ReactNode {
  const most = Math.max(1, ...parts);
  const line = parts.map(
    (part, at) => `${(at * WIDE) / (parts.length - 1)},${(HIGH - 1 - (part * (HIGH - 2)) / most).toFixed(1)}`,
  );
  return (
    <svg className="spark" viewBox={`0 0 ${WIDE} ${HIGH}`} width={WIDE} height={HIGH} aria-hidden="true">
      <polygon points={`0,${HIGH} ${line.join(' ')} ${WIDE},${HIGH}`} />
      <polyline points={line.join(' ')} />
    </svg>
  );
}

function Queue({ queue }: { queue: QueueHealth }): ReactNode {
  return (
    <tr data-queue={queue.area}>
      <th scope="row" className="line-name">
        {areaName(queue.area)}
      </th>
      <td>{queue.inFiveMinutes && <Spark parts={queue.inFiveMinutes} />}</td>
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
                <th scope="col">{t('administration:health.load')}</th>
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
