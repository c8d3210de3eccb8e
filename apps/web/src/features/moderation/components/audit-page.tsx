import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { dayTime } from '../../../lib/dates.js';
import { hasWords, t } from '../../../lib/words.js';
import { useMayEnter } from '../../identity/api/session.js';
import { useZone } from '../../installation/api/installation.js';
import { useAudit, type AuditEntry } from '../api/audit.js';
import { AdminRoom } from '../../installation/components/admin-room.js';

const route = getRouteApi('/admin/audit');

const inWords = (key: string, code: string): string => (hasWords(key) ? t(key) : code);

/** Where the thing can be looked at, if the reader has a page of it. */
function Subject({ type, id, page }: AuditEntry['subject']): ReactNode {
  const word = inWords(`administration:audit.subject.${type}`, type);
  if (!page) return word;
  if (type === 'need')
    return (
      <Link to="/needs/$id" params={{ id }}>
        {word}
      </Link>
    );
  if (type === 'organization')
    return (
      <Link to="/organizations/$id" params={{ id }} search={{}}>
        {word}
      </Link>
    );
  return word;
}

/** Decisions on some things are called by what they do; one signature of several decides nothing. */
function actionWords({ action, subject, data }: AuditEntry): string {
  const decided = `administration:audit.decided.${subject.type}.${action.replace('review.', '')}`;
  if (action.startsWith('review.') && hasWords(decided)) return t(decided);
  const needed = data['signaturesNeeded'];
  if (action === 'review.approve' && typeof needed === 'number' && needed > 1)
    return t('administration:audit.signed', { needed });
  return inWords(`administration:audit.action.${action}`, action);
}

/** What was done to the list itself, and not to one thing. */
const isNoThing = (id: string): boolean => /^[0-]+$/.test(id);

function Entry({ entry }: { entry: AuditEntry }): ReactNode {
  const zone = useZone();
  return (
    <tr data-action={entry.action}>
      <td className="nowrap">
        <time dateTime={entry.at}>{dayTime(entry.at, zone)}</time>
      </td>
      <td>{entry.person ? entry.person.name : <span className="muted">{t('administration:audit.itself')}</span>}</td>
      <td className="strong">{actionWords(entry)}</td>
      <td>
        <Subject {...entry.subject} />{' '}
        {!isNoThing(entry.subject.id) && (
          <Link
            className="small muted hit-small"
            to="/admin/audit"
            search={{ subjectType: entry.subject.type, subjectId: entry.subject.id }}
            aria-label={t('administration:audit.onlyThis', { id: entry.subject.id.slice(-6) })}
          >
            {t('administration:audit.same')}
          </Link>
        )}
      </td>
      <td className="break">{entry.reason}</td>
    </tr>
  );
}

/** `/admin/audit`: who decided what, the newest first; with `subjectType` and `subjectId` about one thing. */
export function AuditPage(): ReactNode {
  const filters = route.useSearch();
  const query = useAudit(filters, useMayEnter(['administrator', 'moderator']) ?? false);
  return (
    <AdminRoom
      room="audit"
      lead={
        filters.subjectId ? (
          <>
            {t('administration:audit.about', { id: filters.subjectId })}{' '}
            <Link to="/admin/audit" search={{}}>
              {t('administration:audit.whole')}
            </Link>
          </>
        ) : (
          t('administration:audit.lead')
        )
      }
    >
      <Loaded query={query} bones={<Bones rows={6} height={40} />}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty level={2} title={t('administration:audit.none')}>
              <p>{t('administration:audit.noneText')}</p>
            </Empty>
          ) : (
            <div
              className="sheet pad table-scroll"
              tabIndex={0}
              role="group"
              aria-label={t('administration:audit.title')}
            >
              <table className="ledger ledger-dense ledger-lines">
                <thead>
                  <tr>
                    {(['when', 'who', 'what', 'which', 'why'] as const).map((column) => (
                      <th key={column} scope="col">
                        {t(`administration:audit.${column}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {page.items.map((entry) => (
                    <Entry key={entry.id} entry={entry} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
      <p className="row row-wrap gap-top-4">
        {query.data?.nextCursor && (
          <Link className="btn btn-quiet" to="/admin/audit" search={{ ...filters, cursor: query.data.nextCursor }}>
            {t('needs:more')}
          </Link>
        )}
        {filters.cursor && (
          <Link className="btn btn-plain" to="/admin/audit" search={{ ...filters, cursor: undefined }}>
            {t('needs:fromStart')}
          </Link>
        )}
      </p>
    </AdminRoom>
  );
}
