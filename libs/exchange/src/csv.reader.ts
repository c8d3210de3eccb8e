import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { CsvError, parse, type Parser } from 'csv-parse';
import { fromCell, textFault, type FieldError } from '#kernel';
import { COLUMNS, ROW_BYTES_MAX, ROWS_MAX, type Table } from './columns.rules.js';
import { refuse } from './exchange.refusals.js';

/** One row as written: column to text, without the spaces around it. */
export type Cells = Readonly<Record<string, string>>;

/** `line` is the line of the file in which the row begins, counted from 1. */
export type ReadRow = { readonly line: number; readonly cells: Cells } | { readonly line: number; readonly wrong: Omit<FieldError, 'field'> & { readonly field?: string } };

/** Opens a file, or standard input for `-`. */
export function openCsv(path: string): Readable {
  return path === '-' ? process.stdin : createReadStream(path);
}

/**
 * Reads a table row by row: RFC 4180, UTF-8 with or without BOM, `,` or `;`, a header, columns in any order. A row that is not sound is
 * given back as such; a file that is not ends the reading.
 * @param warn told of columns that nobody knows
 * @throws exchange.not-csv, exchange.empty-file, exchange.no-column, exchange.column-twice, exchange.too-many-rows
 */
export async function* readCsv(input: Readable, table: Table, warn: (column: string) => void): AsyncGenerator<ReadRow> {
  for await (const rows of readCsvAtOnce(input, table, warn)) yield* rows;
}

/** The same, as many rows at once as a piece of the file has: waiting for each row would take as long as reading it. */
export async function* readCsvAtOnce(input: Readable, table: Table, warn: (column: string) => void): AsyncGenerator<ReadRow[]> {
  let header: string[] | null = null;
  let rows = 0;
  let next = 1;
  const read = (record: string[]): ReadRow | null => {
    const line = next; // counted here: the parser's own account of every record costs more than reading it
    next += 1;
    for (let at = 0; at < record.length; at++) if ((record[at] as string).includes('\n')) next += (record[at] as string).split('\n').length - 1;
    if (record.length === 1 && record[0] === '') return null; // an empty line
    if (header === null) {
      header = readHeader(record, table, warn);
      return null;
    }
    rows += 1;
    if (rows > ROWS_MAX) refuse('exchange.too-many-rows', { max: ROWS_MAX });
    return toRow(header, record, line);
  };
  try {
    for await (const records of parsed(input)) yield records.map(read).filter((row) => row !== null);
  } catch (err) {
    if (err instanceof CsvError) return refuse('exchange.not-csv', { line: Number(err['lines'] ?? 0), reason: err.message });
    throw err;
  } finally {
    input.destroy();
  }
  if (header === null) refuse('exchange.empty-file');
}

/** The records of each piece of the file, as far as they end in it. */
async function* parsed(input: Readable): AsyncGenerator<string[][]> {
  const { delimiter, pieces } = await sniff(input);
  const parser = parse({ bom: true, delimiter, relax_column_count: true, max_record_size: ROW_BYTES_MAX });
  parser.on('error', () => undefined); // asked of the parser itself after each piece
  for await (const piece of pieces) {
    parser.write(piece);
    yield taken(parser);
  }
  parser.end();
  await finished(parser, { readable: false });
  yield taken(parser);
}

/** What the parser has made so far. @throws CsvError */
function taken(parser: Parser): string[][] {
  if (parser.errored) throw parser.errored;
  const records: string[][] = [];
  for (let record = parser.read() as string[] | null; record !== null; record = parser.read() as string[] | null) records.push(record);
  return records;
}

/** What the decoder puts where bytes were no UTF-8. */
const NOT_UTF8 = { code: 'form.forbidden-characters', params: { character: 'U+FFFD' } };

function toRow(header: readonly string[], record: readonly string[], line: number): ReadRow {
  if (record.length !== header.length) return { line, wrong: { code: 'exchange.wrong-width', params: { found: record.length, wanted: header.length } } };
  const cells: Record<string, string> = {};
  for (let at = 0; at < header.length; at++) {
    const cell = fromCell((record[at] as string).trim());
    const fault = cell.includes('\ufffd') ? NOT_UTF8 : textFault(cell, header[at] === 'description' ? 'lines' : 'line');
    if (fault) return { line, wrong: { field: header[at] as string, ...fault } };
    cells[header[at] as string] = cell;
  }
  return { line, cells };
}

function readHeader(record: readonly string[], table: Table, warn: (column: string) => void): string[] {
  const { all, needed } = COLUMNS[table];
  const names = record.map((name) => name.trim().toLowerCase());
  const twice = names.find((name, at) => all.includes(name) && names.indexOf(name) !== at);
  if (twice) refuse('exchange.column-twice', { column: twice });
  const missing = needed.find((name) => !names.includes(name));
  if (missing) refuse('exchange.no-column', { column: missing });
  for (const name of names) if (!all.includes(name)) warn(name);
  return names;
}

/** Looks which of the two delimiters the header has; the header itself is read again. */
async function sniff(input: Readable): Promise<{ delimiter: ',' | ';'; pieces: AsyncGenerator<Buffer> }> {
  const chunks: Buffer[] = [];
  const rest = input[Symbol.asyncIterator]() as AsyncIterator<Buffer | string>;
  for (let size = 0; size < ROW_BYTES_MAX; ) {
    const next = await rest.next();
    if (next.done) break;
    const chunk = asBuffer(next.value);
    chunks.push(chunk);
    size += chunk.length;
    if (chunk.includes(0x0a)) break;
  }
  const line = Buffer.concat(chunks).toString('utf8').split('\n')[0] ?? '';
  const delimiter = line.split(';').length > line.split(',').length ? ';' : ',';
  return { delimiter, pieces: joined(chunks, rest) };
}

async function* joined(chunks: readonly Buffer[], rest: AsyncIterator<Buffer | string>): AsyncGenerator<Buffer> {
  yield* chunks;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield asBuffer(next.value);
}

const asBuffer = (chunk: Buffer | string): Buffer => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
