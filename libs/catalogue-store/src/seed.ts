import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { dataSourceOptions, type Tx } from '#platform';
import { readDataFiles, type DataFiles, type RegionFiles } from '#catalogue';
import { changedMeanings } from './meaning.rules.js';
import { readScheme } from '#catalogue';
import { keyOf, withEdits, wordsWithEdits } from './editing/edits.rules.js';
import { allEdits } from './editing/entries.queries.js';
import { digestWithEdits, newestVersion, WRITING, writeVersion } from './versions.queries.js';
import { readWords, type WordRow } from '#catalogue';
import { DATA_FILES, readCatalogue, REGION_FILES, TABLE_ORDER, type CatalogueTable, type DbRow } from '#catalogue';

/** What is written where, for a sentence: `zeya (3 needs)`. */
export type PlacesInUse = (tx: Tx, codes: readonly string[]) => Promise<readonly string[]>;

export interface SeedOptions {
  /** The files of another region. They are kept: every later seed takes them instead of those that are shipped. */
  readonly region?: RegionFiles;
  /** Which of these places are named by anything; another region is refused while they would go without a successor. */
  readonly placesInUse?: PlacesInUse;
}

/** Brings the catalogue of a database to the state of `libs/catalogue/data`, and its places to those of the installation's region. Harmless when repeated. */
export async function seedCatalogue(url: string, options: SeedOptions = {}): Promise<boolean> {
  const source = await new DataSource(dataSourceOptions({ url, max: 1, applicationName: 'lepta-seed' })).initialize();
  try {
    const files = await readDataFiles();
    return await source.transaction((tx) => seedFrom(tx, files, options));
  } finally {
    await source.destroy();
  }
}

/**
 * Writes the rows of the files: new codes are added, known ones brought up to date, missing ones retired and never deleted.
 * Returns false when the database already has exactly this content.
 * @throws DataError on a file that cannot be read, Error when a code would change its meaning or a place that is used would be lost
 */
export async function seedFrom(
  tx: Tx,
  shipped: DataFiles,
  { region, placesInUse }: SeedOptions = {},
): Promise<boolean> {
  const files = { ...shipped, ...(region ?? (await ownRegion(tx))) };
  const shippedRows = readCatalogue(files);
  readScheme(
    files.scheme,
    new Set(shippedRows.places.filter(({ kind }) => kind === 'municipality').map(({ code }) => code)),
  );
  const fileDigest = digestOf(files);
  const isThere = async (): Promise<boolean> =>
    (await newestVersion(tx))?.digest.equals(await digestWithEdits(tx, fileDigest)) ?? false;
  if (!region && (await isThere())) return false; // looked at first without the lock: only the owner of the tables may take it
  await tx.query('LOCK TABLE catalogue_versions IN EXCLUSIVE MODE'); // two seeds at once: the second waits and then finds its work done
  await tx.query('SELECT pg_advisory_xact_lock($1)', [WRITING]);
  await keepRegion(tx, files, region !== undefined);
  if (await isThere()) return false;
  if (region && placesInUse) await refuseLostPlaces(tx, shippedRows.places, placesInUse);
  const edits = await allEdits(tx);
  const { data, retired } = withEdits(shippedRows, edits);
  for (const table of TABLE_ORDER) await seedTable(tx, table, data[table], retired);
  await seedWords(tx, wordsWithEdits(readWords(data, files), edits));
  await writeVersion(tx, fileDigest);
  return true;
}

/** The files of the region that an operator brought; null: the shipped one. */
async function ownRegion(tx: Tx): Promise<RegionFiles | null> {
  const rows: { file: string; content: string }[] = await tx.query('SELECT file, content FROM region_files WHERE own');
  return rows.length === 0
    ? null
    : (Object.fromEntries(rows.map(({ file, content }) => [file, content])) as RegionFiles);
}

async function keepRegion(tx: Tx, files: DataFiles, own: boolean): Promise<void> {
  for (const file of REGION_FILES) {
    await tx.query(
      `INSERT INTO region_files (file, content, own) VALUES ($1, $2, $3)
       ON CONFLICT (file) DO UPDATE SET content = excluded.content, own = excluded.own OR region_files.own, kept_at = now()
       WHERE (region_files.content, region_files.own) IS DISTINCT FROM (excluded.content, excluded.own OR region_files.own)`,
      [file, files[file], own],
    );
  }
}

async function refuseLostPlaces(tx: Tx, places: readonly DbRow[], placesInUse: PlacesInUse): Promise<void> {
  const kept = places.map(({ code }) => code);
  const lost: { code: string }[] = await tx.query(
    'SELECT code FROM places WHERE NOT (code = ANY($1)) ORDER BY position',
    [kept],
  );
  const used = await placesInUse(
    tx,
    lost.map(({ code }) => code),
  );
  if (used.length > 0)
    throw new Error(
      `Places that are used would be lost: ${used.join(', ')}. Keep their rows in the files, with a successor where another place took over.`,
    );
}

function digestOf(files: DataFiles): Buffer {
  const hash = createHash('sha256');
  for (const file of DATA_FILES) hash.update(`${file}\0${files[file]}\0`);
  return hash.digest();
}

async function seedTable(
  tx: Tx,
  table: CatalogueTable,
  rows: readonly DbRow[],
  retired: ReadonlyMap<string, Date>,
): Promise<void> {
  const before: DbRow[] = await tx.query(`SELECT * FROM ${table}`);
  const changed = changedMeanings(table, before, rows);
  if (changed.length > 0)
    throw new Error(`A code never changes its meaning; retire it and add a new one. ${changed.join('; ')}.`);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((column) => `"${column}"`);
  if (columns.length > 0) {
    const retired =
      table === 'places'
        ? 'CASE WHEN excluded.successor IS NULL THEN NULL ELSE coalesce(places.retired_at, now()) END'
        : 'NULL';
    await tx.query(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1)
       ON CONFLICT (code) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}, retired_at = ${retired}`,
      [JSON.stringify(rows)],
    );
  }
  for (const row of rows) {
    const at = retired.get(keyOf(table, row.code));
    if (at) await tx.query(`UPDATE ${table} SET retired_at = $2 WHERE code = $1`, [row.code, at]);
  }
  const gone = table === 'places' ? 'successor IS NOT NULL OR NOT (code = ANY($1))' : 'NOT (code = ANY($1))'; // a place that another one took over is there to be found, not to be chosen
  await tx.query(`UPDATE ${table} SET retired_at = now() WHERE retired_at IS NULL AND (${gone})`, [
    rows.map((row) => row.code),
  ]);
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
