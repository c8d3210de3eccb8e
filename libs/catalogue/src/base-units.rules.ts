import type { Unit } from './entries.js';

function base(
  code: string,
  dimension: string,
  symbols: [string, string],
  names: [string, string],
  forms: [string, string, string],
): Unit {
  const [symbolRu, symbolEn] = symbols;
  const [nameRu, nameEn] = names;
  const [ruOne, ruFew, ruMany] = forms;
  return {
    code,
    nameRu,
    nameEn,
    retiredAt: null,
    symbolRu,
    symbolEn,
    dimension,
    base: code,
    basePerUnit: 1,
    okei: null,
    ruOne,
    ruFew,
    ruMany,
  };
}

/**
 * The units the ledger counts in where no unit of `units.tsv` is one to one with them. They are understood wherever a unit may be
 * said, with factor 1, and are never shown in a list to choose from. Words after GOST 8.417.
 */
export const BASE_UNITS: readonly Unit[] = [
  base('kopeck', 'money', ['коп.', 'kop.'], ['копейка', 'kopeck'], ['копейка', 'копейки', 'копеек']),
  base('minute', 'time', ['мин', 'min'], ['минута', 'minute'], ['минута', 'минуты', 'минут']),
  base('gram', 'mass', ['г', 'g'], ['грамм', 'gram'], ['грамм', 'грамма', 'граммов']),
  base('millilitre', 'volume', ['мл', 'ml'], ['миллилитр', 'millilitre'], ['миллилитр', 'миллилитра', 'миллилитров']),
  base('centimetre', 'length', ['см', 'cm'], ['сантиметр', 'centimetre'], ['сантиметр', 'сантиметра', 'сантиметров']),
  base(
    'square-decimetre',
    'area',
    ['дм²', 'dm²'],
    ['квадратный дециметр', 'square decimetre'],
    ['квадратный дециметр', 'квадратных дециметра', 'квадратных дециметров'],
  ),
  base(
    'cubic-decimetre',
    'volume',
    ['дм³', 'dm³'],
    ['кубический дециметр', 'cubic decimetre'],
    ['кубический дециметр', 'кубических дециметра', 'кубических дециметров'],
  ),
];
