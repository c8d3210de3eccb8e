import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { GuardianConsent, Schema } from '../../../lib/api-types.js';

export const consentLink = (id: string, key: string): Promise<Schema['ConsentLinkAnswer']> =>
  api.post('/sign-ups/{id}/consent-link', { path: { id }, key });
export const useConsent = (token: string): UseQueryResult<GuardianConsent> =>
  useQuery({
    queryKey: ['consent', token],
    enabled: token !== '',
    retry: false,
    queryFn: () => api.post('/guardian-consents/look', { body: { token } }),
  });
export type Relation = NonNullable<Schema['DecideDto']['relation']>;
export const decideConsent = (form: Schema['DecideDto'], key: string): Promise<GuardianConsent> =>
  api.post('/guardian-consents', { body: form, key });
