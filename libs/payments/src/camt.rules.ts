import sax from 'sax';
import { DECIMAL, isDay, toBaseUnits } from '#kernel';
import { BANK_FILE_LIMITS, BankFileError, type BankDocument, type Texts } from './bank-file.rules.js';

/** What is read of an entry or of one of its transactions; `line` and `column` of where it begins. */
interface Part {
  readonly line: number;
  readonly column: number;
  readonly words: Map<string, string>;
}

const [ENTRY, DETAIL] = ['Ntry', 'TxDtls'];
const CURRENCIES = ['RUB', 'RUR'];
/** Where in an entry, or in a transaction of it, something stands; the first that is there counts. Newer versions put a party into `Pty` and a status into `Cd`. */
const PATHS = {
  amount: ['Amt', 'AmtDtls/TxAmt/Amt'],
  currency: ['Amt@Ccy', 'AmtDtls/TxAmt/Amt@Ccy'],
  side: ['CdtDbtInd'],
  status: ['Sts', 'Sts/Cd'],
  day: ['BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt', 'ValDt/DtTm'],
  number: ['Refs/EndToEndId', 'Refs/InstrId', 'NtryRef', 'AcctSvcrRef'],
  payer: ['RltdPties/Dbtr/Nm', 'RltdPties/Dbtr/Pty/Nm'],
  payerAccount: ['RltdPties/DbtrAcct/Id/IBAN', 'RltdPties/DbtrAcct/Id/Othr/Id'],
  purpose: ['RmtInf/Ustrd', 'AddtlTxInf', 'AddtlNtryInf'],
} as const;
const DEEPEST = 40;

export const isXml = (text: string): boolean => /^\s*</.test(text);

/**
 * The transfers of an ISO 20022 statement (camt.053, any version), one after the other; a batch with sums of its own is one a transaction. What was not booked, went out or
 * is no roubles names no account of the payee. Read as a stream of tags: nothing is expanded, and a document type is refused. @throws BankFileError naming line and column
 */
export async function* readCamt(texts: Texts): AsyncGenerator<BankDocument> {
  const reading = new Reading();
  const parser = sax.parser(true, { position: true });
  const where = (): { line: number; column: number } => ({ line: parser.line + 1, column: parser.column + 1 });
  parser.onerror = (error) => {
    throw new BankFileError({ code: 'bank.xml', ...where(), value: error.message.split('\n')[0]?.slice(0, 80) });
  };
  parser.ondoctype = () => {
    throw new BankFileError({ code: 'bank.xml-doctype', ...where() });
  };
  parser.onopentag = ({ name, attributes }) =>
    reading.open(localName(name), attributes as Readonly<Record<string, string>>, where());
  parser.ontext = (words) => reading.say(words);
  parser.oncdata = (words) => reading.say(words);
  parser.onclosetag = () => reading.close();
  let beginning = '';
  for await (const text of texts) {
    beginning ||= text.trimStart().slice(0, 40);
    parser.write(text);
    yield* reading.read.splice(0);
  }
  parser.close();
  if (!reading.seen) throw new BankFileError({ code: 'bank.not-a-statement', line: 1, value: beginning });
  yield* reading.read;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

class Reading {
  /** Transfers that nobody has taken yet. */
  readonly read: BankDocument[] = [];
  seen = false;
  private readonly path: string[] = [];
  private account = '';
  private entry: Part | null = null;
  private detail: Part | null = null;
  private details: Part[] = [];
  private words = '';

  open(name: string, attributes: Readonly<Record<string, string>>, at: { line: number; column: number }): void {
    if (this.path.length >= DEEPEST) throw new BankFileError({ code: 'bank.xml', ...at, value: name });
    this.path.push(name);
    this.words = '';
    if (name === 'Stmt') [this.seen, this.account] = [true, ''];
    if (name === ENTRY) [this.entry, this.details] = [{ ...at, words: new Map() }, []];
    if (name === DETAIL && this.entry) this.details.push((this.detail = { ...at, words: new Map() }));
    if (attributes.Ccy) this.note('@Ccy', attributes.Ccy);
  }

  say(words: string): void {
    if (this.words.length < BANK_FILE_LIMITS.lineChars) this.words += words;
  }

  close(): void {
    const name = this.path.at(-1);
    const words = this.words.trim();
    if (words !== '') this.note('', words);
    if (
      !this.entry &&
      ['IBAN', 'Id'].includes(name ?? '') &&
      this.path.at(-2) !== 'Acct' &&
      this.path.includes('Acct') &&
      this.account === ''
    )
      this.account = words;
    this.words = '';
    this.path.pop();
    if (name === DETAIL) this.detail = null;
    if (name === ENTRY && this.entry) {
      this.read.push(...this.documentsOf(this.entry));
      this.entry = null;
    }
  }

  /** Lines of the words of a transfer belong together; of all else the first counts. */
  private note(suffix: string, words: string): void {
    const part = this.detail ?? this.entry;
    if (!part) return;
    const key = this.path.slice(this.path.lastIndexOf(this.detail ? DETAIL : ENTRY) + 1).join('/') + suffix;
    const before = part.words.get(key);
    if (before === undefined) part.words.set(key, words);
    else if (key === 'RmtInf/Ustrd') part.words.set(key, `${before} ${words}`);
  }

  private documentsOf(entry: Part): BankDocument[] {
    const single = this.details.length === 1 ? this.details[0] : undefined;
    const several = this.details.length > 1 && this.details.every((detail) => wordOf(detail, 'amount') !== undefined);
    return several
      ? this.details.map((detail) => this.documentOf(entry, detail, true))
      : [this.documentOf(entry, single, false)];
  }

  /** @param own whether the sum of the transaction counts instead of that of its entry */
  private documentOf(entry: Part, detail: Part | undefined, own: boolean): BankDocument {
    const of = (what: keyof typeof PATHS): string | undefined =>
      (detail && wordOf(detail, what)) ?? wordOf(entry, what);
    const sumOf = own && detail ? detail : entry;
    const incoming =
      (wordOf(entry, 'side') ?? '') === 'CRDT' &&
      ['BOOK', undefined].includes(wordOf(entry, 'status')) &&
      CURRENCIES.includes(wordOf(sumOf, 'currency') ?? '');
    return {
      line: sumOf.line,
      number: (of('number') ?? '').slice(0, 40),
      day: dayOf(entry, wordOf(entry, 'day')),
      amount: incoming ? amountOf(sumOf, wordOf(sumOf, 'amount')) : 0, // of nothing else the sum is asked
      payerAccount: (of('payerAccount') ?? '').slice(0, 40),
      payer: (of('payer') ?? '').slice(0, 300),
      payeeAccount: incoming ? this.account.slice(0, 40) : '',
      purpose: (of('purpose') ?? '').slice(0, 1_000),
    };
  }
}

function wordOf({ words }: Part, what: keyof typeof PATHS): string | undefined {
  const path = PATHS[what].find((one) => words.has(one));
  return path === undefined ? undefined : words.get(path);
}

function dayOf({ line, column }: Part, said: string | undefined): string {
  const day = said?.slice(0, 10) ?? '';
  if (!isDay(day))
    throw new BankFileError({
      code: said === undefined ? 'bank.field-missing' : 'bank.not-a-date',
      line,
      column,
      field: 'BookgDt',
      value: said?.slice(0, 40),
    });
  return day;
}

function amountOf({ line, column }: Part, said: string | undefined): number {
  const read = said !== undefined && DECIMAL.test(said) ? toBaseUnits(said, 100) : null;
  if (!read?.ok)
    throw new BankFileError({
      code: said === undefined ? 'bank.field-missing' : 'bank.not-an-amount',
      line,
      column,
      field: 'Amt',
      value: said?.slice(0, 40),
    });
  return read.amount;
}
