import { DECIMAL, toBaseUnits } from '#kernel';

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

export const BANK_FILE_LIMITS = { rows: 5_000, lineChars: 5_000 } as const;

const HEAD = '1CClientBankExchange';

/** Text of a file: UTF-8 with a byte order mark or none, windows-1251 or cp866; what the file says of itself decides where the bytes could be both. */
export function decodeBankFile(bytes: Uint8Array): string {
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8?.trimStart().startsWith(HEAD)) return utf8.trimStart();
  for (const encoding of ['ibm866', 'windows-1251'] as const) {
    const text = new TextDecoder(encoding).decode(bytes).trimStart();
    if (!text.startsWith(HEAD))
      throw new BankFileError({ code: 'bank.not-a-statement', line: 1, value: text.slice(0, 40) });
    if (text.includes('ВерсияФормата=')) return text;
  }
  throw new BankFileError({ code: 'bank.unknown-encoding', line: 1 });
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // not this encoding: another one is tried
  }
}

/** The documents of a file in 1CClientBankExchange, one after the other. @throws BankFileError naming the line */
export function* readBankFile(text: string): Generator<BankDocument> {
  let section: { readonly line: number; readonly fields: Map<string, { text: string; line: number }> } | null = null;
  let rows = 0;
  let ended = false;
  for (const { line, words } of linesOf(text)) {
    if (line === 1 || words === '') continue;
    if (words === 'КонецФайла') {
      ended = true;
      break;
    }
    const sign = words.indexOf('=');
    const key = sign < 0 ? words : words.slice(0, sign).trim();
    if (key === 'СекцияДокумент') {
      if (section) throw new BankFileError({ code: 'bank.section-not-closed', line: section.line });
      section = { line, fields: new Map() };
    } else if (key === 'КонецДокумента') {
      if (!section) throw new BankFileError({ code: 'bank.section-not-closed', line });
      if ((rows += 1) > BANK_FILE_LIMITS.rows) throw new BankFileError({ code: 'bank.too-many-rows', line });
      yield documentOf(section.line, section.fields);
      section = null;
    } else if (sign >= 0) section?.fields.set(key, { text: words.slice(sign + 1).trim(), line });
    else if (!/^(СекцияРасчСчет|КонецРасчСчет)$/.test(key))
      throw new BankFileError({ code: 'bank.line-without-sign', line, value: words.slice(0, 80) });
  }
  if (section) throw new BankFileError({ code: 'bank.section-not-closed', line: section.line });
  if (!ended) throw new BankFileError({ code: 'bank.unexpected-end', line: text.split('\n').length });
}

function* linesOf(text: string): Generator<{ line: number; words: string }> {
  let line = 0;
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end;
    yield { line: (line += 1), words: text.slice(at, Math.min(next, at + BANK_FILE_LIMITS.lineChars)).trim() };
    at = next + 1;
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
