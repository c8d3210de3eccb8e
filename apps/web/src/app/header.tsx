import { Link, useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { here } from '../components/notice.js';
import { Icon, Logo } from '../components/marks.js';
import { useAddress } from '../components/page.js';
import { changePerson, hasRole, PLAIN_READER, signOut, useSession } from '../features/identity/api/session.js';
import { useAction, type Action } from '../lib/action.js';
import { useEscape } from '../lib/escape.js';
import { forgetPerson } from '../lib/kept-answers.js';
import { addressIn, currentLocale } from '../lib/locale.js';
import type { Session } from '../lib/api-types.js';
import { t } from '../lib/words.js';

function Links({ session }: { session: Session | null | undefined }): ReactNode {
  return (
    <>
      <li>
        <Link to="/needs" search={{}}>
          {t('nav.needs')}
        </Link>
      </li>
      <li>
        <Link to="/offer" search={{}}>
          {t('nav.offer')}
        </Link>
      </li>
      <li>
        <Link to="/shifts" search={{}}>
          {t('nav.shifts')}
        </Link>
      </li>
      {!hasRole(session, ['administrator', 'moderator']) && (
        <li>
          <Link to="/balance" search={{}}>
            {t('nav.balance')}
          </Link>
        </li>
      )}
      <li>
        <Link to="/desk">{t('nav.desk')}</Link>
      </li>
      {hasRole(session, ['administrator']) && (
        <li>
          <Link to="/admin/health">{t('nav.administration')}</Link>
        </li>
      )}
      {hasRole(session, ['moderator', 'administrator']) && (
        <li>
          <Link to="/moderation" search={{}}>
            {t('nav.moderation')}
          </Link>
        </li>
      )}
    </>
  );
}

/** What stands behind `#` is known to the browser alone: the key of a link out of a mail, which the page in the other language needs as well. */
const withHash = ({ currentTarget }: MouseEvent<HTMLAnchorElement>): void => {
  currentTarget.hash = window.location.hash;
};

/** A change of language is a page load: the catalogue of the other language is not kept in memory. */
function Language(): ReactNode {
  const { path, search } = useAddress();
  const now = currentLocale();
  return (
    <span className="lang" role="group" aria-label={t('nav.language')}>
      {now === 'ru' ? (
        <span aria-current="true">РУ</span>
      ) : (
        <a href={addressIn('ru', path, search)} hrefLang="ru" lang="ru" aria-label="Русский" onClick={withHash}>
          РУ
        </a>
      )}
      {now === 'en' ? (
        <span aria-current="true">EN</span>
      ) : (
        <a href={addressIn('en', path, search)} hrefLang="en" lang="en" aria-label="English" onClick={withHash}>
          EN
        </a>
      )}
    </span>
  );
}

/** Ends the session; what this browser kept goes first, so that it is gone also where nobody answers. */
function useLeaving(): Action<undefined> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useAction(
    async () => {
      await forgetPerson({ forms: true });
      await signOut();
    },
    {
      onDone: () => {
        changePerson(client, null);
        void navigate({ to: '/' });
      },
    },
  );
}

function Person({
  session,
  leave,
  inMenu = false,
}: {
  session: Session | null | undefined;
  leave: Action<undefined>;
  inMenu?: boolean;
}): ReactNode {
  const plain = useQueryClient().getQueryData(PLAIN_READER) === true;
  const signIn = plain ? (
    <Link className={inMenu ? undefined : 'btn btn-quiet'} to="/plain">
      {t('nav.mine')}
    </Link>
  ) : (
    <Link className={inMenu ? undefined : 'btn btn-quiet'} to="/sign-in" search={{ next: here() }}>
      {t('nav.signIn')}
    </Link>
  );
  if (session === undefined) return null;
  if (session === null) return inMenu ? <li>{signIn}</li> : signIn;
  const out = (
    <button
      type="button"
      className={`with-script ${inMenu ? 'menu-button' : 'btn btn-plain'}`}
      aria-busy={leave.busy || undefined}
      onClick={() => void leave.run(undefined)}
    >
      {t('nav.signOut')}
    </button>
  );
  if (inMenu)
    return (
      <>
        <li>
          <Link to="/me">{session.person.name}</Link>
        </li>
        <li>{out}</li>
      </>
    );
  return (
    <>
      <Link className="btn btn-quiet person" to="/me">
        <Icon name="user" />
        <span>{session.person.name}</span>
      </Link>
      {out}
    </>
  );
}

export function Header(): ReactNode {
  const { data: session } = useSession();
  const { path } = useAddress();
  const leave = useLeaving();
  const [openAt, setOpenAt] = useState<string | null>(null);
  if (openAt !== null && openAt !== path) setOpenAt(null); // another page closes it
  const open = openAt === path;
  const toggle = useRef<HTMLButtonElement>(null);
  useEscape(open, () => {
    setOpenAt(null);
    toggle.current?.focus();
  });
  return (
    <header className="top">
      <div className="wrap top-in">
        <Link className="logo" to="/" aria-label={t('nav.logo')}>
          <Logo />
          {t('name')}
        </Link>
        <nav aria-label={t('nav.main')}>
          <ul>
            <Links session={session} />
          </ul>
        </nav>
        <div className="top-tools">
          <Language />
          <div className="top-person">
            <Person session={session} leave={leave} />
          </div>
          <button
            ref={toggle}
            type="button"
            className="icon-btn only-mobile"
            aria-label={t('nav.menu')}
            aria-expanded={open}
            aria-controls="menu"
            onClick={() => setOpenAt(open ? null : path)}
          >
            <Icon name={open ? 'x' : 'menu'} />
          </button>
        </div>
      </div>
      <nav id="menu" className="menu" hidden={!open} aria-label={t('nav.menu')}>
        <ul className="wrap">
          <Links session={session} />
          <Person session={session} leave={leave} inMenu />
        </ul>
      </nav>
      {leave.problem && (
        <div className="offline" role="alert">
          <div className="wrap">{t(leave.problem.status === 0 ? 'bar.notLeft' : 'problem.server')}</div>
        </div>
      )}
    </header>
  );
}

/** Four places that exist, under the thumb. */
export function TabBar(): ReactNode {
  const { data: session } = useSession();
  return (
    <nav className="tabbar" aria-label={t('nav.quick')}>
      <Link to="/" activeOptions={{ exact: true }}>
        <Icon name="home" />
        {t('tab.home')}
      </Link>
      <Link to="/needs" search={{}}>
        <Icon name="list" />
        {t('tab.needs')}
      </Link>
      <Link to="/offer" search={{}}>
        <Icon name="hand" />
        {t('tab.offer')}
      </Link>
      {session && session.memberships.length > 0 ? (
        <Link to="/desk">
          <Icon name="bench" />
          {t('tab.desk')}
        </Link>
      ) : (
        <Link to="/me">
          <Icon name="rows" />
          {t('tab.me')}
        </Link>
      )}
    </nav>
  );
}
