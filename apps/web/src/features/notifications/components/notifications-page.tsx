import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { MorePages } from '../../../components/more-pages.js';
import { ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { OwnSide } from '../../identity/components/own-side.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { readAll, useTold } from '../api/notifications.js';
import { MailChoices } from './mail-choices.js';
import './notices.css';
import { OwnFollows } from './own-follows.js';
import { ToldList } from './told-list.js';
import { WaitingLines } from './waiting-lines.js';

const route = getRouteApi('/me/notifications');
const VIEWS = [undefined, 'unread'] as const;

function Views({ show }: { show: 'unread' | undefined }): ReactNode {
  return (
    <nav className="seg seg-dense" aria-label={t('notifications:views')}>
      {VIEWS.map((one) => (
        <Link
          key={one ?? 'all'}
          to="/me/notifications"
          search={{ show: one }}
          activeOptions={{ explicitUndefined: true }}
          aria-current={one === show ? 'page' : undefined}
        >
          {t(`notifications:view.${one ?? 'all'}`)}
        </Link>
      ))}
    </nav>
  );
}

function News({ show }: { show: 'unread' | undefined }): ReactNode {
  const pages = useTold(show === 'unread');
  const all = useAction(readAll, { refresh: ['notifications'] });
  return (
    <section aria-label={t('notifications:title')}>
      <Loaded query={pages} bones={<Bones rows={4} height={64} />}>
        {(known) => {
          const told = known.pages.flatMap((page) => page.items);
          return (
            <>
              <div className="notice-head">
                <Views show={show} />
                {told.some((one) => !one.readAt) && (
                  <Button size="dense" look="plain" busy={all.busy} onClick={() => void all.run(undefined)}>
                    {t('notifications:readAll')}
                  </Button>
                )}
              </div>
              {told.length === 0 ? (
                <div className="gap-top-4">
                  <Empty level={2} title={t(show ? 'notifications:allRead' : 'notifications:empty')}>
                    <p>{t(show ? 'notifications:allReadText' : 'notifications:emptyText')}</p>
                  </Empty>
                </div>
              ) : (
                <ToldList told={told} />
              )}
            </>
          );
        }}
      </Loaded>
      <MorePages pages={pages} />
      <ProblemNotice problem={all.problem} />
    </section>
  );
}

/** `/me/notifications`: what waits for its reader, what they were told, and which mails say so. */
export function NotificationsPage(): ReactNode {
  const { show } = route.useSearch();
  const { data: session } = useSession();
  if (session === null) return <SignInFirst />;
  return (
    <div className="wrap with-side">
      <PageHead title={t('notifications:title')} />
      {session && <OwnSide />}
      <div className="side-main notice-page">
        <header className="page-head">
          <h1 className="h-page">{t('notifications:title')}</h1>
          <p className="lead">{t('notifications:lead')}</p>
        </header>
        {session && (
          <div className="notice-cols">
            <div className="stack-6">
              <WaitingLines session={session} />
              <News show={show} />
            </div>
            <div className="stack-6">
              <MailChoices />
              <OwnFollows />
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
