import { stringify } from 'csv-stringify/sync';
import { unitInTables, type Catalogue } from '#catalogue';
import { asCell, fromBaseUnits, type Locale } from '#kernel';
import type { BalanceBy, BalanceItem } from './open-balance.rules.js';

const HEADS = {
  ru: ['Код', 'Название', 'Что', 'Единица', 'Нужно', 'Получено', 'В резерве', 'Осталось', 'Открытых нужд', 'Скрыто'],
  en: ['Code', 'Name', 'Kind', 'Unit', 'Needed', 'Received', 'Reserved', 'Still needed', 'Open needs', 'Withheld'],
} as const;
const KINDS = {
  ru: { money: 'деньги', goods: 'вещи', time: 'время' },
  en: { money: 'money', goods: 'goods', time: 'time' },
} as const;
const YES = { ru: 'да', en: 'yes' } as const;

/**
 * The open balance as a table: a line for each key and unit, amounts in the unit that people use of the same base (roubles, hours, kilograms),
 * never converted into another. A key of which nothing is asked has a line without amounts. In Russian for Excel (semicolons, decimal comma),
 * in English by RFC 4180; both with the mark by which Excel knows UTF-8.
 */
export function balanceCsv(catalogue: Catalogue, items: readonly BalanceItem[], by: BalanceBy, locale: Locale): string {
  const ru = locale === 'ru';
  const number = (decimal: string): string => (ru ? decimal.replace('.', ',') : decimal);
  const rows = items.flatMap((item) => {
    const key = [item.key, asCell(nameOfKey(catalogue, item.key, by, locale))];
    const rest = [String(item.needs), item.withheld ? YES[locale] : ''];
    if (item.units.length === 0) return [[...key, '', '', '', '', '', '', ...rest]];
    return item.units.map(({ kind, unit, required, received, reserved, open }) => {
      const said = unitInTables(catalogue, unit);
      const amounts = [required, received, reserved, open].map((amount) => number(fromBaseUnits(amount, said.per)));
      return [...key, KINDS[locale][kind], asCell(said.symbol[locale]), ...amounts, ...rest];
    });
  });
  return `\uFEFF${stringify([[...HEADS[locale]], ...rows], { delimiter: ru ? ';' : ',', record_delimiter: 'windows' })}`;
}

function nameOfKey(catalogue: Catalogue, key: string, by: BalanceBy, locale: Locale): string {
  const entries = { sphere: catalogue.spheres, place: catalogue.places, category: catalogue.categories, month: [] }[by];
  const entry = entries.find(({ code }) => code === key);
  return (locale === 'ru' ? entry?.nameRu : entry?.nameEn) ?? key;
}
