import { Link, Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { PageHead } from '../../../components/page.js';
import { Bones } from '../../../components/states.js';
import { t } from '../../../lib/words.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';

type Role = 'administrator' | 'moderator';
/** Rooms of the administration, and who finds them; the server decides again. */
const ROOMS = [
  { to: '/admin/first-day', key: 'firstDay', roles: ['administrator'] },
  { to: '/admin/jobs', key: 'jobs', roles: ['administrator'] },
  { to: '/admin/mails', key: 'mails', roles: ['administrator'] },
  { to: '/admin/people', key: 'people', roles: ['administrator'] },
  { to: '/admin/texts', key: 'texts', roles: ['administrator'] },
  { to: '/admin/catalogue', key: 'catalogue', roles: ['administrator'] },
  { to: '/admin/weights', key: 'weights', roles: ['administrator'] },
  { to: '/admin/audit', key: 'audit', roles: ['administrator', 'moderator'] },
] as const;

/** Whether somebody finds this room; undefined as long as nobody knows who is there. */
export function useMayEnter(roles: readonly Role[]): boolean | undefined {
  const { data } = useSession();
  return data === undefined ? undefined : (data?.roles.some((role) => (roles as readonly string[]).includes(role)) ?? false);
}

/** The frame of every room: heading, the way to the others, and for whom it is. */
export function AdminRoom({ room, lead, children }: { room: (typeof ROOMS)[number]['key']; lead: ReactNode; children: ReactNode }): ReactNode {
  const { data: session } = useSession();
  const here = ROOMS.find(({ key }) => key === room);
  const mayEnter = useMayEnter(here?.roles ?? []);
  if (session === null) return <SignInFirst />;
  if (mayEnter === undefined) return <div className="wrap page-narrow"><Bones rows={3} /></div>;
  if (!mayEnter) return <NotFoundPage />;
  const rooms = ROOMS.filter(({ roles }) => session?.roles.some((role) => (roles as readonly string[]).includes(role)));
  return (
    <div className="wrap work-page">
      <PageHead title={t(`administration:${room}.title`)} />
      <div className="work-top">
        <div><h1 className="h-work">{t(`administration:${room}.title`)}</h1><p className="small muted" aria-live="polite">{lead}</p></div>
        {rooms.length > 1 && (
          <nav className="seg seg-dense seg-scroll push" aria-label={t('administration:rooms')}>
            {rooms.map(({ to, key }) => <Link key={key} to={to} search={{}} aria-current={key === room ? 'page' : undefined}>{t(`administration:${key}.short`)}</Link>)}
          </nav>
        )}
      </div>
      {children}
    </div>
  );
}

/** `/admin` leads to the first room that the reader may see. */
export function AdminDoorPage(): ReactNode {
  const { data: session } = useSession();
  if (session === null) return <SignInFirst />;
  if (!session) return <div className="wrap page-narrow"><Bones rows={3} /></div>;
  const first = ROOMS.find(({ roles }) => session.roles.some((role) => (roles as readonly string[]).includes(role)));
  return first ? <Navigate to={first.to} search={{}} replace /> : <NotFoundPage />;
}
