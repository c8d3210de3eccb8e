import { parse } from 'csv-parse/sync';

/** One row of a data file: the line it stands on and its cells by column; '-' and empty cells are ''. */
export interface TsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What is wrong in a data file: always the file, the line and, where it is one cell, the column. */
export class DataError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly column: string | null,
    what: string,
  ) {
    super(`${file}, line ${line}${column ? `, column ${column}` : ''}: ${what}`);
  }
}

/**
 * Reads a tab-separated file with a header row, UTF-8 with or without a byte order mark.
 * @param required columns that must stand in the header; others may be missing and then read as ''
 * @throws DataError
 */
export function readTsv(file: string, text: string, required: readonly string[]): readonly TsvRow[] {
  const rows: TsvRow[] = [];
  let header: string[] | null = null;
  for (const { record, info } of parseLines(file, text)) {
    if (!header) {
      header = record;
      const missing = required.find((column) => !record.includes(column));
      if (missing) throw new DataError(file, info.lines, missing, 'this column is missing from the header');
      continue;
    }
    if (record.length !== header.length)
      throw new DataError(file, info.lines, null, `${record.length} cells where the header has ${header.length}`);
    const cells = Object.fromEntries(header.map((column, at) => [column, clean(record[at] ?? '')]));
    rows.push({ line: info.lines, cells });
  }
  if (!header) throw new DataError(file, 1, null, 'the file is empty');
  return rows;
}

function parseLines(file: string, text: string): { record: string[]; info: { lines: number } }[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: '\t',
      quote: null,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
  } catch (error) {
    const lines = (error as { lines?: number }).lines ?? 1;
    throw new DataError(file, lines, null, (error as Error).message);
  }
}

function clean(cell: string): string {
  const text = cell.trim();
  return text === '-' ? '' : text;
}
