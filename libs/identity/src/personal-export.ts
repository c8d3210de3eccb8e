import type { DataSource } from 'typeorm';
import { exportPageSql, type ExportSection, type Tx } from '#platform';

/** What identity keeps of a person besides the person itself. Hashes and secrets stay out. */
export const IDENTITY_EXPORT: readonly ExportSection[] = [
  {
    name: 'roles',
    sql: exportPageSql(
      'role, object_type AS "objectType", object_id AS "objectId", granted_at AS "grantedAt", reason, revoked_at AS "revokedAt", revoke_reason AS "revokeReason"',
      'grants',
      'person_id = $1',
      'granted_at',
      'id',
    ),
  },
  {
    name: 'consents',
    sql: exportPageSql(
      `purpose, text_version AS version, encode(text_hash, 'hex') AS "textHash", given_at AS "givenAt", withdrawn_at AS "withdrawnAt"`,
      'consents',
      'person_id = $1',
      'given_at',
      'id',
    ),
  },
  {
    name: 'sessions',
    sql: exportPageSql(
      `sess ->> 'device' AS device, to_timestamp((sess ->> 'signedInAt')::bigint / 1000.0) AS "signedInAt", to_timestamp((sess ->> 'renewedAt')::bigint / 1000.0)::date::text AS "lastSeen"`,
      'sessions',
      `sess ->> 'personId' = $1::text`,
      'expire',
      'md5(sid)',
    ),
  },
  {
    name: 'knownDevices',
    sql: exportPageSql(
      'first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt"',
      'known_devices',
      'person_id = $1',
      'first_seen_at',
      `encode(device_hash, 'hex')`,
    ),
  },
  {
    name: 'apiKeys',
    sql: exportPageSql(
      'id, name, prefix, created_at AS "createdAt", last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"',
      'api_keys',
      'person_id = $1',
      'created_at',
      'id',
    ),
  },
  {
    name: 'passkeys',
    sql: exportPageSql(
      'id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt"',
      'passkeys',
      'person_id = $1',
      'created_at',
      'id',
    ),
  },
  {
    name: 'emailChanges',
    sql: exportPageSql(
      'old_email AS "oldEmail", new_email AS "newEmail", created_at AS "createdAt", confirmed_at AS "confirmedAt", ended_at AS "endedAt"',
      'email_changes',
      'person_id = $1',
      'created_at',
      'id',
    ),
  },
  {
    name: 'erasureRequests',
    sql: exportPageSql(
      'number, way, came_on::text AS "cameOn", due_on::text AS "dueOn", said, status, reason, decided_at AS "decidedAt"',
      'erasure_requests',
      'person_id = $1',
      'recorded_at',
      'id',
    ),
  },
];

/** The person, as the first thing in what they may take away. */
export async function exportedPerson(db: Tx | DataSource, personId: string): Promise<object | undefined> {
  const [person] = (await db.query(
    `SELECT p.id, p.email, p.email_confirmed_at AS "emailConfirmedAt", p.name, p.locale, p.created_at AS "createdAt", y.pseudonym,
       (SELECT confirmed_at FROM totp_secrets WHERE person_id = p.id) AS "authenticatorAppSince"
     FROM people p JOIN parties y ON y.id = p.id WHERE p.id = $1`,
    [personId],
  )) as object[];
  return person;
}

/** Under what name a party stands in the public books. */
export async function pseudonymOf(db: Tx | DataSource, partyId: string): Promise<string | undefined> {
  const [party] = (await db.query('SELECT pseudonym FROM parties WHERE id = $1', [partyId])) as { pseudonym: string }[];
  return party?.pseudonym;
}
