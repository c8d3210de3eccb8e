import type { Check } from '#kernel';

export const reportChecks: Check[] = [
  {
    sentence: 'A need stands as reported only where a version of its report is published.',
    sql: `SELECT n.id FROM needs n WHERE n.status = 'reported' AND NOT EXISTS (SELECT 1 FROM need_reports r WHERE r.need_id = n.id AND r.status = 'published')`,
  },
  {
    sentence: 'A report is owed only where something has come and nobody has reported on it.',
    sql: `SELECT id FROM needs WHERE report_due_at IS NOT NULL AND status NOT IN ('met', 'closed')`,
  },
  {
    sentence: 'Of one need, each version of the report but the last is published and was read by a moderator.',
    sql: `SELECT r.id FROM need_reports r WHERE r.shown_at IS NULL AND EXISTS (SELECT 1 FROM need_reports later WHERE later.need_id = r.need_id AND later.version > r.version)`,
  },
];
