import type { ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import { Tag } from '../../../components/marks.js';
import type { Match } from '../../../lib/api-types.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import type { Side } from './match-actions.js';

const LOOK: Record<string, '' | 'good' | 'wait' | 'warn' | 'line'> = {
  proposed: '', held: 'wait', accepted: 'good', delivered: 'wait', confirmed: 'good', declined: 'line', expired: 'line', cancelled: 'line', disputed: 'warn',
};

export function MatchTag({ match }: { match: Match }): ReactNode {
  return <Tag look={LOOK[match.status] ?? ''}>{t(`matching:status.${match.status}`)}</Tag>;
}

/** What happens next, and until when; the deadline is shown on the reader's clock. */
export function WhatNext({ match, side }: { match: Match; side: Side }): ReactNode {
  if (match.status === 'proposed') return null;
  const mine = match.can.includes('accept');
  const key = match.status === 'held' ? (mine ? 'heldMine' : 'heldTheirs') : match.status;
  const ended = ['declined', 'expired', 'cancelled'].includes(match.status);
  return (
    <Notice look={match.status === 'disputed' ? 'bad' : ended ? 'info' : match.status === 'confirmed' || match.status === 'accepted' ? 'good' : 'wait'}>
      <p>{t(`matching:next.${side}.${key}`, { amount: match.text })}</p>
      {match.deadline && !ended && match.status !== 'confirmed' && <p className="small muted">{t('matching:until', { time: dayTime(match.deadline) })}</p>}
    </Notice>
  );
}
