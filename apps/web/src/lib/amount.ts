import type { Unit as CatalogueUnit } from './api-types.js';
import { currentLocale, type Locale } from './locale.js';

const NBSP = '\u00a0';
const MINUS = '\u2212';

/** Base units and the larger unit in which people say them; whatever is not here is said as it is counted. */
const SAID_IN: Record<string, string[]> = {
  kopeck: ['rub'],
  minute: ['hour'],
  gram: ['kg', 't'],
  millilitre: ['l'],
  centimetre: ['m'],
  'square-decimetre': ['m2'],
  'cubic-decimetre': ['m3'],
};

/** Below one whole unit these are said in their base unit: 500 г, but 0,5 м². As libs/catalogue has it; test/style/amounts.spec.ts holds both to the same words. */
const SAID_IN_BASE: Record<string, Record<Locale, string>> = {
  gram: { ru: 'г', en: 'g' },
  millilitre: { ru: 'мл', en: 'ml' },
  centimetre: { ru: 'см', en: 'cm' },
};

const forms = new Intl.PluralRules('ru');
const numbers = new Map<string, Intl.NumberFormat>();
function figures(value: number, locale: Locale, digits: number, least = 0): string {
  const id = `${locale} ${digits} ${least}`;
  const known =
    numbers.get(id) ??
    new Intl.NumberFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
      maximumFractionDigits: digits,
      minimumFractionDigits: least,
      useGrouping: 'always' as unknown as boolean,
    });
  numbers.set(id, known);
  return known
    .format(value)
    .replace('-', MINUS)
    .replace(/[\u202f ]/g, NBSP);
}

/** A whole number as people of the page's language write it. */
export const count = (value: number, locale: Locale = currentLocale()): string => figures(value, locale, 0);

/** A number with a fraction of one digit at most. */
export const decimal = (value: number, locale: Locale = currentLocale()): string => figures(value, locale, 1);

/** What is needed to say an amount. */
type Unit = Omit<CatalogueUnit, 'retired' | 'symbol' | 'okei' | 'explanation' | 'explanationRu' | 'explanationEn'>;

/** Sums of money can be said before the catalogue has been read. */
const ROUBLE: Unit = {
  code: 'rub',
  name: 'рубль',
  nameRu: 'рубль',
  nameEn: 'rouble',
  symbolRu: '₽',
  symbolEn: 'RUB',
  dimension: 'money',
  base: 'kopeck',
  basePerUnit: 100,
  forms: { one: 'рубль', few: 'рубля', many: 'рублей' },
};

export class Amounts {
  private readonly byCode: Map<string, Unit>;
  private readonly locale: Locale;
  private readonly known: boolean;

  constructor(units: readonly Unit[], locale: Locale = currentLocale()) {
    this.byCode = new Map([ROUBLE, ...units].map((unit) => [unit.code, unit]));
    this.known = units.length > 0;
    this.locale = locale;
  }

  /** The unit in which an amount of this base unit is said: the largest that leaves three decimals at most, so that nothing is rounded away. */
  spokenUnit(baseUnit: string, amount: number): Unit | undefined {
    const larger = this.largerThan(baseUnit);
    return this.fitting(larger, Math.abs(amount)) ?? larger[0] ?? this.byCode.get(baseUnit);
  }

  private largerThan(baseUnit: string): Unit[] {
    return (SAID_IN[baseUnit] ?? [])
      .map((code) => this.byCode.get(code))
      .filter((unit): unit is Unit => unit !== undefined);
  }

  private fitting(larger: readonly Unit[], amount: number): Unit | undefined {
    return [...larger]
      .reverse()
      .find(({ basePerUnit }) => amount >= basePerUnit && amount % Math.max(1, basePerUnit / 1000) === 0);
  }

  symbol(code: string): string {
    const unit = this.byCode.get(code);
    return unit ? (this.locale === 'ru' ? unit.symbolRu : unit.code === 'rub' ? '₽' : unit.symbolEn) : code;
  }

  /** The unit spelled out for a number in front of it: 2 набора, 5 наборов; fractions take the genitive. */
  word(code: string, signed: number): string {
    const unit = this.byCode.get(code);
    const value = Math.abs(signed);
    if (!unit) return code;
    if (this.locale === 'en')
      return value === 1 ? unit.nameEn : `${unit.nameEn}${/(?:[sx]|ch|sh)$/.test(unit.nameEn) ? 'es' : 's'}`;
    const form = Number.isInteger(value) ? forms.select(value) : 'few';
    return form === 'one' ? unit.forms.one : form === 'few' ? unit.forms.few : unit.forms.many;
  }

  /** "48 шт", "1 500 ₽", "0,01 ₽", "4 ч 30 мин", "1,5 т". Nothing is rounded away: kopecks are said where there are any. */
  say(amount: number, baseUnit: string): string {
    if (baseUnit === 'minute') return this.time(amount);
    const unit = this.spokenUnit(baseUnit, amount);
    const small = SAID_IN_BASE[baseUnit]?.[this.locale];
    if (small && unit && amount !== 0 && Math.abs(amount) < unit.basePerUnit)
      return `${figures(amount, this.locale, 0)}${NBSP}${small}`;
    if (!unit) return this.known ? `${figures(amount, this.locale, 0)}${NBSP}${baseUnit}` : '…';
    const value = amount / unit.basePerUnit;
    const kopecks = baseUnit === 'kopeck' && amount % 100 !== 0;
    const digits = baseUnit === 'kopeck' ? (kopecks ? 2 : 0) : 3;
    const number = figures(value, this.locale, digits, kopecks ? 2 : 0);
    return `${number}${NBSP}${this.spokenSymbol(unit, value)}`;
  }

  /** The number alone, in the unit in which it is said: for input fields. */
  plain(amount: number, baseUnit: string, unitCode?: string): { quantity: string; unit: string } {
    const unit = (unitCode ? this.byCode.get(unitCode) : undefined) ?? this.spokenUnit(baseUnit, amount);
    if (!unit || unit.base !== baseUnit) return { quantity: String(amount), unit: baseUnit };
    return { quantity: String(Number((amount / unit.basePerUnit).toFixed(6))), unit: unit.code };
  }

  private spokenSymbol(unit: Unit, value: number): string {
    const spelled = new Set(['set', 'pair', 'box', 'pack', 'portion', 'visit', 'trip', 'day']);
    const written = spelled.has(unit.code) || (unit.code === 'pcs' && this.locale === 'en'); // 1 piece, 2 pieces
    return written ? this.word(unit.code, value) : this.symbol(unit.code);
  }

  private time(minutes: number): string {
    const sign = minutes < 0 ? MINUS : '';
    const all = Math.abs(minutes);
    const hours = Math.floor(all / 60);
    const rest = all % 60;
    const [h, m] = this.locale === 'ru' ? ['ч', 'мин'] : ['h', 'min'];
    const said = [
      hours > 0 || rest === 0 ? `${figures(hours, this.locale, 0)}${NBSP}${h}` : '',
      rest > 0 ? `${rest}${NBSP}${m}` : '',
    ];
    return sign + said.filter(Boolean).join(NBSP);
  }
}
