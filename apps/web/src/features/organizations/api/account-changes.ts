import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
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
      read<Page<AccountChange>>(`/organizations/${org}/account-changes${query({ limit: 20, cursor })}`, signal),
  });
export const askForAccount = ({
  org,
  version,
  account,
}: {
  org: string;
  version: number;
  account: BankAccount;
}): Promise<Organization> => call('PATCH', `/organizations/${org}`, { body: { account }, ifMatch: `"v${version}"` });
export const cancelAccountChange = (org: string, key: string): Promise<Organization> =>
  post(`/organizations/${org}/account-change/cancel`, undefined, key);
