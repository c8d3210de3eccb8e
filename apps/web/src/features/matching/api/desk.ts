import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, newKey } from '../../../lib/api.js';
import type { Match, Schema } from '../../../lib/api-types.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';
import type { DeclineReason } from './matches.js';
import { proposeHandOver, type Slot } from './meeting.js';

/** A match that waits for the word of an organization: until `at`. Of an answered one `at` says when. */
export type Answer = Schema['AnswerOfDesk'];
export type AnswersPage = Schema['AnswersAnswer'];
export type Stage = 'waiting' | 'answered';

const ROWS = 30;

/** What waits, the nearest time first; what was answered, the latest first. Further pages follow the ones that are there. */
export const useAnswers = (org: string, stage: Stage, need: string | undefined, enabled: boolean): Pages<Answer> =>
  useInfiniteQuery(
    pagesOf<Answer>(
      ['matches', 'desk', org, stage, need],
      (cursor, signal) =>
        api.get('/organizations/{id}/answers', {
          path: { id: org },
          query: { stage, need, limit: ROWS, cursor },
          signal,
        }),
      enabled,
    ),
  );

/** One that stands on none of the pages that were asked for. */
export const useAnswer = (id: string, enabled: boolean): UseQueryResult<Answer> =>
  useQuery({
    queryKey: ['matches', 'desk', 'one', id],
    enabled,
    queryFn: ({ signal }) =>
      api.get('/matches/{id}', { path: { id }, signal }).then((match) => ({
        ...match,
        at: match.endedAt ?? match.deadline ?? match.need.deadline,
      })),
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
  const match = await api.post('/matches/{id}/accept', { path: { id }, body: { quantity, unit }, key });
  if (!slot || !match.can.includes('propose-hand-over')) return { match, slot: null };
  return proposeHandOver({ id, form: { from: slot.from, until: slot.until, place: slot.place } }, newKey()).then(
    (met) => ({ match: met, slot }),
    () => ({ match, slot: null }),
  );
}

/** Arrives also where the page is left at that moment. */
export const sayNo = ({ id, reason }: { id: string; reason: DeclineReason }, key: string): Promise<Match> =>
  api.post('/matches/{id}/decline', { path: { id }, body: { reason }, key, keepalive: true });

export type HandOverWeek = Schema['HandOversAnswer'];
export type HandOverOfDesk = HandOverWeek['items'][number];
export type HandOverState = HandOverOfDesk['state'];

/** The week in which the day lies; without a day the present one. */
export const useHandOvers = (org: string, day: string | undefined, enabled: boolean): UseQueryResult<HandOverWeek> =>
  useQuery({
    queryKey: ['matches', 'desk', org, 'hand-overs', day],
    enabled,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => api.get('/organizations/{id}/hand-overs', { path: { id: org }, query: { day }, signal }),
  });

/** How many wait, in all and for each need, and how many that were agreed run: for the menu, the desk and its needs, by one question. */
export const useDeskCounts = (org: string, enabled: boolean, pollMs?: number): UseQueryResult<AnswersPage> =>
  useQuery({
    queryKey: ['matches', 'desk', org, 'counts'],
    enabled,
    refetchInterval: pollMs ?? false,
    queryFn: ({ signal }) =>
      api.get('/organizations/{id}/answers', { path: { id: org }, query: { limit: 1, byNeed: true }, signal }),
  });
