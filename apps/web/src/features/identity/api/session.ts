import { useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { call, post, Problem, read } from '../../../lib/api.js';
import type { ConsentText, Page, Session } from '../../../lib/api-types.js';

/** Who I am; null for a visitor. */
export const useSession = (): UseQueryResult<Session | null> =>
  useQuery({
    queryKey: ['session'],
    staleTime: 60_000,
    queryFn: ({ signal }) => read<Session | null>('/session', signal).then((session) => (session?.person ? session : null)).catch((error: unknown) => {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }),
  });

export interface RegistrationForm { email: string; password: string; name: string; locale: string; consents: { purpose: string; version: string }[] }

/** What the registration form asks consent to, in its present wording. */
export const useConsentTexts = (): UseQueryResult<ConsentText[]> =>
  useQuery({ queryKey: ['consent-texts'], staleTime: Infinity, queryFn: ({ signal }) => read<Page<ConsentText>>('/consent-texts', signal).then((page) => page.items) });

/** Everything that was read for the person before is forgotten; the catalogue and the session just set stay. */
export function changePerson(client: QueryClient, session: Session | null): void {
  client.setQueryData(['session'], session);
  client.removeQueries({ predicate: ({ queryKey, isActive }) => !['session', 'catalogue', 'consent-texts'].includes(String(queryKey[0])) && !isActive() });
  void client.invalidateQueries({ predicate: ({ queryKey }) => !['session', 'catalogue', 'consent-texts'].includes(String(queryKey[0])) });
}

export const signIn = (form: { email: string; password: string }, key: string): Promise<Session> => post('/session', form, key);
export const signOut = (): Promise<void> => call('DELETE', '/session');
export const register = (form: RegistrationForm, key: string): Promise<unknown> => post('/people', form, key);
export const confirmEmail = (token: string, key: string): Promise<unknown> => post('/email-confirmations', { token }, key);
