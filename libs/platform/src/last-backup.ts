import pg from 'pg';
import type { DataSource } from 'typeorm';

const SETTING = 'backup.last';
/** Newest first, for the page that says whether one was made each day. */
const RECENT = 'backup.recent';
const RECENT_KEPT = 400;
const READ_ONLY = '25006';

/** The newest backup that was written whole. */
export interface LastBackup {
  /** ISO time of the moment that it shows. */
  readonly at: string;
  readonly encrypted: boolean;
}

/** One of those that were noted. */
export interface NotedBackup extends LastBackup {
  /** Null: noted by a version that did not say so. */
  readonly bytes: number | null;
}

/** Null: none was ever made. A restored installation knows the one before the backup that it came from. */
export async function lastBackup(db: Pick<DataSource, 'query'>): Promise<LastBackup | null> {
  const [row]: { value: LastBackup }[] = await db.query('SELECT value FROM settings WHERE key = $1', [SETTING]);
  return row?.value ?? null;
}

/** Newest first, as far back as they are noted. */
export async function recentBackups(db: Pick<DataSource, 'query'>): Promise<NotedBackup[]> {
  const rows: { key: string; value: unknown }[] = await db.query(
    'SELECT key, value FROM settings WHERE key IN ($1, $2)',
    [SETTING, RECENT],
  );
  const noted = rows.find(({ key }) => key === RECENT)?.value as (LastBackup & { bytes?: number })[] | undefined;
  const last = rows.find(({ key }) => key === SETTING)?.value as LastBackup | undefined;
  return (noted ?? (last ? [last] : [])).map((one) => ({ bytes: null, ...one }));
}

const NOTE = `
  WITH last AS (INSERT INTO settings (key, value) VALUES ($1, $3) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now())
  INSERT INTO settings (key, value) VALUES ($2, jsonb_build_array($4::jsonb)) ON CONFLICT (key) DO UPDATE SET changed_at = now(),
    value = (SELECT jsonb_agg(one ORDER BY place) FROM (SELECT one, place FROM jsonb_array_elements(excluded.value || settings.value) WITH ORDINALITY AS t (one, place) ORDER BY place LIMIT ${RECENT_KEPT}) AS kept)`;

/** Called once the file is complete and on the disk. Returns false where the database takes no writes, as a standby does. */
export async function noteBackup(
  url: string,
  { bytes, ...backup }: LastBackup & { readonly bytes?: number },
): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'lepta-backup',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(NOTE, [SETTING, RECENT, JSON.stringify(backup), JSON.stringify({ ...backup, bytes })]);
    return true;
  } catch (err) {
    if ((err as { code?: unknown }).code === READ_ONLY) return false;
    throw err;
  } finally {
    await client.end();
  }
}
