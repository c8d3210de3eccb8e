import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';

/** ICU MessageFormat, parsed when the pages were built (build/messages.ts): a parsed message, or plain words with nothing to fill in. */
export type Message = string | readonly MessageFormatElement[];
export type Values = Readonly<Record<string, string | number>>;

const ready = new WeakMap<readonly MessageFormatElement[], IntlMessageFormat>();

/** One message with its values. Throws where a value is missing. */
export function formatMessage(message: Message, values: Values, locale: 'ru' | 'en'): string {
  if (typeof message === 'string') return message;
  let format = ready.get(message);
  if (!format) ready.set(message, (format = new IntlMessageFormat([...message], locale)));
  return String(format.format(values));
}
