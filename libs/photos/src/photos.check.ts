import type { Check } from '#kernel';

export const photoChecks: Check[] = [
  {
    sentence: 'No need, offer, report or hand-over has more photos than there is room for.',
    sql: `SELECT coalesce(need_id, offer_id, report_id, match_id) AS id FROM photos WHERE status <> 'refused' AND message_id IS NULL GROUP BY 1 HAVING count(*) > 8`,
  },
  {
    sentence: 'Only photos that are ready are shown.',
    sql: `SELECT id FROM photos WHERE shown_at IS NOT NULL AND status <> 'ready'`,
  },
];
