import { useQuery, type Query, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api, Problem } from '../../../lib/api.js';
import type { ConsentText, Schema, Session } from '../../../lib/api-types.js';
import { forgetPerson } from '../../../lib/kept-answers.js';
import { currentLocale } from '../../../lib/locale.js';
import { loadWords } from '../../../lib/words.js';
import type { HalfSignedIn } from './account.js';

/** The server knows that this reader has signed in without a script, and nothing more of them: a page for everybody leads to theirs. */
export const PLAIN_READER = ['plain-reader'] as const;

/** The cookie is not visible to scripts; this mark says that asking who I am makes sense, so that visitors are spared the question. */
const MARK = 'lepta-signed-in';
const MARK_SECONDS = 90 * 86_400;
/** Left by a sign-in without a script (apps/api/src/http/cookies.ts); where scripts run, it is one as any other. */
const PLAIN_MARK = 'lepta-plain';
export function mayBeSignedIn(): boolean {
  try {
    if (document.cookie.includes(PLAIN_MARK)) mark(true);
    const signedIn = localStorage.getItem(MARK) !== null;
    if (signedIn && !document.cookie.includes(MARK)) tellServer(true);
    return signedIn;
  } catch {
    return true; // storage is barred: ask the server
  }
}

/** The mark as a cookie that opens nothing: the server draws pages for visitors, and leaves those of a signed-in person to their browser. */
function tellServer(signedIn: boolean): void {
  document.cookie = `${PLAIN_MARK}=; Path=/; SameSite=Lax; Max-Age=0`;
  document.cookie = `${MARK}=1; Path=/; SameSite=Lax; Max-Age=${signedIn ? MARK_SECONDS : 0}`;
}

function mark(signedIn: boolean): void {
  tellServer(signedIn);
  try {
    if (signedIn) localStorage.setItem(MARK, '1');
    else localStorage.removeItem(MARK);
  } catch {
    /* as above */
  }
}

async function whoAmI(signal: AbortSignal): Promise<Session | null> {
  if (!mayBeSignedIn()) return null;
  try {
    const [session] = await Promise.all([api.get('/session', { signal }), loadWords(currentLocale())]); // a visitor's page has loaded fewer
    return session;
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    mark(false);
    await forgetPerson({ forms: false }); // signed out elsewhere, or too long ago
    return null;
  }
}

/** Who I am; null for a visitor. */
export const useSession = (): UseQueryResult<Session | null> =>
  useQuery({ queryKey: ['session'], staleTime: 60_000, queryFn: ({ signal }) => whoAmI(signal) });

export type StaffRole = 'administrator' | 'moderator';
export const hasRole = (session: Session | null | undefined, roles: readonly StaffRole[]): boolean =>
  session?.roles.some((role) => (roles as readonly string[]).includes(role)) ?? false;
/** Whether a person finds what is for these roles; undefined as long as nobody knows who is there. */
export function useMayEnter(roles: readonly StaffRole[]): boolean | undefined {
  const { data } = useSession();
  return data === undefined ? undefined : hasRole(data, roles);
}

export type RegistrationForm = Schema['RegistrationDto'];

/** What the registration form asks consent to, in its present wording. */
export const useConsentTexts = (enabled = true): UseQueryResult<ConsentText[]> =>
  useQuery({
    queryKey: ['consent-texts'],
    enabled,
    staleTime: Infinity,
    queryFn: ({ signal }) => api.get('/consent-texts', { signal }).then((page) => page.items),
  });

/** Everything that was read for the person before is forgotten, also what this browser keeps for times without a connection; the catalogue and the session just set stay. */
export function changePerson(client: QueryClient, session: Session | null): void {
  mark(session !== null);
  void forgetPerson({ forms: session === null });
  client.setQueryData(['session'], session);
  const own = ({ queryKey }: Query): boolean =>
    !['session', 'catalogue', 'consent-texts', 'installation'].includes(String(queryKey[0]));
  client.removeQueries({ type: 'inactive', predicate: own });
  void client.invalidateQueries({ predicate: own });
}

export const signIn = (body: Schema['SignInDto'], key: string): Promise<Session | HalfSignedIn> =>
  api.post('/session', { body, key });
export const signOut = (): Promise<void> => api.delete('/session');
export const register = (body: RegistrationForm, key: string): Promise<unknown> => api.post('/people', { body, key });
/** The password is needed where the address was not registered in this browser. */
export const confirmEmail = (
  body: Schema['EmailConfirmationDto'],
  key: string,
): Promise<Schema['EmailConfirmedAnswer']> => api.post('/email-confirmations', { body, key });
