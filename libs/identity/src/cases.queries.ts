import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';

/** The case of moderation in which the words of something are looked at, and whether this person has looked. */
export interface CaseOfWords {
  readonly reviewId: string;
  readonly seen: boolean;
}

/**
 * The last case of each of these needs, edits of needs, offers or reports; an appeal against it stands in its place. What was looked at in a case before is not looked
 * at in this one: the words may be others.
 */
export async function casesOfWords(
  db: Tx | DataSource,
  personId: string,
  subjectIds: readonly string[],
): Promise<Map<string, CaseOfWords>> {
  if (subjectIds.length === 0) return new Map();
  const rows: ({ subjectId: string } & CaseOfWords)[] = await db.query(
    `SELECT DISTINCT ON (r.subject_id) r.subject_id AS "subjectId", coalesce(of.id, r.id) AS "reviewId",
       EXISTS (SELECT 1 FROM review_looks l WHERE l.person_id = $2 AND l.review_id IN (r.id, of.id)) AS seen
     FROM reviews r LEFT JOIN appeals a ON a.review_id = r.id LEFT JOIN reviews of ON of.subject_id = a.id AND of.subject_type = 'appeal'
     WHERE r.subject_id = ANY($1) AND r.subject_type IN ('need', 'need_edit', 'offer', 'report') ORDER BY r.subject_id, r.opened_at DESC, r.id DESC`,
    [subjectIds, personId],
  );
  return new Map(rows.map(({ subjectId, ...one }) => [subjectId, one]));
}
