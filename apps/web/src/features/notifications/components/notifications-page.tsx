import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { dayTime } from '../../../lib/dates.js';
import { basePath, currentLocale } from '../../../lib/locale.js';
import { typograph } from '../../../lib/typograph.js';
import { hasWords, t } from '../../../lib/words.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { choose, readAll, readOne, useChoices, useTold, type Choice, type Told } from '../api/notifications.js';

const route = getRouteApi('/me/notifications');
const REFRESH = ['notifications'];

/** A line leads to its page; whoever goes there has read it. The address comes from our own server, without the language. */
function ToldLine({ told }: { told: Told }): ReactNode {
  const router = useRouter();
  const read = useAction(readOne, { refresh: REFRESH });
  const address = basePath(currentLocale()).replace(/\/$/, '') + told.path;
  return (
    <li className={`told${told.readAt ? '' : ' is-new'}`}>
      <div>
        <a className={told.readAt ? undefined : 'strong'} href={address} onClick={(event) => {
          if (!told.readAt) void read.run(told.id);
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          router.history.push(address);
        }}>{!told.readAt && <span className="sr">{t('notifications:unread')} </span>}{typograph(told.text)}</a>
        <p className="small muted">{dayTime(told.createdAt)}</p>
      </div>
      {!told.readAt && <Button size="dense" look="plain" busy={read.busy} onClick={() => void read.run(told.id)}>{t('notifications:read')}</Button>}
    </li>
  );
}

function MailChoices(): ReactNode {
  const query = useChoices();
  const action = useAction(choose, { refresh: ['mail-choices'] });
  return (
    <section className="sheet pad-l gap-top-6" aria-labelledby="mails">
      <h2 className="h-block" id="mails">{t('notifications:mails')}</h2>
      <p className="small muted gap-top-2">{t('notifications:mailsText')}</p>
      <Loaded query={query}>
        {({ kinds, choices }) => (
          <div className="grid-2 gap-top-4">
            {Object.entries(choices).filter(([kind, offered]) => offered.length > 1 && hasWords(`notifications:kind.${kind}`)).map(([kind, offered]) => (
              <SelectField key={kind} label={t(`notifications:kind.${kind}`)} value={kinds[kind]} onChange={(event) => void action.run({ [kind]: event.target.value as Choice })}>
                {offered.map((choice) => <option key={choice} value={choice}>{t(`notifications:choice.${choice}`)}</option>)}
              </SelectField>
            ))}
          </div>
        )}
      </Loaded>
      <ProblemNotice problem={action.problem} />
    </section>
  );
}

export function NotificationsPage(): ReactNode {
  const { cursor } = route.useSearch();
  const { data: session } = useSession();
  if (session === null) return <SignInFirst />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('notifications:title')} />
      <nav aria-label={t('nav.path')}><ol className="crumbs"><li><Link to="/me">{t('offers:account')}</Link></li></ol></nav>
      <header className="page-head"><h1 className="h-page">{t('notifications:title')}</h1></header>
      {session && <><ToldList cursor={cursor} /><MailChoices /></>}
    </div>
  );
}

function ToldList({ cursor }: { cursor: string | undefined }): ReactNode {
  const query = useTold(cursor);
  const all = useAction(readAll, { refresh: REFRESH });
  return (
    <>
      <Loaded query={query}>
        {(page) => page.items.length === 0
          ? <Empty level={2} title={t('notifications:empty')}><p>{t('notifications:emptyText')}</p></Empty>
          : (
            <section className="sheet pad" aria-label={t('notifications:title')}>
              {page.items.some((told) => !told.readAt) && <p className="gap-below-2"><Button size="dense" busy={all.busy} onClick={() => void all.run(undefined)}>{t('notifications:readAll')}</Button></p>}
              <ul className="lines">{page.items.map((told) => <ToldLine key={told.id} told={told} />)}</ul>
            </section>
          )}
      </Loaded>
      {query.data?.nextCursor && <p className="gap-top-4"><Link className="btn btn-quiet" to="/me/notifications" search={{ cursor: query.data.nextCursor }}>{t('notifications:older')}</Link></p>}
      <ProblemNotice problem={all.problem} />
    </>
  );
}
