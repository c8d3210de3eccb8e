import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { BalanceBar } from '../../../components/balance.js';
import { Icon, KindMark, Tag } from '../../../components/marks.js';
import { MorePages } from '../../../components/more-pages.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import type { Need } from '../../../lib/api-types.js';
import { count } from '../../../lib/amount.js';
import { day } from '../../../lib/dates.js';
import { daysUntil } from '../../../lib/days-until.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, nameOf, placeName, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { useDeskCounts } from '../../matching/api/desk.js';
import { useNeedCount, useNeedPages } from '../../needs/api/needs.js';
import { CopyNeed } from '../../needs/components/copy-need.js';
import { NeedVerbs } from '../../needs/components/need-verbs.js';

const route = getRouteApi('/desk/$org/needs');
const GROUPS = {
  open: ['open', 'partly_met'],
  met: ['met'],
  drafts: ['draft', 'returned', 'in_review'],
  closed: ['reported', 'closed', 'withdrawn', 'expired'],
} satisfies Record<string, Need['status'][]>;
type Group = keyof typeof GROUPS;
const isGroup = (value: string | undefined): value is Group => value !== undefined && value in GROUPS;
const ROWS = 20;
/** So long before it lapses a need asks to be renewed; so long before its end the day is marked. */
const RENEW_DAYS = 14;
const SOON_DAYS = 16;

/** The one thing that is to be done about a need now, or that it runs. */
function ToDo({
  need,
  org,
  waiting,
  zone,
}: {
  need: Need;
  org: string;
  waiting: number | undefined;
  zone: string | undefined;
}): ReactNode {
  if (waiting)
    return (
      <Link to="/desk/$org/offers" params={{ org }} search={{ need: need.id }}>
        {t('organizations:todo.waiting', { count: waiting })}
      </Link>
    );
  if (need.can.includes('submit')) return <NeedVerbs need={need} dense />;
  if (need.status === 'in_review') return <span className="muted">{t('organizations:todo.review')}</span>;
  if (need.can.includes('renew') && need.freshUntil && daysUntil(need.freshUntil, zone) <= RENEW_DAYS)
    return (
      <Link to="/needs/$id" params={{ id: need.id }}>
        <Tag look="wait">{t('organizations:todo.renew', { day: day(need.freshUntil, zone) })}</Tag>
      </Link>
    );
  if (need.status === 'met')
    return (
      <Link to="/needs/$id" params={{ id: need.id }}>
        {t('organizations:todo.met')}
      </Link>
    );
  if (['open', 'partly_met'].includes(need.status))
    return waiting === 0 && need.balance.open > 0 && need.balance.reserved === 0 ? (
      <Link to="/needs/$id" params={{ id: need.id }}>
        {t('organizations:todo.none')}
      </Link>
    ) : (
      <span className="muted">{t('organizations:todo.runs')}</span>
    );
  return (
    <>
      <Tag>{t(`needs:status.${need.status}`)}</Tag>
      <CopyNeed id={need.id} dense />
    </>
  );
}

function Row({ need, org, waiting }: { need: Need; org: string; waiting: number | undefined }): ReactNode {
  const amounts = useAmounts();
  const categories = useCatalogue('categories');
  const places = useCatalogue('places');
  const place = places.get(need.place);
  const soon =
    ['open', 'partly_met'].includes(need.status) &&
    need.balance.open > 0 &&
    daysUntil(need.deadline, place?.timeZone) <= SOON_DAYS;
  return (
    <tr tabIndex={-1} data-after={`${need.id} ${need.status}`} data-need={need.id} data-status={need.status}>
      <td className="first-cell">
        <span className="row row-top">
          <KindMark kind={need.kind} size="s" />
          <span>
            <Link className="strong plain-link" to="/needs/$id" params={{ id: need.id }}>
              {typograph(need.title)}
            </Link>
            <br />
            <span className="tiny muted">
              {[nameOf(categories.get(need.category), PENDING_NAME), placeName(place, need.place)].join('\u00a0· ')}
              {need.status === 'returned' && need.returnReason ? `. ${need.returnReason}` : ''}
            </span>
          </span>
        </span>
      </td>
      <td className="bar-cell">
        <BalanceBar balance={need.balance} kind={need.kind} size="s" />
      </td>
      <td className="r left-cell">
        <span className="only-narrow">{t('organizations:left')}: </span>
        {amounts.say(need.balance.open, need.balance.unit)}
      </td>
      <td className={`due-cell nowrap${soon ? ' warn strong' : ''}`}>
        <span className="only-narrow">{t('organizations:due')}: </span>
        {day(need.deadline, place?.timeZone)}
      </td>
      <td className="do-cell">
        <ToDo need={need} org={org} waiting={waiting} zone={place?.timeZone} />
      </td>
    </tr>
  );
}

function Tab({ group, org, on }: { group: Group; org: string; on: boolean }): ReactNode {
  const counted = useNeedCount({ organization: org, status: GROUPS[group] }).data;
  return (
    <Link to="/desk/$org/needs" params={{ org }} search={{ show: group }} aria-current={on ? 'true' : undefined}>
      {t(`organizations:group.${group}`)}
      {counted && ` ${count(counted.needs)}${counted.more ? '+' : ''}`}
    </Link>
  );
}

function Table({ org, group }: { org: string; group: Group }): ReactNode {
  const live = group === 'open';
  const pages = useNeedPages({
    organization: org,
    status: GROUPS[group],
    sort: live ? 'deadline' : undefined,
    limit: ROWS,
  });
  const awaited = useDeskCounts(org, live).data?.byNeed;
  const waitingFor = (need: string): number | undefined =>
    awaited ? (awaited.find((one) => one.need === need)?.waiting ?? 0) : undefined;
  return (
    <Loaded query={pages} bones={<Bones rows={6} height={52} />}>
      {({ pages: loaded }) => {
        const needs = loaded.flatMap((page) => page.items);
        if (needs.length === 0) return <Empty level={2} title={t(`organizations:groupEmpty.${group}`)} />;
        return (
          <>
            <div className="table-scroll" tabIndex={0} role="group" aria-label={t('organizations:needs')}>
              <table className="ledger ledger-dense ledger-stack">
                <thead>
                  <tr>
                    <th scope="col">{t('organizations:what')}</th>
                    <th scope="col">{t('organizations:gotHeld')}</th>
                    <th scope="col" className="r">
                      {t('organizations:left')}
                    </th>
                    <th scope="col">{t('organizations:due')}</th>
                    <th scope="col">{t('organizations:toDo')}</th>
                  </tr>
                </thead>
                <tbody>
                  {needs.map((need) => (
                    <Row key={need.id} need={need} org={org} waiting={waitingFor(need.id)} />
                  ))}
                </tbody>
              </table>
            </div>
            <div className="panel-foot">
              <MorePages pages={pages} />
            </div>
          </>
        );
      }}
    </Loaded>
  );
}

/** All needs of an organization by what is to be done about them, page by page. */
export function DeskNeedsPage(): ReactNode {
  const { org } = route.useParams();
  const { show } = route.useSearch();
  const { data: session } = useSession();
  const group: Group = isGroup(show) ? show : 'open';
  if (session === null) return <SignInFirst />;
  if (!session)
    return (
      <div className="wrap page-narrow">
        <Bones rows={3} />
      </div>
    );
  if (!session.memberships.some(({ organization }) => organization.id === org)) return <NotFoundPage />;
  return (
    <div className="wrap-wide work-page">
      <PageHead title={t('organizations:needs')} />
      <div className="work-top">
        <div>
          <h1 className="h-work">{t('organizations:needs')}</h1>
          <p className="small muted">{t(`organizations:groupLead.${group}`)}</p>
        </div>
        <div className="row row-wrap push">
          <Link className="btn btn-main" to="/desk/$org/needs/new" params={{ org }}>
            <Icon name="plus" />
            {t('organizations:newNeed')}
          </Link>
        </div>
      </div>
      <section className="panel" aria-label={t('organizations:needs')}>
        <div className="panel-head">
          <nav className="seg seg-dense" aria-label={t('organizations:groups')}>
            {(Object.keys(GROUPS) as Group[]).map((one) => (
              <Tab key={one} group={one} org={org} on={one === group} />
            ))}
          </nav>
        </div>
        <Table key={group} org={org} group={group} />
      </section>
    </div>
  );
}
