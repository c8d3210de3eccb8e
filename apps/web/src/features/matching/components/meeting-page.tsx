import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import '../../../styles/meeting.css';
import { NotFoundPage } from '../../../app/not-found.js';
import { BalanceSheet } from '../../../components/balance.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { usePollMs } from '../../../lib/live-line.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { LegPanel } from '../../deliveries/components/leg-panel.js';
import { useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useNeed } from '../../needs/api/needs.js';
import { useMeeting, type Meeting } from '../api/meeting.js';
import { amountWord, standingOf } from '../standing.js';
import { GiverWords } from './giver-words.js';
import { Entered } from './hand-over-page.js';
import { HandOverPictures } from './hand-over-pictures.js';
import { MatchActions } from './match-actions.js';
import { MatchMessages } from './match-messages.js';
import { MatchTag, ShiftLink, WhatNext } from './match-state.js';
import { MeetingContacts } from './meeting-contacts.js';
import { MeetingPapers } from './meeting-papers.js';
import { MeetingPath } from './meeting-path.js';
import { MeetingPayment } from './meeting-payment.js';
import { MeetingTicket } from './meeting-ticket.js';

function lead(meeting: Meeting): string {
  const { status, handOver, side, shift } = meeting;
  if (!side) return t('meeting:notASide');
  if (shift && (status === 'accepted' || status === 'delivered')) return t(`meeting:lead.shift.${status}`);
  if (status !== 'accepted') return t(`meeting:lead.${standingOf(meeting)}`);
  if (meeting.gift) return t(`meeting:lead.gift.${meeting.gift.provider}.${side}`);
  if (meeting.need.kind === 'money') return t(`meeting:lead.pay.${side}`);
  if (!handOver) return t('meeting:lead.choose');
  return t(
    handOver.agreed
      ? 'meeting:lead.meet'
      : handOver.proposedBy === side
        ? 'meeting:lead.theirAnswer'
        : 'meeting:lead.yourAnswer',
  );
}

function Crumbs({ meeting }: { meeting: Meeting }): ReactNode {
  const org = meeting.need.organization;
  const member = useSession().data?.memberships.some(({ organization }) => organization.id === org.id) ?? false;
  if (meeting.side !== 'donor' && !member) return null; // a moderator has no desk there
  return (
    <nav aria-label={t('nav.path')}>
      <ol className="crumbs">
        {meeting.side === 'donor' ? (
          <>
            <li>
              <Link to="/me">{t('offers:account')}</Link>
            </li>
            <li>
              <Link to="/offer/$id" params={{ id: meeting.offer.id }}>
                {t('meeting:offer')}
              </Link>
            </li>
          </>
        ) : (
          <li>
            <Link to="/desk/$org" params={{ org: org.id }} search={{}}>
              {org.shortName}
            </Link>
          </li>
        )}
      </ol>
    </nav>
  );
}

/** What the match is about, and for whom. */
function About({ meeting }: { meeting: Meeting }): ReactNode {
  const places = useCatalogue('places');
  const { need } = meeting;
  const balance = useNeed(need.id).data?.balance;
  return (
    <section className="sheet pad" aria-labelledby="about">
      <h2 className="h-small" id="about">
        <Link to="/needs/$id" params={{ id: need.id }}>
          {typograph(need.title)}
        </Link>
      </h2>
      <p className="small muted gap-top-1">
        {[need.organization.shortName, placeName(places.get(need.place), PENDING_NAME)].join(' · ')}
      </p>
      {balance && (
        <div className="gap-top-4">
          <BalanceSheet balance={balance} kind={need.kind} />
        </div>
      )}
      <p className="small gap-top-3">{t('meeting:yours', { amount: meeting.text })}</p>
      <GiverWords offer={meeting.offer} className="gap-top-3" />
    </section>
  );
}

/** The verbs of the match, and what taking a promise back costs and whom. */
function Verbs({ meeting }: { meeting: Meeting }): ReactNode {
  const side = meeting.side ?? 'organization';
  if (!meeting.side && meeting.can.length === 0 && !meeting.bank) return null;
  return (
    <section className="sheet pad" aria-labelledby="verbs">
      <h2 className="h-small" id="verbs">
        {t('meeting:next')}
      </h2>
      {meeting.side && (
        <div className="gap-top-3">
          <WhatNext match={meeting} side={side} />
        </div>
      )}
      {meeting.gift && side === 'donor' && (
        <p className="small gap-top-3">
          <Link to="/gifts/$code" params={{ code: meeting.gift.code }}>
            {t('meeting:toGift')}
          </Link>
        </p>
      )}
      {meeting.can.includes('cancel') && (
        <p className="small muted gap-top-3">
          {t(
            meeting.gift
              ? `meeting:cancelCostsGift.${side}`
              : meeting.need.kind === 'money'
                ? `meeting:cancelCostsMoney.${side}`
                : `meeting:cancelCosts.${side}`,
          )}
        </p>
      )}
      <div className="gap-top-3">
        <MatchActions match={meeting} side={side} />
      </div>
      {meeting.bank && <p className="small muted gap-top-3">{t('meeting:bank', meeting.bank)}</p>}
    </section>
  );
}

/** A sign-up has its hour and place with its shift: nothing is left to agree on. */
function ShiftPart({ meeting }: { meeting: Meeting }): ReactNode {
  const places = useCatalogue('places');
  if (!meeting.shift) return null;
  return (
    <section className="sheet pad" aria-labelledby="shift">
      <h2 className="h-small" id="shift">
        {t('meeting:when')}
      </h2>
      <p className="gap-top-3 strong">
        <ShiftLink match={meeting} side={meeting.side} />
      </p>
      <p className="small muted">{placeName(places.get(meeting.need.place), PENDING_NAME)}</p>
      <p className="small gap-top-2">{t(`meeting:shiftSays.${meeting.side ?? 'donor'}`)}</p>
    </section>
  );
}

function Shown({ meeting }: { meeting: Meeting }): ReactNode {
  const { side, status } = meeting;
  const title = t('meeting:title', {
    amount: amountWord(meeting),
    organization: meeting.need.organization.shortName,
  });
  // Handed over, nobody meets any more; a shift has its own hour.
  const meets = meeting.need.kind !== 'money' && !meeting.shift && status === 'accepted';
  return (
    <>
      <PageHead title={title} />
      <Crumbs meeting={meeting} />
      <header className="page-head" aria-live="polite">
        <h1 className="h-page">{typograph(title)}</h1>
        <p className="lead">{lead(meeting)}</p>
        <p className="gap-top-3">
          <MatchTag match={meeting} />
        </p>
        <MeetingPath meeting={meeting} />
      </header>
      <div className="split split-meet">
        <div className="stack-6">
          {meeting.payment && (
            <MeetingPayment
              payment={meeting.payment}
              amount={meeting.text}
              side={side ?? 'organization'}
              gift={meeting.gift !== null}
            />
          )}
          {side && meets && <MeetingTicket meeting={meeting} />}
          {side && <ShiftPart meeting={meeting} />}
          <LegPanel meeting={meeting} />
          {side && <Entered meeting={meeting} />}
          {side && status === 'confirmed' && <HandOverPictures meeting={meeting} />}
          {side && <MeetingContacts meeting={meeting} />}
          {side && meeting.acceptedAt !== null && <MatchMessages match={meeting} side={side} />}
        </div>
        <aside className="stack-6" aria-label={t('meeting:next')}>
          <About meeting={meeting} />
          <Verbs meeting={meeting} />
          <MeetingPapers meeting={meeting} />
        </aside>
      </div>
    </>
  );
}

/** Where two sides that agreed find each other. */
export function MeetingPage(): ReactNode {
  const { id } = useParams({ from: '/matches/$id' });
  const { data: session } = useSession();
  const query = useMeeting(id, usePollMs());
  if (session === null) return <SignInFirst />;
  if (!session)
    return (
      <div className="wrap">
        <Bones rows={3} />
      </div>
    );
  if ((query.error as Problem | null)?.status === 404) return <NotFoundPage />;
  return (
    <div className="wrap page-meeting">
      <Loaded query={query}>{(meeting) => <Shown meeting={meeting} />}</Loaded>
    </div>
  );
}
