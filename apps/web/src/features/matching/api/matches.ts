import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { post, query, read } from '../../../lib/api.js';
import type { Match, Page, PassedOver } from '../../../lib/api-types.js';

export interface MatchesOf {
  offer?: string;
  need?: string;
  organization?: string;
}

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
    queryFn: ({ signal }) => read<Page<Match>>(`/matches${query({ ...of, limit: 100 })}`, signal),
  });

/** Why not another need, for the one who gives. */
export const usePassedOver = (id: string, enabled: boolean): UseQueryResult<PassedOver> =>
  useQuery({
    queryKey: ['matches', 'passed-over', id],
    enabled,
    queryFn: ({ signal }) => read<PassedOver>(`/matches/${encodeURIComponent(id)}/passed-over`, signal),
  });

export type MatchVerb = 'accept' | 'decline' | 'deliver' | 'confirm' | 'cancel' | 'dispute';
export interface MatchStep {
  id: string;
  verb: MatchVerb;
  form?: Record<string, string | Record<string, string | undefined> | undefined>;
}

export const matchVerb = ({ id, verb, form }: MatchStep, key: string): Promise<Match> =>
  post(`/matches/${id}/${verb}`, form ?? {}, key);

/** Why a pair is not wanted; "not-now" lapses after 90 days, the others keep the pair apart. */
export const DECLINE_REASONS = ['not-now', 'too-far', 'wrong-thing', 'condition', 'already-solved', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
