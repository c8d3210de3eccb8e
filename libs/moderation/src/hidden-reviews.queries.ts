import type { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { preparedQuery } from '#platform';
import { whyMayNotDecide } from './decision.rules.js';
import type { ReviewStatus, SubjectType } from './review.entity.js';
import { TO_CORRECT, WAITS } from './review-sections.queries.js';
import { reviewStateOf, reviewSubjects } from './review-subjects.queries.js';

/** What is read to find whom a review touches: `$1` is the person, `$2` their organizations, those that they left, and those that they founded. */
interface Touched {
  readonly types: readonly SubjectType[];
  /** The tables of the subject, `s` of them the one whose id it is. */
  readonly of: string;
  /** Each is found by an index of its own. */
  readonly by: readonly string[];
}

const promised = (giver: string): string =>
  `n.id IN (SELECT m.need_id FROM offers f JOIN matches m ON m.offer_id = f.id WHERE m.held_at IS NOT NULL AND f.${giver})`;
const ASKS = ['n.organization_id = ANY($2)', 'n.created_by = $1'];
const OF_NEED = [...ASKS, promised('created_by = $1'), promised('on_behalf_of = ANY($2)')];
const gives = (offer: string): string[] => [
  `${offer}.donor_id = $1`,
  `${offer}.created_by = $1`,
  `${offer}.on_behalf_of = ANY($2)`,
];

const TOUCHED: readonly Touched[] = [
  { types: ['organization', 'suspension'], of: 'organizations s', by: ['s.id = ANY($2)'] },
  { types: ['need'], of: 'needs s JOIN needs n ON n.id = s.id', by: OF_NEED },
  { types: ['need_edit'], of: 'need_edits s JOIN needs n ON n.id = s.need_id', by: [...OF_NEED, 's.by = $1'] },
  { types: ['report'], of: 'need_reports s JOIN needs n ON n.id = s.need_id', by: [...OF_NEED, 's.written_by = $1'] },
  { types: ['account_change'], of: 'account_changes s', by: ['s.organization_id = ANY($2)', 's.requested_by = $1'] },
  {
    types: ['match', 'messages'],
    of: 'matches s JOIN needs n ON n.id = s.need_id JOIN offers f ON f.id = s.offer_id',
    by: [...ASKS, ...gives('f')],
  },
  { types: ['offer'], of: 'offers s', by: gives('s') },
  { types: ['complaint'], of: 'complaints s', by: ['s.person_id = $1', 's.organization_id = ANY($2)'] },
  { types: ['complaint'], of: 'complaints s JOIN needs n ON n.id = s.need_id', by: ASKS },
];

const typesIn = (types: readonly SubjectType[]): string => types.map((type) => `'${type}'`).join(', ');
const REVIEW = 'r.id, r.status, r.subject_type AS "subjectType", r.subject_id AS "subjectId"';
const waits = (condition: string): string => condition.replaceAll('reviews.', 'r.');

/** Of appeals few wait: whom what they are against touches is asked of each. */
const OF_APPEAL = TOUCHED.filter(({ types }) => types[0] !== 'match' && types[0] !== 'complaint').flatMap(
  ({ types, of, by }) =>
    by.map(
      (one) =>
        `EXISTS (SELECT 1 FROM ${of} WHERE s.id = before.subject_id AND before.subject_type IN (${typesIn(types)}) AND ${one})`,
    ),
);

/** The reviews that may touch a person, of those that wait: all that do, and hardly others. None of it reads the queue from end to end. */
export const MAY_TOUCH = [
  ...TOUCHED.flatMap(({ types, of, by }) =>
    by.map(
      (one) =>
        `SELECT ${REVIEW} FROM reviews r, ${of} WHERE s.id = r.subject_id AND r.subject_type IN (${typesIn(types)}) AND r.${WAITS} AND ${one}`,
    ),
  ),
  ...OF_NEED.map(
    (one) =>
      `SELECT ${REVIEW} FROM reviews r JOIN needs n ON n.id = r.subject_id WHERE ${waits(TO_CORRECT)} AND ${one}`,
  ),
  `SELECT ${REVIEW} FROM reviews r JOIN appeals a ON a.id = r.subject_id JOIN reviews before ON before.id = a.review_id
   WHERE r.subject_type = 'appeal' AND r.${WAITS} AND (a.person_id = $1 OR ${OF_APPEAL.join(' OR ')})`,
].join(' UNION ');

/**
 * Reviews that a person has an interest in: no section shows them, and all that is said of them is how many there are. The rule is the one that keeps
 * the person from deciding; SQL only finds what it is asked of. What is decided is no secret to whom it touched.
 */
export async function hiddenFrom(source: DataSource, actor: Actor): Promise<string[]> {
  const founded: { id: string }[] = await source.query('SELECT id FROM organizations WHERE created_by = $1', [
    actor.personId,
  ]);
  const organizations = [...actor.organizations, ...founded].map(({ id }) => id);
  const rows = await preparedQuery<{ id: string; status: ReviewStatus; subjectType: SubjectType; subjectId: string }>(
    source,
    MAY_TOUCH,
    [actor.personId, [...organizations, ...(actor.left ?? [])]],
  );
  const subjects = await reviewSubjects(source, rows);
  return rows
    .filter(
      (row) =>
        whyMayNotDecide(actor, reviewStateOf(row, subjects.get(row.subjectId), [], null)) === 'review.own-matter',
    )
    .map(({ id }) => id);
}
