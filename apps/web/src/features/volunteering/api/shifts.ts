import { useInfiniteQuery, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, call, post, read } from '../../../lib/api.js';
import type { Candidate, ListedSignUp, MyShift, Shift, SignUp } from '../../../lib/api-types.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';

export interface ShiftFilters {
  near?: string;
  place?: string;
  day?: string;
  when?: 'weekend' | 'evening';
  remote?: boolean;
  anyTime?: boolean;
  view?: 'map';
}
export interface ShiftCounts {
  timeZone: string;
  days: { day: string; shifts: number }[];
  places: { place: string; shifts: number; capacity: number; taken: number }[];
}
const at = encodeURIComponent;

/** As the server reads it. */
const asked = ({ view: _, remote, anyTime, ...filters }: ShiftFilters) => ({
  ...filters,
  remote: remote || undefined,
  anyTime: anyTime || undefined,
});

export const useShifts = (filters: ShiftFilters): Pages<Shift> =>
  useInfiniteQuery(
    pagesOf<Shift>(['shifts', 'all', asked(filters)], (cursor, signal) =>
      api.get('/shifts', { query: { ...asked(filters), cursor }, signal }),
    ),
  );
/** On which days, and in which places, beside the list. */
export const useShiftCounts = ({ near, when, remote, anyTime }: ShiftFilters): UseQueryResult<ShiftCounts> =>
  useQuery({
    queryKey: ['shifts', 'counts', near, when, remote, anyTime],
    placeholderData: (before) => before,
    queryFn: ({ signal }) => api.get('/shifts/counts', { query: asked({ near, when, remote, anyTime }), signal }),
  });
export const useNeedShifts = (need: string): Pages<Shift> =>
  useInfiniteQuery(
    pagesOf<Shift>(['shifts', 'need', need], (cursor, signal) =>
      api.get('/needs/{id}/shifts', { path: { id: need }, query: { cursor }, signal }),
    ),
  );
export const useMyShifts = (when: 'to-come' | 'past', enabled: boolean): Pages<MyShift> =>
  useInfiniteQuery(
    pagesOf<MyShift>(
      ['shifts', 'mine', when],
      (cursor, signal) => api.get('/me/shifts', { query: { when, cursor }, signal }),
      enabled,
    ),
  );
/** `past`: what has nothing left to be done. */
export const useOrganizationShifts = (org: string, when: 'to-come' | 'past', enabled = true): Pages<Shift> =>
  useInfiniteQuery(
    pagesOf<Shift>(
      ['shifts', 'organization', org, when],
      (cursor, signal) =>
        api.get('/organizations/{id}/shifts', { path: { id: org }, query: { when, limit: 10, cursor }, signal }),
      enabled,
    ),
  );
export interface ShiftsOfWeek {
  monday: string;
  timeZone: string;
  items: Shift[];
}
/** The week in which the day lies; without a day the present one. */
export const useShiftsOfWeek = (org: string, day: string | undefined, enabled: boolean): UseQueryResult<ShiftsOfWeek> =>
  useQuery({
    queryKey: ['shifts', 'week', org, day],
    enabled,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => api.get('/organizations/{id}/shifts/week', { path: { id: org }, query: { day }, signal }),
  });
export const useSignUps = (shift: string): Pages<ListedSignUp> =>
  useInfiniteQuery(
    pagesOf<ListedSignUp>(['shifts', 'sign-ups', shift], (cursor, signal) =>
      api.get('/shifts/{id}/sign-ups', { path: { id: shift }, query: { limit: 100, cursor }, signal }),
    ),
  );
const oneShift = (id: string) => ({
  queryKey: ['shifts', 'one', id],
  queryFn: ({ signal }: { signal: AbortSignal }) => read<Shift>(`/shifts/${at(id)}`, signal),
});
export const useShift = (id: string): UseQueryResult<Shift> => useQuery(oneShift(id));
/** The next tickets are asked for before anybody opens them: at the place there may be no connection. */
export function useTicketsKept(mine: readonly MyShift[]): void {
  const next = mine.filter(({ status }) => status === 'signed_up').slice(0, 3);
  useQueries({ queries: next.map(({ shift }) => oneShift(shift)) });
}

/** Who could take a shift: for those who run it. */
export const useCandidates = (shift: string): UseQueryResult<{ items: Candidate[] }> =>
  useQuery({
    queryKey: ['shifts', 'candidates', shift],
    queryFn: ({ signal }) => read<{ items: Candidate[] }>(`/shifts/${at(shift)}/candidates`, signal),
  });
export const askCandidate = ({ shift, person }: { shift: string; person: string }, key: string): Promise<void> =>
  post(`/shifts/${shift}/asks`, { person }, key);
export const enterCandidate = (
  { shift, person, came }: { shift: string; person: string; came: boolean },
  key: string,
): Promise<SignUp> => post(`/shifts/${shift}/sign-ups`, { onBehalfOf: person, came }, key);

export const planShift = (
  { need, form }: { need: string; form: Record<string, unknown> },
  key: string,
): Promise<Shift> => post(`/needs/${need}/shifts`, form, key);
export const editShift = ({
  id,
  version,
  changes,
}: {
  id: string;
  version: number;
  changes: Record<string, unknown>;
}): Promise<Shift> => call('PATCH', `/shifts/${id}`, { body: changes, ifMatch: `"v${version}"` });
export const cancelShift = (
  { id, reason, later }: { id: string; reason: string; later?: boolean },
  key: string,
): Promise<Shift> => post(`/shifts/${id}/cancel`, { reason: reason || null, ...(later ? { later } : {}) }, key);
export const confirmAll = (id: string, key: string): Promise<{ confirmed: number }> =>
  post(`/shifts/${id}/confirm`, {}, key);
export const signUpFor = (
  { shift, ...said }: { shift: string; hasSkills?: boolean; people?: number; age?: number },
  key: string,
): Promise<SignUp> => post(`/shifts/${shift}/sign-ups`, said, key);
export type SignUpStep = 'accept' | 'cancel' | 'check-in' | 'done' | 'late' | 'no-show' | 'confirm' | 'dispute';
export const stepSignUp = (
  { id, step, body = {} }: { id: string; step: SignUpStep; body?: Record<string, unknown> },
  key: string,
): Promise<SignUp> => post(`/sign-ups/${id}/${step}`, body, key);
