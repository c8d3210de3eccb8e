import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, Problem, read } from '../../../lib/api.js';
import type { Page, Session } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';

export type SecondStep = 'totp' | 'passkey' | 'recovery-code';
/** The password was right, and that is not enough. */
export interface HalfSignedIn {
  secondFactor: SecondStep[];
}

export interface OwnSession {
  id: string;
  device: string | null;
  signedInAt: string;
  lastSeen: string;
  current: boolean;
}
export interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
}
export interface SecondFactors {
  required: boolean;
  totpSince: string | null;
  passkeys: Passkey[];
  recoveryCodes: number;
  passkeysPossible: boolean;
  fresh: boolean;
}
interface Codes {
  recoveryCodes: string[] | null;
}

export const useOwnSessions = (): UseQueryResult<Page<OwnSession>> =>
  useQuery({ queryKey: ['own-sessions'], queryFn: ({ signal }) => read<Page<OwnSession>>('/me/sessions', signal) });
export const useSecondFactors = (): UseQueryResult<SecondFactors> =>
  useQuery({
    queryKey: ['second-factors'],
    queryFn: ({ signal }) => read<SecondFactors>('/me/second-factors', signal),
  });

/** `required`: the law asks it of whoever has an account, so it ends with the account. */
export interface OwnConsent {
  id: string;
  purpose: string;
  version: string;
  givenAt: string;
  withdrawnAt: string | null;
  required: boolean;
}
export const useOwnConsents = (): UseQueryResult<Page<OwnConsent>> =>
  useQuery({ queryKey: ['own-consents'], queryFn: ({ signal }) => read<Page<OwnConsent>>('/me/consents', signal) });
export const giveConsent = (consent: { purpose: string; version: string }, key: string): Promise<unknown> =>
  post('/me/consents', consent, key);
export const withdrawConsent = (id: string, key: string): Promise<unknown> =>
  post(`/me/consents/${id}/withdraw`, undefined, key);

export const askForReset = (email: string, key: string): Promise<unknown> => post('/password-resets', { email }, key);
export const resetPassword = (form: { token: string; password: string }, key: string): Promise<unknown> =>
  post('/password-resets/complete', form, key);
export const confirmNewEmail = (token: string, key: string): Promise<unknown> =>
  post('/email-changes/confirm', { token }, key);
export const undoEmailChange = (token: string, key: string): Promise<unknown> =>
  post('/email-changes/undo', { token }, key);

export const changePassword = (form: { current: string; password: string }, key: string): Promise<void> =>
  post('/me/password', form, key);
export const changeEmail = (form: { email: string; password: string }, key: string): Promise<unknown> =>
  post('/me/email', form, key);
export const endSession = (id: string): Promise<void> => call('DELETE', `/me/sessions/${id}`);
export const endOtherSessions = (_: undefined, key: string): Promise<{ ended: number }> =>
  post('/me/sessions/end-others', undefined, key);
export interface InTheWay {
  count: number;
  promised: { id: string; text: string; need: { id: string; title: string } }[];
}
/** Promises that an erasure has to wait for. */
export const useInTheWay = (): UseQueryResult<InTheWay> =>
  useQuery({ queryKey: ['erasure'], queryFn: ({ signal }) => read<InTheWay>('/me/erasure', signal) });
export const erase = (password: string, key: string): Promise<void> => post('/me/erasure', { password }, key);

export const beginTotp = (password: string, key: string): Promise<{ secret: string; uri: string; qr: string }> =>
  post('/me/totp', { password }, key);
export const confirmTotp = (code: string, key: string): Promise<Codes> => post('/me/totp/confirm', { code }, key);
export const removeTotp = (): Promise<void> => call('DELETE', '/me/totp');
export const renewCodes = (_: undefined, key: string): Promise<Codes> => post('/me/recovery-codes', undefined, key);
export const removePasskey = (id: string): Promise<void> => call('DELETE', `/me/passkeys/${id}`);

/** Browsers give passkeys to services with a name only, and where the page came safely. */
export const passkeysPossibleHere = (): boolean =>
  typeof window.PublicKeyCredential === 'function' && !/^[\d.]+$|:/.test(window.location.hostname);

interface Asked {
  challengeId: string;
  options: never;
}
/** Loaded when somebody uses a passkey, not before. */
const authenticator = () => import('@simplewebauthn/browser');

/** The browser's own window was closed, or its owner said no: nothing happened. */
async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    throw new Problem(422, 'web.passkey-given-up', t('identity:factors.givenUp'));
  }
}

async function answerOf(path: string): Promise<{ challengeId: string; response: unknown }> {
  const { challengeId, options } = await post<Asked>(path, undefined);
  const { startAuthentication } = await authenticator();
  return { challengeId, response: await asked(() => startAuthentication({ optionsJSON: options })) };
}

export const signInByPasskey = async (_: undefined, key: string): Promise<Session> =>
  post('/session/passkey', await answerOf('/session/passkey/options'), key);

export type Proof = { code: string } | { recoveryCode: string } | 'passkey';
/** The second step of a sign-in, or the proof that it is still you. */
export const passSecondStep = async (proof: Proof, key: string): Promise<Session> =>
  post(
    '/session/second-factor',
    proof === 'passkey' ? { passkey: await answerOf('/session/second-factor/options') } : proof,
    key,
  );

export async function addPasskey({ name, password }: { name: string; password: string }, key: string): Promise<Codes> {
  const { challengeId, options } = await post<Asked>('/me/passkeys/options', { password });
  const { startRegistration } = await authenticator();
  return post(
    '/me/passkeys',
    { challengeId, name, response: await asked(() => startRegistration({ optionsJSON: options })) },
    key,
  );
}
