import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, read } from '../../../lib/api.js';
import type { Page } from '../../../lib/api-types.js';
import type { HandOverPoint } from '../../matching/api/meeting.js';

export type OrganizationRole = 'owner' | 'coordinator' | 'accountant';
export const ROLES: readonly OrganizationRole[] = ['owner', 'coordinator', 'accountant'];
export interface BankAccount {
  bik: string;
  number: string;
  bankName: string;
  correspondent: string;
}
export interface LegalForm {
  code: string;
  nameRu: string;
  nameEn: string;
  informal: boolean;
  gives: boolean;
  ofPerson: boolean;
}
/** A wish of an owner, approved by two moderators, in force a day later. */
export interface AccountChange {
  id: string;
  status: 'submitted' | 'approved' | 'applied' | 'returned' | 'cancelled';
  before: BankAccount;
  after: BankAccount;
  requestedAt: string;
  effectiveAt: string | null;
  endedAt: string | null;
  reason: string | null;
}
/** `level` is 0 to 3; why, and until when, only its own people and moderators read. */
export interface Trust {
  level: number;
  reasons?: { code: string; holds: boolean; sentence: string }[];
  fadesAt?: string | null;
}
/** How givers reach it; everybody reads it where `public` is ticked. */
export interface OrganizationContacts {
  name: string;
  phone: string | null;
  email: string | null;
  hours: string | null;
  note: string | null;
  public: boolean;
}
export interface Organization {
  id: string;
  version: number;
  status: string;
  name: string;
  shortName: string;
  form: string;
  formName: string;
  informal: boolean;
  gives: boolean;
  inn: string | null;
  ogrn: string | null;
  kpp: string | null;
  place: string;
  vouchedAt: string | null;
  verifiedAt: string | null;
  trust: Trust;
  contacts: OrganizationContacts | null;
  handOverPoints: HandOverPoint[];
  account?: BankAccount | null;
  accountChange?: AccountChange | null;
  submittedAt?: string | null;
  returnReason?: string | null;
  warnings?: { field: string; code: string; sentence: string }[];
  can: string[];
}
export interface Member {
  person: { id: string; name: string; email: string };
  role: OrganizationRole;
  since: string;
  can: string[];
}
export interface Invitation {
  id: string;
  email: string;
  role: OrganizationRole;
  expiresAt: string;
  can: string[];
}
export interface OpenInvitation {
  organization: { id: string; shortName: string };
  role: OrganizationRole;
  email: string;
  expiresAt: string;
}
export interface OrganizationForm {
  name: string;
  shortName: string;
  form: string;
  inn: string | null;
  ogrn: string | null;
  kpp: string | null;
  place: string;
  account: BankAccount | null;
}

export const useLegalForms = (): UseQueryResult<LegalForm[]> =>
  useQuery({
    queryKey: ['catalogue', 'legal-forms'],
    staleTime: Infinity,
    queryFn: ({ signal }) => read<Page<LegalForm>>('/organization-forms', signal).then((page) => page.items),
  });
export const useOrganization = (id: string, enabled = true): UseQueryResult<Organization> =>
  useQuery({
    queryKey: ['organization', id],
    enabled,
    queryFn: ({ signal }) => read<Organization>(`/organizations/${id}`, signal),
  });
export const useMembers = (id: string, enabled: boolean): UseQueryResult<Page<Member>> =>
  useQuery({
    queryKey: ['members', id],
    enabled,
    queryFn: ({ signal }) => read<Page<Member>>(`/organizations/${id}/members`, signal),
  });
export const useInvitations = (id: string, enabled: boolean): UseQueryResult<Page<Invitation>> =>
  useQuery({
    queryKey: ['invitations', id],
    enabled,
    queryFn: ({ signal }) => read<Page<Invitation>>(`/organizations/${id}/invitations`, signal),
  });
export const useOpenInvitation = (token: string): UseQueryResult<OpenInvitation> =>
  useQuery({
    queryKey: ['invitation', token],
    enabled: token !== '',
    retry: false,
    queryFn: () => post<OpenInvitation>('/invitations/look', { token }),
  });

/** Creates the record, or corrects the one that is there as it was read. */
export const saveOrganization = (
  { known, form }: { known: Organization | undefined; form: OrganizationForm },
  key: string,
): Promise<Organization> =>
  known
    ? call('PATCH', `/organizations/${known.id}`, { body: form, ifMatch: `"v${known.version}"` })
    : post('/organizations', form, key);
/** Contacts without a word in them are taken away. */
export const saveContacts = ({
  organization,
  contacts,
  handOverPoints,
}: {
  organization: Organization;
  contacts: OrganizationContacts;
  handOverPoints: HandOverPoint[];
}): Promise<Organization> => {
  const { public: shown, ...words } = contacts;
  const said = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text?.trim() || null]));
  const none = Object.values(said).every((text) => text === null);
  return call('PATCH', `/organizations/${organization.id}`, {
    body: { contacts: none ? null : { ...said, name: said.name ?? '', public: shown }, handOverPoints },
    ifMatch: `"v${organization.version}"`,
  });
};
export const submitOrganization = (id: string, key: string): Promise<Organization> =>
  post(`/organizations/${id}/submit`, undefined, key);

export const changeRole = ({
  org,
  person,
  role,
}: {
  org: string;
  person: string;
  role: OrganizationRole;
}): Promise<Page<Member>> => call('PATCH', `/organizations/${org}/members/${person}`, { body: { role } });
export const removeMember = ({ org, person }: { org: string; person: string }): Promise<void> =>
  call('DELETE', `/organizations/${org}/members/${person}`);
export const invite = (
  { org, ...form }: { org: string; email: string; role: OrganizationRole },
  key: string,
): Promise<Invitation> => post(`/organizations/${org}/invitations`, form, key);
export const takeBack = ({ org, id }: { org: string; id: string }): Promise<void> =>
  call('DELETE', `/organizations/${org}/invitations/${id}`);
export const acceptInvitation = (token: string, key: string): Promise<Organization> =>
  post('/invitations/accept', { token }, key);
export const vouchFor = (
  { org, ...answer }: { org: string; outcome: 'vouch' | 'decline'; reason?: string },
  key: string,
): Promise<Organization> => post(`/organizations/${org}/vouch`, answer, key);

/** Groups without registration that wait for the word of the reader, an official; none for everybody else. */
export const useToVouch = (enabled: boolean): UseQueryResult<Organization[]> =>
  useQuery({
    queryKey: ['organization', 'to-vouch'],
    enabled,
    queryFn: ({ signal }) => read<Page<Organization>>('/organizations?toVouch=true', signal).then((page) => page.items),
  });
