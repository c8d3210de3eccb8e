import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words of the catalogue for search; words of needs; groups without INN, vouched for; invitations; account changes by two people. */
export class OrganizationsAndSearch1764000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await catalogueWords(db);
    await groupsAndMembers(db);
    await accountChanges(db);
    await documents(db);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}

async function catalogueWords(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE catalogue_words (
      type text NOT NULL CHECK (type IN ('sphere', 'category', 'item', 'skill', 'place')),
      code text NOT NULL,
      language text NOT NULL CHECK (language IN ('ru', 'en')),
      words text NOT NULL,                          -- as they are shown
      plain text NOT NULL,                          -- small letters, ё as е, words with single spaces between
      is_name boolean NOT NULL,                     -- the entry's own name; otherwise a synonym
      stems tsvector NOT NULL GENERATED ALWAYS AS (CASE language WHEN 'ru' THEN to_tsvector('russian', plain) ELSE to_tsvector('english', plain) END) STORED,
      PRIMARY KEY (type, code, language, plain)
    );
    CREATE INDEX catalogue_words_stems ON catalogue_words USING gin (stems);
    CREATE INDEX catalogue_words_trgm ON catalogue_words USING gin (plain gin_trgm_ops);
    CREATE INDEX catalogue_words_prefix ON catalogue_words (plain text_pattern_ops);

    -- A few thousand rows: the planner reads them whole, though comparing trigrams costs it ten times what it thinks. So these two always use an index.
    CREATE FUNCTION catalogue_words_fitting(plain_text text, every_word text, some_word text) RETURNS SETOF catalogue_words LANGUAGE sql STABLE SET enable_seqscan = off AS $$
      SELECT * FROM catalogue_words
      WHERE stems @@ (to_tsquery('russian', every_word) || to_tsquery('english', every_word) || to_tsquery('simple', every_word) || to_tsquery('russian', some_word) || to_tsquery('english', some_word))
      UNION SELECT * FROM catalogue_words WHERE plain LIKE plain_text || '%'
    $$;
    CREATE FUNCTION catalogue_words_alike(plain_text text) RETURNS SETOF catalogue_words LANGUAGE sql STABLE SET enable_seqscan = off AS $$
      SELECT * FROM catalogue_words WHERE plain % plain_text
    $$;

    CREATE INDEX needs_words ON needs USING gin ((to_tsvector('russian', translate(title, 'ёЁ', 'еЕ')) || to_tsvector('english', title)));
    CREATE INDEX needs_title_plain_trgm ON needs USING gin ((translate(title, 'ёЁ', 'еЕ')) gin_trgm_ops);
    DROP INDEX needs_title_trgm;                    -- ё and е were different letters to it
    CREATE INDEX needs_public_by_item ON needs (item, opened_at DESC, id DESC) WHERE status IN ('open', 'partly_met') AND item IS NOT NULL;
    CREATE INDEX needs_fulfilled ON needs (organization_id, status, updated_at) WHERE status IN ('met', 'reported', 'closed');
  `);
}

async function groupsAndMembers(db: QueryRunner): Promise<void> {
  await db.query(`
    ALTER TABLE organizations
      ALTER COLUMN inn DROP NOT NULL,
      ALTER COLUMN ogrn DROP NOT NULL,
      ALTER COLUMN account DROP NOT NULL,
      ADD COLUMN vouched_at timestamptz,            -- an official of its place vouches for it; groups without INN only
      ADD COLUMN vouched_by uuid,
      ADD CONSTRAINT organizations_numbers CHECK (form IN ('tos', 'informal') OR (inn IS NOT NULL AND ogrn IS NOT NULL AND account IS NOT NULL)) NOT VALID;
    ALTER TABLE organizations VALIDATE CONSTRAINT organizations_numbers;
    CREATE INDEX organizations_to_vouch ON organizations (place, submitted_at, id) WHERE status = 'submitted' AND form IN ('tos', 'informal');

    CREATE TABLE organization_vouches (
      id uuid PRIMARY KEY,
      organization_id uuid NOT NULL REFERENCES organizations,
      person_id uuid NOT NULL,
      place text NOT NULL,                          -- for which the official spoke
      outcome text NOT NULL CHECK (outcome IN ('vouch', 'decline')),
      reason text,
      at timestamptz NOT NULL
    );
    CREATE INDEX organization_vouches_by_organization ON organization_vouches (organization_id, at DESC, id DESC);

    ALTER TABLE mails ADD COLUMN IF NOT EXISTS address text;    -- where it goes when that is not the person's present address

    CREATE TABLE organization_invitations (
      id uuid PRIMARY KEY,
      organization_id uuid NOT NULL REFERENCES organizations,
      email text NOT NULL CHECK (email = lower(email) AND length(email) <= 254),
      role text NOT NULL CHECK (role IN ('owner', 'coordinator', 'accountant')),
      token_hash bytea NOT NULL UNIQUE,
      invited_by uuid NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      ended_at timestamptz,                         -- accepted, taken back, or replaced by a newer one
      accepted_by uuid
    );
    CREATE UNIQUE INDEX organization_invitations_one_open ON organization_invitations (organization_id, email) WHERE ended_at IS NULL;
    CREATE INDEX organization_invitations_newest ON organization_invitations (organization_id, created_at DESC, id DESC);
    CREATE INDEX organization_invitations_by_age ON organization_invitations (expires_at);
  `);
}

async function documents(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE organization_documents (          -- the bytes lie in the file store under stored_key
      id uuid PRIMARY KEY,
      organization_id uuid NOT NULL REFERENCES organizations,
      kind text NOT NULL CHECK (kind IN ('charter', 'registration', 'authority', 'minutes', 'other')),
      title text NOT NULL CHECK (length(title) BETWEEN 1 AND 160),
      status text NOT NULL CHECK (status IN ('waiting', 'ready', 'accepted', 'refused')),
      type text NOT NULL, bytes integer NOT NULL,   -- as it is stored; while it waits, as it was sent
      sha256 text NOT NULL,                         -- of the file as it was sent: nobody attaches the same one twice
      stored_key text,
      reason text,
      created_by uuid NOT NULL, created_at timestamptz NOT NULL, processed_at timestamptz,
      decided_by uuid, decided_at timestamptz,
      CHECK ((status = 'refused') = (reason IS NOT NULL)),
      CHECK ((status IN ('ready', 'accepted')) = (stored_key IS NOT NULL))
    );
    CREATE UNIQUE INDEX organization_documents_once ON organization_documents (organization_id, sha256) WHERE status <> 'refused';
    CREATE INDEX organization_documents_newest ON organization_documents (organization_id, created_at DESC, id DESC);
    CREATE INDEX organization_documents_waiting ON organization_documents (created_at) WHERE status = 'waiting';
    CREATE INDEX organization_documents_by_key ON organization_documents (stored_key) WHERE stored_key IS NOT NULL;
    CREATE INDEX organization_documents_refused ON organization_documents (processed_at) WHERE status = 'refused';
  `);
}

async function accountChanges(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE account_changes (
      id uuid PRIMARY KEY,
      organization_id uuid NOT NULL REFERENCES organizations,
      status text NOT NULL CHECK (status IN ('submitted', 'approved', 'applied', 'returned', 'cancelled')),
      before jsonb NOT NULL,                        -- { bik, number, bankName, correspondent }
      after jsonb NOT NULL,
      requested_by uuid NOT NULL,
      requested_at timestamptz NOT NULL,
      effective_at timestamptz,                     -- a day after the second approval
      ended_at timestamptz,
      ended_by uuid,
      reason text,
      CHECK ((status IN ('approved', 'applied')) <= (effective_at IS NOT NULL)),
      CHECK ((status IN ('submitted', 'approved')) = (ended_at IS NULL))
    );
    CREATE UNIQUE INDEX account_changes_one_open ON account_changes (organization_id) WHERE status IN ('submitted', 'approved');
    CREATE INDEX account_changes_newest ON account_changes (organization_id, requested_at DESC, id DESC);
    CREATE INDEX account_changes_due ON account_changes (effective_at, id) WHERE status = 'approved';

    ALTER TABLE reviews DROP CONSTRAINT reviews_subject_type_check;
    ALTER TABLE reviews ADD CONSTRAINT reviews_subject_type_check CHECK (subject_type IN ('organization', 'need', 'need_edit', 'match', 'account_change')) NOT VALID;
    ALTER TABLE reviews VALIDATE CONSTRAINT reviews_subject_type_check;
  `);
}
