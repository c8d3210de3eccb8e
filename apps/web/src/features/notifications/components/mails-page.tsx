import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { dayTime } from '../../../lib/dates.js';
import { hasWords, t } from '../../../lib/words.js';
import { useMayEnter } from '../../identity/api/session.js';
import { useZone } from '../../installation/api/installation.js';
import { MAIL_STATUSES, revealMail, sendAgain, useMails, type Mail } from '../api/mails.js';
import { AdminRoom } from '../../installation/components/admin-room.js';

const route = getRouteApi('/admin/mails');
const LOOK = { new: 'wait', ready: 'wait', digest: '', in_digest: '', off: '', sent: 'good', failed: 'warn' } as const;

function MailLine({ mail }: { mail: Mail }): ReactNode {
  const zone = useZone();
  const action = useAction(sendAgain, { refresh: ['mails'] });
  const [whole, setWhole] = useState<string | null>(null);
  const reveal = useAction(revealMail, { onDone: ({ body }) => setWhole(body) });
  const because = `administration:mails.offBecause.${mail.failedReason}`;
  const known = hasWords(because); // else it is what the mail server said
  return (
    <li data-mail={mail.id} data-status={mail.status}>
      <div className="row row-top between row-wrap">
        <details className="mail">
          <summary>
            <span className="strong break">{mail.subject}</span>
            <span className="small muted break">
              {mail.person.name} · {mail.person.email} · {dayTime(mail.createdAt, zone)}
            </span>
          </summary>
          <p className="pre break gap-top-3" lang={mail.locale}>
            {whole ?? mail.body}
          </p>
          {mail.can.includes('reveal') && whole === null && (
            <div className="gap-top-3">
              <p className="small muted">{t('administration:mails.revealText')}</p>
              <Button size="dense" busy={reveal.busy} onClick={() => void reveal.run(mail.id)}>
                {t('administration:mails.reveal')}
              </Button>
              <ProblemNotice problem={reveal.problem} />
            </div>
          )}
          <p className="gap-top-3 small">
            <Link to="/admin/mails" search={{ person: mail.person.id }}>
              {t('administration:mails.onlyTo', { name: mail.person.name })}
            </Link>
          </p>
        </details>
        <div className="row row-wrap">
          <Tag look={LOOK[mail.status]}>
            {mail.status === 'off' && known ? t(because) : t(`administration:mails.status.${mail.status}`)}
          </Tag>
          {mail.can.includes('retry') && (
            <Button size="dense" busy={action.busy} onClick={() => void action.run(mail.id)}>
              {t('administration:mails.again')}
            </Button>
          )}
        </div>
      </div>
      {mail.failedReason && !(mail.status === 'off' && known) && (
        <p className="small warn break">
          {t('administration:mails.said', { count: mail.tries })} {known ? t(because) : mail.failedReason}
        </p>
      )}
      <ProblemNotice problem={action.problem} />
    </li>
  );
}

/** `/admin/mails`: every mail with its text; without a mail server this is where they are read. */
export function MailsPage(): ReactNode {
  const asked = route.useSearch();
  const filters = { ...asked, status: MAIL_STATUSES.find((status) => status === asked.status) };
  const navigate = route.useNavigate();
  const query = useMails(filters, useMayEnter(['administrator']) ?? false);
  const rest = { ...filters, cursor: undefined };
  return (
    <AdminRoom room="mails" lead={t('administration:mails.lead')}>
      <p className="row row-wrap gap-below-4">
        <select
          className="input input-dense pick-status"
          aria-label={t('administration:mails.state')}
          value={filters.status ?? ''}
          onChange={(event) =>
            void navigate({
              search: { ...rest, status: MAIL_STATUSES.find((status) => status === event.target.value) },
            })
          }
        >
          <option value="">{t('administration:mails.all')}</option>
          {MAIL_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`administration:mails.status.${status}`)}
            </option>
          ))}
        </select>
        {filters.person && (
          <Link className="btn btn-plain btn-dense" to="/admin/mails" search={{ ...rest, person: undefined }}>
            {t('administration:mails.toAll')}
          </Link>
        )}
      </p>
      <Loaded query={query} bones={<Bones rows={5} />}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty level={2} title={t('administration:mails.none')}>
              <p>{t('administration:mails.noneText')}</p>
            </Empty>
          ) : (
            <ul className="sheet pad lines">
              {page.items.map((mail) => (
                <MailLine key={mail.id} mail={mail} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <p className="row row-wrap gap-top-4">
        {query.data?.nextCursor && (
          <Link className="btn btn-quiet" to="/admin/mails" search={{ ...filters, cursor: query.data.nextCursor }}>
            {t('needs:more')}
          </Link>
        )}
        {filters.cursor && (
          <Link className="btn btn-plain" to="/admin/mails" search={rest}>
            {t('needs:fromStart')}
          </Link>
        )}
      </p>
    </AdminRoom>
  );
}
