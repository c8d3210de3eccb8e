import { Match, Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { NoAnswer } from '../components/no-answer.js';
import { useSession } from '../features/identity/api/session.js';
import { useInstallation } from '../features/installation/api/installation.js';
import { Problem } from '../lib/api.js';
import { useLive } from '../lib/live.js';
import { LiveLine } from '../lib/live-line.js';
import { useTold } from '../lib/outcome.js';
import { currentLocale } from '../lib/locale.js';
import { surroundings } from '../lib/surroundings.js';
import { t } from '../lib/words.js';
import { Bars } from './bars.js';
import { Footer } from './footer.js';
import { Header, TabBar } from './header.js';
import { withWords } from './page-words.js';

const AskedConsent = lazy(() =>
  import('../features/identity/components/asked-consent.js').then((module) => ({ default: module.AskedConsent })),
);
const DeskFrame = lazy(
  withWords(
    () =>
      import('../features/organizations/components/desk-frame.js').then((module) => ({ default: module.DeskFrame })),
    currentLocale,
  ),
);

/** Pages that nobody reads without an account: there is none as long as the server does not say who is there. */
const OWN = /^(\/en)?\/(me|account|desk|admin|moderation|appeals|matches|standing|surplus|vouches)(\/|$)/;

/**
 * The page of the address. The one that the server has drawn is taken over together with what is around it: in a boundary of its own, as `Outlet`
 * puts it, it would be so in a later task, and a link of the head or the foot that is pressed before takes its route away while it still needs it.
 */
function Shown(): ReactNode {
  const router = useRouter();
  const route = useRouterState({ select: ({ matches }) => matches[1]?.routeId });
  const [drawn] = useState(() => (router.ssr || surroundings() ? route : undefined));
  return route !== undefined && route === drawn ? <Match routeId={route} /> : <Outlet />;
}

/** The page, and around the pages of an organization's room what they have in common. */
function Page({ session }: { session: ReturnType<typeof useSession> }): ReactNode {
  const own = useRouterState({ select: ({ location }) => OWN.test(location.pathname) });
  const org = useRouterState({
    select: ({ matches }) =>
      matches
        .map((match) =>
          match.routeId.startsWith('/desk/$org') && 'org' in match.params ? match.params.org : undefined,
        )
        .at(-1),
  });
  if (own && session.error && session.data === undefined)
    return (
      <NoAnswer
        onRetry={() => void session.refetch()}
        code={session.error instanceof Problem ? session.error.code : undefined}
      />
    );
  return org ? (
    <Suspense>
      <DeskFrame org={org} />
    </Suspense>
  ) : (
    <Shown />
  );
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
  return (
    <p className="sr" role="status" data-told>
      {useTold()}
    </p>
  );
}

export function Layout(): ReactNode {
  const session = useSession();
  const paused = useInstallation().data?.paused ?? false;
  const up = useLive(Boolean(session.data));
  useFocusOnNewPage();
  return (
    <LiveLine value={up}>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Bars signedIn={Boolean(session.data)} paused={paused} />
      <Header />
      {session.data && session.data.consentsAsked.length > 0 && (
        <Suspense>
          <AskedConsent />
        </Suspense>
      )}
      <main id="main" tabIndex={-1}>
        <Page session={session} />
      </main>
      <Told />
      <Footer />
      <TabBar />
    </LiveLine>
  );
}
