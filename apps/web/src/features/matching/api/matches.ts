import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Match, Page, PassedOver, Schema } from '../../../lib/api-types.js';
import type { FormOf, QueryOf } from '../../../lib/operations.js';

export type MatchesOf = Pick<QueryOf<'/matches'>, 'offer' | 'need' | 'organization' | 'status'>;

/** Proposals and what became of them, best first. `pollMs` is how often the page asks by itself, seeing what it has. */
export const useMatches = (
  of: MatchesOf,
  enabled = true,
  pollMs?: number | ((seen: readonly Match[]) => number),
): UseQueryResult<Page<Match>> =>
  useQuery<Page<Match>>({
    queryKey: ['matches', of],
    enabled,
    refetchInterval: ({ state }) =>
      typeof pollMs === 'function' ? pollMs(state.data?.items ?? []) : (pollMs ?? false),
    queryFn: ({ signal }) => api.get('/matches', { query: { ...of, limit: 100 }, signal }),
  });

/** Why not another need, for the one who gives. */
export const usePassedOver = (id: string, enabled: boolean): UseQueryResult<PassedOver> =>
  useQuery({
    queryKey: ['matches', 'passed-over', id],
    enabled,
    queryFn: ({ signal }) => api.get('/matches/{id}/passed-over', { path: { id }, signal }),
  });

export type MatchVerb = 'accept' | 'decline' | 'deliver' | 'confirm' | 'cancel' | 'dispute';
/** What a verb is told. */
export type VerbForm<V extends MatchVerb> = FormOf<'post', `/matches/{id}/${V}`> | undefined;
export type MatchStep = { [V in MatchVerb]: { id: string; verb: V; form?: VerbForm<V> } }[MatchVerb];

export const matchVerb = ({ id, verb, form }: MatchStep, key: string): Promise<Match> =>
  api.post(`/matches/{id}/${verb}`, { path: { id }, body: form ?? {}, key });

/** Why a pair is not wanted; "not-now" lapses after 90 days, the others keep the pair apart. */
export type DeclineReason = Schema['DeclineMatchDto']['reason'];
export const DECLINE_REASONS: readonly DeclineReason[] = [
  'not-now',
  'too-far',
  'wrong-thing',
  'condition',
  'already-solved',
  'other',
];
