import type { Check } from '#kernel';

export const identityChecks: Check[] = [
  {
    sentence: 'Every person is a party of the kind person',
    sql: `SELECT p.id FROM people p JOIN parties y ON y.id = p.id WHERE y.kind <> 'person'`,
  },
  {
    sentence: 'A role in an organization points to a party that is no person',
    sql: `SELECT g.id FROM grants g LEFT JOIN parties y ON y.id::text = g.object_id WHERE g.object_type = 'organization' AND (y.id IS NULL OR y.kind = 'person')`,
  },
  {
    sentence: 'A session belongs to a person who exists',
    sql: `SELECT s.sid FROM sessions s LEFT JOIN people p ON p.id::text = s.sess ->> 'personId' WHERE s.sess ->> 'personId' IS NOT NULL AND p.id IS NULL`,
  },
  {
    sentence: 'An erased person has no name, role, key or second factor',
    sql: `SELECT p.id FROM people p WHERE p.erased_at IS NOT NULL AND (p.name <> '—' OR p.email NOT LIKE '%@erased.invalid'
      OR EXISTS (SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.revoked_at IS NULL)
      OR EXISTS (SELECT 1 FROM api_keys k WHERE k.person_id = p.id) OR EXISTS (SELECT 1 FROM totp_secrets t WHERE t.person_id = p.id) OR EXISTS (SELECT 1 FROM passkeys k WHERE k.person_id = p.id))`,
  },
  {
    sentence: 'Recovery codes belong to a person with a second factor',
    sql: `SELECT DISTINCT c.person_id FROM recovery_codes c WHERE NOT EXISTS (SELECT 1 FROM totp_secrets t WHERE t.person_id = c.person_id AND t.confirmed_at IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM passkeys k WHERE k.person_id = c.person_id)`,
  },
  {
    sentence: 'An address that was never confirmed has no key and no second factor',
    sql: `SELECT p.id FROM people p WHERE p.email_confirmed_at IS NULL
      AND (EXISTS (SELECT 1 FROM api_keys k WHERE k.person_id = p.id AND k.revoked_at IS NULL) OR EXISTS (SELECT 1 FROM totp_secrets t WHERE t.person_id = p.id) OR EXISTS (SELECT 1 FROM passkeys k WHERE k.person_id = p.id))`,
  },
  {
    sentence: 'A consent is not withdrawn before it was given',
    sql: `SELECT id FROM consents WHERE withdrawn_at < given_at`,
  },
];
