import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { post } from '../../../lib/api.js';
import type { GuardianConsent } from '../../../lib/api-types.js';

export const consentLink = (signUp: string, key: string): Promise<{ url: string }> => post(`/sign-ups/${signUp}/consent-link`, {}, key);
export const useConsent = (token: string): UseQueryResult<GuardianConsent> =>
  useQuery({
    queryKey: ['consent', token],
    enabled: token !== '',
    retry: false,
    queryFn: () => post<GuardianConsent>('/guardian-consents/look', { token }),
  });
export const decideConsent = (form: { token: string; decision: 'given' | 'refused'; guardian?: string; relation?: string }, key: string): Promise<GuardianConsent> =>
  post('/guardian-consents', form, key);
