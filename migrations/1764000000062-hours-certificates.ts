import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates of hours that were issued: a code with the digest of what it says, so that whoever holds one can ask whether it still stands. */
export class HoursCertificates1764000000062 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE hours_certificates (
        code text PRIMARY KEY CHECK (length(code) = 21), person_id uuid NOT NULL REFERENCES people, from_day date NOT NULL, to_day date NOT NULL CHECK (to_day >= from_day),
        time_zone text NOT NULL, digest bytea NOT NULL CHECK (length(digest) = 32), issued_at timestamptz NOT NULL);
      CREATE UNIQUE INDEX hours_certificates_once ON hours_certificates (person_id, from_day, to_day, time_zone, digest);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
