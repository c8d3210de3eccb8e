import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom an organization has asked to take a shift, whom it has signed up itself, how many come together, and what guardians say of those under age. */
export class PeopleWhoAreAsked1764000000064 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE shift_asks (
        shift_id uuid NOT NULL REFERENCES shifts,
        person_id uuid NOT NULL REFERENCES people,
        asked_by uuid NOT NULL,
        asked_at timestamptz NOT NULL,
        PRIMARY KEY (shift_id, person_id)
      );
      CREATE INDEX shift_asks_by_person ON shift_asks (person_id, asked_at);

      ALTER TABLE sign_ups ADD COLUMN entered_by uuid;             -- a coordinator, in this person's name
      ALTER TABLE sign_ups ADD COLUMN people integer NOT NULL DEFAULT 1 CHECK (people BETWEEN 1 AND 10);   -- who come with one sign-up
      -- Consent of a guardian to one place in one shift.
      CREATE TABLE guardian_consents (
        sign_up_id uuid PRIMARY KEY REFERENCES sign_ups,
        age smallint NOT NULL CHECK (age BETWEEN 14 AND 17),
        status text NOT NULL CHECK (status IN ('waiting', 'given', 'refused', 'lapsed')),
        until timestamptz NOT NULL,                                -- an answer is waited for so long
        token_hash bytea UNIQUE,                                   -- of the link; null: nobody has asked for it
        guardian text, relation text CHECK (relation IN ('mother', 'father', 'guardian')), decided_at timestamptz,
        ends_at timestamptz NOT NULL,                              -- the shift's: the answer is forgotten thirty days after it
        CHECK ((status = 'given') = (guardian IS NOT NULL))
      );
      CREATE INDEX guardian_consents_waiting ON guardian_consents (until) WHERE status = 'waiting';
      CREATE INDEX guardian_consents_by_age ON guardian_consents (ends_at);

      -- Who offers time, whatever else is offered in the region.
      CREATE INDEX offers_of_time ON offers (until) WHERE kind = 'time' AND status IN ('open', 'partly_used') AND NOT sign_up;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
