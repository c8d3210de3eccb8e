import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Page, Schema } from '../../../lib/api-types.js';

export type BankAccount = Schema['AccountAnswer'];
export type LegalForm = Schema['LegalFormAnswer'];
/** A wish of an owner, approved by two moderators, in force a day later. */
export type AccountChange = Schema['AccountChangeAnswer'];
export type Organization = Schema['OrganizationAnswer'];
/** `level` is 0 to 3; why, and until when, only its own people and moderators read. */
export type Trust = Organization['trust'];
/** How givers reach it; everybody reads it where `public` is ticked. */
export type OrganizationContacts = NonNullable<Organization['contacts']>;
export type Accepts = { conditions: ('new' | 'good' | 'worn' | 'repair')[]; notNow: string[] };
export type HandOverPoint = Organization['handOverPoints'][number];
export type Member = Schema['MemberAnswer'];
export type OrganizationRole = Member['role'];
export const ROLES: readonly OrganizationRole[] = ['owner', 'coordinator', 'accountant'];
export type Invitation = Schema['InvitationAnswer'];
export type OpenInvitation = Schema['OpenInvitationAnswer'];
export type OrganizationForm = Schema['CreateOrganizationDto'];

export const useLegalForms = (): UseQueryResult<LegalForm[]> =>
  useQuery({
    queryKey: ['catalogue', 'legal-forms'],
    staleTime: Infinity,
    queryFn: ({ signal }) => api.get('/organization-forms', { signal }).then((page) => page.items),
  });
export const useOrganization = (id: string, enabled = true): UseQueryResult<Organization> =>
  useQuery({
    queryKey: ['organization', id],
    enabled,
    queryFn: ({ signal }) => api.get('/organizations/{id}', { path: { id }, signal }),
  });
export const useMembers = (id: string, enabled: boolean): UseQueryResult<Page<Member>> =>
  useQuery({
    queryKey: ['members', id],
    enabled,
    queryFn: ({ signal }) => api.get('/organizations/{id}/members', { path: { id }, signal }),
  });
export const useInvitations = (id: string, enabled: boolean): UseQueryResult<Page<Invitation>> =>
  useQuery({
    queryKey: ['invitations', id],
    enabled,
    queryFn: ({ signal }) => api.get('/organizations/{id}/invitations', { path: { id }, signal }),
  });
export const useOpenInvitation = (token: string): UseQueryResult<OpenInvitation> =>
  useQuery({
    queryKey: ['invitation', token],
    enabled: token !== '',
    retry: false,
    queryFn: () => api.post('/invitations/look', { body: { token } }),
  });

/** Creates the record, or corrects the one that is there as it was read. */
export const saveOrganization = (
  { known, form }: { known: Organization | undefined; form: OrganizationForm },
  key: string,
): Promise<Organization> =>
  known
    ? api.patch('/organizations/{id}', { path: { id: known.id }, body: form, version: known.version })
    : api.post('/organizations', { body: form, key });
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
  return api.patch('/organizations/{id}', {
    path: { id: organization.id },
    body: { contacts: none ? null : { ...said, name: said.name ?? '', public: shown }, handOverPoints },
    version: organization.version,
  });
};
/** Nothing chosen: everything is taken. */
export const saveAccepts = ({
  organization,
  accepts,
}: {
  organization: Organization;
  accepts: Accepts;
}): Promise<Organization> =>
  api.patch('/organizations/{id}', {
    path: { id: organization.id },
    body: { accepts },
    version: organization.version,
  });
export const submitOrganization = (id: string, key: string): Promise<Organization> =>
  api.post('/organizations/{id}/submit', { path: { id }, key });

export const changeRole = ({
  org,
  person,
  role,
}: {
  org: string;
  person: string;
  role: OrganizationRole;
}): Promise<Page<Member>> =>
  api.patch('/organizations/{id}/members/{person}', { path: { id: org, person }, body: { role } });
export const removeMember = ({ org, person }: { org: string; person: string }): Promise<void> =>
  api.delete('/organizations/{id}/members/{person}', { path: { id: org, person } });
export const invite = (
  { org, ...body }: { org: string; email: string; role: OrganizationRole },
  key: string,
): Promise<Invitation> => api.post('/organizations/{id}/invitations', { path: { id: org }, body, key });
export const takeBack = ({ org, id }: { org: string; id: string }): Promise<void> =>
  api.delete('/organizations/{id}/invitations/{invitation}', { path: { id: org, invitation: id } });
export const acceptInvitation = (token: string, key: string): Promise<Organization> =>
  api.post('/invitations/accept', { body: { token }, key });
export const vouchFor = ({ org, ...body }: { org: string } & Schema['VouchDto'], key: string): Promise<Organization> =>
  api.post('/organizations/{id}/vouch', { path: { id: org }, body, key });

/** Groups without registration that wait for the word of the reader, an official; none for everybody else. */
export const useToVouch = (enabled: boolean): UseQueryResult<Organization[]> =>
  useQuery({
    queryKey: ['organization', 'to-vouch'],
    enabled,
    queryFn: ({ signal }) => api.get('/organizations', { query: { toVouch: true }, signal }).then((page) => page.items),
  });
