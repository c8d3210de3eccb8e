import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Candidate, ListedSignUp, MyShift, Schema, Shift, SignUp } from '../../../lib/api-types.js';
import type { FormOf } from '../../../lib/operations.js';
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
export type ShiftCounts = Schema['ShiftCountsAnswer'];

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
export const useNeedShifts = (need: string, when: 'to-come' | 'past', enabled = true): Pages<Shift> =>
  useInfiniteQuery(
    pagesOf<Shift>(
      ['shifts', 'need', need, when],
      (cursor, signal) => api.get('/needs/{id}/shifts', { path: { id: need }, query: { when, cursor }, signal }),
      enabled,
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
export type ShiftsOfWeek = Schema['ShiftsOfWeekAnswer'];
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
/** One shift, as it is asked for. */
export const oneShift = (id: string) => ({
  queryKey: ['shifts', 'one', id],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.get('/shifts/{id}', { path: { id }, signal }),
});
export const useShift = (id: string): UseQueryResult<Shift> => useQuery(oneShift(id));
/** Who could take a shift: for those who run it. */
export const useCandidates = (id: string): UseQueryResult<{ items: Candidate[] }> =>
  useQuery({
    queryKey: ['shifts', 'candidates', id],
    queryFn: ({ signal }) => api.get('/shifts/{id}/candidates', { path: { id }, signal }),
  });
export const askCandidate = ({ shift: id, person }: { shift: string; person: string }, key: string): Promise<void> =>
  api.post('/shifts/{id}/asks', { path: { id }, body: { person }, key });
export const enterCandidate = (
  { shift: id, person, came }: { shift: string; person: string; came: boolean },
  key: string,
): Promise<SignUp> => api.post('/shifts/{id}/sign-ups', { path: { id }, body: { onBehalfOf: person, came }, key });

export const planShift = (
  { need: id, form }: { need: string; form: Schema['PlanShiftDto'] },
  key: string,
): Promise<Shift> => api.post('/needs/{id}/shifts', { path: { id }, body: form, key });
export const editShift = ({
  id,
  version,
  changes,
}: {
  id: string;
  version: number;
  changes: Schema['EditShiftDto'];
}): Promise<Shift> => api.patch('/shifts/{id}', { path: { id }, version, body: changes });
export const cancelShift = (
  { id, reason, later }: { id: string; reason: string; later?: boolean },
  key: string,
): Promise<Shift> =>
  api.post('/shifts/{id}/cancel', { path: { id }, body: { reason: reason || null, ...(later ? { later } : {}) }, key });
export const confirmAll = (id: string, key: string): Promise<{ confirmed: number }> =>
  api.post('/shifts/{id}/confirm', { path: { id }, key });
export const signUpFor = (
  { shift: id, ...said }: { shift: string; hasSkills?: boolean; people?: number; age?: number },
  key: string,
): Promise<SignUp> => api.post('/shifts/{id}/sign-ups', { path: { id }, body: said, key });
export type SignUpStep = 'accept' | 'cancel' | 'check-in' | 'done' | 'late' | 'no-show' | 'confirm' | 'dispute';
/** What a step is told; most are told nothing. */
export type StepForm<S extends SignUpStep> = FormOf<'post', `/sign-ups/{id}/${S}`> | undefined;
type Step = { [S in SignUpStep]: { id: string; step: S; body?: StepForm<S> } }[SignUpStep];
export const stepSignUp = ({ id, step, body }: Step, key: string): Promise<SignUp> =>
  api.post(`/sign-ups/{id}/${step}`, { path: { id }, body: body ?? {}, key });
