import type { DataSource } from 'typeorm';
import type { Actor } from '#identity';

/** What of the reviews a moderator works on, each with what is in it; `$1` is the moderator, `$2` now. */
export const REVIEW_SECTIONS = [
  'open',
  'escalated',
  'signatures',
  'disputes',
  'appeals',
  'mine',
  'to-correct',
] as const;
export type ReviewSection = (typeof REVIEW_SECTIONS)[number];

export const WAITS = `status IN ('open', 'escalated')`;
/** Needs that were given back and wait for their authors, by the last word on each. */
export const TO_CORRECT = `reviews.status = 'returned' AND reviews.subject_type = 'need' AND reviews.subject_id IN (SELECT n.id FROM needs n WHERE n.status = 'returned')
  AND NOT EXISTS (SELECT 1 FROM reviews l WHERE l.subject_id = reviews.subject_id AND l.subject_type = 'need' AND l.opened_at > reviews.opened_at)`;
const SAID = 'SELECT 1 FROM decisions d WHERE d.review_id = reviews.id';

const IN: Readonly<Record<ReviewSection, string>> = {
  open: `status = 'open'`,
  escalated: `status = 'escalated'`,
  /** One has signed, and another is needed. */
  signatures: `${WAITS} AND signatures_needed > 1 AND EXISTS (${SAID} AND d.outcome = 'approve')`,
  disputes: `${WAITS} AND subject_type = 'match'`,
  appeals: `${WAITS} AND subject_type = 'appeal'`,
  /** Open in one's hands, or with one's own word on it, and not decided yet. */
  mine: `${WAITS} AND (EXISTS (${SAID} AND d.person_id = $1)
    OR EXISTS (SELECT 1 FROM review_holds h WHERE h.review_id = reviews.id AND h.person_id = $1 AND h.until > $2))`,
  'to-correct': TO_CORRECT,
};
/** Which reviews are in a section, for whom and when: a condition on `reviews`, whose values stand first. */
export const inSection = (section: ReviewSection, actor: Actor, now: Date): { sql: string; values: unknown[] } => ({
  sql: IN[section],
  values: section === 'mine' ? [actor.personId, now] : [],
});

/** How many reviews are in each section for a moderator, without those of which they see nothing. */
export interface ReviewCounts {
  readonly sections: Readonly<Record<ReviewSection, number>>;
  /** That wait, and are hidden from this moderator. */
  readonly hidden: number;
  /** Since when the oldest of the queue waits. */
  readonly oldestAt: string | null;
}

const COUNTED = REVIEW_SECTIONS.filter((one) => one !== 'to-correct');

/** @param hidden reviews of which this moderator sees nothing */
export async function countSections(
  source: DataSource,
  actor: Actor,
  now: Date,
  hidden: readonly string[],
): Promise<ReviewCounts> {
  const [row]: (Record<ReviewSection, number> & { hidden: number; oldestAt: Date | null })[] = await source.query(
    `SELECT ${COUNTED.map((one) => `count(*) FILTER (WHERE shown AND ${IN[one]})::int AS "${one}"`).join(', ')},
       count(*) FILTER (WHERE NOT shown)::int AS hidden, min(opened_at) FILTER (WHERE shown AND ${IN.open}) AS "oldestAt",
       (SELECT count(*)::int FROM reviews WHERE ${IN['to-correct']} AND NOT id = ANY($3)) AS "to-correct"
     FROM (SELECT *, NOT id = ANY($3) AS shown FROM reviews WHERE ${WAITS}) AS reviews`,
    [actor.personId, now, hidden],
  );
  const { hidden: kept = 0, oldestAt = null, ...sections } = row ?? ({} as Partial<NonNullable<typeof row>>);
  return {
    sections: sections as Record<ReviewSection, number>,
    hidden: kept,
    oldestAt: oldestAt?.toISOString() ?? null,
  };
}
