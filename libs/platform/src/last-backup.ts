import pg from 'pg';
import type { DataSource } from 'typeorm';

const SETTING = 'backup.last';
const READ_ONLY = '25006';

/** The newest backup that was written whole. */
export interface LastBackup {
  /** ISO time of the moment that it shows. */
  readonly at: string;
  readonly encrypted: boolean;
}

/** Null: none was ever made. A restored installation knows the one before the backup that it came from. */
export async function lastBackup(db: Pick<DataSource, 'query'>): Promise<LastBackup | null> {
  const [row]: { value: LastBackup }[] = await db.query('SELECT value FROM settings WHERE key = $1', [SETTING]);
  return row?.value ?? null;
}

/** Called once the file is complete and on the disk. Returns false where the database takes no writes, as a standby does. */
export async function noteBackup(url: string, backup: LastBackup): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: 'lepta-backup', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('INSERT INTO settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now()', [SETTING, JSON.stringify(backup)]);
    return true;
  } catch (err) {
    if ((err as { code?: unknown }).code === READ_ONLY) return false;
    throw err;
  } finally {
    await client.end();
  }
}
