import type { Check } from '#kernel';

export const organizationChecks: Check[] = [
  {
    sentence: 'No two organizations are checked under one INN.',
    sql: `SELECT inn FROM organizations WHERE status IN ('submitted', 'verified', 'suspended') AND inn IS NOT NULL GROUP BY inn HAVING count(*) > 1`,
  },
  {
    sentence: 'Every organization has had an owner.',
    sql: `SELECT o.id FROM organizations o WHERE NOT EXISTS (SELECT 1 FROM grants g WHERE g.object_type = 'organization' AND g.object_id = o.id::text AND g.role = 'owner')`,
  },
  {
    sentence: 'A verified organization says when it was verified; a returned one says why.',
    sql: `SELECT id FROM organizations WHERE (status = 'verified' AND verified_at IS NULL) OR (status = 'returned' AND return_reason IS NULL)`,
  },
  {
    sentence: 'A verified group without registration has been vouched for.',
    sql: `SELECT id FROM organizations WHERE status = 'verified' AND form IN ('tos', 'informal') AND vouched_at IS NULL`,
  },
  {
    sentence: 'An account has changed at the earliest a day after two people approved it.',
    sql: `SELECT c.id FROM account_changes c LEFT JOIN reviews r ON r.subject_type = 'account_change' AND r.subject_id = c.id AND r.status = 'approved'
          WHERE c.status = 'applied' AND (r.id IS NULL OR r.signatures_needed < 2 OR c.ended_at < c.effective_at OR c.effective_at < r.closed_at + interval '1 day' - interval '1 minute')`,
  },
  {
    sentence: 'Only a verified organization has a changed account on its way.',
    sql: `SELECT c.id FROM account_changes c JOIN organizations o ON o.id = c.organization_id WHERE c.status IN ('submitted', 'approved') AND o.status <> 'verified'`,
  },
];
