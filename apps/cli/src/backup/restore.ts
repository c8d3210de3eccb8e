import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { dataSourceOptions, pause } from '#platform';
import { migrations } from '../../../../migrations/index.js';
import { BackupError } from './backup-error.js';
import { copyIn, type CopyIn } from './copy.js';
import { walk, type Section, type Source, type Visitor } from './inspect.js';
import type { Header, SectionEnd } from './make.js';
import { ourTables, quoted, type Table } from './tables.queries.js';

export interface RestoreOptions extends Source {
  readonly url: string;
  /** Where uploaded files belong; missing or empty. */
  readonly filesFolder: string;
  readonly say: (line: string) => void;
}

/**
 * Brings a backup into an empty database: the whole file is read and checked first, then the tables are made and filled in one transaction,
 * so that either everything is there or nothing. Files appear when the database has been filled. The installation is paused from its
 * first moment. Throws BackupError with one sentence.
 */
export async function restoreBackup({ url, file, identities, filesFolder, say }: RestoreOptions): Promise<Header> {
  const from: Source = { file, ...(identities && { identities }) };
  const header = await walk(from);
  say(`the backup of ${header.madeAt} is whole: ${header.tables.length} tables`);
  const names = migrations.map((migration) => migration.name);
  const unknown = header.migrations.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new BackupError(`it was made by a newer version of Lepta (${unknown[0]}): install that one first`);
  const files = new FilesPlace(filesFolder);
  await files.check();
  const wanted = migrations.filter((migration) => header.migrations.includes(migration.name));
  const options = dataSourceOptions({ url, max: 1, applicationName: 'lepta-restore', pipeline: false });
  const source = await new DataSource({
    ...options,
    migrations: wanted,
    migrationsTransactionMode: 'none',
  } as typeof options).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    await fill(source, runner, { header, from, files });
    await runner.commitTransaction();
    await files.show();
  } catch (err) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw refusedByDatabase(err);
  } finally {
    await files.tidy();
    await runner.release();
    await source.destroy();
  }
  return header;
}

/** PostgreSQL says which rule a row breaks without saying what is in it. */
function refusedByDatabase(err: unknown): unknown {
  const { code, message } =
    (err as { driverError?: { code?: string; message?: string } }).driverError ??
    (err as { code?: string; message?: string });
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && code.startsWith('23')
    ? new BackupError(`the database refuses it: ${String(message)}`)
    : err;
}

async function fill(
  source: DataSource,
  runner: QueryRunner,
  { header, from, files }: { header: Header; from: Source; files: FilesPlace },
): Promise<void> {
  await runner.query('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
  await runner.query('SELECT pg_advisory_xact_lock(738203)'); // a migration that is running is waited for
  const client = (await runner.connect()) as pg.ClientBase;
  const present = await ourTables(client);
  if (present.length > 0)
    throw new BackupError(`the database is not empty (table ${present[0]?.name}): restore goes only into an empty one`);
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = 'none';
  await executor.executePendingMigrations();
  const tables = await ourTables(client);
  const known = new Map(tables.map((table) => [table.name, table]));
  // Triggers would count the ledger's transfers a second time. Foreign keys and CHECKs stay on and look at every row.
  for (const { name } of tables) await runner.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
  await runner.query(`TRUNCATE ${tables.map(({ name }) => quoted(name)).join(', ')}`); // a few migrations write first rows
  await walk(from, new Filling(client, known, files));
  for (const { name, last, called } of header.sequences) {
    await runner.query(
      'SELECT setval(oid, $2::bigint, $3) FROM pg_class WHERE relname = $1 AND relkind = $$S$$ AND relnamespace = $$public$$::regnamespace',
      [name, last, called],
    );
  }
  for (const { name } of tables) await runner.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
  const [{ now }] = (await runner.query('SELECT now() AS now')) as [{ now: Date }];
  await pause(runner.manager, { since: now.toISOString(), backupOf: header.madeAt, alarms: 0 });
}

/** Writes what the file holds where it belongs. */
class Filling implements Visitor {
  private copy: CopyIn | null = null;
  private handle: FileHandle | null = null;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly known: ReadonlyMap<string, Table>,
    private readonly files: FilesPlace,
  ) {}

  async begin({ kind, name, columns }: Section): Promise<void> {
    if (kind === 'file') {
      this.handle = await this.files.make(name);
      return;
    }
    const table = this.known.get(name);
    const missing = columns.find((column) => !table?.columns.includes(column));
    if (!table || missing)
      throw new BackupError(`this version has no ${missing ? `column ${missing} in ` : 'table '}${name}`);
    this.copy = copyIn(this.client, `COPY public.${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`);
  }

  async piece(bytes: Buffer): Promise<void> {
    if (this.handle) await this.handle.writeFile(bytes);
    else await this.copy?.write(bytes);
  }

  async end({ name }: Section, sum: SectionEnd): Promise<void> {
    if (this.handle) {
      await this.handle.sync();
      await this.handle.close();
      this.handle = null;
      return;
    }
    const rows = await this.copy?.end();
    this.copy = null;
    if (rows !== sum.rows)
      throw new BackupError(`${name} has ${String(rows)} rows where the backup says ${String(sum.rows)}`);
  }
}

/** The folder of uploaded files: filled beside its place, shown when the database is there. */
class FilesPlace {
  private readonly fresh: string;
  private filled = false;

  constructor(private readonly folder: string) {
    this.fresh = `${folder}.restoring`;
  }

  async check(): Promise<void> {
    if (existsSync(this.folder) && (await readdir(this.folder)).length > 0)
      throw new BackupError(`${this.folder} is not empty: move what lies there away first`);
    await rm(this.fresh, { recursive: true, force: true });
  }

  async make(path: string): Promise<FileHandle> {
    const target = join(this.fresh, path);
    await mkdir(dirname(target), { recursive: true });
    this.filled = true;
    return open(target, 'wx', 0o600);
  }

  async show(): Promise<void> {
    if (!this.filled) return;
    if (existsSync(this.folder)) await rmdir(this.folder);
    await rename(this.fresh, this.folder);
  }

  async tidy(): Promise<void> {
    await rm(this.fresh, { recursive: true, force: true });
  }
}
