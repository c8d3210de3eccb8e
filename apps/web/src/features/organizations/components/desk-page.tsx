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
import { useMatches } from '../../matching/api/matches.js';
import { useNeeds } from '../../needs/api/needs.js';
import { DeskReports } from '../../reports/components/desk-reports.js';
import { DeskShifts } from '../../volunteering/components/desk-shifts.js';
import { useOrganization } from '../api/organizations.js';
import { CompanyDesk } from './company-desk.js';
import { DeskDeadlines } from './desk-deadlines.js';
import { DeskNeeds } from './desk-needs.js';

const route = getRouteApi('/desk/$org');
const OPEN = ['open', 'partly_met', 'met'];

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

function Strip({ needs, matches }: { needs: readonly Need[]; matches: readonly Match[] }): ReactNode {
  const figures: [string, number][] = [
    [t('organizations:openNeeds'), needs.filter((need) => OPEN.includes(need.status)).length],
    [t('organizations:toAnswer'), matches.filter((match) => match.can.includes('accept')).length],
    [t('organizations:onTheWay'), matches.filter((match) => match.status === 'accepted').length],
    [t('organizations:toConfirm'), matches.filter((match) => match.status === 'delivered').length],
  ];
  return (
    <dl className="strip">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

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
        {match.offer.donor}, {match.arrived?.text ?? match.text}
      </h2>
      <WhatNext match={match} side="organization" />
      <MeetingLink match={match} />
    </section>
  );
}

/** Answers of one need when the address names it, else of all of them. */
function Answers({ matches, need }: { matches: readonly Match[]; need: Need | undefined }): ReactNode {
  const { org } = route.useParams();
  const [done, setDone] = useState<Match | null>(null);
  const shown = need ? matches.filter((match) => match.need.id === need.id) : matches;
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
        matches={toAnswer(shown)}
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
        matches={shown.filter((match) => match.status === 'delivered' || match.status === 'disputed')}
        empty={t('organizations:nothingToConfirm')}
      />
      <MatchPanel
        id="way"
        onDone={setDone}
        title={t('organizations:way')}
        matches={shown.filter(
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
  const needs = useNeeds({ organization: org, limit: 200 }, Boolean(membership) && !gives);
  const matches = useMatches({ organization: org }, Boolean(membership) && !gives, usePollMs());
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
  const waiting = (matches.data?.items ?? []).filter((match) => match.can.includes('accept')).length;
  return (
    <div className="wrap-wide work-page">
      <PageHead title={t('organizations:desk')} />
      <div className="work-top">
        <div>
          <h1 className="h-work">{t('organizations:desk')}</h1>
          <p className="small muted" aria-live="polite">
            {organization.shortName || organization.name}. {t('organizations:waiting', { count: waiting })}
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
      <Strip needs={needs.data?.items ?? []} matches={matches.data?.items ?? []} />
      <div className="bench bench-wide bench-turned">
        <div>
          <Loaded query={matches}>
            {(page) => (
              <Answers matches={page.items} need={needs.data?.items.find((need) => need.id === search.need)} />
            )}
          </Loaded>
        </div>
        <div className="stack">
          <Loaded query={needs}>
            {(page) => (
              <DeskNeeds
                needs={page.items}
                matches={matches.data?.items ?? []}
                org={org}
                show={search.show}
                selected={search.need}
              />
            )}
          </Loaded>
          {meets && <DeskWeek org={org} />}
          <DeskDeadlines org={org} needs={needs.data?.items ?? []} matches={matches.data?.items ?? []} />
          <DeskReports org={org} />
          {needs.data?.items.some(({ kind }) => kind === 'time') && <DeskShifts org={org} />}
        </div>
      </div>
    </div>
  );
}
