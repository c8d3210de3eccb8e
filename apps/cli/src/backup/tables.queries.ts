import type pg from 'pg';
import { BackupError } from './backup-error.js';

/** What is never part of a backup: it belongs to browsers and the hour, not to the books. The queue lives in a schema of its own (or in Redis). */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  sessions: 'a person who signs in again has one',
  sign_in_limits: 'counts of the last minutes',
  sign_in_alarms: 'mails about guessing of the last minutes',
  passkey_challenges: 'good for a few minutes',
  review_holds: 'good for a few minutes',
};

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface SequenceState {
  readonly name: string;
  readonly last: string;
  readonly called: boolean;
}

interface Row extends Table {
  readonly needs: readonly string[];
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Every table of ours, each after those that its foreign keys name; columns that the database computes are left out. */
export async function ourTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Row>(`
    SELECT c.relname AS name,
      ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
      ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.confrelid <> c.oid ORDER BY 1) AS needs
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname`);
  const placed: Table[] = [];
  let left = rows;
  while (left.length > 0) {
    const names = new Set(left.map((row) => row.name));
    const free = left.filter((row) => row.needs.every((need) => !names.has(need)));
    if (free.length === 0) throw new BackupError(`tables need each other in a circle: ${[...names].join(', ')}`);
    placed.push(...free.map(({ name, columns }) => ({ name, columns })));
    left = left.filter((row) => !free.includes(row));
  }
  return placed;
}

export async function sequences(client: pg.ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT sequencename::text AS name FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
  );
  const found: SequenceState[] = [];
  for (const { name } of rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS last, is_called AS called FROM public.${quoted(name)}`,
    );
    found.push({ name, ...(state.rows[0] as { last: string; called: boolean }) });
  }
  return found;
}
