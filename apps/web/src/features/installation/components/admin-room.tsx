import { Link, Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { PageHead } from '../../../components/page.js';
import { RailCount, RoomRail } from '../../../components/room-rail.js';
import { Bones } from '../../../components/states.js';
import { t } from '../../../lib/words.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { hasRole, useMayEnter, useSession, type StaffRole } from '../../identity/api/session.js';
import { useAttention, type Attention } from '../api/health.js';
import './administration.css';
import { NotForYou } from './not-for-you.js';

const GROUPS = ['state', 'lists', 'staff', 'installation'] as const;
/** Rooms of the administration, and who finds them; the server decides again. */
const ROOMS = [
  { to: '/admin/health', key: 'health', group: 'state', icon: 'clock', roles: ['administrator'] },
  { to: '/admin/jobs', key: 'jobs', group: 'state', icon: 'rows', counts: 'stoppedJobs', roles: ['administrator'] },
  { to: '/admin/mails', key: 'mails', group: 'state', icon: 'mail', roles: ['administrator'] },
  { to: '/admin/cards', key: 'cards', group: 'state', icon: 'rows', roles: ['administrator'] },
  {
    to: '/admin/weights',
    key: 'weights',
    group: 'state',
    icon: 'bench',
    counts: 'weightsToSign',
    roles: ['administrator'],
  },
  { to: '/admin/catalogue', key: 'catalogue', group: 'lists', icon: 'list', roles: ['administrator'] },
  { to: '/admin/places', key: 'places', group: 'lists', icon: 'pin', roles: ['administrator'] },
  { to: '/admin/texts', key: 'texts', group: 'lists', icon: 'copy', roles: ['administrator'] },
  {
    to: '/admin/people',
    key: 'people',
    group: 'staff',
    icon: 'people',
    counts: 'sleepingRoles',
    roles: ['administrator'],
  },
  {
    to: '/admin/requests',
    key: 'requests',
    group: 'staff',
    icon: 'paper',
    counts: 'erasureRequests',
    roles: ['administrator'],
  },
  { to: '/admin/audit', key: 'audit', group: 'staff', icon: 'shield', roles: ['administrator', 'moderator'] },
  { to: '/admin/first-day', key: 'firstDay', group: 'installation', icon: 'check', roles: ['administrator'] },
] as const satisfies readonly {
  to: string;
  key: string;
  group: (typeof GROUPS)[number];
  icon: string;
  counts?: Exclude<keyof Attention, 'erasureDaysLeft'>;
  roles: readonly StaffRole[];
}[];
type Room = (typeof ROOMS)[number];

const countOf = (room: Room, attention: Attention | undefined): number =>
  'counts' in room && attention ? attention[room.counts] : 0;

/** The ways to the other rooms, with what waits in them. */
function Rail({ rooms, here }: { rooms: readonly Room[]; here: Room }): ReactNode {
  const attention = useAttention(useMayEnter(['administrator']) ?? false).data;
  const waiting = rooms.reduce((sum, room) => sum + countOf(room, attention), 0);
  const item = (room: Room): ReactNode => {
    const n = countOf(room, attention);
    return (
      <Link
        className="item"
        to={room.to}
        search={{}}
        activeOptions={{ includeSearch: false }}
        aria-current={room.key === here.key ? 'page' : undefined}
      >
        <Icon name={room.icon} />
        <span>{t(`administration:${room.key}.short`)}</span>
        <RailCount n={n} said={n > 0 ? t(`administration:${room.key}.attention`, { count: n }) : ''} />
      </Link>
    );
  };
  const groups = GROUPS.map((group) => ({
    key: group,
    title: t(`administration:group.${group}`),
    items: rooms.filter((room) => room.group === group).map((room) => ({ key: room.key, link: item(room) })),
  }));
  return (
    <RoomRail
      label={t('administration:rooms')}
      groups={groups}
      here={t(`administration:${here.key}.short`)}
      all={t('administration:allRooms')}
      waiting={waiting}
    />
  );
}

/** The frame of every room: heading, the way to the others, and for whom it is. */
export function AdminRoom({
  room,
  lead,
  children,
}: {
  room: Room['key'];
  lead: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { data: session } = useSession();
  const here = ROOMS.find(({ key }) => key === room) as Room;
  const mayEnter = useMayEnter(here.roles);
  if (session === null) return <SignInFirst />;
  if (!session || mayEnter === undefined)
    return (
      <div className="wrap page-narrow">
        <Bones rows={3} />
      </div>
    );
  if (!mayEnter) return <NotForYou session={session} />;
  const rooms = ROOMS.filter(({ roles }) => hasRole(session, roles));
  const alone = rooms.length === 1;
  return (
    <div className={alone ? 'wrap work-page' : 'room'}>
      <PageHead title={t(`administration:${room}.title`)} />
      {!alone && <Rail rooms={rooms} here={here} />}
      <div className={alone ? undefined : 'room-main admin-main'}>
        <div className="work-top">
          <div>
            <h1 className="h-work">{t(`administration:${room}.title`)}</h1>
            <p className="small muted" aria-live="polite">
              {lead}
            </p>
          </div>
          {alone && session.roles.includes('moderator') && (
            <Link className="btn btn-quiet btn-dense push" to="/moderation" search={{}}>
              {t('nav.moderation')}
            </Link>
          )}
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
  if (!session)
    return (
      <div className="wrap page-narrow">
        <Bones rows={3} />
      </div>
    );
  return session.roles.includes('administrator') ? (
    <Navigate to={ROOMS[0].to} search={{}} replace />
  ) : (
    <NotForYou session={session} />
  );
}
