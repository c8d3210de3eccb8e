import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';
import type { Locale } from './actor.rules.js';
import { leavesNoAdministrator, whyAsleep, type Administrator, type Asleep, type StaffRole } from './staff.rules.js';

type SecondFactorKind = 'totp' | 'passkey';

/** A role of the staff, as administrators see it; `place` is the code of an official's. */
export interface StaffGrantView {
  readonly id: string;
  readonly role: StaffRole;
  readonly place: string | null;
  readonly reason: string | null;
  readonly grantedAt: string;
  /** Null: the operator's own tool. */
  readonly grantedBy: { readonly id: string; readonly name: string } | null;
  /** Null as long as the role is theirs. */
  readonly revokedAt: string | null;
  readonly revokedBy: { readonly id: string; readonly name: string } | null;
  readonly revokeReason: string | null;
  readonly asleep: Asleep | null;
  readonly can: readonly 'revoke'[];
}

export interface StaffPersonView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailConfirmed: boolean;
  readonly locale: Locale;
  readonly secondFactor: readonly SecondFactorKind[];
  /** When a session of theirs was last used, by the hour; null: none is open. */
  readonly lastSeenAt: string | null;
  /** Whether nobody could administer the installation any more without them. */
  readonly lastAdministrator: boolean;
  readonly roles: readonly StaffGrantView[];
}

export interface PeopleFilter {
  /** Part of a name or address; null: everybody who has a role. */
  readonly words: string | null;
  /** Codes of places whose officials are meant too. */
  readonly places: readonly string[];
  readonly role: StaffRole | null;
  readonly asleep: boolean;
  readonly limit: number;
  /** The last person of the page before. */
  readonly after: readonly [name: string, id: string] | null;
}

interface Row extends Omit<StaffPersonView, 'roles' | 'lastAdministrator'> {
  readonly sortedBy: string;
  readonly roles: Omit<StaffGrantView, 'asleep' | 'can'>[];
}

const HAS_FACTOR = `(EXISTS (SELECT 1 FROM totp_secrets t WHERE t.person_id = p.id AND t.confirmed_at IS NOT NULL) OR EXISTS (SELECT 1 FROM passkeys k WHERE k.person_id = p.id))`;
/** $required is whether the installation requires a second factor; see `whyAsleep`. */
const sleeps = (required: string): string =>
  `(p.email_confirmed_at IS NULL OR (${required} AND g.object_type = 'platform' AND NOT ${HAS_FACTOR}))`;

const rolesOf = (
  which: string,
): string => `coalesce((SELECT json_agg(json_build_object('id', g.id, 'role', g.role, 'place', g.object_id, 'reason', g.reason, 'grantedAt', g.granted_at,
    'grantedBy', (SELECT json_build_object('id', b.id, 'name', b.name) FROM people b WHERE b.id = g.granted_by),
    'revokedAt', g.revoked_at, 'revokedBy', (SELECT json_build_object('id', b.id, 'name', b.name) FROM people b WHERE b.id = g.revoked_by), 'revokeReason', g.revoke_reason)
    ORDER BY g.revoked_at DESC NULLS FIRST, g.granted_at, g.id) FROM grants g WHERE g.person_id = p.id AND g.object_type IN ('platform', 'place') AND ${which}), '[]')`;

const PERSON = `p.id, p.name, p.email, p.email_confirmed_at IS NOT NULL AS "emailConfirmed", p.locale, lower(p.name) AS "sortedBy",
  array_remove(ARRAY[CASE WHEN EXISTS (SELECT 1 FROM passkeys k WHERE k.person_id = p.id) THEN 'passkey' END,
    CASE WHEN EXISTS (SELECT 1 FROM totp_secrets t WHERE t.person_id = p.id AND t.confirmed_at IS NOT NULL) THEN 'totp' END], NULL) AS "secondFactor",
  to_json((SELECT to_timestamp(max((s.sess ->> 'renewedAt')::bigint) / 1000.0) FROM sessions s WHERE s.sess ->> 'personId' = p.id::text)) #>> '{}' AS "lastSeenAt"`;

/** Everybody who administers the installation. With `FOR …` their grants stay as they are until the transaction ends; always locked in one order. */
export async function administrators(
  db: Tx | DataSource,
  secondFactorRequired: boolean,
  lock: '' | 'FOR SHARE' | 'FOR UPDATE' = '',
): Promise<Administrator[]> {
  return (await db.query(
    `SELECT p.id AS "personId", NOT ${sleeps('$1::boolean')} AS awake FROM grants g JOIN people p ON p.id = g.person_id
     WHERE g.role = 'administrator' AND g.object_type = 'platform' AND g.object_id IS NULL AND g.revoked_at IS NULL ORDER BY g.id ${lock && `${lock} OF g`}`,
    [secondFactorRequired],
  )) as Administrator[];
}

/** How many people have each role, and in how many of them it works. */
export async function staffCounts(
  db: Tx | DataSource,
  secondFactorRequired: boolean,
): Promise<Readonly<Record<StaffRole, { readonly all: number; readonly awake: number }>>> {
  const rows = (await db.query(
    `SELECT g.role, count(DISTINCT p.id) AS "all", count(DISTINCT p.id) FILTER (WHERE NOT ${sleeps('$1::boolean')}) AS awake FROM grants g JOIN people p ON p.id = g.person_id
     WHERE g.object_type IN ('platform', 'place') AND g.revoked_at IS NULL GROUP BY g.role`,
    [secondFactorRequired],
  )) as { role: StaffRole; all: number; awake: number }[];
  const of = (role: StaffRole) => {
    const row = rows.find((one) => one.role === role);
    return { all: Number(row?.all ?? 0), awake: Number(row?.awake ?? 0) };
  };
  return { moderator: of('moderator'), administrator: of('administrator'), official: of('official') };
}

/** People by name, with the roles that they have now. The next page begins behind `next`. */
export async function staffPeople(
  db: Tx | DataSource,
  filter: PeopleFilter,
  secondFactorRequired: boolean,
): Promise<{ people: StaffPersonView[]; next: readonly [string, string] | null }> {
  const conditions = [
    filter.words === null
      ? `p.id IN (SELECT g.person_id FROM grants g WHERE g.object_type IN ('platform', 'place') AND g.revoked_at IS NULL) AND $2::text IS NULL AND $3::text[] IS NOT NULL`
      : `p.id IN (SELECT f.id FROM people f WHERE f.erased_at IS NULL AND (translate(lower(f.name), 'ё', 'е') LIKE $2 OR f.email LIKE $2)
           UNION ALL SELECT g.person_id FROM grants g WHERE g.object_type = 'place' AND g.object_id = ANY($3::text[]) AND g.revoked_at IS NULL)`,
    filter.role === null && !filter.asleep
      ? `$4::text IS NULL AND $5::boolean IS NOT NULL`
      : `EXISTS (SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.object_type IN ('platform', 'place') AND g.revoked_at IS NULL AND ($4::text IS NULL OR g.role = $4) ${filter.asleep ? `AND ${sleeps('$5::boolean')}` : 'AND $5::boolean IS NOT NULL'})`,
    filter.after === null ? '$6::text IS NULL AND $7::uuid IS NULL' : '(lower(p.name), p.id) > ($6::text, $7::uuid)',
  ];
  const rows = (await db.query(
    `SELECT ${PERSON}, ${rolesOf('g.revoked_at IS NULL')} AS roles FROM people p WHERE p.erased_at IS NULL AND ${conditions.join(' AND ')} ORDER BY lower(p.name), p.id LIMIT $1`,
    [
      filter.limit,
      filter.words === null ? null : likeOf(filter.words),
      filter.places,
      filter.role,
      secondFactorRequired,
      filter.after?.[0] ?? null,
      filter.after?.[1] ?? null,
    ],
  )) as Row[];
  const all = await administrators(db, secondFactorRequired);
  const last = rows.at(-1);
  return {
    people: rows.map((row) => shown(row, all, secondFactorRequired)),
    next: last && rows.length === filter.limit ? [last.sortedBy, last.id] : null,
  };
}

/** One person with every role that they have or had; null where there is none, or no longer. */
export async function staffPerson(
  db: Tx | DataSource,
  id: string,
  secondFactorRequired: boolean,
): Promise<StaffPersonView | null> {
  const [row] = (await db.query(
    `SELECT ${PERSON}, ${rolesOf('true')} AS roles FROM people p WHERE p.id = $1 AND p.erased_at IS NULL`,
    [id],
  )) as Row[];
  return row ? shown(row, await administrators(db, secondFactorRequired), secondFactorRequired) : null;
}

function shown(
  { sortedBy: _, roles, ...person }: Row,
  all: readonly Administrator[],
  secondFactorRequired: boolean,
): StaffPersonView {
  const lastAdministrator = leavesNoAdministrator(all, person.id);
  const standing = { confirmed: person.emailConfirmed, secondFactor: person.secondFactor.length > 0 };
  return {
    ...person,
    lastAdministrator,
    roles: roles.map((role) => ({
      ...role,
      grantedAt: new Date(role.grantedAt).toISOString(),
      revokedAt: role.revokedAt && new Date(role.revokedAt).toISOString(),
      asleep: role.revokedAt === null ? whyAsleep(role.role, standing, secondFactorRequired) : null,
      can:
        role.revokedAt === null && !(role.role === 'administrator' && lastAdministrator) ? (['revoke'] as const) : [],
    })),
  };
}

/** A pattern that finds these words anywhere; е stands for ё too. */
function likeOf(words: string): string {
  return `%${words
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\\%_]/g, '\\$&')}%`;
}
