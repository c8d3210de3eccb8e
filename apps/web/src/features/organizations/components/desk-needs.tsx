import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BalanceBar } from '../../../components/balance.js';
import { KindMark, Tag } from '../../../components/marks.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Need, Page } from '../../../lib/api-types.js';
import { count } from '../../../lib/amount.js';
import { day } from '../../../lib/dates.js';
import { daysUntil } from '../../../lib/days-until.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, nameOf, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { useNeedCount, useNeeds, type NeedCount } from '../../needs/api/needs.js';
import { CopyNeed } from '../../needs/components/copy-need.js';
import { NeedVerbs } from '../../needs/components/need-verbs.js';
import './desk-needs.css';

/** In each group of the desk: those that run, those that are not open yet, those that are over. */
const GROUPS = {
  open: ['open', 'partly_met', 'met'],
  drafts: ['draft', 'returned', 'in_review'],
  closed: ['reported', 'closed', 'withdrawn', 'expired'],
} satisfies Record<string, Need['status'][]>;
type Group = keyof typeof GROUPS;
const isGroup = (value: string | undefined): value is Group => value !== undefined && value in GROUPS;

/** Those that run, the one that ends first before the others; what ends by when is counted from them. */
export const useRunningNeeds = (org: string, enabled: boolean): UseQueryResult<Page<Need>> =>
  useNeeds({ organization: org, status: GROUPS.open, sort: 'deadline', limit: 200 }, enabled);

/** How many run, as exact as they are counted. */
export const useRunningCount = (org: string): string | undefined => counted(useNeedCount(countOf(org, 'open')).data);

const countOf = (org: string, group: Group): { organization: string; status: Need['status'][] } => ({
  organization: org,
  status: GROUPS[group],
});
const counted = (found: NeedCount | undefined): string | undefined =>
  found && `${count(found.needs)}${found.more ? '+' : ''}`;

interface Props {
  /** How many wait for each need. */
  waiting: ReadonlyMap<string, number>;
  org: string;
  show: string | undefined;
  selected: string | undefined;
}

function NeedLine({
  need,
  waiting,
  org,
  show,
  on,
}: {
  need: Need;
  waiting: number;
  org: string;
  show: Group;
  on: boolean;
}): ReactNode {
  const amounts = useAmounts();
  const categories = useCatalogue('categories');
  const zone = useCatalogue('places').get(need.place)?.timeZone;
  const say = (amount: number): string => amounts.say(amount, need.balance.unit);
  const soon = show === 'open' && daysUntil(need.deadline, zone) <= 16;
  return (
    <tr
      className={on ? 'is-on' : undefined}
      tabIndex={-1}
      data-after={`${need.id} ${need.status}`}
      data-need={need.id}
      data-status={need.status}
    >
      <td className="first-cell">
        <span className="row row-top">
          <KindMark kind={need.kind} />
          <span>
            <Link className="strong plain-link" to="/needs/$id" params={{ id: need.id }}>
              {typograph(need.title)}
            </Link>
            <br />
            <span className="tiny muted">
              {nameOf(categories.get(need.category), PENDING_NAME)}
              {need.status === 'returned' && need.returnReason ? `. ${need.returnReason}` : ''}
            </span>
          </span>
        </span>
      </td>
      <td className="bar-cell">
        <BalanceBar balance={need.balance} kind={need.kind} size="s" />
        <span className="tiny muted num">
          {t('organizations:sums', {
            received: say(need.balance.received),
            reserved: say(need.balance.reserved),
            open: say(need.balance.open),
          })}
        </span>
      </td>
      <td className={`due-cell nowrap${soon ? ' warn strong' : ''}`}>
        <span className="only-narrow">{t('organizations:due')}: </span>
        {day(need.deadline, zone)}
      </td>
      <td className="r">
        {show === 'open' &&
          (waiting > 0 ? (
            <Link to="/desk/$org/offers" params={{ org }} search={{ need: need.id }}>
              <Tag look="wait">{t('organizations:new', { count: waiting })}</Tag>
            </Link>
          ) : (
            <span className="faint">—</span>
          ))}
        {show === 'drafts' &&
          (need.can.includes('submit') ? (
            <NeedVerbs need={need} dense />
          ) : (
            <Tag look={need.status === 'returned' ? 'warn' : 'wait'}>{t(`needs:status.${need.status}`)}</Tag>
          ))}
        {show === 'closed' && (
          <>
            <Tag>{t(`needs:status.${need.status}`)}</Tag>
            <CopyNeed id={need.id} dense />
          </>
        )}
      </td>
    </tr>
  );
}

/** So many stand on the desk; all of them have a page of their own. */
const SHOWN = 8;

function Tab({ group, org, on }: { group: Group; org: string; on: boolean }): ReactNode {
  const found = counted(useNeedCount(countOf(org, group)).data);
  return (
    <Link to="/desk/$org" params={{ org }} search={{ show: group }} aria-current={on ? 'true' : undefined}>
      {t(group === 'open' ? 'organizations:openNeeds' : `organizations:group.${group}`)} {found}
    </Link>
  );
}

function Rows({
  needs,
  show,
  waiting,
  org,
  selected,
}: Pick<Props, 'waiting' | 'org' | 'selected'> & { needs: readonly Need[]; show: Group }): ReactNode {
  if (needs.length === 0) return <p className="panel-body small muted">{t(`organizations:groupEmpty.${show}`)}</p>;
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('organizations:needs')}>
        <table className="ledger ledger-dense ledger-stack desk-needs" data-show={show}>
          <thead>
            <tr>
              <th scope="col">{t('organizations:what')}</th>
              <th scope="col">{t('organizations:cameHeld')}</th>
              <th scope="col">{t('organizations:due')}</th>
              <th scope="col" className="r">
                {t(`organizations:last.${show}`)}
              </th>
            </tr>
          </thead>
          <tbody>
            {needs.slice(0, SHOWN).map((need) => (
              <NeedLine
                key={need.id}
                need={need}
                org={org}
                show={show}
                on={need.id === selected}
                waiting={waiting.get(need.id) ?? 0}
              />
            ))}
          </tbody>
        </table>
      </div>
      {needs.length > SHOWN && (
        <p className="panel-foot">
          <Link to="/desk/$org/needs" params={{ org }} search={{ show }}>
            {t('organizations:allOf.needs')}
          </Link>
        </p>
      )}
    </>
  );
}

export function DeskNeeds({ waiting, org, show: asked, selected }: Props): ReactNode {
  const show: Group = isGroup(asked) ? asked : 'open';
  const running = useRunningNeeds(org, true);
  const others = useNeeds({ ...countOf(org, show), limit: SHOWN + 1 }, show !== 'open');
  return (
    <section className="panel" aria-labelledby="needs">
      <div className="panel-head">
        <h2 className="h-dense" id="needs">
          {t('organizations:needs')}
        </h2>
        <nav className="seg seg-dense push" aria-label={t('organizations:needs')}>
          {(Object.keys(GROUPS) as Group[]).map((group) => (
            <Tab key={group} group={group} org={org} on={group === show} />
          ))}
        </nav>
      </div>
      <Loaded query={show === 'open' ? running : others} bones={<Bones rows={3} />}>
        {({ items }) => <Rows needs={items} show={show} waiting={waiting} org={org} selected={selected} />}
      </Loaded>
    </section>
  );
}
