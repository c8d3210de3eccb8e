import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import type { QueryOf } from '../../../lib/operations.js';

export type Grant = Schema['GrantAnswer'];
export type StaffRole = Grant['role'];
export const STAFF_ROLES: readonly StaffRole[] = ['moderator', 'official', 'administrator'];
export type Person = Schema['StaffPersonAnswer'];
export type People = Schema['PeopleAnswer'];
export type PeopleFilters = Pick<QueryOf<'/people'>, 'q' | 'role' | 'asleep' | 'cursor'>;

/** People with roles, or those whom the words find. */
export const usePeople = (filters: PeopleFilters, enabled: boolean): UseQueryResult<People> =>
  useQuery({
    queryKey: ['people', filters],
    enabled,
    placeholderData: (before) => before,
    queryFn: ({ signal }) =>
      api.get('/people', { query: { ...filters, asleep: filters.asleep || undefined, limit: 50 }, signal }),
  });
export const usePerson = (id: string | undefined, enabled: boolean): UseQueryResult<Person> =>
  useQuery({
    queryKey: ['people', 'one', id],
    enabled: enabled && id !== undefined,
    queryFn: ({ signal }) => api.get('/people/{id}', { path: { id: id ?? '' }, signal }),
  });

export const giveRole = ({ person, ...body }: { person: string } & Schema['GrantDto'], key: string): Promise<Person> =>
  api.post('/people/{id}/grants', { path: { id: person }, body, key });
export interface Appointed {
  readonly name: string;
  /** Why the role sleeps so far. */
  readonly asleep: Grant['asleep'];
}
/** Makes a moderator of who has this address; null: nobody has an account with it. */
export async function appointByAddress(
  { email, reason }: { email: string; reason: string },
  key: string,
): Promise<Appointed | null> {
  const { items } = await api.get('/people', { query: { q: email, limit: 50 } });
  const found = items.find((one) => one.email.toLowerCase() === email.toLowerCase());
  if (!found) return null;
  const { name, roles } = await giveRole({ person: found.id, role: 'moderator', reason }, key);
  return {
    name,
    asleep: roles.find(({ role, revokedAt }) => role === 'moderator' && revokedAt === null)?.asleep ?? null,
  };
}
export const takeRole = ({
  person,
  grant,
  reason,
}: {
  person: string;
  grant: string;
  reason: string;
}): Promise<Person> => api.delete('/people/{id}/grants/{grant}', { path: { id: person, grant }, body: { reason } });
