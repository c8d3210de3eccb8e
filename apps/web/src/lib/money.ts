import { currentLocale } from './locale.js';

/** A sum in the smallest unit of a currency, as its readers write it: what Stripe moves is told in Stripe's own currencies. */
export function money(amount: number, currency: string): string {
  const format = new Intl.NumberFormat(currentLocale() === 'en' ? 'en-GB' : 'ru-RU', {
    style: 'currency',
    currency: currency.toUpperCase(),
    currencyDisplay: 'narrowSymbol',
  });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
