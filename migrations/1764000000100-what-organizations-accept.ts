import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organization takes, and what it does not need now, in all its needs for things. */
export class WhatOrganizationsAccept1764000000100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE organizations ADD COLUMN accepts jsonb;        -- conditions, notNow; null: nothing is said, everything is taken
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
