import { DECIMAL, textFault, toBaseUnits } from '#kernel';

/** A payment in a bank statement, as the bank wrote it. */
export interface BankDocument {
  /** Line of its first word in the file, from 1. */
  readonly line: number;
  readonly number: string;
  /** Day on which it was booked (`ДатаПоступило`, else `ДатаСписано`, else `Дата`), YYYY-MM-DD. */
  readonly day: string;
  /** In kopecks. */
  readonly amount: number;
  readonly payerAccount: string;
  readonly payer: string;
  readonly payeeAccount: string;
  readonly purpose: string;
}

export const BANK_FILE_FAULTS = [
  'bank.not-a-statement',
  'bank.unknown-encoding',
  'bank.line-without-sign',
  'bank.not-a-date',
  'bank.not-an-amount',
  'bank.field-missing',
  'bank.section-not-closed',
  'bank.too-many-rows',
  'bank.unexpected-end',
  'bank.xml',
  'bank.xml-doctype',
  'bank.csv',
  'bank.csv-no-mapping',
  'bank.csv-no-column',
] as const;

/** What is wrong with a file, and where: `line` from 1, `value` as it stands there. */
export interface BankFileFault {
  readonly code: (typeof BANK_FILE_FAULTS)[number];
  readonly line: number;
  /** From 1; 0 where only the line is known. */
  readonly column?: number;
  readonly field?: string;
  readonly value?: string;
}

export class BankFileError extends Error {
  constructor(readonly fault: BankFileFault) {
    super(fault.code);
  }
}

/** Rows: more than the largest file has, and little enough for a list of their fingerprints. */
export const BANK_FILE_LIMITS = { rows: 500_000, lineChars: 5_000 } as const;

/** Text of a file as it is read, piece by piece. */
export type Texts = AsyncIterable<string> | Iterable<string>;
/** Characters of the name of a file that are kept. */
export const FILE_NAME_MAX = 120;
const NAME_READ = 1_000;

/**
 * What a list calls a file: the last part of the name that came with it, without characters that nobody sees, its end kept where it is too long; null where nothing is left of it.
 * A label alone: no path is ever made of it.
 */
export function fileNameShown(said: string): string | null {
  const last = said.slice(-NAME_READ).normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const seen = [...last]
    .map((sign) => (/\s/u.test(sign) ? ' ' : sign))
    .filter((sign) => textFault(sign, 'line') === null);
  const words = seen.join('').replace(/ +/g, ' ').trim();
  if (words.length <= FILE_NAME_MAX) return words === '' ? null : words;
  const kept = [...words];
  while (kept.join('').length >= FILE_NAME_MAX) kept.shift();
  return `…${kept.join('')}`;
}

export type BankEncoding = 'utf-8' | 'ibm866' | 'windows-1251';

const HEAD = '1CClientBankExchange';

/**
 * How a file is written, by its beginning: UTF-8 with a byte order mark or none, windows-1251 or cp866; what the file says of itself decides where the bytes could be both.
 * @throws BankFileError
 */
export function bankEncodingOf(beginning: Uint8Array): BankEncoding {
  const whole = beginning.subarray(0, beginning.lastIndexOf(10) + 1 || beginning.length); // no letter is cut in two
  if (tryDecode(whole)?.trimStart().startsWith(HEAD)) return 'utf-8';
  for (const encoding of ['ibm866', 'windows-1251'] as const) {
    const text = new TextDecoder(encoding).decode(whole).trimStart();
    if (!text.startsWith(HEAD))
      throw new BankFileError({ code: 'bank.not-a-statement', line: 1, value: text.slice(0, 40) });
    if (text.includes('ВерсияФормата=')) return encoding;
  }
  const broken = new TextDecoder('utf-8').decode(whole); // UTF-8 where a letter of it is none
  throw new BankFileError({
    code: 'bank.unknown-encoding',
    line: broken.includes('ВерсияФормата=') ? lineOfBroken(broken) : 1,
  });
}

/** The line of the first letter that is none, from 1. */
export const lineOfBroken = (text: string): number => (text.split('\uFFFD', 1)[0] ?? '').split('\n').length;

function tryDecode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null; // not this encoding: another one is tried
  }
}

/** The documents of a file in 1CClientBankExchange, one after the other. @throws BankFileError naming the line */
export async function* readBankFile(texts: Texts): AsyncGenerator<BankDocument> {
  const reading = new Reading();
  for await (const text of texts) {
    yield* reading.take(text);
    if (reading.ended) return;
  }
  yield* reading.take('\n'); // the last line may have no end
  reading.finish();
}

/** What of a file was read so far: the document that is open, and the line that is not whole yet. */
class Reading {
  ended = false;
  private line = 0;
  private rest = '';
  private section: { readonly line: number; readonly fields: Map<string, { text: string; line: number }> } | null =
    null;

  *take(text: string): Generator<BankDocument> {
    let at = 0;
    for (let end = text.indexOf('\n'); end >= 0 && !this.ended; end = text.indexOf('\n', at)) {
      const words = this.rest + text.slice(at, Math.min(end, at + BANK_FILE_LIMITS.lineChars));
      [this.rest, at] = ['', end + 1];
      this.line += 1;
      const document = this.read(words.slice(0, BANK_FILE_LIMITS.lineChars).trim());
      if (document) yield document;
    }
    this.rest = (this.rest + text.slice(at, at + BANK_FILE_LIMITS.lineChars)).slice(0, BANK_FILE_LIMITS.lineChars);
  }

  finish(): void {
    if (this.ended) return;
    if (this.section) throw new BankFileError({ code: 'bank.section-not-closed', line: this.section.line });
    throw new BankFileError({ code: 'bank.unexpected-end', line: this.line });
  }

  private read(words: string): BankDocument | null {
    const { line } = this;
    if (line === 1 || words === '' || words === HEAD) return null;
    if (words === 'КонецФайла') {
      if (this.section) throw new BankFileError({ code: 'bank.section-not-closed', line: this.section.line });
      this.ended = true;
      return null;
    }
    const sign = words.indexOf('=');
    const key = sign < 0 ? words : words.slice(0, sign).trim();
    if (key === 'СекцияДокумент') {
      if (this.section) throw new BankFileError({ code: 'bank.section-not-closed', line: this.section.line });
      this.section = { line, fields: new Map() };
    } else if (key === 'КонецДокумента') {
      if (!this.section) throw new BankFileError({ code: 'bank.section-not-closed', line });
      const document = documentOf(this.section.line, this.section.fields);
      this.section = null;
      return document;
    } else if (sign >= 0) this.section?.fields.set(key, { text: words.slice(sign + 1).trim(), line });
    else if (!/^(СекцияРасчСчет|КонецРасчСчет)$/.test(key))
      throw new BankFileError({ code: 'bank.line-without-sign', line, value: words.slice(0, 80) });
    return null;
  }
}

function documentOf(line: number, fields: ReadonlyMap<string, { text: string; line: number }>): BankDocument {
  const optional = (...keys: string[]): { text: string; line: number; field: string } | null => {
    for (const field of keys) {
      const found = fields.get(field);
      if (found && found.text !== '') return { ...found, field };
    }
    return null;
  };
  const needed = (...keys: string[]): { text: string; line: number; field: string } => {
    const found = optional(...keys);
    if (!found) throw new BankFileError({ code: 'bank.field-missing', line, field: keys.at(-1) });
    return found;
  };
  return {
    line,
    number: (optional('Номер')?.text ?? '').slice(0, 40),
    day: dayOf(needed('ДатаПоступило', 'ДатаСписано', 'Дата')),
    amount: amountOf(needed('Сумма')),
    payerAccount: (optional('ПлательщикСчет', 'ПлательщикРасчСчет')?.text ?? '').slice(0, 40),
    payer: (optional('Плательщик1', 'Плательщик')?.text ?? '').slice(0, 300),
    payeeAccount: needed('ПолучательСчет', 'ПолучательРасчСчет').text.slice(0, 40),
    purpose: (
      optional('НазначениеПлатежа')?.text ??
      [1, 2, 3, 4, 5, 6]
        .map((n) => optional(`НазначениеПлатежа${n}`)?.text ?? '')
        .join(' ')
        .trim()
    ).slice(0, 1_000),
  };
}

function dayOf({ text, line, field }: { text: string; line: number; field: string }): string {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.([12]\d{3})$/.exec(text) ?? [];
  const iso = `${year}-${month}-${day}`;
  const at = day === undefined ? NaN : Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso)
    throw new BankFileError({ code: 'bank.not-a-date', line, field, value: text.slice(0, 40) });
  return iso;
}

function amountOf({ text, line, field }: { text: string; line: number; field: string }): number {
  const read = DECIMAL.test(text) ? toBaseUnits(text, 100) : null;
  if (!read?.ok) throw new BankFileError({ code: 'bank.not-an-amount', line, field, value: text.slice(0, 40) });
  return read.amount;
}
