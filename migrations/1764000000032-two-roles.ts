import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the owner of the database does for the role of the running processes, which may write transfers and entries of the audit log and change none
 * (docs/decisions/0027). The privileges themselves are no migration: they are compared at every one (libs/platform/src/privileges.rules.ts).
 */
export class TwoRoles1764000000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(LEDGER);
    await db.query(AUDIT);
    await db.query(ANALYZE);
    await db.query(DRY_RUNS);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}

/**
 * A transfer is applied with the rights of the owner, so nobody else needs the right to write a balance. And the tables that these functions name are those
 * of this schema: whoever may make temporary tables could put one of the same name before them.
 */
const LEDGER = `
  ALTER FUNCTION ledger_apply() SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp;
  ALTER FUNCTION ledger_apply_required() SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp;
  ALTER FUNCTION ledger_to_seal() SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp;
  ALTER FUNCTION ledger_hold_ends_exactly() SET search_path = pg_catalog, public, pg_temp;
  CREATE OR REPLACE TRIGGER seals_no_truncate BEFORE TRUNCATE ON seals FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
  CREATE OR REPLACE TRIGGER day_digests_no_truncate BEFORE TRUNCATE ON day_digests FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
`;

/** Also where one role does everything, nothing changes an entry; only a transaction that has just written one may say when it was (the demo region's past). */
const AUDIT = `
  CREATE FUNCTION audit_log_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'The audit log is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
    END $$;
  CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log FOR EACH ROW
    WHEN (OLD.at <> now() OR (NEW.id, NEW.person_id, NEW.action, NEW.subject_type, NEW.subject_id, NEW.reason, NEW.data)
      IS DISTINCT FROM (OLD.id, OLD.person_id, OLD.action, OLD.subject_type, OLD.subject_id, OLD.reason, OLD.data)) EXECUTE FUNCTION audit_log_append_only();
  CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_log_append_only();
  CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_log_append_only();
`;

/** Only an owner may have a table counted (before PostgreSQL 17 nobody can be allowed to), and plans that a clearing or an import needs wait for it. */
const ANALYZE = `
  CREATE FUNCTION analyze_tables(VARIADIC names text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE name text;
    BEGIN
      FOREACH name IN ARRAY names LOOP
        EXECUTE format('ANALYZE public.%I', name);
      END LOOP;
    END $$;
  REVOKE EXECUTE ON FUNCTION analyze_tables(text[]) FROM PUBLIC;
`;

/** A trial run is forgotten by its age, with its lines; a run that proposed something stays. */
const DRY_RUNS = `
  CREATE FUNCTION clearing_forget_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
      DELETE FROM clearing_lines WHERE clearing_id = OLD.id;
      RETURN OLD;
    END $$;
  CREATE OR REPLACE TRIGGER clearings_stay BEFORE DELETE ON clearings FOR EACH ROW WHEN (NOT OLD.dry_run) EXECUTE FUNCTION stays();
  CREATE TRIGGER clearings_forget_lines BEFORE DELETE ON clearings FOR EACH ROW WHEN (OLD.dry_run) EXECUTE FUNCTION clearing_forget_lines();
`;
