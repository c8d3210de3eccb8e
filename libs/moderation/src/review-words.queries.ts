import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';
import type { Ledger } from '#ledger';
import { APPEALABLE } from './appeals/appeal.rules.js';
import type { Words } from './appeals/changes.rules.js';
import type { SubjectType } from './review.entity.js';

interface Subject {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
}

/** The same on every connection, whatever its time zone. */
const time = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const said = (need: string, of: (column: string, field: string) => string): string =>
  `jsonb_build_object('title', ${of(`${need}.title`, 'title')}, 'description', ${of(`${need}.description`, 'description')}, 'category', ${of(`${need}.category`, 'category')},
    'place', ${of(`${need}.place`, 'place')}, 'from', ${time(`${need}.starts_at`)}, 'deadline', ${time(`${need}.deadline`)}, 'beneficiaries', ${of(`${need}.beneficiaries::text`, 'beneficiaries')},
    'budget', (SELECT string_agg((l->>'what') || ': ' || round((l->>'amount')::numeric / 100, 2) || ' ₽', E'\\n' ORDER BY i)
      FROM jsonb_array_elements(CASE WHEN jsonb_typeof(${of(`${need}.budget`, 'budget')}) = 'array' THEN ${of(`${need}.budget`, 'budget')} ELSE '[]' END) WITH ORDINALITY b(l, i)))`;

/** What of each sort can change while it is refused. What an account was to become cannot: it is asked for anew. */
const WORDS: Partial<Record<SubjectType, string>> = {
  need: `SELECT n.id, n.id AS "needId", NULL AS required, ${said('n', (column) => column)} AS words FROM needs n WHERE n.id = ANY($1)`,
  need_edit: `SELECT e.id, n.id AS "needId", e.changes->>'required' AS required,
      ${said('n', (column, field) => (field === 'budget' ? `coalesce(e.changes->'budget', ${column})` : `coalesce(e.changes->>'${field}', ${column})`))} AS words
    FROM need_edits e JOIN needs n ON n.id = e.need_id WHERE e.id = ANY($1)`,
  report: `SELECT id, NULL AS "needId", NULL AS required, jsonb_build_object('title', title, 'description', outcome, 'limits', nullif(limits, ''), 'photos', cardinality(photo_ids)::text) AS words FROM need_reports WHERE id = ANY($1)`,
  offer: `SELECT id, NULL AS "needId", NULL AS required, jsonb_build_object('title', title, 'description', description, 'place', place, 'deadline', ${time('until')}) AS words FROM offers WHERE id = ANY($1)`,
  organization: `SELECT id, NULL AS "needId", NULL AS required, jsonb_build_object('title', name, 'shortName', short_name, 'place', place, 'inn', inn, 'account', account->>'number') AS words FROM organizations WHERE id = ANY($1)`,
};

/** What these say now, field by field, by the id of each. */
export async function wordsNow(
  db: Tx | DataSource,
  ledger: Ledger,
  subjects: readonly Subject[],
): Promise<Map<string, Words>> {
  const found = new Map<string, Words>();
  for (const [type, sql] of Object.entries(WORDS) as [SubjectType, string][]) {
    const ids = subjects.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId);
    if (ids.length === 0) continue;
    const rows: { id: string; needId: string | null; required: string | null; words: Words }[] = await db.query(sql, [
      ids,
    ]);
    const balances = await ledger.needBalances(
      db,
      rows.flatMap(({ needId }) => needId ?? []),
    );
    for (const { id, needId, required, words } of rows) {
      const asked = required ?? balances.get(needId ?? '')?.required;
      found.set(id, asked == null ? words : { ...words, amount: String(asked) });
    }
  }
  return found;
}

/** Keeps what is refused as it is at that moment, where an appeal may come: its author may change it before. */
export async function keepWords(
  tx: Tx,
  ledger: Ledger,
  review: Subject & { readonly id: string },
  now: Date,
): Promise<void> {
  if (!(APPEALABLE as readonly SubjectType[]).includes(review.subjectType)) return;
  const words = (await wordsNow(tx, ledger, [review])).get(review.subjectId);
  if (words)
    await tx.query('INSERT INTO review_words (review_id, words, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      review.id,
      JSON.stringify(words),
      now,
    ]);
}

/** What was said when these reviews were decided, by review. */
export async function wordsThen(db: Tx | DataSource, reviewIds: readonly string[]): Promise<Map<string, Words>> {
  if (reviewIds.length === 0) return new Map();
  const rows: { reviewId: string; words: Words }[] = await db.query(
    'SELECT review_id AS "reviewId", words FROM review_words WHERE review_id = ANY($1)',
    [reviewIds],
  );
  return new Map(rows.map(({ reviewId, words }) => [reviewId, words]));
}
