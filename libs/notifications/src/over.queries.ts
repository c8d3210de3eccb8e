import type { Tx } from '#platform';
import { OPEN_WHILE } from './digest.rules.js';

/**
 * Of these mails those that speak of something that is not open any more: nothing is proposed for the offer or desk now, or the match was answered, handed over or
 * ended meanwhile. Mails of other templates, and such as no notice stands beside, are never over.
 */
export async function overNews(tx: Tx, mailIds: readonly string[]): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `SELECT n.id FROM notifications n JOIN jsonb_each($2::jsonb) open(template, statuses) ON open.template = n.template
     WHERE n.id = ANY($1) AND CASE n.subject_type
       WHEN 'match' THEN NOT EXISTS (SELECT 1 FROM matches m WHERE m.id = n.subject_id AND open.statuses ? m.status)
       WHEN 'offer' THEN NOT EXISTS (SELECT 1 FROM matches m WHERE m.offer_id = n.subject_id AND open.statuses ? m.status)
       WHEN 'organization' THEN NOT EXISTS (SELECT 1 FROM needs d JOIN matches m ON m.need_id = d.id WHERE d.organization_id = n.subject_id AND open.statuses ? m.status)
       ELSE false END`,
    [mailIds, JSON.stringify(OPEN_WHILE)],
  );
  return new Set(rows.map(({ id }) => id));
}
