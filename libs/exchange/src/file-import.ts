import type { DataSource, QueryRunner } from 'typeorm';
import type { Catalogue } from '#catalogue';
import type { Clock, FieldError } from '#kernel';
import type { Ledger } from '#ledger';
import { openNeedsLookFurther } from '#matching';
import { openCsv, readCsv, type Cells, type Writing } from '#tables';
import type { Table } from '#tables';
import type { Counts, Desk, Numbered } from './importer.js';
import { refuseExchange as refuse } from '#tables';
import { ensureImportPeople } from './import.people.js';
import { NeedsDesk } from './needs.importer.js';
import { OffersDesk } from './offers.importer.js';
import { OrganizationsDesk, type LinkSettings } from './organizations.importer.js';
import type { Meanings } from '#tables';
import { rejectedRows, Rejections, RowRejected, type RejectedRow } from '#tables';

/** Rows that one transaction takes. */
const BATCH = 1000;
const LOCK = 738_215;

export interface ImportFiles {
  /** Paths, or `-` for standard input; null: none. */
  readonly offers: string | null;
  readonly needs: string | null;
  readonly organizations?: string | null;
  /** The first row that cannot be used ends the run, and nothing is written. */
  readonly strict?: boolean;
  /** Where the rows that cannot be used are listed. */
  readonly rejected?: string | null;
  /** False: imported needs wait for a clearing instead of getting proposals one after the other. */
  readonly proposals?: boolean;
  readonly progress?: (table: Table, rows: number) => void;
  readonly warn?: (table: Table, column: string) => void;
  /** What words and figures of the files mean; without it only codes are understood. */
  readonly meanings?: Meanings;
  readonly written?: (table: Table, how: Writing) => void;
}

export interface ImportReport {
  readonly offers: Counts;
  readonly needs: Counts;
  /** Made because a need names them. */
  readonly organizations: number;
  /** Rows of organizations.csv. */
  readonly listed: Counts;
  readonly invited: number;
  readonly rejected: number;
  readonly firstRejected: readonly RejectedRow[];
}

/** Whether a file had rows and none of them could be used: then the person who ran the import has to know. */
export function allRefused({ offers, needs, listed }: Pick<ImportReport, 'offers' | 'needs' | 'listed'>): boolean {
  return [offers, needs, listed].some(({ rows, made, known }) => rows > 0 && made + known === 0);
}

/**
 * Brings files in as open needs and offers by the rules of the API, a batch in a transaction. Organizations come first, then needs, because offers may
 * prefer those. A run that was cut off is run again: what is there stays.
 */
export class FileImport {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    /** null: nobody is invited. */
    private readonly links: LinkSettings | null = null,
  ) {}

  /** @throws RowRejected, exchange.not-csv and others of `exchange.refusals.ts` */
  async run(files: ImportFiles): Promise<ImportReport> {
    const lock = this.source.createQueryRunner();
    await takeLock(lock);
    try {
      await ensureImportPeople(this.source, this.clock);
      if (files.strict) await this.pass(files, false);
      const report = await this.pass(files, true);
      // Until PostgreSQL counts anew by itself, a minute later, processes that work already would go on with plans for the tables as they were.
      await this.source.query(`SELECT analyze_tables('organizations', 'needs', 'offers', 'accounts', 'transfers')`);
      return report;
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [LOCK]);
      await lock.release();
    }
  }

  private async pass(files: ImportFiles, write: boolean): Promise<ImportReport> {
    const rejections = new Rejections(write ? (files.rejected ?? null) : null);
    const organizations = new OrganizationsDesk(this.source, this.catalogue, this.clock, this.links);
    const needs = new NeedsDesk(this.source, this.catalogue, this.ledger, files.proposals !== false, organizations);
    const offers = new OffersDesk(this.source, this.catalogue, this.ledger, needs);
    try {
      if (files.organizations)
        await this.table('organizations', files.organizations, organizations, files, rejections, write);
      if (files.needs !== null) await this.table('needs', files.needs, needs, files, rejections, write);
      if (files.offers !== null) await this.table('offers', files.offers, offers, files, rejections, write);
      if (write && offers.counts.made > 0 && files.proposals !== false)
        await openNeedsLookFurther(this.source, this.clock.now());
    } finally {
      await rejections.end();
    }
    return {
      offers: offers.counts,
      needs: needs.counts,
      organizations: needs.organizations,
      listed: organizations.counts,
      invited: organizations.invited,
      rejected: rejections.count,
      firstRejected: rejections.first,
    };
  }

  private async table<T>(
    table: Table,
    path: string,
    desk: Desk<T>,
    files: ImportFiles,
    rejections: Rejections,
    write: boolean,
  ): Promise<void> {
    const now = this.clock.now();
    const seen = new Set<string>();
    const written = new Map<number, Cells>(); // the rows of the batch as they stand in the file
    const reject = (line: number, errors: readonly FieldError[], cells = written.get(line)): void => {
      const reasons = rejectedRows(table, line, errors, cells);
      if (files.strict && reasons[0]) throw new RowRejected(reasons[0]);
      rejections.add(reasons);
    };
    let batch: Numbered<T>[] = [];
    const flush = async (): Promise<void> => {
      for (const { line, errors } of await desk.take(batch, now, write)) reject(line, errors);
      batch = [];
      written.clear();
      files.progress?.(table, desk.counts.rows);
    };
    for await (const read of readCsv(openCsv(path), table, {
      warn: (column) => write && files.warn?.(table, column),
      written: (how) => write && files.written?.(table, how),
    })) {
      desk.counts.rows += 1;
      if ('wrong' in read) {
        reject(read.line, [{ field: '', ...read.wrong }]);
        continue;
      }
      const id = read.cells['id'] ?? '';
      const result = desk.read(files.meanings?.read(table, read.cells, write) ?? read.cells, now);
      if (!result.ok) reject(read.line, result.errors, read.cells);
      else if (seen.has(id)) reject(read.line, [{ field: 'id', code: 'exchange.duplicate-id' }], read.cells);
      else {
        batch.push({ line: read.line, row: result.row });
        written.set(read.line, read.cells);
      }
      seen.add(id);
      if (batch.length === BATCH) await flush();
    }
    await flush();
  }
}

async function takeLock(lock: QueryRunner): Promise<void> {
  const [{ mine }] = (await lock.query('SELECT pg_try_advisory_lock($1) AS mine', [LOCK])) as [{ mine: boolean }];
  if (mine) return;
  await lock.release();
  refuse('exchange.another-import');
}
