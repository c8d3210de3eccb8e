import { stringify } from 'csv-stringify/sync';
import { asCell } from '#kernel';
import type { StatementSheet } from './sheet.rules.js';

const HEADS = {
  ru: ['Дата', 'Время', 'На что', 'Кому', 'Запись', 'Состояние', 'Вещь', 'Количество', 'Единица', 'Номер записи'],
  en: ['Date', 'Time', 'For what', 'To whom', 'Entry', 'State', 'Item', 'Amount', 'Unit', 'Entry id'],
} as const;
const SUMS = { ru: ['', 'Деньги', 'Вещи', 'Время'], en: ['', 'Money', 'Goods', 'Time'] } as const;
const CODE = { ru: 'Код проверки', en: 'Verification code' } as const;

/** For Excel in Russian: semicolons, a decimal comma, local dates, names of units, and the mark by which it knows UTF-8. */
export function sheetCsv(sheet: StatementSheet): string {
  const rows = [
    [asCell(sheet.title)],
    [asCell(sheet.lead)],
    [],
    [...SUMS[sheet.locale]],
    ...sheet.sums.map(({ name, money, goods, time }) => [name, money, goods, time].map(asCell)),
    [],
    [...HEADS[sheet.locale]],
    ...sheet.entries.map((entry) => [
      entry.day,
      entry.clock,
      asCell(entry.words.what),
      asCell(entry.words.whom),
      entry.entry,
      entry.state,
      asCell(entry.item),
      entry.quantity.replace('.', ','),
      entry.unit,
      entry.id,
    ]),
    [],
    [CODE[sheet.locale], sheet.code],
  ];
  return `\uFEFF${stringify(rows, { delimiter: ';', record_delimiter: 'windows' })}`;
}

/** The same as a workbook, in which amounts are numbers. */
export async function sheetXlsx(sheet: StatementSheet): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node');
  const text = (value: string, bold = false) => ({
    value,
    type: String,
    ...(bold ? { fontWeight: 'bold' as const } : {}),
  });
  const rows = [
    [text(sheet.title, true)],
    [text(sheet.lead)],
    [],
    SUMS[sheet.locale].map((head) => text(head, true)),
    ...sheet.sums.map(({ name, money, goods, time, strong }) =>
      [name, money, goods, time].map((cell) => text(cell, strong === true)),
    ),
    [],
    HEADS[sheet.locale].map((head) => text(head, true)),
    ...sheet.entries.map((entry) => [
      ...[entry.day, entry.clock, entry.words.what, entry.words.whom, entry.entry, entry.state, entry.item].map(
        (cell) => text(cell),
      ),
      { value: Number(entry.quantity), type: Number },
      text(entry.unit),
      text(entry.id),
    ]),
    [],
    [text(CODE[sheet.locale], true), text(sheet.code)],
  ];
  return write(rows, { columns: [12, 8, 36, 30, 18, 16, 24, 14, 16, 40].map((width) => ({ width })) }).toBuffer();
}
