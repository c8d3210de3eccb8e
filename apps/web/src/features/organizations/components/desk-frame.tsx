import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { RailCount, RoomRail } from '../../../components/room-rail.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { useDeskCounts } from '../../matching/api/desk.js';
import { useOrganization } from '../api/organizations.js';

const GROUPS = ['work', 'account', 'organization'] as const;
/** Pages of the room of an organization. `can`: what the server lets the reader do there; without it for every member. `asks`: of those that ask for help; `gives`: of companies. */
const PAGES = [
  { to: '/desk/$org', label: 'organizations:room.today', group: 'work', icon: 'bench' },
  { to: '/desk/$org/offers', label: 'matching:desk.title', group: 'work', icon: 'hand', counts: true, asks: true },
  { to: '/desk/$org/handovers', label: 'meeting:week.title', group: 'work', icon: 'van', asks: true },
  { to: '/desk/$org/stock', label: 'stock:title', group: 'work', icon: 'box', can: 'edit-contacts', asks: true },
  { to: '/desk/$org/shifts', label: 'shiftsDesk:title', group: 'work', icon: 'week', asks: true },
  {
    to: '/desk/$org/hours',
    label: 'hoursDesk:title',
    group: 'work',
    icon: 'clock',
    can: 'edit-contacts',
    asks: true,
  },
  { to: '/desk/$org/deliveries', label: 'deliveries:desk.title', group: 'work', icon: 'arrow', asks: true },
  { to: '/desk/$org/needs', label: 'organizations:needs', group: 'work', icon: 'list', asks: true },
  { to: '/desk/$org/reports', label: 'reports:desk.title', group: 'work', icon: 'send', asks: true },
  { to: '/desk/$org/statement', label: 'statement:title', group: 'account', icon: 'rows' },
  { to: '/desk/$org/bank', label: 'payments:bank.title', group: 'account', icon: 'down', asks: true },
  { to: '/desk/$org/pledges', label: 'pledges:title', group: 'account', icon: 'send', gives: true },
  { to: '/desk/$org/account', label: 'organizations:account.title', group: 'account', icon: 'bank', asks: true },
  {
    to: '/desk/$org/walk-ins',
    label: 'walkIns:title',
    group: 'organization',
    icon: 'user',
    can: 'see-walk-ins',
    asks: true,
  },
  { to: '/desk/$org/resources', label: 'bookings:desk.title', group: 'organization', icon: 'key' },
  { to: '/desk/$org/people', label: 'organizations:members.title', group: 'organization', icon: 'people' },
  {
    to: '/desk/$org/papers',
    label: 'organizations:papers.short',
    group: 'organization',
    icon: 'shield',
    can: 'see-papers',
    asks: true,
  },
  {
    to: '/desk/$org/accepts',
    label: 'organizations:accepts.title',
    group: 'organization',
    icon: 'box',
    can: 'edit-contacts',
    asks: true,
  },
  { to: '/desk/$org/contacts', label: 'organizations:contacts.title', group: 'organization', icon: 'pin' },
  { to: '/desk/$org/documents', label: 'organization:documents.title', group: 'organization', icon: 'paper' },
  { to: '/desk/$org/record', label: 'organizations:form.edit', group: 'organization', icon: 'edit' },
] as const satisfies readonly {
  to: `/desk/$org${string}`;
  label: string;
  group: (typeof GROUPS)[number];
  icon: string;
  can?: string;
  counts?: true;
  asks?: true;
  gives?: true;
}[];
type RoomPage = (typeof PAGES)[number];

/** The entry that an address stands under: the longest that it begins with. */
const entryOf = (route: string): RoomPage =>
  PAGES.reduce<RoomPage>(
    (best, page) => (`${route}/`.startsWith(`${page.to}/`) && page.to.length > best.to.length ? page : best),
    PAGES[0],
  );

function DeskRail({ org, gives }: { org: string; gives: string }): ReactNode {
  const organization = useOrganization(org).data;
  const can: readonly string[] = organization?.can ?? [];
  const here = entryOf(useRouterState({ select: (state) => state.matches.at(-1)?.routeId ?? '' }));
  const waiting = useDeskCounts(org, true).data?.waiting ?? 0;
  const pages = PAGES.filter(
    (page) =>
      (!('can' in page) || can.includes(page.can)) &&
      !('asks' in page && organization?.gives) &&
      (!('gives' in page) || organization?.gives),
  );
  const item = (page: RoomPage): ReactNode => (
    <Link
      className="item"
      to={page.to}
      params={{ org }}
      search={{}}
      activeOptions={{ exact: true, includeSearch: false }}
      aria-current={page === here ? 'page' : undefined}
    >
      <Icon name={page.icon} />
      <span>{t(page.label)}</span>
      {'counts' in page && <RailCount n={waiting} said={t('organizations:waiting', { count: waiting })} />}
    </Link>
  );
  const groups = GROUPS.map((group) => ({
    key: group,
    title: group === 'organization' ? gives : t(`organizations:room.${group}`),
    items: pages.filter((page) => page.group === group).map((page) => ({ key: page.to, link: item(page) })),
  }));
  return (
    <RoomRail
      label={t('organizations:room.label')}
      groups={groups}
      here={t(here.label)}
      all={t('organizations:room.all')}
      waiting={waiting}
    />
  );
}

/** Every page of an organization's room, with the ways to the others beside it; to the person who is no member the page says itself that it is not there. */
export function DeskFrame({ org }: { org: string }): ReactNode {
  const membership = useSession().data?.memberships.find(({ organization }) => organization.id === org);
  return (
    <div className={membership && 'room'}>
      {membership && <DeskRail org={org} gives={membership.organization.shortName || membership.organization.name} />}
      <div className={membership && 'room-main'}>
        <Outlet />
      </div>
    </div>
  );
}
