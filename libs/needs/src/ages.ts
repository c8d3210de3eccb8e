import type { Age } from '#platform';

/** How long needs keeps its rows of passage. Never forgotten: needs. */
export const NEEDS_AGES: readonly Age[] = [
  { table: 'need_renewal_links', key: 'token_hash', days: 30, gone: 'expires_at < $1' },
];
