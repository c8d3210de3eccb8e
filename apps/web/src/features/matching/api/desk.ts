import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, newKey, post, query, read } from '../../../lib/api.js';
import type { Kind, Match, Page, Photo } from '../../../lib/api-types.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';
import type { DeclineReason } from './matches.js';
import { proposeHandOver, type Slot } from './meeting.js';

/** A match that waits for the word of an organization: until `at`. Of an answered one `at` says when. */
export type Answer = Omit<Match, 'offer'> & { at: string; offer: Match['offer'] & { photos: Photo[] } };
export interface AnswersPage extends Page<Answer> {
  waiting: number;
  held: number;
  slots: Slot[];
  timeZone: string;
}
export type Stage = 'waiting' | 'answered';

const ROWS = 30;

/** What waits, the nearest time first; what was answered, the latest first. Further pages follow the ones that are there. */
export const useAnswers = (org: string, stage: Stage, need: string | undefined, enabled: boolean): Pages<Answer> =>
  useInfiniteQuery(
    pagesOf<Answer>(
      ['matches', 'desk', org, stage, need],
      (cursor) => `/organizations/${org}/answers${query({ stage, need, limit: ROWS, cursor })}`,
      enabled,
    ),
  );

/** One that stands on none of the pages that were asked for. */
export const useAnswer = (id: string, enabled: boolean): UseQueryResult<Answer> =>
  useQuery({
    queryKey: ['matches', 'desk', 'one', id],
    enabled,
    queryFn: ({ signal }) =>
      read<Answer>(`/matches/${encodeURIComponent(id)}`, signal).then((match) => ({
        ...match,
        at: match.endedAt ?? match.deadline ?? match.need.deadline,
      })),
  });

/** How many wait, for the menu. */
export const useAwaited = (org: string, enabled: boolean): UseQueryResult<AnswersPage> =>
  useQuery({
    queryKey: ['matches', 'desk', org, 'count'],
    enabled,
    queryFn: ({ signal }) => read<AnswersPage>(`/organizations/${org}/answers${query({ limit: 1 })}`, signal),
  });

export interface Yes {
  id: string;
  quantity: string;
  unit: string;
  slot: Slot | null;
}
/** The yes, and where it makes the match agreed the hour with it: `slot` is the one that was proposed. A yes stays one where its hour is refused. */
export async function sayYes(
  { id, quantity, unit, slot }: Yes,
  key: string,
): Promise<{ match: Match; slot: Slot | null }> {
  const match = await post<Match>(`/matches/${id}/accept`, { quantity, unit }, key);
  if (!slot || !match.can.includes('propose-hand-over')) return { match, slot: null };
  return proposeHandOver({ id, form: { from: slot.from, until: slot.until, place: slot.place } }, newKey()).then(
    (met) => ({ match: met, slot }),
    () => ({ match, slot: null }),
  );
}

/** Arrives also where the page is left at that moment. */
export const sayNo = ({ id, reason }: { id: string; reason: DeclineReason }, idempotencyKey: string): Promise<Match> =>
  call('POST', `/matches/${id}/decline`, { body: { reason }, idempotencyKey, keepalive: true });

export type HandOverState =
  'to-agree' | 'yours-to-answer' | 'theirs-to-answer' | 'agreed' | 'unmarked' | 'disputed' | 'done';
export interface HandOverOfDesk {
  match: string;
  state: HandOverState;
  from: string | null;
  until: string | null;
  place: string | null;
  text: string;
  donor: string;
  need: { id: string; title: string; kind: Kind };
}
export interface HandOverWeek {
  monday: string;
  timeZone: string;
  items: HandOverOfDesk[];
}

/** The week in which the day lies; without a day the present one. */
export const useHandOvers = (org: string, day: string | undefined, enabled: boolean): UseQueryResult<HandOverWeek> =>
  useQuery({
    queryKey: ['matches', 'desk', org, 'hand-overs', day],
    enabled,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => read<HandOverWeek>(`/organizations/${org}/hand-overs${query({ day })}`, signal),
  });

export interface NeedAwaited {
  need: string;
  waiting: number;
  held: number;
}
/** How many wait for each need. */
export const useAwaitedByNeed = (org: string, enabled: boolean): UseQueryResult<NeedAwaited[]> =>
  useQuery({
    queryKey: ['matches', 'desk', org, 'by-need'],
    enabled,
    queryFn: ({ signal }) =>
      read<{ byNeed: NeedAwaited[] }>(
        `/organizations/${org}/answers${query({ limit: 1, byNeed: 'true' })}`,
        signal,
      ).then(({ byNeed }) => byNeed),
  });
