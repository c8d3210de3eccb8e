import type { Check } from '#kernel';

export const organizationChecks: Check[] = [
  {
    sentence: 'No two organizations are checked under one INN.',
    sql: `SELECT inn FROM organizations WHERE status IN ('submitted', 'verified', 'suspended') GROUP BY inn HAVING count(*) > 1`,
  },
  {
    sentence: 'Every organization has had an owner.',
    sql: `SELECT o.id FROM organizations o WHERE NOT EXISTS (SELECT 1 FROM grants g WHERE g.object_type = 'organization' AND g.object_id = o.id::text AND g.role = 'owner')`,
  },
  {
    sentence: 'A verified organization says when it was verified; a returned one says why.',
    sql: `SELECT id FROM organizations WHERE (status = 'verified' AND verified_at IS NULL) OR (status = 'returned' AND return_reason IS NULL)`,
  },
];
