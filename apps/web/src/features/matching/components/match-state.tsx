import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import { Tag } from '../../../components/marks.js';
import type { Match } from '../../../lib/api-types.js';
import { dayTime } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { whenOf } from '../../volunteering/components/shift-parts.js';
import { amountWord, standingOf, standingWord } from '../standing.js';
import type { Side } from './match-actions.js';

const LOOK: Record<string, '' | 'good' | 'wait' | 'warn' | 'line'> = {
  proposed: '',
  held: 'wait',
  accepted: 'good',
  delivered: 'wait',
  silent: 'warn',
  nothing: 'line',
  confirmed: 'good',
  declined: 'line',
  expired: 'line',
  cancelled: 'line',
  disputed: 'warn',
};

export function MatchTag({ match }: { match: Match }): ReactNode {
  return <Tag look={LOOK[standingOf(match)] ?? ''}>{standingWord(match)}</Tag>;
}

/** Statuses in which both have said yes: their page says how to meet. */
const MEETING = new Set(['held', 'accepted', 'delivered', 'disputed', 'confirmed', 'cancelled']);

/** When somebody who signed up comes, and the way there: to the list of the shift for those who run it. */
export function ShiftLink({ match: { shift, need }, side }: { match: Match; side: Side | null }): ReactNode {
  if (!shift) return null;
  const words = t('meeting:shift', { when: whenOf(shift) });
  return side === 'organization' ? (
    <Link to="/desk/$org/shifts/$id" params={{ org: need.organization.id, id: shift.id }}>
      {words}
    </Link>
  ) : (
    <Link to="/shifts/$id" params={{ id: shift.id }}>
      {words}
    </Link>
  );
}

/** The way to the page of the meeting, from wherever a match is listed. */
export function MeetingLink({ match, side }: { match: Match; side: Side }): ReactNode {
  if (!MEETING.has(match.status)) return null;
  return (
    <p className="small gap-top-2">
      {match.shift && (
        <>
          <ShiftLink match={match} side={side} />
          {' · '}
        </>
      )}
      <Link to="/matches/$id" params={{ id: match.id }}>
        {t(
          match.shift
            ? 'meeting:linkShift'
            : match.status !== 'accepted'
              ? 'meeting:link'
              : match.need.kind === 'money'
                ? 'meeting:linkMoney'
                : 'meeting:linkAgreed',
        )}
      </Link>
    </p>
  );
}

/** To what became of it, for the giver. */
export function ReportedLink({ match }: { match: Match }): ReactNode {
  if (standingOf(match) !== 'confirmed' || match.need.status !== 'reported') return null;
  return (
    <p className="small gap-top-2" data-report-link>
      <Link to="/needs/$id" params={{ id: match.need.id }} hash="report">
        {t('matching:report')}
      </Link>
    </p>
  );
}

/** After a receipt, for the organization: what the need still lacks, or the report that it owes. */
function AfterReceipt({ match: { need } }: { match: Match }): ReactNode {
  if (need.status === 'met')
    return (
      <p className="small">
        {t('matching:after.report', { need: typograph(need.title) })}{' '}
        <Link to="/desk/$org/reports" params={{ org: need.organization.id }} search={{}}>
          {t('matching:after.toReports')}
        </Link>
      </p>
    );
  if (need.open === 0) return null;
  return (
    <p className="small">
      {t('matching:after.open', { need: typograph(need.title), amount: need.openText })}{' '}
      <Link to="/needs/$id" params={{ id: need.id }}>
        {t('matching:after.toNeed')}
      </Link>
    </p>
  );
}

/** What a moderator decided is told as theirs. */
const DECIDED: Record<string, string> = { confirmed: 'decided', nothing: 'decidedNothing', cancelled: 'decidedBack' };

function nextOf(match: Match, mine: boolean): string {
  const { status, need, endedBy, shift } = match;
  if (shift && (status === 'accepted' || status === 'delivered')) return `${status}Shift`;
  if (status === 'accepted' && need.kind === 'money') return 'acceptedMoney';
  if (status === 'held') return mine ? 'heldMine' : 'heldTheirs';
  const standing = standingOf(match);
  return (endedBy === 'moderator' ? DECIDED[standing] : undefined) ?? standing;
}

/** A gift by QR code is agreed from the beginning, and found in a statement of the bank: nobody says that it was sent. */
function giftNext({ gift, status, endedBy }: Match): string | null {
  if (gift?.provider !== 'bank') return null;
  if (status === 'accepted') return 'acceptedGift';
  if (status === 'expired') return 'expiredGift';
  return status === 'cancelled' && endedBy === 'donor' ? 'cancelledGift' : null;
}

/** What happens next, and until when; the deadline is shown on the clock of the region. */
export function WhatNext({ match, side }: { match: Match; side: Side }): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  if (match.status === 'proposed') return null;
  const mine = match.can.includes('accept');
  const key = giftNext(match) ?? nextOf(match, mine);
  const ended = ['declined', 'expired', 'cancelled', 'nothing'].includes(standingOf(match));
  // Of a gift nothing goes back: what is not transferred was never given.
  const back = !ended && match.arrived && !match.gift ? match.amount - match.arrived.amount - match.arrived.lost : 0;
  return (
    <div tabIndex={-1} data-outcome={`${match.id} ${match.status}`}>
      <Notice
        look={
          match.withModerator
            ? 'bad'
            : ended
              ? 'info'
              : match.status === 'confirmed' || match.status === 'accepted'
                ? 'good'
                : 'wait'
        }
      >
        <p>
          {t(`matching:next.${side}.${key}`, { amount: amountWord(match) })}
          {match.arrived && match.arrived.lost > 0 && (
            <> {t('matching:lostOnTheWay', { amount: match.arrived.lostText })}</>
          )}
          {back > 0 && <> {t('matching:wentBack', { amount: amounts.say(back, match.unit) })}</>}
        </p>
        {match.decided && <p className="small break">{t('matching:moderatorWrote', { words: match.decided })}</p>}
        {match.deadline && !ended && match.status !== 'confirmed' && (
          <p className="small muted">{t('matching:until', { time: dayTime(match.deadline, zone) })}</p>
        )}
        {side === 'organization' && match.status === 'confirmed' && <AfterReceipt match={match} />}
      </Notice>
    </div>
  );
}
