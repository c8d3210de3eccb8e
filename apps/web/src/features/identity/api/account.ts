import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, Problem } from '../../../lib/api.js';
import type { Page, Schema, Session } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';

/** The password was right, and that is not enough. */
export type HalfSignedIn = Schema['SecondStepAnswer'];
export type SecondStep = HalfSignedIn['secondFactor'][number];

export type OwnSession = Schema['OwnSessionAnswer'];
export type Passkey = Schema['PasskeyAnswer'];
export type SecondFactors = Schema['SecondFactorsAnswer'];
type Codes = Schema['RecoveryCodesAnswer'];

export const useOwnSessions = (): UseQueryResult<Page<OwnSession>> =>
  useQuery({ queryKey: ['own-sessions'], queryFn: ({ signal }) => api.get('/me/sessions', { signal }) });
export const useSecondFactors = (): UseQueryResult<SecondFactors> =>
  useQuery({ queryKey: ['second-factors'], queryFn: ({ signal }) => api.get('/me/second-factors', { signal }) });

/** `required`: the law asks it of every account holder, so it ends with the account. */
export type OwnConsent = Schema['ConsentAnswer'];
export const useOwnConsents = (): UseQueryResult<Page<OwnConsent>> =>
  useQuery({ queryKey: ['own-consents'], queryFn: ({ signal }) => api.get('/me/consents', { signal }) });
export const giveConsent = (body: Schema['ConsentDto'], key: string): Promise<unknown> =>
  api.post('/me/consents', { body, key });
export const withdrawConsent = (id: string, key: string): Promise<unknown> =>
  api.post('/me/consents/{id}/withdraw', { path: { id }, key });

export const askForReset = (email: string, key: string): Promise<unknown> =>
  api.post('/password-resets', { body: { email }, key });
export const resetPassword = (body: Schema['ResetDto'], key: string): Promise<unknown> =>
  api.post('/password-resets/complete', { body, key });
export const confirmNewEmail = (token: string, key: string): Promise<unknown> =>
  api.post('/email-changes/confirm', { body: { token }, key });
export const undoEmailChange = (token: string, key: string): Promise<unknown> =>
  api.post('/email-changes/undo', { body: { token }, key });

export const changePassword = (body: Schema['ChangePasswordDto'], key: string): Promise<void> =>
  api.post('/me/password', { body, key });
export const changeEmail = (body: Schema['ChangeEmailDto'], key: string): Promise<unknown> =>
  api.post('/me/email', { body, key });
export const endSession = (id: string): Promise<void> => api.delete('/me/sessions/{id}', { path: { id } });
export const endOtherSessions = (_: undefined, key: string): Promise<{ ended: number }> =>
  api.post('/me/sessions/end-others', { key });
export type InTheWay = Schema['ErasureStandingAnswer'];
/** Promises that an erasure has to wait for. */
export const useInTheWay = (): UseQueryResult<InTheWay> =>
  useQuery({ queryKey: ['erasure'], queryFn: ({ signal }) => api.get('/me/erasure', { signal }) });
export const erase = (password: string, key: string): Promise<void> =>
  api.post('/me/erasure', { body: { password }, key });

export const beginTotp = (password: string, key: string): Promise<Schema['TotpBegunAnswer']> =>
  api.post('/me/totp', { body: { password }, key });
export const confirmTotp = (code: string, key: string): Promise<Codes> =>
  api.post('/me/totp/confirm', { body: { code }, key });
export const removeTotp = (): Promise<void> => api.delete('/me/totp');
export const renewCodes = (_: undefined, key: string): Promise<Codes> => api.post('/me/recovery-codes', { key });
export const removePasskey = (id: string): Promise<void> => api.delete('/me/passkeys/{id}', { path: { id } });

/** Browsers give passkeys to services with a name only, and where the page came safely. */
export const passkeysPossibleHere = (): boolean =>
  typeof window.PublicKeyCredential === 'function' && !/^[\d.]+$|:/.test(window.location.hostname);

/** Loaded when a person uses a passkey, not before. */
const authenticator = () => import('@simplewebauthn/browser');

/** The browser's own window was closed, or its owner said no: nothing happened. */
async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    throw new Problem(422, 'web.passkey-given-up', t('identity:factors.givenUp'));
  }
}

/** Options and responses are those of WebAuthn: the description leaves them open, the browser and its library know them. */
async function answerOf(
  path: '/session/passkey/options' | '/session/second-factor/options',
): Promise<Schema['PasskeyAnswerDto']> {
  const { challengeId, options } = await api.post(path);
  const { startAuthentication } = await authenticator();
  return { challengeId, response: { ...(await asked(() => startAuthentication({ optionsJSON: options as never }))) } };
}

export const signInByPasskey = async (_: undefined, key: string): Promise<Session> =>
  api.post('/session/passkey', { body: await answerOf('/session/passkey/options'), key });

export type Proof = { code: string } | { recoveryCode: string } | 'passkey';
/** The second step of a sign-in, or the proof that it is still you. */
export const passSecondStep = async (proof: Proof, key: string): Promise<Session> =>
  api.post('/session/second-factor', {
    body: proof === 'passkey' ? { passkey: await answerOf('/session/second-factor/options') } : proof,
    key,
  });

export async function addPasskey({ name, password }: { name: string; password: string }, key: string): Promise<Codes> {
  const { challengeId, options } = await api.post('/me/passkeys/options', { body: { password } });
  const { startRegistration } = await authenticator();
  const response = await asked(() => startRegistration({ optionsJSON: options as never }));
  return api.post('/me/passkeys', { body: { challengeId, name, response: { ...response } }, key });
}
