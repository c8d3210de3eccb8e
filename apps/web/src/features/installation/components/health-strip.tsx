import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { count } from '../../../lib/amount.js';
import { day, timeOf } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useLastDigest } from '../../transparency/api/sheets.js';
import { useZone } from '../api/installation.js';
import type { Health } from '../api/health.js';
import { known } from './health-panel.js';
import { areaName, stoppedOf } from './health-queues.js';
import { ago, thousandths } from './said.js';

/** What an administrator looks at first: answers, queues, the ledger and the last copy, in one row. */
export function Strip({ health: { answers, queues, seal, backups } }: { health: Health }): ReactNode {
  const zone = useZone();
  const lastDay = useLastDigest().data;
  const stopped = stoppedOf(queues);
  const slowest = (queues ?? [])
    .filter((queue) => queue.oldestSeconds !== null)
    .sort((a, b) => (b.oldestSeconds ?? 0) - (a.oldestSeconds ?? 0))[0];
  return (
    <dl className="strip health-strip">
      <div>
        <dt>{t('administration:health.times')}</dt>
        <dd>
          {thousandths(answers.median)}{' '}
          <small>
            {t('administration:health.and')} {thousandths(answers.p99)}
          </small>
        </dd>
      </div>
      <div className={answers.faults > 0 ? 'is-look' : undefined}>
        <dt>{t('administration:health.faults')}</dt>
        <dd>
          {count(answers.faults)} <small>{t('administration:health.of', { all: count(answers.count) })}</small>
        </dd>
      </div>
      <div>
        <dt>{t('administration:health.behind')}</dt>
        <dd>
          {known(queues, () =>
            slowest ? (
              <>
                {ago(slowest.oldestSeconds ?? 0)} <small>{areaName(slowest.area)}</small>
              </>
            ) : (
              t('administration:health.nothingWaits')
            ),
          )}
        </dd>
      </div>
      <div className={stopped ? 'is-look' : undefined}>
        <dt>{t('administration:health.stopped')}</dt>
        <dd>
          {known(stopped, count)}{' '}
          {!!stopped && (
            <small>
              <Link to="/admin/jobs" search={{}}>
                {t('administration:health.decide')}
              </Link>
            </small>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('administration:health.sealed')}</dt>
        <dd>
          {known(seal, ({ waiting, lagSeconds }) =>
            waiting === 0 ? (
              t(`administration:health.${lastDay === null ? 'noneSealed' : 'allSealed'}`)
            ) : (
              <>
                {ago(lagSeconds)} <small>{t('administration:health.sealLag')}</small>
              </>
            ),
          )}
        </dd>
      </div>
      <div className={backups.last ? undefined : 'is-look'}>
        <dt>{t('administration:health.lastBackup')}</dt>
        <dd>
          {backups.last ? (
            <>
              {day(backups.last.at, zone)} <small>{timeOf(backups.last.at, zone)}</small>
            </>
          ) : (
            t('administration:health.noBackup')
          )}
        </dd>
      </div>
    </dl>
  );
}
