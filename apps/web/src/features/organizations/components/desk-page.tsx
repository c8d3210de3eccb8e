import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Icon } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Match, Need } from '../../../lib/api-types.js';
import { count } from '../../../lib/amount.js';
import { usePollMs } from '../../../lib/live-line.js';
import { t } from '../../../lib/words.js';
import { TripHoursWait } from '../../deliveries/components/trip-hours-wait.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { DeskWeek } from '../../matching/components/hand-over-week.js';
import { MeetingLink, WhatNext } from '../../matching/components/match-state.js';
import { OfferedMatch } from '../../matching/components/proposal.js';
import { useDeskCounts, type AnswersPage } from '../../matching/api/desk.js';
import { useMatches, type MatchesOf } from '../../matching/api/matches.js';
import { amountWord } from '../../matching/standing.js';
import { DeskReports } from '../../reports/components/desk-reports.js';
import { DeskShifts } from '../../volunteering/components/desk-shifts.js';
import { useOrganization } from '../api/organizations.js';
import { CompanyDesk } from './company-desk.js';
import { DeskDeadlines } from './desk-deadlines.js';
import { DeskNeeds, useRunningCount, useRunningNeeds } from './desk-needs.js';

const route = getRouteApi('/desk/$org');
/** A donor's yes that waits comes first, the one that lapses soonest on top; then what the engine proposes, best first. */
function toAnswer(matches: readonly Match[]): Match[] {
  return matches
    .filter((match) => match.can.includes('accept'))
    .sort(
      (a, b) =>
        Number(b.status === 'held') - Number(a.status === 'held') ||
        (a.status === 'held' ? (a.deadline ?? '').localeCompare(b.deadline ?? '') : b.score - a.score),
    );
}

/** What is counted in all, whatever the page shows of it. */
function Strip({ org, counts }: { org: string; counts: AnswersPage | undefined }): ReactNode {
  const figures: [string, string | undefined][] = [
    [t('organizations:openNeeds'), useRunningCount(org)],
    [t('organizations:toAnswer'), counts && count(counts.waiting)],
    [t('organizations:onTheWay'), counts && count(counts.onTheWay)],
    [t('organizations:toConfirm'), counts && count(counts.toConfirm)],
  ];
  return (
    <dl className="strip">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? '…'}</dd>
        </div>
      ))}
    </dl>
  );
}

/** To what somebody has said yes. */
const SAID: MatchesOf['status'] = ['held', 'accepted', 'delivered', 'disputed'];
/** So many proposals stand open; a donor's yes is never folded away. */
const SHOWN = 3;

function MatchPanel({
  title,
  matches,
  empty,
  id,
  all,
  onDone,
}: {
  title: string;
  matches: readonly Match[];
  empty: string;
  id: string;
  all?: ReactNode;
  onDone: (match: Match) => void;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const proposed = matches.filter((match) => match.status === 'proposed');
  const folded = proposed.slice(SHOWN);
  const shown = matches.filter((match) => !folded.includes(match));
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 className="h-dense" id={id}>
          {title}
        </h2>
        {matches.length > 0 && <span className="small muted">{count(matches.length)}</span>}
        {all && <span className="push small">{all}</span>}
      </div>
      {matches.length === 0 ? (
        <p className="panel-body small muted">{empty}</p>
      ) : (
        shown.map((match) => <OfferedMatch key={match.id} match={match} withNeed onDone={onDone} />)
      )}
      {folded.length > 0 && (
        <details className="panel-more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t('organizations:moreProposals', { count: folded.length })}</summary>
          {folded.map((match) => (
            <OfferedMatch key={match.id} match={match} withNeed onDone={onDone} />
          ))}
        </details>
      )}
    </section>
  );
}

/** Of these no list of the desk has a row any more. */
const OVER = ['confirmed', 'declined', 'expired', 'cancelled'];

/** What became of the row that was answered last and is gone with its answer. */
function Outcome({ match }: { match: Match }): ReactNode {
  return (
    <section className="panel panel-body" aria-labelledby="done">
      <h2 className="h-dense gap-below-2" id="done">
        {match.offer.donor}, {amountWord(match)}
      </h2>
      <WhatNext match={match} side="organization" />
      <MeetingLink match={match} side="organization" />
    </section>
  );
}

/** Answers of one need when the address names it, else of all of them. */
function Answers({ matches, need }: { matches: readonly Match[]; need: Need | undefined }): ReactNode {
  const { org } = route.useParams();
  const [done, setDone] = useState<Match | null>(null);
  return (
    <div className="stack">
      {need && (
        <p className="row row-wrap small">
          <span>{t('organizations:onlyFor', { title: need.title })}</span>
          <Link to="/desk/$org" params={{ org }} search={(old) => ({ ...old, need: undefined })}>
            {t('organizations:showAll')}
          </Link>
        </p>
      )}
      {done && OVER.includes(done.status) && <Outcome match={done} />}
      <MatchPanel
        id="answer"
        onDone={setDone}
        title={t('organizations:answer')}
        matches={toAnswer(matches)}
        empty={t('organizations:nothingToAnswer')}
        all={
          <Link to="/desk/$org/offers" params={{ org }} search={{}}>
            {t('organizations:allOf.answers')}
          </Link>
        }
      />
      <MatchPanel
        id="confirm"
        onDone={setDone}
        title={t('organizations:confirm')}
        matches={matches.filter((match) => match.status === 'delivered' || match.status === 'disputed')}
        empty={t('organizations:nothingToConfirm')}
      />
      <MatchPanel
        id="way"
        onDone={setDone}
        title={t('organizations:way')}
        matches={matches.filter(
          (match) => match.status === 'accepted' || (match.status === 'held' && !match.can.includes('accept')),
        )}
        empty={t('organizations:nothingOnTheWay')}
        all={
          <Link to="/desk/$org/handovers" params={{ org }} search={{}}>
            {t('organizations:allOf.handOvers')}
          </Link>
        }
      />
    </div>
  );
}

export function DeskPage(): ReactNode {
  const { org } = route.useParams();
  const search = route.useSearch();
  const { data: session } = useSession();
  const membership = session?.memberships.find(({ organization }) => organization.id === org);
  const gives = useOrganization(org, Boolean(membership)).data?.gives;
  const asks = Boolean(membership) && !gives;
  const pollMs = usePollMs();
  const needs = useRunningNeeds(org, asks);
  const of = search.need ? { need: search.need } : { organization: org };
  const proposed = useMatches({ ...of, status: ['proposed'] }, asks, pollMs);
  const said = useMatches({ ...of, status: SAID }, asks, pollMs);
  const counts = useDeskCounts(org, asks, pollMs).data;
  if (session === null) return <SignInFirst />;
  if (session && !membership) return <NotFoundPage />;
  if (!membership)
    return (
      <div className="wrap page-narrow">
        <Bones rows={3} />
      </div>
    );
  const { organization } = membership;
  if (gives) return <CompanyDesk organization={organization} />;
  const meets = membership.role !== 'accountant';
  return (
    <div className="wrap-wide work-page">
      <PageHead title={t('organizations:desk')} />
      <div className="work-top">
        <div>
          <h1 className="h-work">{t('organizations:desk')}</h1>
          <p className="small muted" aria-live="polite">
            {organization.shortName || organization.name}.{' '}
            {counts && t('organizations:waiting', { count: counts.waiting })}
          </p>
        </div>
        <div className="row row-wrap push">
          <Link className="btn btn-main" to="/desk/$org/needs/new" params={{ org }}>
            <Icon name="plus" />
            {t('organizations:newNeed')}
          </Link>
        </div>
      </div>
      {organization.status && organization.status !== 'verified' && (
        <div className="gap-below-4">
          <Notice look="wait">
            <p>
              {t(`organizations:deskStatus.${organization.status}`)}{' '}
              <Link to="/desk/$org/record" params={{ org }}>
                {t('organizations:openRecord')}
              </Link>
            </p>
          </Notice>
        </div>
      )}
      {meets && <TripHoursWait org={org} />}
      <Strip org={org} counts={counts} />
      <div className="bench bench-wide bench-turned">
        <div>
          <Loaded query={proposed}>
            {({ items }) => (
              <Loaded query={said}>
                {(page) => (
                  <Answers
                    matches={[...page.items, ...items]}
                    need={needs.data?.items.find((need) => need.id === search.need)}
                  />
                )}
              </Loaded>
            )}
          </Loaded>
        </div>
        <div className="stack">
          <DeskNeeds
            waiting={new Map(counts?.byNeed.map((one) => [one.need, one.waiting]))}
            org={org}
            show={search.show}
            selected={search.need}
          />
          {meets && <DeskWeek org={org} />}
          <DeskDeadlines org={org} needs={needs} matches={said} />
          <DeskReports org={org} />
          {needs.data?.items.some(({ kind }) => kind === 'time') && <DeskShifts org={org} />}
        </div>
      </div>
    </div>
  );
}
