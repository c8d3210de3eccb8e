import type { DataSource } from 'typeorm';
import type { Ledger } from '#ledger';
import { countPromises, handOverCases, type HandOverCase } from '#matching';
import { photosOf, photoView, type PhotoView } from '#photos';
import { maySuggest } from './decision.rules.js';
import { effectsOf, type DecisionEffects, type GivingOffer } from './decision-effects.rules.js';
import type { Locale } from './reason-sentences.rules.js';
import type { SubjectType } from './review.entity.js';
import { marksAcross, marksIn, type Mark } from './risk.rules.js';

/** A text of the subject, as it would be read, with what a moderator is to look at in it. */
export interface ReviewText {
  readonly field: 'title' | 'description' | 'reason';
  /** Of a dispute: whose words they are. */
  readonly from: 'donor' | 'organization' | null;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** How the organization has done so far. `kept` and `broken` promises are those of which everybody reads. */
export interface ReviewHistory {
  readonly verifiedAt: string | null;
  readonly needs: number;
  readonly returned: number;
  readonly kept: number;
  readonly broken: number;
}

export interface ReviewContent {
  readonly texts: readonly ReviewText[];
  readonly photos: readonly PhotoView[];
  readonly history: ReviewHistory | null;
  readonly effects: DecisionEffects | null;
  /** Of a hand-over of which it is open what arrived. */
  readonly handOver: HandOverCase | null;
  /** Of what a text may be proposed for with its return: its own words, with nothing under them. */
  readonly description: string | null;
}
export const NO_CONTENT: ReviewContent = {
  texts: [],
  photos: [],
  history: null,
  effects: null,
  handOver: null,
  description: null,
};

interface Reviewed {
  readonly id: string;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
}

interface WordsRow {
  id: string;
  title: string | null;
  description: string | null;
  reason: string | null;
  from: 'donor' | 'organization' | null;
  /** Of a dispute: what the other side says. */
  answer?: string | null;
  photosOf: string | null;
  /** The description alone. */
  alone?: string;
}

/** A number of kopecks as papers and pages say it: 14 000 ₽, kopecks where there are any. */
const roubles = (kopecks: string): string =>
  `translate(to_char(${kopecks} / 100, 'FM999,999,999,999,990'), ',', '\u00a0') || CASE WHEN ${kopecks} % 100 = 0 THEN '' ELSE ',' || lpad((${kopecks} % 100)::text, 2, '0') END || '\u00a0₽'`;

/** What the money is for, under the words of a need, as everybody would read it. */
export const budgetOf = (budget: string): string =>
  `coalesce((SELECT E'\\n\\n' || string_agg((l->>'what') || ': ' || ${roubles("(l->>'amount')::bigint")}, E'\\n' ORDER BY n)
    FROM jsonb_array_elements(CASE WHEN jsonb_typeof(${budget}) = 'array' THEN ${budget} ELSE '[]' END) WITH ORDINALITY b(l, n)), '')`;

const WORDS: Partial<Record<SubjectType, string>> = {
  organization: `SELECT id, name AS title, NULL AS description, NULL AS reason, NULL AS from, NULL AS "photosOf" FROM organizations WHERE id = ANY($1)`,
  need: `SELECT id, title, description || ${budgetOf('budget')} AS description, NULL AS reason, NULL AS from, id AS "photosOf", description AS alone FROM needs WHERE id = ANY($1)`,
  need_edit: `SELECT e.id, coalesce(e.changes->>'title', n.title) AS title, coalesce(e.changes->>'description', n.description) || ${budgetOf("coalesce(e.changes->'budget', n.budget)")} AS description, NULL AS reason, NULL AS from, n.id AS "photosOf"
    FROM need_edits e JOIN needs n ON n.id = e.need_id WHERE e.id = ANY($1)`,
  report: `SELECT id, title, outcome || CASE WHEN limits = '' THEN '' ELSE E'\\n\\n' || limits END AS description, NULL AS reason, NULL AS from, id AS "photosOf" FROM need_reports WHERE id = ANY($1)`,
  complaint: `SELECT id, NULL AS title, NULL AS description, text AS reason, NULL AS from, NULL AS "photosOf" FROM complaints WHERE id = ANY($1)`,
  offer: `SELECT id, title, description, NULL AS reason, NULL AS from, id AS "photosOf" FROM offers WHERE id = ANY($1)`,
  match: `SELECT m.id, NULL AS title, NULL AS description, coalesce(s.objection, m.reason) AS reason, CASE WHEN s.objection IS NOT NULL THEN 'donor' ELSE m.disputed_by END AS from,
      CASE WHEN s.objection IS NOT NULL THEN s.minutes_reason ELSE m.dispute_answer END AS answer, m.offer_id AS "photosOf"
    FROM matches m LEFT JOIN sign_ups s ON s.match_id = m.id AND m.sign_up WHERE m.id = ANY($1)`,
};

/** Whose photos stand beside a decision. */
const PICTURED: Partial<Record<SubjectType, 'need' | 'offer' | 'report'>> = {
  need: 'need',
  need_edit: 'need',
  offer: 'offer',
  match: 'offer',
  report: 'report',
};

/** What stands beside the decisions of a page of reviews, by review: a few queries, however many there are. One match may have two reviews, of its hand-over and of its messages. */
export async function reviewContents(
  source: DataSource,
  ledger: Ledger,
  reviews: readonly Reviewed[],
  organizationOf: ReadonlyMap<string, string>,
  locale: Locale,
): Promise<Map<string, ReviewContent>> {
  const words = new Map<string, WordsRow>();
  for (const [type, sql] of Object.entries(WORDS) as [SubjectType, string][]) {
    const own = reviews.filter(({ subjectType }) => subjectType === type);
    const rows = new Map(
      own.length === 0
        ? []
        : (await source.query<WordsRow[]>(sql, [own.map(({ subjectId }) => subjectId)])).map(
            (row) => [row.id, row] as const,
          ),
    );
    for (const { id, subjectId } of own) {
      const row = rows.get(subjectId);
      if (row) words.set(id, row);
    }
  }
  const pictured = (of: 'need' | 'offer' | 'report'): string[] =>
    reviews.flatMap(({ id, subjectType }) => (PICTURED[subjectType] === of ? (words.get(id)?.photosOf ?? []) : []));
  const photos = new Map([
    ...(await photosOf(source, 'need', pictured('need'))),
    ...(await photosOf(source, 'offer', pictured('offer'))),
    ...(await photosOf(source, 'report', pictured('report'))),
  ]);
  const histories = await historiesOf(source, [...new Set(organizationOf.values())]);
  const effects = await effectsOfMatches(
    source,
    ledger,
    reviews.filter(({ subjectType }) => subjectType === 'match').map(({ subjectId }) => subjectId),
  );
  const handOvers = await handOverCases(source, [...effects.keys()], locale);
  return new Map(
    reviews.map(({ id, subjectType, subjectId }) => {
      const row = words.get(id);
      return [
        id,
        {
          texts: row ? textsOf(row) : [],
          description: (maySuggest(subjectType) && row?.alone) || null,
          photos: (photos.get(row?.photosOf ?? '') ?? []).map((photo) => photoView(photo, locale)),
          history: histories.get(organizationOf.get(subjectId) ?? '') ?? null,
          effects: (subjectType === 'match' ? effects.get(subjectId) : null) ?? null,
          handOver: (subjectType === 'match' ? handOvers.get(subjectId) : null) ?? null,
        },
      ];
    }),
  );
}

function textsOf(row: WordsRow): ReviewText[] {
  const fields = (['title', 'description', 'reason'] as const).flatMap((field) => {
    const text = row[field];
    return text ? [{ field, text }] : [];
  });
  const marks = marksAcross(fields.map(({ text }) => text));
  const texts = fields.map(({ field, text }, at): ReviewText => ({
    field,
    from: field === 'reason' ? row.from : null,
    text,
    marks: marks[at] ?? [],
  }));
  const { from, answer } = row;
  if (from === null || !answer) return texts;
  const other = from === 'donor' ? 'organization' : 'donor';
  return [...texts, { field: 'reason', from: other, text: answer, marks: marksIn(answer) }];
}

async function historiesOf(
  source: DataSource,
  organizationIds: readonly string[],
): Promise<Map<string, ReviewHistory>> {
  if (organizationIds.length === 0) return new Map();
  const rows: { id: string; verifiedAt: Date | null; needs: number; returned: number }[] = await source.query(
    `SELECT o.id, o.verified_at AS "verifiedAt",
       (SELECT count(*)::int FROM needs n WHERE n.organization_id = o.id AND n.opened_at IS NOT NULL) AS needs,
       (SELECT count(*)::int FROM needs n WHERE n.organization_id = o.id AND n.status = 'returned') AS returned
     FROM organizations o WHERE o.id = ANY($1)`,
    [organizationIds],
  );
  const promises = await countPromises(source, 'organization', organizationIds);
  return new Map(
    rows.map(({ id, verifiedAt, ...counts }) => {
      const { kept, of } = promises.get(id) ?? { kept: 0, of: 0 };
      return [id, { verifiedAt: verifiedAt?.toISOString() ?? null, ...counts, kept, broken: of - kept }];
    }),
  );
}

async function effectsOfMatches(
  source: DataSource,
  ledger: Ledger,
  matchIds: readonly string[],
): Promise<Map<string, DecisionEffects>> {
  if (matchIds.length === 0) return new Map();
  const rows: ({ id: string; needId: string; offerId: string; amount: number } & GivingOffer)[] = await source.query(
    `SELECT m.id, m.need_id AS "needId", m.offer_id AS "offerId", m.amount, f.status, f.sign_up AS "signUp", f.gift FROM matches m JOIN offers f ON f.id = m.offer_id WHERE m.id = ANY($1) AND m.status IN ('delivered', 'disputed')`,
    [matchIds],
  );
  const needs = await ledger.needBalances(
    source,
    rows.map(({ needId }) => needId),
  );
  const offers = await ledger.offerBalances(
    source,
    rows.map(({ offerId }) => offerId),
  );
  return new Map(
    rows.flatMap(({ id, needId, offerId, amount, ...giving }) => {
      const need = needs.get(needId);
      const offer = offers.get(offerId);
      return need && offer ? [[id, effectsOf(amount, need, offer, giving)] as const] : [];
    }),
  );
}
