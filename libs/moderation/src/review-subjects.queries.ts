import type { DataSource } from 'typeorm';
import { withoutNamedHealthIn } from '#forms';
import type { Tx } from '#platform';
import type { ReviewStatus, SubjectType } from './review.entity.js';
import { appealsById } from './appeals/appeals.queries.js';
import type { ReviewState } from './decision.rules.js';
import { budgetOf } from './review-content.queries.js';

/** What a review is about, as a moderator sees it in the queue, and whom it touches. */
export interface ReviewSubject {
  readonly title: string;
  /** Null: people give in their own name. */
  readonly organization: { readonly id: string; readonly shortName: string } | null;
  /** The need, for a need, its edit or a match with it. */
  readonly need: {
    readonly id: string;
    readonly number: number;
    readonly kind: string;
    readonly category: string;
  } | null;
  /** Of a changed account: which becomes which; `before` is null where it is the first one. */
  readonly accounts: { readonly before: Account | null; readonly after: Account } | null;
  /** Of a complaint: the page that it is about, as a path without language. */
  readonly page: string | null;
  /** Organizations that it is about: they read what was decided. */
  readonly organizationIds: readonly string[];
  /** Organizations in whose name something was promised or given to it. */
  readonly donorOrganizationIds: readonly string[];
  readonly personIds: readonly string[];
  /** Who gives, where it is about what is given, and the offer. */
  readonly giverIds: readonly string[];
  readonly offerId: string | null;
  /** What it is called where nobody has looked: who is named beside an illness is left out, also where the illness stands in the text under it. */
  readonly titleInLists: string;
  /** What mails call it: of a private need the name of its category; else as in lists. */
  readonly titleInMails: { readonly ru: string; readonly en: string };
  /** Of an appeal: who said a word on what it is against. */
  readonly decidedBefore: readonly string[];
  /** A group without registration that waits for the word of its municipality. */
  readonly unvouched: boolean;
}

export interface Account {
  readonly bik: string;
  readonly number: string;
  readonly bankName: string;
  readonly correspondent: string;
}

interface SubjectRow {
  before?: Account | null;
  after?: Account;
  id: string;
  title: string;
  /** The text under the title, as its case reads it: a name in one and an illness in the other belong together. */
  under?: string | null;
  page?: string;
  organizationId: string | null;
  shortName: string | null;
  needId: string | null;
  number: number | null;
  kind: string | null;
  category: string | null;
  organizationIds: string[];
  donorOrganizationIds?: string[];
  personIds: string[];
  giverIds?: string[];
  offerId?: string;
  categoryRu?: string | null;
  categoryEn?: string | null;
  unvouched?: boolean;
}

const OF_ORGANIZATIONS = `SELECT o.id, o.name AS title, o.id AS "organizationId", o.short_name AS "shortName", NULL AS "needId", NULL AS number, NULL AS kind, NULL AS category,
    ARRAY[o.id] AS "organizationIds", ARRAY[o.created_by] AS "personIds", o.status = 'submitted' AND o.form IN ('tos', 'informal') AND o.vouched_at IS NULL AS unvouched
  FROM organizations o WHERE o.id = ANY($1)`;

const NEED_COLUMNS = `o.id AS "organizationId", o.short_name AS "shortName", n.id AS "needId", n.number, n.kind, n.category,
  CASE WHEN 'private' = ANY(c.flags) THEN c.name_ru END AS "categoryRu", CASE WHEN 'private' = ANY(c.flags) THEN c.name_en END AS "categoryEn"`;

/** Of a need `n`, those who promised something to it. A proposal that nobody answered is no promise. */
const promisedTo = (column: 'created_by' | 'on_behalf_of'): string =>
  `ARRAY(SELECT DISTINCT f.${column} FROM matches m JOIN offers f ON f.id = m.offer_id WHERE m.need_id = n.id AND m.held_at IS NOT NULL AND f.${column} IS NOT NULL)`;
const OF_NEED = `ARRAY[o.id] AS "organizationIds", ${promisedTo('on_behalf_of')} AS "donorOrganizationIds"`;

const OF_MATCH = `SELECT m.id, n.title, n.description || ${budgetOf('n.budget')} AS under, ${NEED_COLUMNS}, ARRAY[o.id] AS "organizationIds", array_remove(ARRAY[f.on_behalf_of], NULL) AS "donorOrganizationIds",
    ARRAY[f.donor_id, f.created_by, n.created_by] AS "personIds", ARRAY[f.created_by] AS "giverIds", f.id AS "offerId"
    FROM matches m JOIN offers f ON f.id = m.offer_id JOIN needs n ON n.id = m.need_id JOIN categories c ON c.code = n.category JOIN organizations o ON o.id = n.organization_id WHERE m.id = ANY($1)`;

const QUERIES: Record<Exclude<SubjectType, 'appeal'>, string> = {
  organization: OF_ORGANIZATIONS,
  suspension: OF_ORGANIZATIONS,
  need: `SELECT n.id, n.title, n.description || ${budgetOf('n.budget')} AS under, ${NEED_COLUMNS}, ${OF_NEED}, ARRAY[n.created_by, o.created_by] || ${promisedTo('created_by')} AS "personIds"
    FROM needs n JOIN categories c ON c.code = n.category JOIN organizations o ON o.id = n.organization_id WHERE n.id = ANY($1)`,
  need_edit: `SELECT e.id, coalesce(e.changes->>'title', n.title) AS title,
      coalesce(e.changes->>'description', n.description) || ${budgetOf("coalesce(e.changes->'budget', n.budget)")} AS under, ${NEED_COLUMNS}, ${OF_NEED}, ARRAY[e.by, n.created_by, o.created_by] || ${promisedTo('created_by')} AS "personIds"
    FROM need_edits e JOIN needs n ON n.id = e.need_id JOIN categories c ON c.code = n.category JOIN organizations o ON o.id = n.organization_id WHERE e.id = ANY($1)`,
  report: `SELECT r.id, coalesce(nullif(r.title, ''), n.title) AS title, r.outcome || E'\\n\\n' || r.limits AS under, ${NEED_COLUMNS}, ${OF_NEED}, ARRAY[r.written_by, n.created_by, o.created_by] || ${promisedTo('created_by')} AS "personIds"
    FROM need_reports r JOIN needs n ON n.id = r.need_id JOIN categories c ON c.code = n.category JOIN organizations o ON o.id = n.organization_id WHERE r.id = ANY($1)`,
  account_change: `SELECT c.id, o.name AS title, o.id AS "organizationId", o.short_name AS "shortName", NULL AS "needId", NULL AS number, NULL AS kind, NULL AS category, c.before, c.after,
      ARRAY[o.id] AS "organizationIds", ARRAY[c.requested_by, o.created_by] AS "personIds"
    FROM account_changes c JOIN organizations o ON o.id = c.organization_id WHERE c.id = ANY($1)`,
  match: OF_MATCH,
  messages: OF_MATCH,
  // The complainant, and the person who it is about, decide nothing of it. Of a need that nobody has opened its number alone: a complaint opens no words.
  complaint: `SELECT q.id, coalesce(CASE WHEN n.opened_at IS NULL THEN '№ ' || n.number ELSE n.title END, o.name, q.about) AS title, q.about AS page, ${NEED_COLUMNS}, array_remove(ARRAY[o.id], NULL) AS "organizationIds", array_remove(ARRAY[q.person_id, n.created_by, o.created_by], NULL) AS "personIds"
    FROM complaints q LEFT JOIN needs n ON n.id = q.need_id LEFT JOIN categories c ON c.code = n.category LEFT JOIN organizations o ON o.id = coalesce(n.organization_id, q.organization_id) WHERE q.id = ANY($1)`,
  offer: `SELECT f.id, coalesce(f.title, i.name_ru, c.name_ru, s.name_ru, f.kind) AS title, f.description AS under, o.id AS "organizationId", o.short_name AS "shortName", NULL AS "needId", NULL AS number, NULL AS kind, NULL AS category,
      '{}'::uuid[] AS "organizationIds", array_remove(ARRAY[f.on_behalf_of], NULL) AS "donorOrganizationIds", ARRAY[f.donor_id, f.created_by] AS "personIds", ARRAY[f.created_by] AS "giverIds", f.id AS "offerId",
      coalesce(i.name_ru, c.name_ru, s.name_ru) AS "categoryRu", coalesce(i.name_en, c.name_en, s.name_en) AS "categoryEn"
    FROM offers f LEFT JOIN organizations o ON o.id = f.on_behalf_of LEFT JOIN goods i ON i.code = f.item LEFT JOIN categories c ON c.code = f.category LEFT JOIN spheres s ON s.code = f.category WHERE f.id = ANY($1)`,
};

/** Subjects of many reviews, by subject id: one query for each sort of subject that occurs. */
export async function reviewSubjects(
  db: Tx | DataSource,
  reviews: readonly { subjectType: SubjectType; subjectId: string }[],
): Promise<Map<string, ReviewSubject>> {
  const subjects = new Map<string, ReviewSubject>();
  for (const type of Object.keys(QUERIES) as (keyof typeof QUERIES)[]) {
    const ids = reviews.filter((review) => review.subjectType === type).map((review) => review.subjectId);
    if (ids.length === 0) continue;
    const rows: SubjectRow[] = await db.query(QUERIES[type], [ids]);
    for (const row of rows) subjects.set(row.id, subjectOf(row));
  }
  await addAppeals(db, reviews, subjects);
  return subjects;
}

/** An appeal is about what the decision before was about; the appellant has an interest too. */
async function addAppeals(
  db: Tx | DataSource,
  reviews: readonly { subjectType: SubjectType; subjectId: string }[],
  subjects: Map<string, ReviewSubject>,
): Promise<void> {
  const appeals = await appealsById(
    db,
    reviews.filter(({ subjectType }) => subjectType === 'appeal').map(({ subjectId }) => subjectId),
  );
  if (appeals.size === 0) return;
  const originals = await reviewSubjects(db, [...appeals.values()]);
  const before = await decisionsOf(
    db,
    [...appeals.values()].map(({ reviewId }) => reviewId),
  );
  for (const { id, subjectId, reviewId, personId } of appeals.values()) {
    const original = originals.get(subjectId);
    if (original)
      subjects.set(id, {
        ...original,
        personIds: personId === null ? original.personIds : [...original.personIds, personId],
        decidedBefore: before.filter((one) => one.reviewId === reviewId).map((one) => one.personId),
      });
  }
}

function subjectOf(row: SubjectRow): ReviewSubject {
  const { needId, number, kind, category } = row;
  const [titleInLists = ''] = withoutNamedHealthIn([row.title, row.under ?? '']).texts;
  return {
    title: row.title,
    organization:
      row.organizationId !== null && row.shortName !== null
        ? { id: row.organizationId, shortName: row.shortName }
        : null,
    need:
      needId !== null && number !== null && kind !== null && category !== null
        ? { id: needId, number, kind, category }
        : null,
    page: row.page ?? null,
    accounts: row.after ? { before: row.before ?? null, after: row.after } : null,
    organizationIds: row.organizationIds,
    donorOrganizationIds: row.donorOrganizationIds ?? [],
    personIds: row.personIds,
    giverIds: row.giverIds ?? [],
    offerId: row.offerId ?? null,
    titleInLists,
    titleInMails: { ru: row.categoryRu ?? titleInLists, en: row.categoryEn ?? titleInLists },
    decidedBefore: [],
    unvouched: row.unvouched ?? false,
  };
}

export interface GivenDecision {
  readonly reviewId: string;
  readonly personId: string;
  readonly name: string;
  readonly outcome: 'approve' | 'return' | 'escalate';
  readonly reason: string | null;
  readonly note: string | null;
  readonly at: Date;
}

/** Every word said on these reviews so far, oldest first. */
export async function decisionsOf(db: Tx | DataSource, reviewIds: readonly string[]): Promise<GivenDecision[]> {
  return db.query(
    `SELECT d.review_id AS "reviewId", d.person_id AS "personId", p.name, d.outcome, d.reason, d.note, d.at
     FROM decisions d JOIN people p ON p.id = d.person_id WHERE d.review_id = ANY($1) ORDER BY d.at, d.id`,
    [reviewIds],
  );
}

/** With which words what these reviews are about was returned in earlier ones, oldest first; `reviewId` is that of the later review. */
export async function returnsBefore(
  db: Tx | DataSource,
  reviewIds: readonly string[],
): Promise<readonly GivenDecision[]> {
  return db.query(
    `SELECT now.id AS "reviewId", d.person_id AS "personId", p.name, d.outcome, d.reason, d.note, d.at
     FROM reviews now JOIN reviews r ON r.subject_id = now.subject_id AND r.subject_type = now.subject_type AND r.status = 'returned' AND r.opened_at < now.opened_at
     JOIN decisions d ON d.review_id = r.id AND d.outcome = 'return' JOIN people p ON p.id = d.person_id
     WHERE now.id = ANY($1) ORDER BY d.at, d.id`,
    [reviewIds],
  );
}

/** What the rules of deciding look at. */
export function reviewStateOf(
  review: { status: ReviewStatus; subjectType: SubjectType },
  subject: ReviewSubject | undefined,
  decisions: readonly Pick<GivenDecision, 'personId' | 'outcome'>[],
  heldBy: string | null,
): ReviewState {
  return {
    status: review.status,
    subjectType: review.subjectType,
    organizationIds: subject ? [...subject.organizationIds, ...subject.donorOrganizationIds] : [],
    personIds: subject?.personIds ?? [],
    escalatedBy: decisions.findLast((decision) => decision.outcome === 'escalate')?.personId ?? null,
    approvedBy: decisions.filter((decision) => decision.outcome === 'approve').map((decision) => decision.personId),
    decidedBefore: subject?.decidedBefore ?? [],
    heldBy,
    unvouched: subject?.unvouched ?? false,
  };
}
