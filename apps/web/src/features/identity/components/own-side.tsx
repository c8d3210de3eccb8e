import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { count } from '../../../lib/amount.js';
import { t } from '../../../lib/words.js';
import './security.css';
import { useSession } from '../api/session.js';
import { useUnread } from '../../notifications/api/notifications.js';

/** `/me` begins the address of every page here and is none of them. */
const EXACT = { exact: true, includeHash: true };

/** The ways within a signed-in person's own room: what is theirs to give, and what keeps it theirs. */
export function OwnSide(): ReactNode {
  const unread = useUnread(true).data ?? 0;
  const memberships = useSession().data?.memberships ?? [];
  const shown = unread >= 100 ? '99+' : count(unread);
  return (
    <nav className="side" aria-label={t('offers:account')}>
      <ul>
        <li>
          <Link to="/me/statement" search={{}} activeOptions={{ includeSearch: false }}>
            <Icon name="rows" />
            {t('identity:side.statement')}
          </Link>
        </li>
        <li>
          <Link to="/me" hash="mine" activeOptions={EXACT}>
            <Icon name="hand" />
            {t('offers:mine')}
          </Link>
        </li>
        <li>
          <Link to="/me" hash="standing" activeOptions={EXACT}>
            <Icon name="undo" />
            {t('standing:mine')}
          </Link>
        </li>
        <li>
          <Link to="/me/shifts" search={{}}>
            <Icon name="week" />
            {t('volunteering:mine')}
          </Link>
        </li>
        <li>
          <Link to="/me/trips">
            <Icon name="van" />
            {t('deliveries:trips')}
          </Link>
        </li>
        <li>
          <Link to="/resources" search={{}}>
            <Icon name="key" />
            {t('bookings:title')}
          </Link>
        </li>
        <li>
          <Link to="/me/papers">
            <Icon name="paper" />
            {t('organizations:papers.mine')}
          </Link>
        </li>
      </ul>
      {memberships.length > 0 && (
        <ul>
          {memberships.map(({ organization }) => (
            <li key={organization.id}>
              <Link to="/desk/$org" params={{ org: organization.id }} search={{}} data-own-desk>
                <Icon name="bench" />
                {organization.shortName || organization.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <ul>
        <li>
          <Link to="/me/security">
            <Icon name="shield" />
            {t('nav.security')}
          </Link>
        </li>
        <li>
          <Link to="/me/notifications" search={{}}>
            <Icon name="mail" />
            {t('notifications:title')}
            {unread > 0 && (
              <>
                <span className="n" aria-hidden="true">
                  {shown}
                </span>
                <span className="sr">{t('identity:side.unread', { shown })}</span>
              </>
            )}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

/** A page of a signed-in person's own room: the ways within it beside the page. */
export function OwnRoom({ children }: { children: ReactNode }): ReactNode {
  return (
    <div className="wrap with-side">
      <OwnSide />
      <div className="side-main">{children}</div>
    </div>
  );
}
