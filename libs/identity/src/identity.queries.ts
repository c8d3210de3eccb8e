import type { DataSource } from 'typeorm';
import { preparedQuery, forceGenericPlan, type Tx } from '#platform';
import { actorFrom, INTEREST_MS, type Actor, type GrantRow, type Locale, type Via } from './actor.rules.js';

interface ActorRow {
  id: string;
  locale: Locale;
  confirmed: boolean;
  grants: GrantRow[];
  key_id?: string;
  last_used_at?: Date | null;
  second_factor?: boolean;
}

const GRANTS = `coalesce(json_agg(json_build_object('role', g.role, 'objectType', g.object_type, 'objectId', g.object_id, 'ended', g.revoked_at IS NOT NULL) ORDER BY g.granted_at, g.id)
                 FILTER (WHERE g.id IS NOT NULL), '[]') AS grants`;
/** Roles that a person has, and those in organizations that they had since `since`. They sleep until the address is confirmed: the person who gave them meant its owner. */
const joinGrants = (since: string): string =>
  `LEFT JOIN grants g ON g.person_id = p.id AND p.email_confirmed_at IS NOT NULL AND (g.revoked_at IS NULL OR (g.object_type = 'organization' AND g.revoked_at > ${since}))`;
const interestSince = (now: Date): Date => new Date(now.getTime() - INTEREST_MS);

/**
 * Who a person is and what they may do, in one indexed query. Null when there is no such person, or no longer.
 * @param now for which organizations that the person has left still count
 * @param accessVersion of the session that asks: null, too, when the person's access has been renewed since
 */
export async function actorOf(
  db: Tx | DataSource,
  personId: string,
  via: Via,
  now: Date,
  accessVersion: number | null = null,
): Promise<Actor | null> {
  const [row] = await preparedQuery<ActorRow>(
    db,
    `SELECT p.id, p.locale, p.email_confirmed_at IS NOT NULL AS confirmed, ${GRANTS} FROM people p ${joinGrants('$3')}
     WHERE p.id = ${forceGenericPlan('$1', 'uuid')} AND p.erased_at IS NULL AND ($2::int IS NULL OR p.access_version = $2) GROUP BY p.id`,
    [personId, accessVersion, interestSince(now)],
  );
  return row ? actorFrom(row, row.grants, via) : null;
}

/** The same by an API key, whose owner it acts as. `secretHash` is SHA-256 of the key. */
export async function actorOfKey(
  db: Tx | DataSource,
  secretHash: Buffer,
  now: Date,
): Promise<{ actor: Actor; keyId: string; lastUsedAt: Date | null; secondFactor: boolean } | null> {
  const [row] = (await db.query(
    `SELECT p.id, p.locale, p.email_confirmed_at IS NOT NULL AS confirmed, k.id AS key_id, k.last_used_at, k.second_factor, ${GRANTS}
     FROM api_keys k JOIN people p ON p.id = k.person_id ${joinGrants('$2')}
     WHERE k.secret_hash = $1 AND k.revoked_at IS NULL AND p.erased_at IS NULL GROUP BY p.id, k.id`,
    [secretHash, interestSince(now)],
  )) as ActorRow[];
  return row
    ? {
        actor: actorFrom(row, row.grants, 'api'),
        keyId: row.key_id as string,
        lastUsedAt: row.last_used_at ?? null,
        secondFactor: row.second_factor === true,
      }
    : null;
}

/** Of many people at once, the parties they speak for: themselves and their organizations. */
export async function partiesOfPeople(
  db: Tx | DataSource,
  personIds: readonly string[],
): Promise<Map<string, string[]>> {
  const parties = new Map(personIds.map((id) => [id, [id]]));
  const rows = (await db.query(
    `SELECT DISTINCT person_id, object_id FROM grants WHERE person_id = ANY($1) AND object_type = 'organization' AND revoked_at IS NULL`,
    [personIds],
  )) as { person_id: string; object_id: string }[];
  for (const row of rows) parties.get(row.person_id)?.push(row.object_id);
  return parties;
}

/** The version of a person's access now; see `PersonEntity.accessVersion`. */
export async function accessVersionOf(db: Tx | DataSource, personId: string): Promise<number> {
  const [row] = (await db.query('SELECT access_version AS version FROM people WHERE id = $1', [personId])) as {
    version: number;
  }[];
  return row?.version ?? -1;
}

/** A person who gives an address to an account holds this: of two at once one waits for the other. */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(738204, hashtext($1))', [email]);
}
