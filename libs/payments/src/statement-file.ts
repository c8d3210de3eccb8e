import {
  BANK_FILE_LIMITS,
  bankEncodingOf,
  BankFileError,
  lineOfBroken,
  readBankFile,
  type BankDocument,
} from './bank-file.rules.js';
import { readBankCsv, type BankColumns } from './bank-csv.rules.js';
import { isXml, readCamt } from './camt.rules.js';
import { refuse } from './payments.refusals.js';

/** A file that is read from its beginning as often as it is asked for, never whole. */
export interface StatementFile {
  pieces(): AsyncIterable<Uint8Array>;
  readonly sha256: string;
  /** What whoever sent it calls it. Nothing is done with it but to show it. */
  readonly name: string;
}

type Pieces = Pick<StatementFile, 'pieces'>;

/** How a file is written, as a person reads it: windows-1251, cp866, UTF-8, or what an XML says of itself. */
export async function encodingOfStatement(file: Pieces): Promise<string> {
  const { encoding } = await formOf(file).catch(refused(0));
  return SAID[encoding] ?? encoding;
}
const SAID: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', ibm866: 'cp866' };

const BEGINNING = 64_000;

/**
 * The transfers of a file in whichever form a bank gave it: 1CClientBankExchange, camt.053 or, where its columns are known, CSV.
 * @param most rows of it @throws a refusal that names line and column
 */
export async function* readStatementFile(
  file: Pieces,
  account: string,
  columns: BankColumns | null,
  most: number = BANK_FILE_LIMITS.rows,
): AsyncGenerator<BankDocument> {
  let rows = 0;
  try {
    for await (const document of await documentsOf(file, account, columns)) {
      if ((rows += 1) > most) throw new BankFileError({ code: 'bank.too-many-rows', line: document.line });
      yield document;
    }
  } catch (error) {
    refused(most)(error);
  }
}

/** What is wrong with a file is said to the person. */
const refused =
  (max: number) =>
  (error: unknown): never => {
    if (!(error instanceof BankFileError)) throw error;
    const { code, line, column = 0, field = '', value = '' } = error.fault;
    return refuse(code, { line, column, field, value, max });
  };

async function documentsOf(
  file: Pieces,
  account: string,
  columns: BankColumns | null,
): Promise<AsyncIterable<BankDocument>> {
  const { form, encoding } = await formOf(file);
  if (form === 'camt') return readCamt(textsOf(file, encoding));
  if (form === '1c') return readBankFile(textsOf(file, encoding, true));
  if (!columns) throw new BankFileError({ code: 'bank.csv-no-mapping', line: 1 });
  return readBankCsv(textsOf(file, encoding), columns, account);
}

async function formOf(file: Pieces): Promise<{ readonly form: '1c' | 'camt' | 'csv'; readonly encoding: string }> {
  const beginning = await beginningOf(file);
  const words = new TextDecoder('windows-1251').decode(beginning).replace(/^п»ї/, ''); // a byte order mark reads so
  if (isXml(words)) return { form: 'camt', encoding: encodingOfXml(words) };
  if (!/^\s*1CClientBankExchange/.test(words) && /[;,\t]/.test(words))
    return { form: 'csv', encoding: (await isUtf8(file)) ? 'utf-8' : 'windows-1251' };
  return { form: '1c', encoding: bankEncodingOf(beginning) };
}

async function beginningOf(file: Pieces): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.pieces()) {
    pieces.push(piece);
    if ((length += piece.length) >= BEGINNING) break;
  }
  return Buffer.concat(pieces).subarray(0, BEGINNING);
}

/** @param fatal where what is no letter of the encoding ends the reading and names its line, and not only that letter */
async function* textsOf(file: Pieces, encoding: string, fatal = false): AsyncGenerator<string> {
  const [strict, lenient] = [new TextDecoder(encoding, { fatal }), new TextDecoder(encoding)];
  let line = 1;
  const decode = (piece?: Uint8Array): string => {
    const shown = lenient.decode(piece, { stream: piece !== undefined });
    try {
      const text = strict.decode(piece, { stream: piece !== undefined });
      line += text.split('\n').length - 1;
      return text;
    } catch {
      throw new BankFileError({ code: 'bank.unknown-encoding', line: line + lineOfBroken(shown) - 1 });
    }
  };
  for await (const piece of file.pieces()) yield decode(piece);
  yield decode();
}

/** XML says how it is written; what it does not say, or says so that nobody knows it, is UTF-8. */
function encodingOfXml(words: string): string {
  const [, said = 'utf-8'] = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/.exec(words) ?? [];
  try {
    return new TextDecoder(said).encoding;
  } catch {
    return 'utf-8';
  }
}

/** A CSV says nothing of its letters: it is UTF-8 where all of it is, and otherwise what banks write. */
async function isUtf8(file: Pieces): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of file.pieces()) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Whether a transfer went to this account; statements from elsewhere name it within an IBAN. */
export const isOfAccount = (said: string, account: string): boolean =>
  said === account || (/^[A-Z]{2}\d{2}/.test(said) && said.endsWith(account));
