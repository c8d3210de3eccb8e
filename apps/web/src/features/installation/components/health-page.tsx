import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Bones, Loaded } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import { day, dayTime, timeOf } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useMayEnter } from '../../identity/api/session.js';
import { useZone } from '../api/installation.js';
import { useHealth, type Health } from '../api/health.js';
import { AdminRoom } from './admin-room.js';
import { Decisions } from './health-decisions.js';
import { known, Panel } from './health-panel.js';
import { Queues, stoppedOf } from './health-queues.js';
import { Strip } from './health-strip.js';
import { ago, size } from './said.js';

/** A number that nobody takes: said with the reason, never guessed. */
function NotMeasured({ why }: { why: string }): ReactNode {
  return (
    <>
      <dd className="not-measured">{t('administration:health.notMeasured')}</dd>
      <dd className="wide tiny muted">{t(`administration:health.why.${why}`)}</dd>
    </>
  );
}

function Mails({ mails }: Pick<Health, 'mails'>): ReactNode {
  return (
    <Panel
      name="mails"
      aside={
        <Link to="/admin/mails" search={{}}>
          {t('administration:health.openMails')}
        </Link>
      }
    >
      <dl className="panel-body facts health-facts">
        <dt>{t('administration:health.mailsSent')}</dt>
        <dd>{known(mails.sentLastDay, count)}</dd>
        <dt>
          {mails.oldestSeconds === null
            ? t('administration:health.mailsWaiting')
            : t('administration:health.mailsWaitingSince', { time: ago(mails.oldestSeconds) })}
        </dt>
        <dd>{known(mails.waiting, count)}</dd>
        <dt>{t('administration:health.mailsFailed')}</dt>
        <dd>{known(mails.failedLastDay, count)}</dd>
        <dt>{t('administration:health.mailServer')}</dt>
        <dd className="break">{mails.server ?? t('administration:health.noMailServer')}</dd>
      </dl>
    </Panel>
  );
}

function Relay({ health: { relay } }: { health: Health }): ReactNode {
  return (
    <Panel name="relay">
      <dl className="panel-body facts health-facts">
        <dt>{t('administration:health.lagNow')}</dt>
        <dd>
          {known(relay, ({ waiting, lagSeconds }) =>
            waiting === 0 ? t('administration:health.nothingWaits') : ago(lagSeconds),
          )}
        </dd>
        <dt>{t('administration:health.eventsWaiting')}</dt>
        <dd>{known(relay, ({ waiting }) => count(waiting))}</dd>
        <dt>{t('administration:health.lagOfDay')}</dt>
        <NotMeasured why="day" />
      </dl>
    </Panel>
  );
}

const stateOf = (made: number): string => (made === 0 ? 'none' : 'made');

function Backups({ backups: { last, days } }: Pick<Health, 'backups'>): ReactNode {
  const zone = useZone();
  return (
    <Panel name="backups">
      <div className="panel-body">
        {days.length > 0 && (
          <>
            <ol className="copies">
              {days.map((one) => (
                <li key={one.day} data-copy={stateOf(one.count)}>
                  <i className={`is-${stateOf(one.count)}`} aria-hidden="true" />
                  <span className="day" aria-hidden="true">
                    {Number(one.day.slice(8))}
                  </span>
                  <span className="sr">
                    {t('administration:health.copyOfDay', {
                      day: day(`${one.day}T12:00:00Z`, 'UTC'),
                      count: one.count,
                    })}
                  </span>
                </li>
              ))}
            </ol>
            <p className="copies-key" aria-hidden="true">
              {(['made', 'none'] as const).map((one) => (
                <span key={one}>
                  <i className={`is-${one}`} />
                  {t(`administration:health.copy.${one}`)}
                </span>
              ))}
            </p>
          </>
        )}
        <dl className="facts health-facts">
          <dt>{t('administration:health.lastBackup')}</dt>
          <dd>
            {last
              ? [
                  dayTime(last.at, zone),
                  last.bytes === null ? null : size(last.bytes),
                  t(last.encrypted ? 'administration:health.encrypted' : 'administration:health.plain'),
                ]
                  .filter(Boolean)
                  .join(', ')
              : t('administration:health.noBackup')}
          </dd>
          <dt>{t('administration:health.elsewhere')}</dt>
          <NotMeasured why="elsewhere" />
        </dl>
      </div>
    </Panel>
  );
}

function Disk({ disk: { databaseBytes, files } }: Pick<Health, 'disk'>): ReactNode {
  return (
    <Panel name="disk">
      <div className="panel-body">
        {files && (
          <div className="vol-bar gap-below-4" aria-hidden="true">
            <i style={{ width: `${Math.round(100 * (1 - files.free / files.all))}%` }} />
          </div>
        )}
        <dl className="facts health-facts">
          <dt>{t('administration:health.filesDisk')}</dt>
          {files ? (
            <dd>{t('administration:health.freeOf', { free: size(files.free), all: size(files.all) })}</dd>
          ) : (
            <NotMeasured why="files" />
          )}
          <dt>{t('administration:health.database')}</dt>
          <dd>{known(databaseBytes, size)}</dd>
          <dt>{t('administration:health.databaseDisk')}</dt>
          <NotMeasured why="databaseDisk" />
        </dl>
      </div>
    </Panel>
  );
}

type Look = '' | 'bad' | 'unknown';

function Versions({ health: { versions, answers } }: { health: Health }): ReactNode {
  const zone = useZone();
  const [worker, workerNote] =
    versions.workerConnections === null
      ? [known(null, String), '']
      : versions.workerConnections > 0
        ? [t('administration:health.works'), t('administration:health.why.worker')]
        : [t('administration:health.stands'), t('administration:health.workerStands')];
  const look = (value: unknown, bad = false): Look => (value === null ? 'unknown' : bad ? 'bad' : '');
  const line = (look: Look, name: string, version: ReactNode, note: string): ReactNode => (
    <li>
      <span className={`state-dot${look && ` is-${look}`}`} aria-hidden="true" />
      <span>{t(`administration:health.${name}`)}</span>
      <b>{version}</b>
      <span className="note tiny muted">{note}</span>
    </li>
  );
  return (
    <Panel name="running">
      <ul className="panel-body vers">
        {line('', 'api', versions.api, t('administration:health.since', { time: dayTime(answers.since, zone) }))}
        {line(look(versions.workerConnections, versions.workerConnections === 0), 'worker', worker, workerNote)}
        {line(
          look(versions.postgresql),
          'postgresql',
          known(versions.postgresql, String),
          versions.connections === null || versions.connectionsMax === null
            ? ''
            : t('administration:health.connections', {
                now: count(versions.connections),
                most: count(versions.connectionsMax),
              }),
        )}
        {line(look(versions.schema), 'schema', known(versions.schema, String), t('administration:health.schemaText'))}
      </ul>
    </Panel>
  );
}

function leadOf({ at, queues, mails, disk }: Health, zone: string | undefined): string {
  const [stopped, time] = [stoppedOf(queues), timeOf(at, zone)];
  if (stopped === null || mails.waiting === null || disk.databaseBytes === null)
    return t('administration:health.notKnown', { time });
  return t('administration:health.lead', { count: stopped, shown: count(stopped), time });
}

/** `/admin/health`: how the installation does, in the numbers that are really taken; what is not measured says so. */
export function HealthPage(): ReactNode {
  const zone = useZone();
  const query = useHealth(useMayEnter(['administrator']) ?? false);
  return (
    <AdminRoom room="health" lead={query.data && leadOf(query.data, zone)}>
      <Loaded query={query} bones={<Bones rows={6} height={60} />}>
        {(health) => (
          <>
            <Strip health={health} />
            <div className="bench bench-even">
              <div className="stack">
                <Queues health={health} />
                <Decisions dueRows={health.dueRowsFailed} />
                <Mails mails={health.mails} />
                <Versions health={health} />
              </div>
              <div className="stack">
                <Relay health={health} />
                <Backups backups={health.backups} />
                <Disk disk={health.disk} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </AdminRoom>
  );
}
