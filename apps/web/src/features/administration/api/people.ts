import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import type { Page } from '../../../lib/api-types.js';

export const STAFF_ROLES = ['moderator', 'official', 'administrator'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export interface Grant {
  id: string;
  role: StaffRole;
  place: { code: string; name: string } | null;
  reason: string | null;
  grantedAt: string;
  grantedBy: { id: string; name: string } | null;
  revokedAt: string | null;
  revokedBy: { id: string; name: string } | null;
  revokeReason: string | null;
  asleep: 'address-not-confirmed' | 'no-second-factor' | null;
  can: string[];
}
export interface Person {
  id: string;
  name: string;
  email: string;
  emailConfirmed: boolean;
  locale: string;
  secondFactor: ('totp' | 'passkey')[];
  lastSeenAt: string | null;
  lastAdministrator: boolean;
  roles: Grant[];
}
export interface People extends Page<Person> {
  counts: Record<StaffRole, { all: number; awake: number }>;
}
export interface PeopleFilters {
  q?: string;
  role?: StaffRole;
  asleep?: boolean;
  cursor?: string;
}

/** People with roles, or those whom the words find. */
export const usePeople = (filters: PeopleFilters, enabled: boolean): UseQueryResult<People> =>
  useQuery({
    queryKey: ['people', filters],
    enabled,
    placeholderData: (before) => before,
    queryFn: ({ signal }) =>
      read<People>(`/people${query({ ...filters, asleep: filters.asleep ? 'true' : undefined, limit: 50 })}`, signal),
  });
export const usePerson = (id: string | undefined, enabled: boolean): UseQueryResult<Person> =>
  useQuery({
    queryKey: ['people', 'one', id],
    enabled: enabled && id !== undefined,
    queryFn: ({ signal }) => read<Person>(`/people/${id}`, signal),
  });

export const giveRole = (
  { person, ...wish }: { person: string; role: StaffRole; place?: string; reason: string },
  key: string,
): Promise<Person> => post(`/people/${person}/grants`, wish, key);
export const takeRole = ({
  person,
  grant,
  reason,
}: {
  person: string;
  grant: string;
  reason: string;
}): Promise<Person> => call('DELETE', `/people/${person}/grants/${grant}`, { body: { reason } });
