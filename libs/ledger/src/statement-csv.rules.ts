import { ENTRY_WORDS, entryName } from './entry-words.js';
import type { Statement } from './statement.queries.js';

const WORDS = {
  ru: {
    header: [
      'Единица',
      'Предмет',
      'Когда (UTC)',
      'Запись',
      'Состояние',
      'Количество',
      'Предложение подбора',
      'Номер записи',
    ],
    opening: 'Остаток на начало',
    closing: 'Остаток на конец',
    code: 'Код проверки',
  },
  en: {
    header: ['Unit', 'Item', 'At (UTC)', 'Entry', 'State', 'Amount', 'Match', 'Entry id'],
    opening: 'Opening',
    closing: 'Closing',
    code: 'Verification code',
  },
} as const;

type Cell = string | number | null | undefined;

/** One cell for spreadsheets: text that a spreadsheet would run as a formula is made text; numbers stay numbers. */
export function csvCell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 with a byte order mark (for spreadsheets), CRLF; amounts in the base unit, as everywhere. */
export function statementCsv(statement: Statement & { verificationCode: string }, locale: 'ru' | 'en'): string {
  const words = WORDS[locale];
  const rows: Cell[][] = [[...words.header]];
  for (const unit of statement.units) {
    rows.push([unit.unit, unit.item, statement.from, words.opening, '', unit.opening, '', '']);
    for (const entry of unit.entries) {
      rows.push([
        unit.unit,
        unit.item,
        entry.at.toISOString(),
        entryName(entry, locale),
        ENTRY_WORDS[locale].states[entry.state],
        entry.amount,
        entry.match,
        entry.id,
      ]);
    }
    rows.push([unit.unit, unit.item, statement.to, words.closing, '', unit.closing, '', '']);
  }
  rows.push([words.code, statement.verificationCode, '', '', '', '', '', '']);
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}
