import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { CsvError, parse, type Parser } from 'csv-parse';
import { fromCell, textFault, type FieldError } from '#kernel';
import { COLUMNS, ROW_BYTES_MAX, ROWS_MAX, type Table } from './columns.js';
import { asUtf8, type Encoding } from './encoding.reader.js';
import { refuse } from './exchange.refusals.js';
import { columnNamed } from './headings.js';

/** One row as written: column to text, without the spaces around it. */
export type Cells = Readonly<Record<string, string>>;

/** `line` is the line of the file in which the row begins, counted from 1. */
export type ReadRow =
  | { readonly line: number; readonly cells: Cells }
  | { readonly line: number; readonly wrong: Omit<FieldError, 'field'> & { readonly field?: string } };

/** Opens a file, or standard input for `-`. */
export function openCsv(path: string): Readable {
  return path === '-' ? process.stdin : createReadStream(path);
}

/** How a file is written. */
export interface Writing {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
}
type Delimiter = ',' | ';' | '\t';

/** What a table tells while it is read. */
export interface CsvTold {
  /** A column that nobody knows. */
  warn(column: string): void;
  /** Once the file has begun. */
  written?(how: Writing): void;
}

/**
 * Reads a table row by row: RFC 4180, in UTF-8, UTF-16 or windows-1251, with `,`, `;` or tabs, a header, columns in any order. A row that is not
 * sound is given back as such; a file that is not ends the reading.
 * @throws exchange.not-csv, exchange.empty-file, exchange.no-column, exchange.column-twice, exchange.too-many-rows
 */
export async function* readCsv(input: Readable, table: Table, told: CsvTold): AsyncGenerator<ReadRow> {
  for await (const rows of readCsvAtOnce(input, table, told)) yield* rows;
}

/** The same, as many rows at once as a piece of the file has: waiting for each row would take as long as reading it. */
export async function* readCsvAtOnce(input: Readable, table: Table, told: CsvTold): AsyncGenerator<ReadRow[]> {
  const file = String((input as { path?: unknown }).path ?? table);
  let header: string[] | null = null;
  let rows = 0;
  let next = 1;
  const read = (record: string[]): ReadRow | null => {
    const line = next; // counted here: the parser's own account of every record costs more than reading it
    next += 1;
    for (let at = 0; at < record.length; at++)
      if ((record[at] as string).includes('\n')) next += (record[at] as string).split('\n').length - 1;
    if (record.length === 1 && record[0] === '') return null; // an empty line
    if (header === null) {
      header = readHeader(record, table, file, told);
      return null;
    }
    rows += 1;
    if (rows > ROWS_MAX) refuse('exchange.too-many-rows', { file, max: ROWS_MAX });
    return toRow(header, record, line);
  };
  try {
    for await (const records of parsed(input, told)) yield records.map(read).filter((row) => row !== null);
  } catch (err) {
    if (err instanceof CsvError)
      return refuse('exchange.not-csv', { file, line: Number(err['lines'] ?? 0), reason: FAULTS[err.code] ?? 'other' });
    throw err;
  } finally {
    input.destroy();
  }
  if (header === null) refuse('exchange.empty-file', { file });
}

/** What the parser stumbles over, as the refusal tells it. */
const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'open',
  CSV_INVALID_CLOSING_QUOTE: 'quote',
  INVALID_OPENING_QUOTE: 'quote',
  CSV_MAX_RECORD_SIZE: 'long',
};

/** The records of each piece of the file, as far as they end in it. */
async function* parsed(input: Readable, told: CsvTold): AsyncGenerator<string[][]> {
  let encoding: Encoding = 'utf-8';
  const { delimiter, pieces } = await sniff(asUtf8(input, (found) => (encoding = found)));
  const parser = parse({ bom: true, delimiter, relax_column_count: true, max_record_size: ROW_BYTES_MAX });
  parser.on('error', () => undefined); // asked of the parser itself after each piece
  for await (const piece of pieces) {
    parser.write(piece);
    yield taken(parser);
  }
  told.written?.({ encoding, delimiter });
  parser.end();
  await finished(parser, { readable: false });
  yield taken(parser);
}

/** What the parser has made so far. @throws CsvError */
function taken(parser: Parser): string[][] {
  if (parser.errored) throw parser.errored;
  const records: string[][] = [];
  for (let record = parser.read() as string[] | null; record !== null; record = parser.read() as string[] | null)
    records.push(record);
  return records;
}

/** What the decoder puts where bytes were no UTF-8. */
const NOT_UTF8 = { code: 'form.forbidden-characters', params: { character: 'U+FFFD' } };

function toRow(header: readonly string[], record: readonly string[], line: number): ReadRow {
  if (record.length !== header.length)
    return { line, wrong: { code: 'exchange.wrong-width', params: { found: record.length, wanted: header.length } } };
  const cells: Record<string, string> = {};
  for (let at = 0; at < header.length; at++) {
    const cell = fromCell((record[at] as string).trim());
    const fault = cell.includes('\ufffd') ? NOT_UTF8 : textFault(cell, header[at] === 'description' ? 'lines' : 'line');
    if (fault) return { line, wrong: { field: header[at] as string, ...fault } };
    cells[header[at] as string] = cell;
  }
  return { line, cells };
}

function readHeader(record: readonly string[], table: Table, file: string, told: CsvTold): string[] {
  const { all, needed } = COLUMNS[table];
  const names = record.map((name) => columnNamed(table, name));
  const twice = names.find((name, at) => all.includes(name) && names.indexOf(name) !== at);
  if (twice) refuse('exchange.column-twice', { file, column: twice });
  const missing = needed.find((name) => !names.includes(name));
  if (missing) refuse('exchange.no-column', { file, column: missing, needed: needed.join(', ') });
  for (const name of names) if (!all.includes(name)) told.warn(name);
  return names;
}

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

/** Looks which delimiter the header has most of; the header itself is read again. */
async function sniff(input: AsyncGenerator<Buffer>): Promise<{ delimiter: Delimiter; pieces: AsyncGenerator<Buffer> }> {
  const chunks: Buffer[] = [];
  for (let size = 0; size < ROW_BYTES_MAX;) {
    const next = await input.next();
    if (next.done) break;
    chunks.push(next.value);
    size += next.value.length;
    if (next.value.includes(0x0a)) break;
  }
  const line = Buffer.concat(chunks).toString('utf8').split('\n')[0] ?? '';
  const count = (sign: string): number => line.split(sign).length;
  const delimiter = DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  return { delimiter, pieces: joined(chunks, input) };
}

async function* joined(chunks: readonly Buffer[], rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks;
  yield* rest;
}
