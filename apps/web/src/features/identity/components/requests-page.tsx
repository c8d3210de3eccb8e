import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { AdminRoom } from '../../installation/components/admin-room.js';
import { useZone } from '../../installation/api/installation.js';
import {
  REQUEST_STATUSES,
  useErasureRequest,
  useErasureRequests,
  type ErasureRequest,
  type ErasureRequests,
  type RequestStatus,
} from '../api/erasure-requests.js';
import { useMayEnter } from '../api/session.js';
import { DaysLeft, dayOf } from './request-deadline.js';
import { RequestForm } from './request-form.js';
import { RequestPanel } from './request-panel.js';

const route = getRouteApi('/admin/requests');
function Row({ request, on }: { request: ErasureRequest; on: boolean }): ReactNode {
  const zone = useZone();
  const { status, cursor } = route.useSearch();
  const number = t('administration:requests.number', { number: request.number });
  return (
    <tr className={on ? 'is-on' : undefined} data-request-row={request.number}>
      <td>
        <span className="who-cell">
          <span>
            <Link
              to="/admin/requests"
              search={{ status, cursor, request: request.id }}
              aria-current={on ? 'true' : undefined}
              resetScroll={false}
            >
              {request.person ? `${number}, ${request.person.name}` : number}
            </Link>
            {!request.person && (
              <>
                <br />
                <span className="tiny muted">{t('administration:requests.erased')}</span>
              </>
            )}
          </span>
        </span>
      </td>
      <td>
        {dayOf(request.cameOn)}
        <br />
        <span className="tiny muted">{t(`administration:requests.way.${request.way}`)}</span>
      </td>
      <td>
        {request.daysLeft === null ? (
          <>
            {request.decidedAt && day(request.decidedAt, zone)}
            <br />
            <span className="tiny muted">{request.decidedBy?.name ?? t('administration:requests.byThemselves')}</span>
          </>
        ) : (
          <>
            <span className="block">{dayOf(request.dueOn)}</span>
            <DaysLeft n={request.daysLeft} />
          </>
        )}
      </td>
    </tr>
  );
}

function Table({ requests, status }: { requests: ErasureRequests; status: RequestStatus }): ReactNode {
  const search = route.useSearch();
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('administration:requests.table')}>
        <table className="ledger ledger-dense ledger-lines people-t requests-t">
          <thead>
            <tr>
              <th scope="col">{t('administration:requests.request')}</th>
              <th scope="col">{t('administration:requests.came')}</th>
              <th scope="col">{t(`administration:requests.${status === 'waiting' ? 'answerBy' : 'decided'}`)}</th>
            </tr>
          </thead>
          <tbody>
            {requests.items.map((request) => (
              <Row key={request.id} request={request} on={request.id === search.request} />
            ))}
          </tbody>
        </table>
      </div>
      {(requests.nextCursor || search.cursor) && (
        <p className="panel-foot row between row-wrap">
          {requests.nextCursor && (
            <Link to="/admin/requests" search={{ ...search, cursor: requests.nextCursor }}>
              {t('needs:more')}
            </Link>
          )}
          {search.cursor && (
            <Link to="/admin/requests" search={{ ...search, cursor: undefined }}>
              {t('needs:fromStart')}
            </Link>
          )}
        </p>
      )}
    </>
  );
}

function Chips({ status, waiting }: { status: RequestStatus; waiting: number | undefined }): ReactNode {
  const navigate = route.useNavigate();
  return (
    <div className="row between row-wrap">
      <div className="chips chips-scroll" role="group" aria-label={t('administration:requests.which')}>
        {REQUEST_STATUSES.map((one) => (
          <button
            key={one}
            type="button"
            className="chip chip-dense"
            aria-pressed={status === one}
            onClick={() => void navigate({ search: { status: one === 'waiting' ? undefined : one } })}
          >
            {t(`administration:requests.status.${one}`)}{' '}
            {one === 'waiting' && waiting !== undefined && <span className="n">{count(waiting)}</span>}
          </button>
        ))}
      </div>
      <Link className="btn btn-main btn-dense" to="/admin/requests" search={{ new: true }} resetScroll={false}>
        <Icon name="plus" small />
        {t('administration:requests.write')}
      </Link>
    </div>
  );
}

function How(): ReactNode {
  return (
    <section className="panel" aria-labelledby="how">
      <div className="panel-head">
        <h2 className="h-dense" id="how">
          {t('administration:requests.how')}
        </h2>
      </div>
      <div className="panel-body stack small">
        <ol className="stack numbered-list">
          {(['a', 'b', 'c'] as const).map((one) => (
            <li key={one}>{t(`administration:requests.howText.${one}`)}</li>
          ))}
        </ol>
        <p className="muted">{t('administration:requests.choose')}</p>
      </div>
    </section>
  );
}

/** `/admin/requests`: who asked by letter or in person to be erased, by when they are to be answered, and what was erased. */
export function RequestsPage(): ReactNode {
  const search = route.useSearch();
  const status = REQUEST_STATUSES.find((one) => one === search.status) ?? 'waiting';
  const mayEnter = useMayEnter(['administrator']) ?? false;
  const query = useErasureRequests(status, search.cursor, mayEnter);
  const chosen = useErasureRequest(search.request, mayEnter);
  const waiting = query.data?.waiting;
  const lead = waiting
    ? t('administration:requests.lead', { count: waiting.count, day: waiting.dueOn ? dayOf(waiting.dueOn) : '' })
    : '';
  return (
    <AdminRoom room="requests" lead={lead}>
      <div className="bench bench-r">
        <section className="panel" aria-label={t('administration:requests.table')}>
          <div className="people-find">
            <Chips status={status} waiting={waiting?.count} />
          </div>
          <Loaded query={query} bones={<Bones rows={4} height={40} />}>
            {(requests) =>
              requests.items.length === 0 ? (
                <Empty level={2} title={t(`administration:requests.none.${status}`)}>
                  <p>{t(`administration:requests.noneText.${status}`)}</p>
                </Empty>
              ) : (
                <Table requests={requests} status={status} />
              )
            }
          </Loaded>
        </section>
        {search.new ? (
          <RequestForm key={search.person} person={search.person} today={query.data?.today} />
        ) : search.request === undefined ? (
          <How />
        ) : (
          <Loaded query={chosen} bones={<Bones rows={4} />}>
            {(one) => <RequestPanel key={one.id} request={one} />}
          </Loaded>
        )}
      </div>
    </AdminRoom>
  );
}
