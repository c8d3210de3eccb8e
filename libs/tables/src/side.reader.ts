import type { Readable } from 'node:stream';
import type { Catalogue } from '#catalogue';
import type { FieldError } from '#kernel';
import type { NeedSide, OfferSide } from '#engine';
import type { Table } from './columns.js';
import { readCsvAtOnce, type Cells, type ReadRow } from './csv.reader.js';
import type { Meanings } from './meanings.rules.js';
import { needSideOf, offerSideOf, type ReadSide } from './sides.rules.js';

/** What is told of a table while it is read. */
export interface SideTaker<T> {
  take(side: T, line: number): void;
  /** A row that cannot be used. */
  reject(line: number, errors: readonly FieldError[], cells?: Cells): void;
  warn(column: string): void;
  /** What words and figures of the file mean. */
  readonly meanings: Meanings;
  progress(rows: number): void;
}

const STEP = 2_000;

/** Reads offers.csv row by row. Returns how many rows it has. @throws as `readCsv` */
export function readOfferSides(
  input: Readable,
  catalogue: Catalogue,
  now: Date,
  taker: SideTaker<OfferSide>,
): Promise<number> {
  return readSides(input, 'offers', (cells) => offerSideOf(catalogue, cells, now), taker);
}

/** Reads needs.csv row by row. Returns how many rows it has. @throws as `readCsv` */
export function readNeedSides(
  input: Readable,
  catalogue: Catalogue,
  now: Date,
  taker: SideTaker<NeedSide>,
): Promise<number> {
  return readSides(input, 'needs', (cells) => needSideOf(catalogue, cells, now), taker);
}

async function readSides<T>(
  input: Readable,
  table: Table,
  read: (cells: Readonly<Record<string, string>>) => ReadSide<T>,
  taker: SideTaker<T>,
): Promise<number> {
  const seen = new Set<string>();
  let rows = 0;
  const one = (row: ReadRow): void => {
    rows += 1;
    if (rows % STEP === 0) taker.progress(rows);
    if ('wrong' in row) return taker.reject(row.line, [{ field: '', ...row.wrong }]);
    const id = row.cells['id'] ?? '';
    const side = read(taker.meanings.read(table, row.cells));
    if (!side.ok) taker.reject(row.line, side.errors, row.cells);
    else if (seen.has(id)) taker.reject(row.line, [{ field: 'id', code: 'exchange.duplicate-id' }], row.cells);
    else taker.take(side.side, row.line);
    seen.add(id);
  };
  for await (const some of readCsvAtOnce(input, table, { warn: (column) => taker.warn(column) })) some.forEach(one);
  return rows;
}
