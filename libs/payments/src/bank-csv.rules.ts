import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { DECIMAL, isDay, toBaseUnits, type FieldError } from '#kernel';
import { BankFileError, type BankDocument, type Texts } from './bank-file.rules.js';

export const DAY_ORDERS = ['dmy', 'ymd', 'mdy'] as const;

/** Which column of a bank's CSV says what, as its head names them; saved for each account of an organization. */
export interface BankColumns {
  readonly day: string;
  readonly dayOrder: (typeof DAY_ORDERS)[number];
  /** What came in; a sum below zero, or none, went out. */
  readonly amount: string;
  readonly purpose: string;
  readonly number?: string;
  readonly payer?: string;
  readonly payerAccount?: string;
  /** Where the file holds several accounts. */
  readonly account?: string;
}

const NAMES = ['day', 'amount', 'purpose', 'number', 'payer', 'payerAccount', 'account'] as const;
export const COLUMN_NAME_MAX = 100;

/** Reads a mapping as the accountant said it: no two meanings in one column. */
export function readColumns(
  said: BankColumns,
):
  | { readonly ok: true; readonly columns: BankColumns }
  | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const names = NAMES.flatMap((name) => (said[name]?.trim() ? [[name, plain(said[name])] as const] : []));
  const errors: FieldError[] = (['day', 'amount', 'purpose'] as const)
    .filter((name) => !said[name].trim())
    .map((field) => ({ field, code: 'form.required' }));
  names.forEach(([field, column], at) => {
    if (names.findIndex(([, other]) => other === column) < at) errors.push({ field, code: 'bank.column-twice' });
  });
  if (errors.length > 0) return { ok: false, errors };
  return {
    ok: true,
    columns: {
      ...(Object.fromEntries(names.map(([name]) => [name, (said[name] as string).trim()])) as unknown as Omit<
        BankColumns,
        'dayOrder'
      >),
      dayOrder: said.dayOrder,
    },
  };
}

const plain = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** The head is looked for in so many rows; what a file without one has is told by them. */
const HEAD_WITHIN = 100;

interface CsvRow {
  readonly record: string[];
  readonly line: number;
}

/** The transfers of a bank's CSV; what stands before the head and below the last sum is left out. @param account the proved one, whose rows they are where no column says it @throws BankFileError naming line and column */
export async function* readBankCsv(texts: Texts, columns: BankColumns, account: string): AsyncGenerator<BankDocument> {
  const wanted = NAMES.flatMap((name) => (columns[name] === undefined ? [] : [[name, plain(columns[name])] as const]));
  const above: string[][] = [];
  let at: Columns | null = null;
  for await (const { record, line } of rowsOf(texts)) {
    if (at) {
      const document = documentOf({ record, line }, at, columns, account);
      if (document) yield document;
    } else if (wanted.every(([, column]) => record.some((cell) => plain(cell) === column)))
      at = new Map(wanted.map(([name, column]) => [name, record.findIndex((cell) => plain(cell) === column)]));
    else if (above.push(record.map(plain)) >= HEAD_WITHIN) break;
  }
  if (at) return;
  const missing = wanted.find(([, column]) => !above.flat().includes(column)) ?? wanted[0];
  throw new BankFileError({ code: 'bank.csv-no-column', line: 1, field: missing ? columns[missing[0]] : '' });
}

type Columns = ReadonlyMap<(typeof NAMES)[number], number>;

function documentOf({ record, line }: CsvRow, at: Columns, columns: BankColumns, account: string): BankDocument | null {
  const cell = (name: (typeof NAMES)[number], most: number): string =>
    (record[at.get(name) ?? -1] ?? '').trim().slice(0, most);
  if (cell('day', 40) === '') return null; // sums below the rows, empty lines
  const fault = (name: 'day' | 'amount', code: 'bank.not-a-date' | 'bank.not-an-amount'): never => {
    throw new BankFileError({
      code,
      line,
      column: (at.get(name) ?? 0) + 1,
      field: columns[name],
      value: cell(name, 40),
    });
  };
  const day = dayOf(cell('day', 40), columns.dayOrder) ?? fault('day', 'bank.not-a-date');
  const said = decimalOf(cell('amount', 60));
  const out = said === '' || said.startsWith('-') || /^[+]?0+(\.0+)?$/.test(said);
  const read = out ? null : DECIMAL.test(said) ? toBaseUnits(said, 100) : fault('amount', 'bank.not-an-amount');
  const amount = read === null ? 0 : read.ok ? read.amount : fault('amount', 'bank.not-an-amount');
  return {
    line,
    number: cell('number', 40),
    day,
    amount,
    payerAccount: cell('payerAccount', 40),
    payer: cell('payer', 300),
    purpose: cell('purpose', 1_000),
    payeeAccount: out ? '' : columns.account === undefined ? account : cell('account', 40).replace(/\s/g, ''),
  };
}

async function* rowsOf(texts: Texts): AsyncGenerator<CsvRow> {
  const pieces = withLineFeeds(texts);
  const first = await pieces.next();
  if (first.done) return;
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(first.value),
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: 100_000,
  });
  const source = Readable.from(
    (async function* () {
      yield first.value;
      yield* pieces;
    })(),
  );
  pipeline(source, parser, () => undefined); // what fails in either is thrown by the parser below
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
      yield { record, line: info.lines - newlinesIn(record) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines = 1, column = 0 } = error as { lines?: number; column?: number | string };
    throw new BankFileError({ code: 'bank.csv', line: lines, column: Number(column) + 1 });
  }
}

/** Every line ends with LF, also where a piece ends between CR and LF. */
async function* withLineFeeds(texts: Texts): AsyncGenerator<string> {
  let held = '';
  for await (const piece of texts) {
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : '';
    const whole = text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
    if (whole !== '') yield whole;
  }
  if (held !== '') yield '\n';
}

/** A row is counted where it begins; cells may hold lines of their own. */
const newlinesIn = (record: readonly string[]): number =>
  record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);

/** The one that most lines of the beginning have. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 20_000).split('\n');
  const count = (sign: string): number => lines.filter((line) => line.includes(sign)).length;
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ';');
}

function dayOf(text: string, order: BankColumns['dayOrder']): string | null {
  const parts = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[ T].*)?$/.exec(text)?.slice(1) as
    [string, string, string] | undefined;
  if (!parts) return null;
  const [a, b, c] = parts;
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

/** "1 500,50", "1,500.50", "1'500.50": the last of both signs is the decimal one. */
function decimalOf(text: string): string {
  const bare = text.replace(/[\s\u00a0\u202f']/g, '').replace('−', '-');
  const [comma, point] = [bare.lastIndexOf(','), bare.lastIndexOf('.')];
  if (comma >= 0 && point >= 0)
    return comma > point ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
  return bare.replace(',', '.');
}
