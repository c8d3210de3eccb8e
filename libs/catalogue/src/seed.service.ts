import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { dataSourceOptions, type Tx } from '#platform';
import { readDataFiles, type DataFiles } from './data-files.js';
import { changedMeanings } from './meaning.rules.js';
import { readWords, type WordRow } from './words.rules.js';
import { DATA_FILES, readCatalogue, TABLE_ORDER, type CatalogueTable, type DbRow } from './rows.rules.js';

/** Brings the catalogue of a database to the state of `libs/catalogue/data`. Harmless when repeated. */
export async function seedCatalogue(url: string): Promise<void> {
  const source = await new DataSource(dataSourceOptions({ url, max: 1, applicationName: 'lepta-seed' })).initialize();
  try {
    const files = await readDataFiles();
    await source.transaction((tx) => seedFrom(tx, files));
  } finally {
    await source.destroy();
  }
}

/**
 * Writes the rows of the files: new codes are added, known ones brought up to date, missing ones retired and never deleted.
 * Returns false when the database already has exactly this content.
 * @throws DataError on a file that cannot be read, Error when a code would change its meaning
 */
export async function seedFrom(tx: Tx, files: DataFiles): Promise<boolean> {
  const data = readCatalogue(files);
  const words = readWords(data, files);
  const digest = digestOf(files);
  if ((await newest(tx))?.digest.equals(digest)) return false; // looked at first without the lock: only the owner of the tables may take it
  await tx.query('LOCK TABLE catalogue_versions IN EXCLUSIVE MODE'); // two seeds at once: the second waits and then finds its work done
  const latest = await newest(tx);
  if (latest?.digest.equals(digest)) return false;
  for (const table of TABLE_ORDER) await seedTable(tx, table, data[table]);
  await seedWords(tx, words);
  await tx.query('INSERT INTO catalogue_versions (version, digest) VALUES ($1, $2)', [String(Number(latest?.version ?? 0) + 1), digest]);
  return true;
}

async function newest(tx: Tx): Promise<{ version: string; digest: Buffer } | undefined> {
  const [latest]: { version: string; digest: Buffer }[] = await tx.query('SELECT version, digest FROM catalogue_versions ORDER BY version::integer DESC LIMIT 1');
  return latest;
}

function digestOf(files: DataFiles): Buffer {
  const hash = createHash('sha256');
  for (const file of DATA_FILES) hash.update(`${file}\0${files[file]}\0`);
  return hash.digest();
}

async function seedTable(tx: Tx, table: CatalogueTable, rows: readonly DbRow[]): Promise<void> {
  const before: DbRow[] = await tx.query(`SELECT * FROM ${table}`);
  const changed = changedMeanings(table, before, rows);
  if (changed.length > 0) throw new Error(`A code never changes its meaning; retire it and add a new one. ${changed.join('; ')}.`);
  const columns = Object.keys(rows[0] ?? {}).map((column) => `"${column}"`);
  if (columns.length > 0) {
    await tx.query(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1)
       ON CONFLICT (code) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}, retired_at = NULL`,
      [JSON.stringify(rows)],
    );
  }
  await tx.query(`UPDATE ${table} SET retired_at = now() WHERE retired_at IS NULL AND NOT (code = ANY($1))`, [rows.map((row) => row.code)]);
}

/** Words mean nothing by themselves, so they are simply written anew; readers see the old ones until this commits. */
async function seedWords(tx: Tx, words: readonly WordRow[]): Promise<void> {
  await tx.query('DELETE FROM catalogue_words');
  await tx.query(
    `INSERT INTO catalogue_words (type, code, language, words, plain, is_name)
     SELECT type, code, language, words, plain, is_name FROM jsonb_to_recordset($1) AS w(type text, code text, language text, words text, plain text, is_name boolean)`,
    [JSON.stringify(words)],
  );
}
