import type { Kind } from '#kernel';
import { MATCH_RANK } from '#matching';
import { preparedQuery, type Tx } from '#platform';
import type { Locale } from './mail-texts.rules.js';

/** A standing proposal with what a mail about it says. */
export interface ProposalRow {
  readonly proposedAt: Date;
  readonly offerId: string;
  readonly offerTitle: string | null;
  readonly offerItem: string | null;
  readonly offerCategory: string | null;
  readonly kind: Kind;
  readonly donorPersonId: string;
  readonly donorLocale: Locale;
  readonly title: string;
  readonly number: number;
  readonly category: string;
  readonly organizationId: string;
  readonly organization: string;
}

/** Offers, or needs, whose proposals a person is told of. */
export type ToldSubjects = { readonly offerIds: readonly string[] } | { readonly needIds: readonly string[] };

/** No more than these of one offer or need are looked at; an offer or need has fewer proposals. */
const STANDING = 60;
const PEOPLE_OF_A_DESK = 50;

/** What is proposed now for each of them, the best first. */
export async function standingProposals(tx: Tx, subjects: ToldSubjects): Promise<ProposalRow[]> {
  const [column, ids] = 'offerIds' in subjects ? ['offer_id', subjects.offerIds] : ['need_id', subjects.needIds];
  return preparedQuery(
    tx,
    `SELECT m.proposed_at AS "proposedAt", o.id AS "offerId", o.title AS "offerTitle", o.item AS "offerItem", o.category AS "offerCategory", o.kind, o.created_by AS "donorPersonId", p.locale AS "donorLocale",
            n.title, n.number, n.category, n.organization_id AS "organizationId", org.short_name AS organization
     FROM unnest($1::uuid[]) WITH ORDINALITY AS subject(id, place), LATERAL (
       SELECT *, ${MATCH_RANK} AS rank FROM matches m WHERE m.${column} = subject.id AND m.status = 'proposed' ORDER BY ${MATCH_RANK} DESC, m.id LIMIT ${STANDING}) m
     JOIN offers o ON o.id = m.offer_id JOIN people p ON p.id = o.created_by JOIN needs n ON n.id = m.need_id JOIN organizations org ON org.id = n.organization_id
     ORDER BY subject.place, m.rank DESC, m.id`,
    [ids],
  );
}

/** Who works at the desks of these organizations. */
export async function deskPeople(
  tx: Tx,
  organizationIds: readonly string[],
): Promise<{ organizationId: string; personId: string; locale: Locale }[]> {
  return preparedQuery(
    tx,
    `SELECT d.id AS "organizationId", people.* FROM unnest($1::text[]) d(id), LATERAL (
       SELECT DISTINCT p.id AS "personId", p.locale FROM grants g JOIN people p ON p.id = g.person_id
       WHERE g.object_type = 'organization' AND g.object_id = d.id AND g.revoked_at IS NULL AND g.role IN ('owner', 'coordinator') ORDER BY p.id LIMIT ${PEOPLE_OF_A_DESK}) people`,
    [organizationIds],
  );
}

/** Of how many subjects each of these people has been told on each of these days, by "person day". */
export async function toldThatDay(
  tx: Tx,
  people: readonly string[],
  days: readonly string[],
): Promise<Map<string, number>> {
  const rows = await preparedQuery<{ key: string; told: number }>(
    tx,
    `SELECT person_id || ' ' || to_char(day, 'YYYY-MM-DD') AS key, count(*)::int AS told FROM told_proposals WHERE person_id = ANY($1) AND day = ANY($2::date[]) GROUP BY person_id, day`,
    [people, days],
  );
  return new Map(rows.map((row) => [row.key, row.told]));
}

/** When each of these people was last told of each subject, and on which of their days; by "person subject". */
export async function toldBefore(
  tx: Tx,
  words: readonly { personId: string; subjectId: string }[],
): Promise<Map<string, { readonly at: Date; readonly day: string }>> {
  const rows = await preparedQuery<{ key: string; at: Date; day: string }>(
    tx,
    `SELECT person_id || ' ' || subject_id AS key, max(told_at) AS at, to_char(max(day), 'YYYY-MM-DD') AS day FROM told_proposals WHERE person_id = ANY($1) AND subject_id = ANY($2) GROUP BY person_id, subject_id`,
    [[...new Set(words.map((word) => word.personId))], [...new Set(words.map((word) => word.subjectId))]],
  );
  return new Map(rows.map((row) => [row.key, row]));
}
