import type { Check } from '#kernel';

export const donorChecks: Check[] = [
  {
    sentence: 'No donor is shown by an e-mail address.',
    sql: `SELECT id FROM donors WHERE display_name LIKE '%_@_%'`,
  },
  {
    sentence: 'Every person who has made an offer is a donor.',
    sql: 'SELECT o.id FROM offers o WHERE NOT EXISTS (SELECT 1 FROM donors d WHERE d.id = o.donor_id)',
  },
];
