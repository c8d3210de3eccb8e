import { currentLocale } from '../../../lib/locale.js';
import { decimal } from '../../../lib/decimal.js';

/** A weight or a volume as people of this language write it, to the gram and the litre. */
export const localeNumber = (value: number): string =>
  new Intl.NumberFormat(currentLocale() === 'ru' ? 'ru-RU' : 'en-GB', { maximumFractionDigits: 3 }).format(value);

/** What a person typed, with a comma or a point; NaN where it is no number. */
export const typedNumber = (text: string): number => Number(decimal(text));
