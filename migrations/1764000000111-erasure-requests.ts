import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people asked to be erased by letter or in the office, and what became of it. Once it is done only number, days, way and decision are left. Who erased
 * themselves stands here as done, also whoever did so before there was this list.
 */
export class ErasureRequests1764000000111 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE erasure_requests (
        id uuid PRIMARY KEY,
        number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
        status text NOT NULL CHECK (status IN ('waiting', 'done', 'refused')),
        way text NOT NULL CHECK (way IN ('letter', 'office', 'email', 'self')),
        person_id uuid,                                    -- null: erased
        said text CHECK (length(said) <= 500),             -- words of the administrator who wrote it down; null: none, or erased
        came_on date NOT NULL,
        due_on date NOT NULL,
        extended_at timestamptz,                           -- five working days more, once
        recorded_at timestamptz NOT NULL,
        recorded_by uuid,                                  -- null: themselves
        decided_at timestamptz,
        decided_by uuid,                                   -- null: themselves
        reason text CHECK (length(reason) <= 500),         -- why it was refused
        CHECK ((status = 'waiting') = (decided_at IS NULL)),
        CHECK ((status = 'refused') = (reason IS NOT NULL)),
        CHECK (status <> 'waiting' OR person_id IS NOT NULL),
        CHECK (status <> 'done' OR (person_id IS NULL AND said IS NULL))
      );
      CREATE UNIQUE INDEX erasure_requests_one_waits ON erasure_requests (person_id) WHERE status = 'waiting';
      CREATE INDEX erasure_requests_waiting ON erasure_requests (due_on, id) WHERE status = 'waiting';
      CREATE INDEX erasure_requests_decided ON erasure_requests (status, decided_at DESC, id DESC) WHERE status <> 'waiting';
      CREATE INDEX erasure_requests_by_person ON erasure_requests (person_id, recorded_at, id) WHERE person_id IS NOT NULL;
      INSERT INTO erasure_requests (id, status, way, came_on, due_on, recorded_at, decided_at)
        SELECT gen_random_uuid(), 'done', 'self', (erased_at AT TIME ZONE 'UTC')::date, (erased_at AT TIME ZONE 'UTC')::date, erased_at, erased_at
        FROM people WHERE erased_at IS NOT NULL ORDER BY erased_at, id;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
