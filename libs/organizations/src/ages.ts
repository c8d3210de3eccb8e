import type { Age } from '#platform';

/** How long organizations keeps its rows of passage. */
export const ORGANIZATIONS_AGES: readonly Age[] = [
  { table: 'organization_invitations', key: 'id', days: 30, gone: 'expires_at < $1' },
];
