import type { DataSource } from 'typeorm';
import type { Ledger } from '#ledger';
import { photosOf, photoView, type PhotoView } from '#photos';
import type { Locale } from './reason-sentences.rules.js';
import type { SubjectType } from './review.entity.js';
import { marksIn, type Mark } from './risk.rules.js';

/** A text of the subject, as it would be read, with what a moderator is to look at in it. */
export interface ReviewText {
  readonly field: 'title' | 'description' | 'reason';
  /** Of a dispute: whose words they are. */
  readonly from: 'donor' | 'organization' | null;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** How the organization has done so far. */
export interface ReviewHistory {
  readonly verifiedAt: string | null;
  readonly needs: number;
  readonly returned: number;
  readonly kept: number;
  readonly broken: number;
}

/** What each decision does to the books, in the base unit: as they are now, and after it. */
export interface ReviewEffects {
  readonly unit: string;
  readonly rows: readonly { readonly account: 'need.received' | 'need.reserved' | 'need.open' | 'offer.available'; readonly now: number; readonly approve: number; readonly return: number }[];
}

export interface ReviewContent {
  readonly texts: readonly ReviewText[];
  readonly photos: readonly PhotoView[];
  readonly history: ReviewHistory | null;
  readonly effects: ReviewEffects | null;
}

interface Reviewed {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
}

interface WordsRow {
  id: string;
  title: string | null;
  description: string | null;
  reason: string | null;
  from: 'donor' | 'organization' | null;
  photosOf: string | null;
}

const WORDS: Partial<Record<SubjectType, string>> = {
  organization: `SELECT id, name AS title, NULL AS description, NULL AS reason, NULL AS from, NULL AS "photosOf" FROM organizations WHERE id = ANY($1)`,
  need: `SELECT id, title, description, NULL AS reason, NULL AS from, id AS "photosOf" FROM needs WHERE id = ANY($1)`,
  need_edit: `SELECT e.id, coalesce(e.changes->>'title', n.title) AS title, coalesce(e.changes->>'description', n.description) AS description, NULL AS reason, NULL AS from, n.id AS "photosOf"
    FROM need_edits e JOIN needs n ON n.id = e.need_id WHERE e.id = ANY($1)`,
  offer: `SELECT id, title, description, NULL AS reason, NULL AS from, id AS "photosOf" FROM offers WHERE id = ANY($1)`,
  match: `SELECT m.id, NULL AS title, NULL AS description, coalesce(s.objection, m.reason) AS reason, CASE WHEN s.objection IS NOT NULL THEN 'donor' ELSE m.disputed_by END AS from, m.offer_id AS "photosOf"
    FROM matches m LEFT JOIN sign_ups s ON s.match_id = m.id AND m.sign_up WHERE m.id = ANY($1)`,
};

/** What stands beside the decisions of a page of reviews: a few queries, however many reviews there are. */
export async function reviewContents(source: DataSource, ledger: Ledger, reviews: readonly Reviewed[], organizationOf: ReadonlyMap<string, string>, locale: Locale): Promise<Map<string, ReviewContent>> {
  const words = new Map<string, WordsRow>();
  for (const [type, sql] of Object.entries(WORDS) as [SubjectType, string][]) {
    const ids = reviews.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId);
    if (ids.length > 0) for (const row of await source.query<WordsRow[]>(sql, [ids])) words.set(row.id, row);
  }
  const pictured = (ofOffers: boolean): string[] => reviews.flatMap(({ subjectType, subjectId }) => (['offer', 'match'].includes(subjectType) === ofOffers ? (words.get(subjectId)?.photosOf ?? []) : []));
  const photos = new Map([...(await photosOf(source, 'need', pictured(false))), ...(await photosOf(source, 'offer', pictured(true)))]);
  const histories = await historiesOf(source, [...new Set(organizationOf.values())]);
  const effects = await effectsOf(source, ledger, reviews.filter(({ subjectType }) => subjectType === 'match').map(({ subjectId }) => subjectId));
  return new Map(reviews.map(({ subjectId }) => {
    const row = words.get(subjectId);
    return [subjectId, {
      texts: row ? textsOf(row) : [],
      photos: (photos.get(row?.photosOf ?? '') ?? []).map((photo) => photoView(photo, locale)),
      history: histories.get(organizationOf.get(subjectId) ?? '') ?? null,
      effects: effects.get(subjectId) ?? null,
    }];
  }));
}

function textsOf(row: WordsRow): ReviewText[] {
  return (['title', 'description', 'reason'] as const).flatMap((field) => {
    const text = row[field];
    return text ? [{ field, from: field === 'reason' ? row.from : null, text, marks: marksIn(text) }] : [];
  });
}

async function historiesOf(source: DataSource, organizationIds: readonly string[]): Promise<Map<string, ReviewHistory>> {
  if (organizationIds.length === 0) return new Map();
  const rows: ({ id: string; verifiedAt: Date | null } & Omit<ReviewHistory, 'verifiedAt'>)[] = await source.query(
    `SELECT o.id, o.verified_at AS "verifiedAt",
       (SELECT count(*)::int FROM needs n WHERE n.organization_id = o.id AND n.opened_at IS NOT NULL) AS needs,
       (SELECT count(*)::int FROM needs n WHERE n.organization_id = o.id AND n.status = 'returned') AS returned,
       (SELECT count(*)::int FROM needs n JOIN matches m ON m.need_id = n.id WHERE n.organization_id = o.id AND m.status = 'confirmed') AS kept,
       (SELECT count(*)::int FROM needs n JOIN matches m ON m.need_id = n.id WHERE n.organization_id = o.id AND m.status = 'cancelled' AND m.ended_by = 'organization' AND m.accepted_at IS NOT NULL) AS broken
     FROM organizations o WHERE o.id = ANY($1)`,
    [organizationIds],
  );
  return new Map(rows.map(({ id, verifiedAt, ...counts }) => [id, { verifiedAt: verifiedAt?.toISOString() ?? null, ...counts }]));
}

/** Approved, what is held has arrived; returned, it is available again on both sides. An objection moves other sums and has its own words. */
async function effectsOf(source: DataSource, ledger: Ledger, matchIds: readonly string[]): Promise<Map<string, ReviewEffects>> {
  if (matchIds.length === 0) return new Map();
  const rows: { id: string; needId: string; offerId: string; amount: number; unit: string }[] = await source.query(
    `SELECT id, need_id AS "needId", offer_id AS "offerId", amount, unit FROM matches WHERE id = ANY($1) AND status IN ('delivered', 'disputed')`,
    [matchIds],
  );
  const needs = await ledger.needBalances(source, rows.map(({ needId }) => needId));
  const offers = await ledger.offerBalances(source, rows.map(({ offerId }) => offerId));
  return new Map(rows.flatMap(({ id, needId, offerId, amount, unit }) => {
    const need = needs.get(needId);
    const offer = offers.get(offerId);
    if (!need || !offer) return [];
    return [[id, { unit, rows: [
      { account: 'need.received', now: need.received, approve: need.received + amount, return: need.received },
      { account: 'need.reserved', now: need.reserved, approve: need.reserved - amount, return: need.reserved - amount },
      { account: 'need.open', now: need.open, approve: need.open, return: need.open + amount },
      { account: 'offer.available', now: offer.available, approve: offer.available, return: offer.available + amount },
    ] } satisfies ReviewEffects] as const];
  }));
}
