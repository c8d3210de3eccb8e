import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import pg from 'pg';
import { ArchiveWriter, FORMAT, FORMAT_VERSION } from './archive.js';
import { copyOut } from './copy.js';
import { encrypterFor } from './encryption.js';
import { LEFT_OUT, ourTables, quoted, sequences, type SequenceState, type Table } from './tables.queries.js';

export interface Header {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** ISO time of the database at the moment that the backup shows. */
  readonly madeAt: string;
  readonly postgres: string;
  readonly migrations: readonly string[];
  readonly catalogue: { readonly version: string; readonly digest: string } | null;
  readonly tables: readonly string[];
  readonly sequences: readonly SequenceState[];
}

export interface SectionEnd {
  /** Rows of a table. */
  readonly rows?: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface MadeBackup {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** ISO time of the moment that it shows. */
  readonly madeAt: string;
}

/**
 * Writes everything that this installation holds, as it was at one moment, into a file. Others go on writing meanwhile.
 * @param options.filesFolder where uploaded files lie; it may be missing
 * @param options.recipients public keys of age: each of their holders can open it, and nobody else; none: it is not encrypted
 */
export async function makeBackup(options: {
  url: string;
  file: string;
  filesFolder: string;
  recipients?: readonly string[];
}): Promise<MadeBackup> {
  const encrypter = encrypterFor(options.recipients ?? []);
  const client = new pg.Client({
    connectionString: options.url,
    application_name: 'lepta-backup',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  const writer = new ArchiveWriter(options.file, encrypter);
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Of one mind about types and their text, and no row order that depends on who else is reading.
    await client.query(`SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL synchronize_seqscans = off;
      SET LOCAL datestyle = 'ISO'; SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex'`);
    const tables = (await ourTables(client)).filter((table) => !(table.name in LEFT_OUT));
    const head = await header(client, tables);
    await writer.writeJson('H', head);
    let rows = 0;
    for (const table of tables) rows += await writeTable(client, writer, table);
    const files = await writeFiles(writer, options.filesFolder);
    await writer.finish();
    return { tables: tables.length, rows, files, madeAt: head.madeAt };
  } catch (err) {
    await writer.abandon();
    throw err;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function header(client: pg.Client, tables: readonly Table[]): Promise<Header> {
  const migrations = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp, id');
  const catalogue = await client.query<{ version: string; digest: string }>(
    `SELECT version, encode(digest, 'hex') AS digest FROM catalogue_versions ORDER BY version::integer DESC LIMIT 1`,
  );
  const moment = await client.query<{ at: Date; postgres: string }>(
    `SELECT now() AS at, current_setting('server_version') AS postgres`,
  );
  const { at, postgres } = moment.rows[0] as { at: Date; postgres: string };
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    madeAt: at.toISOString(),
    postgres,
    migrations: migrations.rows.map((row) => row.name),
    catalogue: catalogue.rows[0] ?? null,
    tables: tables.map((table) => table.name),
    sequences: await sequences(client),
  };
}

async function writeTable(client: pg.Client, writer: ArchiveWriter, { name, columns }: Table): Promise<number> {
  await writer.writeJson('T', { name, columns });
  const hash = createHash('sha256');
  let bytes = 0;
  const take = (piece: Buffer): boolean => {
    hash.update(piece);
    bytes += piece.length;
    return writer.write('D', piece);
  };
  const rows = await copyOut(
    client,
    `COPY public.${quoted(name)} (${columns.map(quoted).join(', ')}) TO STDOUT`,
    take,
    () => writer.drained(),
  );
  await writer.drained();
  await writer.writeJson('E', { rows, bytes, sha256: hash.digest('hex') } satisfies SectionEnd);
  return rows;
}

async function writeFiles(writer: ArchiveWriter, folder: string): Promise<number> {
  if (!existsSync(folder)) return 0;
  const entries = (await readdir(folder, { withFileTypes: true, recursive: true })).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const path of paths) {
    await writer.writeJson('F', { path: relative(folder, path).split(sep).join('/') });
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      hash.update(piece);
      bytes += piece.length;
      if (!writer.write('D', piece)) await writer.drained();
    }
    await writer.writeJson('E', { bytes, sha256: hash.digest('hex') } satisfies SectionEnd);
  }
  return paths.length;
}
