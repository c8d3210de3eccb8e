import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { Icon } from '../components/marks.js';
import { useSession } from '../features/identity/api/session.js';
import { useInstallation } from '../features/installation/api/installation.js';
import { clock } from '../lib/dates.js';
import { useLive } from '../lib/live.js';
import { LiveLine } from '../lib/live-line.js';
import { useOfflineSince } from '../lib/online.js';
import { useTold } from '../lib/outcome.js';
import { currentLocale } from '../lib/locale.js';
import { t } from '../lib/words.js';
import { Footer } from './footer.js';
import { Header, TabBar } from './header.js';
import { withWords } from './page-words.js';

const AskedConsent = lazy(() => import('../features/identity/components/asked-consent.js').then((module) => ({ default: module.AskedConsent })));
const DeskFrame = lazy(withWords(() => import('../features/organizations/components/desk-frame.js').then((module) => ({ default: module.DeskFrame })), currentLocale));

/** The page, and around the pages of an organization's room what they have in common. */
function Page(): ReactNode {
  const org = useRouterState({ select: ({ matches }) => matches.map((match) => (match.routeId.startsWith('/desk/$org') && 'org' in match.params ? match.params.org : undefined)).at(-1) });
  return org ? <Suspense><DeskFrame org={org} /></Suspense> : <Outlet />;
}

/** After a change of page the focus goes to the content, as it would after a page load; not at the first page, not for filters. */
function useFocusOnNewPage(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? state.location.pathname });
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (last.current !== null && last.current !== path) document.getElementById('main')?.focus({ preventScroll: true });
    last.current = path;
  }, [path]);
}

/** What just became of something, for those who do not see it. */
function Told(): ReactNode {
  return <p className="sr" role="status" data-told>{useTold()}</p>;
}

export function Layout(): ReactNode {
  const offline = useOfflineSince();
  const session = useSession();
  const paused = useInstallation().data?.paused ?? false;
  const up = useLive(Boolean(session.data));
  useFocusOnNewPage();
  return (
    <LiveLine value={up}>
      <a className="skip" href="#main">{t('skip')}</a>
      <div role="status">
        {offline && <div className="offline"><div className="wrap row"><Icon name="alert" /><span>{t('offline', { time: clock(offline) })}</span></div></div>}
        {paused && <div className="offline"><div className="wrap row"><Icon name="clock" /><span>{t('paused')}</span></div></div>}
      </div>
      <Header />
      {session.data && session.data.consentsAsked.length > 0 && <Suspense><AskedConsent /></Suspense>}
      <main id="main" tabIndex={-1}><Page /></main>
      <Told />
      <Footer />
      <TabBar />
    </LiveLine>
  );
}
