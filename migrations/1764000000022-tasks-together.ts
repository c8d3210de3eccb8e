import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In a rush one task of the queue carries several facts: `carried_by` names the fact whose task that is; null: the fact has its own. */
export class TasksTogether1764000000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE fact_jobs ADD COLUMN carried_by uuid');
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
