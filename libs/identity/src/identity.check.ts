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
    sentence: 'A consent is not withdrawn before it was given',
    sql: `SELECT id FROM consents WHERE withdrawn_at < given_at`,
  },
];
