import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Page } from '../../../lib/api-types.js';
import type { AccountChange, BankAccount, Organization } from './organizations.js';

export const useAccountChanges = (
  org: string,
  cursor: string | undefined,
  enabled: boolean,
): UseQueryResult<Page<AccountChange>> =>
  useQuery({
    queryKey: ['account-changes', org, cursor],
    enabled,
    queryFn: ({ signal }) =>
      api.get('/organizations/{id}/account-changes', { path: { id: org }, query: { limit: 20, cursor }, signal }),
  });
export const askForAccount = ({
  org,
  version,
  account,
}: {
  org: string;
  version: number;
  account: BankAccount;
}): Promise<Organization> => api.patch('/organizations/{id}', { path: { id: org }, body: { account }, version });
export const cancelAccountChange = (org: string, key: string): Promise<Organization> =>
  api.post('/organizations/{id}/account-change/cancel', { path: { id: org }, key });
