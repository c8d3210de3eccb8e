import type { MatchSide, MatchStatus } from '../match.entity.js';

/** Where an agreed hand-over stands, as an organization reads it in its week. */
export type HandOverState =
  'to-agree' | 'yours-to-answer' | 'theirs-to-answer' | 'agreed' | 'unmarked' | 'disputed' | 'done';

export interface ProposedWindow {
  readonly until: Date;
  readonly proposedBy: MatchSide;
  readonly agreed: boolean;
}

/** An agreed window that is over, and what the donor says was handed over, wait for the word of the organization. A window that nobody agreed to in time is to be agreed on anew. */
export function handOverState(status: MatchStatus, window: ProposedWindow | null, now: Date): HandOverState {
  if (status === 'confirmed') return 'done';
  if (status === 'disputed') return 'disputed';
  if (status === 'delivered') return 'unmarked';
  if (window === null) return 'to-agree';
  const over = window.until <= now;
  if (window.agreed) return over ? 'unmarked' : 'agreed';
  if (over) return 'to-agree';
  return window.proposedBy === 'donor' ? 'yours-to-answer' : 'theirs-to-answer';
}
