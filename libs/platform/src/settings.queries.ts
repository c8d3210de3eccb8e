import type { DataSource } from 'typeorm';
import type { Tx } from './tx.js';

/** One row of `settings`, as JSON; null: nobody has set it. What a key holds is known to the lib that names it. */
export async function readSettingRow(db: Tx | DataSource, key: string): Promise<unknown> {
  const [row] = (await db.query('SELECT value FROM settings WHERE key = $1', [key])) as { value: unknown }[];
  return row?.value ?? null;
}

/** Sets a row, over what stood there. @param by the person who does; null: the installation itself */
export async function writeSettingRow(
  db: Tx | DataSource,
  key: string,
  value: unknown,
  by: string | null,
): Promise<void> {
  await db.query(
    'INSERT INTO settings (key, value, changed_by) VALUES ($1, $2, $3) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now(), changed_by = excluded.changed_by',
    [key, JSON.stringify(value), by],
  );
}
