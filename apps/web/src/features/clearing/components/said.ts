import { currentLocale } from '../../../lib/locale.js';

const tag = (): string => (currentLocale() === 'ru' ? 'ru-RU' : 'en-GB');
const NBSP = '\u00a0';

/** A share as a percentage: whole, except a proved gap, which is said to three decimals. */
export const percent = (share: number, digits = 0): string =>
  new Intl.NumberFormat(tag(), { style: 'percent', maximumFractionDigits: digits })
    .format(share)
    .replace(/[\s\u00a0\u202f](?=%)/g, '')
    .replace(/[\u202f ]/g, NBSP)
    .replace('-', '\u2212');

/** An index between 0 and 1, to two decimals. */
export const index = (value: number): string =>
  new Intl.NumberFormat(tag(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);

/** A whole number that may exceed 2^53, as its text has it. */
export const whole = (text: string): string =>
  new Intl.NumberFormat(tag(), { useGrouping: true }).format(BigInt(text)).replace(/[\u202f ]/g, NBSP);

export const seconds = (value: number): string =>
  new Intl.NumberFormat(tag(), { maximumFractionDigits: 2 }).format(value);
