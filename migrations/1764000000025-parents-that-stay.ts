import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Proposals by the hundred thousand name one clearing and one version of the weights. A foreign key locked that one row for each of them, and each of several
 * writers at once wrote down anew who else holds it. Neither is ever deleted: the database refuses that, and `lepta verify-ledger` looks for names without a row.
 */
export class ParentsThatStay1764000000025 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION stays() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'A row of % stays: others name it', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $$;
      CREATE TRIGGER weight_versions_stay BEFORE DELETE ON weight_versions FOR EACH ROW EXECUTE FUNCTION stays();
      CREATE TRIGGER clearings_stay BEFORE DELETE ON clearings FOR EACH ROW EXECUTE FUNCTION stays();
      ALTER TABLE matches DROP CONSTRAINT matches_weights_version_fkey, DROP CONSTRAINT matches_clearing_id_fkey;
      ALTER TABLE clearing_lines DROP CONSTRAINT clearing_lines_clearing_id_fkey;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
