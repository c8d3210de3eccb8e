import type { DataSource } from 'typeorm';
import { ask, unseen, type Tx } from '#platform';
import { actorFrom, type Actor, type GrantRow, type Locale, type Via } from './actor.rules.js';

interface ActorRow {
  id: string;
  locale: Locale;
  grants: GrantRow[];
  key_id?: string;
  last_used_at?: Date | null;
  second_factor?: boolean;
}

const GRANTS = `coalesce(json_agg(json_build_object('role', g.role, 'objectType', g.object_type, 'objectId', g.object_id) ORDER BY g.granted_at, g.id)
                 FILTER (WHERE g.id IS NOT NULL), '[]') AS grants`;

/**
 * Who a person is and what they may do, in one indexed query. Null when there is no such person, or no longer.
 * @param accessVersion of the session that asks: null, too, when the person's access has been renewed since
 */
export async function actorOf(db: Tx | DataSource, personId: string, via: Via, accessVersion: number | null = null): Promise<Actor | null> {
  const [row] = await ask<ActorRow>(
    db,
    `SELECT p.id, p.locale, ${GRANTS} FROM people p LEFT JOIN grants g ON g.person_id = p.id AND g.revoked_at IS NULL
     WHERE p.id = ${unseen('$1', 'uuid')} AND p.erased_at IS NULL AND ($2::int IS NULL OR p.access_version = $2) GROUP BY p.id`,
    [personId, accessVersion],
  );
  return row ? actorFrom(row, row.grants, via) : null;
}

/** The same by an API key, whose owner it acts as. `secretHash` is SHA-256 of the key. */
export async function actorOfKey(db: Tx | DataSource, secretHash: Buffer): Promise<{ actor: Actor; keyId: string; lastUsedAt: Date | null; secondFactor: boolean } | null> {
  const [row] = (await db.query(
    `SELECT p.id, p.locale, k.id AS key_id, k.last_used_at, k.second_factor, ${GRANTS}
     FROM api_keys k JOIN people p ON p.id = k.person_id LEFT JOIN grants g ON g.person_id = p.id AND g.revoked_at IS NULL
     WHERE k.secret_hash = $1 AND k.revoked_at IS NULL AND p.erased_at IS NULL GROUP BY p.id, k.id`,
    [secretHash],
  )) as ActorRow[];
  return row ? { actor: actorFrom(row, row.grants, 'api'), keyId: row.key_id as string, lastUsedAt: row.last_used_at ?? null, secondFactor: row.second_factor === true } : null;
}

/** Of many people at once, the parties they speak for: themselves and their organizations. */
export async function partiesOfPeople(db: Tx | DataSource, personIds: readonly string[]): Promise<Map<string, string[]>> {
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
  const [row] = (await db.query('SELECT access_version AS version FROM people WHERE id = $1', [personId])) as { version: number }[];
  return row?.version ?? -1;
}
