import type { Actor } from '#identity';

/** A person who is signed in by a page, confirmed, without a role on the platform. */
export const actor = (personId: string, ...organizations: Actor['organizations'][number][]): Actor => ({
  personId,
  locale: 'ru',
  platform: [],
  organizations,
  places: [],
  via: 'web',
  confirmed: true,
});

/** A volunteer, people of the organization `o`, and a volunteer who owns it. */
export const VOLUNTEER = actor('v');
export const COORDINATOR = actor('c', { id: 'o', role: 'coordinator' });
export const ACCOUNTANT = actor('a', { id: 'o', role: 'accountant' });
export const OWNER_WHO_VOLUNTEERS = actor('v', { id: 'o', role: 'owner' });
