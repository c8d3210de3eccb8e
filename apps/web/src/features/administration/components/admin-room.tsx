import { Link, Navigate } from '@tanstack/react-router';
import { useId, useRef, useState, type ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { PageHead } from '../../../components/page.js';
import { Bones } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import { t } from '../../../lib/words.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useMayEnter, useSession, type StaffRole } from '../../identity/api/session.js';
import { useAttention, type Attention } from '../api/health.js';
import './administration.css';
import { NotForYou } from './not-for-you.js';

const GROUPS = ['state', 'lists', 'staff', 'installation'] as const;
/** Rooms of the administration, and who finds them; the server decides again. */
const ROOMS = [
  { to: '/admin/health', key: 'health', group: 'state', icon: 'clock', roles: ['administrator'] },
  { to: '/admin/jobs', key: 'jobs', group: 'state', icon: 'rows', counts: 'stoppedJobs', roles: ['administrator'] },
  { to: '/admin/mails', key: 'mails', group: 'state', icon: 'mail', roles: ['administrator'] },
  { to: '/admin/weights', key: 'weights', group: 'state', icon: 'bench', roles: ['administrator'] },
  { to: '/admin/catalogue', key: 'catalogue', group: 'lists', icon: 'list', roles: ['administrator'] },
  { to: '/admin/texts', key: 'texts', group: 'lists', icon: 'copy', roles: ['administrator'] },
  { to: '/admin/people', key: 'people', group: 'staff', icon: 'people', counts: 'sleepingRoles', roles: ['administrator'] },
  { to: '/admin/audit', key: 'audit', group: 'staff', icon: 'shield', roles: ['administrator', 'moderator'] },
  { to: '/admin/first-day', key: 'firstDay', group: 'installation', icon: 'check', roles: ['administrator'] },
] as const satisfies readonly { to: string; key: string; group: (typeof GROUPS)[number]; icon: string; counts?: keyof Attention; roles: readonly StaffRole[] }[];
type Room = (typeof ROOMS)[number];

const countOf = (room: Room, attention: Attention | undefined): number => ('counts' in room && attention ? attention[room.counts] : 0);

/** What waits in a room, in figures for the eye and in words for the ear. */
function Waiting({ room, n }: { room: Room; n: number }): ReactNode {
  if (n === 0) return null;
  return <><span className="n n-hot" aria-hidden="true">{count(n)}</span><span className="sr">{t(`administration:${room.key}.attention`, { count: n })}</span></>;
}

/** The ways to the other rooms: beside the work, on a phone behind a button that names the room. */
function Rail({ rooms, here }: { rooms: readonly Room[]; here: Room }): ReactNode {
  const attention = useAttention(useMayEnter(['administrator']) ?? false).data;
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const id = useId();
  const elsewhere = rooms.reduce((sum, room) => sum + countOf(room, attention), 0);
  return (
    <nav className="rail admin-rail" aria-label={t('administration:rooms')} onKeyDown={(event) => {
      if (event.key === 'Escape' && open) { setOpen(false); toggle.current?.focus(); }
    }}>
      <button ref={toggle} type="button" className="rail-toggle" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'x' : 'menu'} /><span className="grow">{t(`administration:${here.key}.short`)}</span>{elsewhere > 0 && <span className="n n-hot" aria-hidden="true">{count(elsewhere)}</span>}<span className="sr">{t('administration:allRooms')}</span>
      </button>
      <div id={id} className={`rail-list${open ? ' is-open' : ''}`}>
        {GROUPS.map((group) => {
          const inside = rooms.filter((room) => room.group === group);
          if (inside.length === 0) return null;
          return (
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <p className="rail-head" id={`${id}-${group}`}>{t(`administration:group.${group}`)}</p>
              <ul>{inside.map((room) => <li key={room.key}><Link className="item" to={room.to} search={{}} activeOptions={{ includeSearch: false }} aria-current={room.key === here.key ? 'page' : undefined}><Icon name={room.icon} /><span>{t(`administration:${room.key}.short`)}</span><Waiting room={room} n={countOf(room, attention)} /></Link></li>)}</ul>
            </div>
          );
        })}
      </div>
    </nav>
  );
}

/** The frame of every room: heading, the way to the others, and for whom it is. */
export function AdminRoom({ room, lead, children }: { room: Room['key']; lead: ReactNode; children: ReactNode }): ReactNode {
  const { data: session } = useSession();
  const here = ROOMS.find(({ key }) => key === room) as Room;
  const mayEnter = useMayEnter(here.roles);
  if (session === null) return <SignInFirst />;
  if (!session || mayEnter === undefined) return <div className="wrap page-narrow"><Bones rows={3} /></div>;
  if (!mayEnter) return <NotForYou session={session} />;
  const rooms = ROOMS.filter(({ roles }) => session.roles.some((role) => (roles as readonly string[]).includes(role)));
  const alone = rooms.length === 1;
  return (
    <div className={alone ? 'wrap work-page' : 'admin'}>
      <PageHead title={t(`administration:${room}.title`)} />
      {!alone && <Rail rooms={rooms} here={here} />}
      <div className={alone ? undefined : 'admin-main'}>
        <div className="work-top">
          <div><h1 className="h-work">{t(`administration:${room}.title`)}</h1><p className="small muted" aria-live="polite">{lead}</p></div>
          {alone && session.roles.includes('moderator') && <Link className="btn btn-quiet btn-dense push" to="/moderation" search={{}}>{t('nav.moderation')}</Link>}
        </div>
        {children}
      </div>
    </div>
  );
}

/** `/admin` leads to the first room of an administrator; others are told why not. */
export function AdminDoorPage(): ReactNode {
  const { data: session } = useSession();
  if (session === null) return <SignInFirst />;
  if (!session) return <div className="wrap page-narrow"><Bones rows={3} /></div>;
  return session.roles.includes('administrator') ? <Navigate to={ROOMS[0].to} search={{}} replace /> : <NotForYou session={session} />;
}
