import { fromBaseUnits, type Locale } from '#kernel';
import type { Catalogue } from './catalogue.js';
import type { Unit } from './entries.js';

const NBSP = '\u00a0';
const MINUS = '\u2212';

/** Counts whose Russian abbreviation everybody reads without a pause; the others are written out: 34 набора, 5 коробок, and in English all of them: 1 piece, 2 pieces. */
const ABBREVIATED: ReadonlySet<string> = new Set(['pcs']);
/** Below one whole unit, and above nothing, these are said in their base unit (500 г, but 0 кг), the others as a fraction (0,5 м²). The pages say the same (apps/web/src/lib/amount.ts). */
const SAID_IN_BASE: ReadonlySet<string> = new Set(['gram', 'millilitre', 'centimetre']);

const pluralRules = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };

/** "1234.5" → "1 234,5" (ru) or "1,234.5" (en). Takes plain digits with a point, so that no float is on the way. */
export function formatDecimal(decimal: string, locale: Locale): string {
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction] = (negative ? decimal.slice(1) : decimal).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, locale === 'ru' ? NBSP : ',');
  return `${negative ? MINUS : ''}${grouped}${fraction ? `${locale === 'ru' ? ',' : '.'}${fraction}` : ''}`;
}

/** The form of a unit's name that goes with a number; a fraction takes the genitive: 1 час, 2 часа, 5 часов, 1,5 часа. */
export function unitName(unit: Unit, decimal: string, locale: Locale): string {
  const number = Math.abs(Number(decimal));
  if (locale === 'en')
    return pluralRules.en.select(number) === 'one' && !decimal.includes('.') ? unit.nameEn : pluralEn(unit.nameEn);
  if (decimal.includes('.')) return unit.ruFew;
  const form = pluralRules.ru.select(number);
  if (form === 'one') return unit.ruOne;
  return form === 'few' ? unit.ruFew : unit.ruMany;
}

function pluralEn(name: string): string {
  return /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** A number and the unit's name in words: "2 поездки", "1,5 часа". `decimal`: plain digits with a point. */
export function formatCount(decimal: string, unitCode: string, locale: Locale, catalogue: Catalogue): string {
  const unit = catalogue.unit(unitCode);
  const number = formatDecimal(decimal, locale);
  return unit ? `${number}${NBSP}${unitName(unit, decimal, locale)}` : `${number}${NBSP}${unitCode}`;
}

/**
 * What the ledger counts, as people say it: "48 шт", "1 500 ₽", "1 234,50 ₽", "4 ч 30 мин", "1,5 т", "34 набора". Never rounded.
 * @param amount integer in `baseUnit`
 */
export function formatAmount(amount: number, baseUnit: string, locale: Locale, catalogue: Catalogue): string {
  if (amount < 0) return `${MINUS}${formatAmount(-amount, baseUnit, locale, catalogue)}`;
  if (baseUnit === 'minute') return formatMinutes(amount, locale, catalogue);
  if (baseUnit === 'kopeck') return formatMoney(amount, locale, catalogue);
  const base = catalogue.unit(baseUnit);
  if (!base) return `${formatDecimal(String(amount), locale)}${NBSP}${baseUnit}`;
  const unit = largestThatFits(amount, base, catalogue);
  const decimal = fromBaseUnits(amount, unit.basePerUnit);
  const inWords = unit.dimension.endsWith('count') && (locale === 'en' || !ABBREVIATED.has(unit.code));
  return `${formatDecimal(decimal, locale)}${NBSP}${inWords ? unitName(unit, decimal, locale) : symbol(unit, locale)}`;
}

function symbol(unit: Unit, locale: Locale): string {
  return locale === 'ru' ? unit.symbolRu : unit.symbolEn;
}

/** The largest unit with the same base that needs no more than three decimals: 1.5 t, but 1,234.567 kg. */
function largestThatFits(amount: number, base: Unit, catalogue: Catalogue): Unit {
  const larger = catalogue.units
    .filter((unit) => unit.base === base.code && unit.basePerUnit > 1)
    .sort((a, b) => b.basePerUnit - a.basePerUnit);
  const fitting = larger.find(
    (unit) => amount >= unit.basePerUnit && amount % Math.max(1, unit.basePerUnit / 1000) === 0,
  );
  const smallest = larger.at(-1);
  if (fitting) return fitting;
  return smallest && (amount === 0 || !SAID_IN_BASE.has(base.code)) ? smallest : base;
}

/** Kopecks only where there are any. The national sign stands behind the sum in both languages, as on every page. */
function formatMoney(kopecks: number, locale: Locale, catalogue: Catalogue): string {
  const rouble = catalogue.units.find((unit) => unit.base === 'kopeck');
  const rest = kopecks % 100;
  const whole = String((kopecks - rest) / 100);
  return `${formatDecimal(rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0')}`, locale)}${NBSP}${rouble?.symbolRu ?? '₽'}`;
}

function formatMinutes(minutes: number, locale: Locale, catalogue: Catalogue): string {
  const hours = (minutes - (minutes % 60)) / 60;
  const parts: string[] = [];
  const hour = catalogue.unit('hour');
  const minute = catalogue.unit('minute');
  if (hours > 0 || minutes === 0)
    parts.push(`${formatDecimal(String(hours), locale)}${NBSP}${hour ? symbol(hour, locale) : 'h'}`);
  if (minutes % 60 > 0) parts.push(`${minutes % 60}${NBSP}${minute ? symbol(minute, locale) : 'min'}`);
  return parts.join(NBSP);
}

/** Roubles of an amount in kopecks as files have it: a point, always two decimals, to the kopeck. */
export function roublesInFiles(kopecks: number): string {
  const whole = Math.abs(kopecks);
  return `${kopecks < 0 ? '-' : ''}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

/** The smallest unit above the base, so that one column has one unit; the base itself where there is none. */
export function unitInTables(catalogue: Catalogue, base: string): { per: number; symbol: Record<Locale, string> } {
  const [unit] = catalogue.units
    .filter((one) => one.base === base && one.basePerUnit > 1)
    .sort((a, b) => a.basePerUnit - b.basePerUnit);
  const said = unit ?? catalogue.unit(base);
  return { per: unit?.basePerUnit ?? 1, symbol: { ru: said?.symbolRu ?? base, en: said?.symbolEn ?? base } };
}
