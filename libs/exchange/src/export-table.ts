import { stringify } from 'csv-stringify/sync';
import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import { asCell, isId } from '#kernel';
import { matchesToExport } from '#matching';
import { needsToExport } from '#needs';
import { offersToExport } from '#offers';
import { organizationsNamed, organizationsToExport } from '#organizations';
import type { Tx } from '#platform';
import { COLUMNS } from '#tables';
import { MATCH_COLUMNS, matchRow, needRow, offerRow, organizationRow, type FileRow } from './export-rows.rules.js';

/** What can be written into a file whole. */
export const EXPORT_KINDS = ['needs', 'offers', 'organizations', 'matches'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** Rows that are read at once. */
const PAGE = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface Source<T extends { readonly id: string }> {
  readonly columns: readonly string[];
  read(tx: Tx, after: string, limit: number): Promise<T[]>;
  row(catalogue: Catalogue, one: T): FileRow;
}

const source = <T extends { readonly id: string }>(one: Source<T>): Source<{ readonly id: string }> =>
  one as unknown as Source<{ readonly id: string }>;

const SOURCES: Readonly<Record<ExportKind, Source<{ readonly id: string }>>> = {
  needs: source({ columns: COLUMNS.needs.all, read: needsToExport, row: needRow }),
  offers: source({ columns: COLUMNS.offers.all, read: offersToExport, row: offerRow }),
  organizations: source({
    columns: COLUMNS.organizations.all,
    read: organizationsToExport,
    row: (_, one) => organizationRow(one),
  }),
  matches: source({ columns: MATCH_COLUMNS, read: matchesToExport, row: (_, one) => matchRow(one) }),
};

/**
 * Writes what is open as CSV (RFC 4180, UTF-8) in the columns that an import reads, in one snapshot of the database. It holds no person: donors are
 * pseudonyms, coordinators are left out. A cell that a spreadsheet would run begins with the mark of a text, which an import takes off again.
 * @param write takes a piece of the file; it is waited for
 * @returns how many rows
 */
export async function exportTable(
  database: DataSource,
  catalogue: Catalogue,
  kind: ExportKind,
  write: (text: string) => Promise<void>,
): Promise<number> {
  const { columns, read, row } = SOURCES[kind];
  return database.transaction('REPEATABLE READ', async (tx) => {
    await tx.query('SET TRANSACTION READ ONLY');
    await write(stringify([columns]));
    let [count, after] = [0, FIRST];
    for (;;) {
      const page = await read(tx, after, PAGE);
      if (page.length > 0) await write(stringify(page.map((one) => cells(columns, row(catalogue, one)))));
      count += page.length;
      after = page.at(-1)?.id ?? after;
      if (page.length < PAGE) return count;
    }
  });
}

function cells(columns: readonly string[], row: FileRow): string[] {
  return columns.map((column) => asCell(String(row[column] ?? '')));
}

/** Our id of an organization that is named by it, or as a file called it. */
export async function organizationOfFile(database: DataSource, name: string): Promise<string | null> {
  const found = await database.transaction((tx) =>
    organizationsNamed(tx, { ids: isId(name) ? [name] : [], externalIds: [name], inns: [] }),
  );
  return (found.find((one) => one.externalId === name) ?? found[0])?.id ?? null;
}
