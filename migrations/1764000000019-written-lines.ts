import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which lines of a clearing have been written as proposals, a range for each batch: a mark in each of 180,000 lines wrote every line, with its
 * reasons, a second time. A line says only what came otherwise than planned.
 */
export class WrittenLines1764000000019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE clearing_written (
        clearing_id uuid NOT NULL REFERENCES clearings ON DELETE CASCADE,
        first_line integer NOT NULL,
        end_line integer NOT NULL,                            -- the first that is not in it
        need_ids uuid[] NOT NULL DEFAULT '{}',                -- needs with proposals that they did not have before: told when the run has ended, then emptied
        PRIMARY KEY (clearing_id, first_line),
        CHECK (first_line < end_line)
      );
      -- A run that this finds halfway keeps the marks of its lines: each of them is a range of its own.
      INSERT INTO clearing_written (clearing_id, first_line, end_line)
        SELECT l.clearing_id, min(l.line), max(l.line) + 1 FROM clearing_lines l JOIN clearings c ON c.id = l.clearing_id WHERE l.outcome IS NOT NULL AND c.status <> 'running' GROUP BY 1
        UNION ALL SELECT l.clearing_id, l.line, l.line + 1 FROM clearing_lines l JOIN clearings c ON c.id = l.clearing_id WHERE l.outcome IS NOT NULL AND c.status = 'running';
      DROP INDEX clearing_lines_waiting;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
