import { stringify } from 'csv-stringify/sync';
import { unitInTables, type Catalogue } from '#catalogue';
import { isPrivateCategory, titleOfCategory } from '#forms';
import { asCell, fromBaseUnits, type Kind, type Locale } from '#kernel';

/** A line of a plan as people read it. */
export interface PlannedLine {
  /** Numbered as they come where the reader may not know it. */
  readonly offer: string;
  readonly needNumber: number;
  readonly needTitle: string;
  readonly category: string;
  readonly kind: Kind;
  readonly amount: number;
  readonly unit: string;
  readonly score: number;
}

const HEADS = {
  ru: ['Вклад', 'Нужда, №', 'Нужда', 'Что', 'Количество', 'Единица', 'Балл из 100'],
  en: ['Offer', 'Need, No.', 'Need', 'Kind', 'Quantity', 'Unit', 'Score of 100'],
} as const;
const KINDS = {
  ru: { money: 'деньги', goods: 'вещи', time: 'время' },
  en: { money: 'money', goods: 'goods', time: 'time' },
} as const;
/** A score is 0..1,000,000. */
const SCORE_PER_POINT = 10_000;

const written = (rows: readonly (readonly string[])[], locale: Locale): string =>
  stringify(
    rows.map((row) => [...row]),
    { delimiter: locale === 'ru' ? ';' : ',', record_delimiter: 'windows' },
  );

/** The head, after the mark by which Excel knows UTF-8. */
export const planTableHead = (locale: Locale): string => `\uFEFF${written([HEADS[locale]], locale)}`;

/**
 * A plan as a table for people: amounts in the unit that they use, which stands beside them, never converted into another. In Russian for Excel (semicolons, decimal
 * comma), in English by RFC 4180. Needs of private categories go by the name of the category.
 */
export function planTableLines(catalogue: Catalogue, lines: readonly PlannedLine[], locale: Locale): string {
  const number = (decimal: string): string => (locale === 'ru' ? decimal.replace('.', ',') : decimal);
  const rows = lines.map((line) => {
    const said = unitInTables(catalogue, line.unit);
    const title = isPrivateCategory(catalogue, line.category)
      ? titleOfCategory(catalogue, line.category, locale)
      : line.needTitle;
    return [
      asCell(line.offer),
      String(line.needNumber),
      asCell(title),
      KINDS[locale][line.kind],
      number(fromBaseUnits(line.amount, said.per)),
      asCell(said.symbol[locale]),
      number(String(Math.round(line.score / (SCORE_PER_POINT / 10)) / 10)),
    ];
  });
  return rows.length > 0 ? written(rows, locale) : '';
}
