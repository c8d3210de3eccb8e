import type { Age } from '#platform';

/** How long volunteering keeps its rows of passage. Never forgotten: shifts, sign-ups. */
export const VOLUNTEERING_AGES: readonly Age[] = [
  { table: 'guardian_consents', key: 'sign_up_id', days: 30, gone: 'ends_at < $1' },
];
