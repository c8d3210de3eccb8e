import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { formatToParts, type Formats, type Formatters } from 'intl-messageformat';

/** ICU MessageFormat, parsed when the pages were built (build/messages.ts): a parsed message, or plain words with nothing to fill in. */
export type Message = string | readonly MessageFormatElement[];
export type Values = Readonly<Record<string, string | number>>;

/** Made once for each language: a message that made its own plural rules would take longer than all that is said with them. */
function once<A extends unknown[], T>(make: (...given: A) => T): (...given: A) => T {
  const made = new Map<string, T>();
  return (...given) => {
    const id = JSON.stringify(given);
    const known = made.get(id) ?? make(...given);
    made.set(id, known);
    return known;
  };
}

const FORMATTERS: Formatters = {
  getNumberFormat: once((...given) => new Intl.NumberFormat(...given)),
  getPluralRules: once((...given) => new Intl.PluralRules(...given)),
  getDateTimeFormat: once((...given) => new Intl.DateTimeFormat(...given)),
};
/** Messages name no styles of numbers and days: lib/amount.ts and lib/dates.ts say those. */
const NO_STYLES: Formats = { number: {}, date: {}, time: {} };

/** One message with its values. Throws where a value is missing. */
export function formatMessage(message: Message, values: Values, locale: 'ru' | 'en'): string {
  if (typeof message === 'string') return message;
  return formatToParts([...message], locale, FORMATTERS, NO_STYLES, values)
    .map((part) => String(part.value))
    .join('');
}
