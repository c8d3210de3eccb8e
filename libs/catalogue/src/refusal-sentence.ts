import { IntlMessageFormat } from 'intl-messageformat';
import { refusalSpec, type RefusalParams } from '#kernel';

const compiled = new Map<string, IntlMessageFormat>();

/** The sentence of a refusal in a language, wherever it is read: in an answer, on a page, in a file. Each is compiled once. */
export function sentence(code: string, params: RefusalParams, locale: 'ru' | 'en'): string {
  const key = `${locale} ${code}`;
  let format = compiled.get(key);
  if (!format)
    compiled.set(
      key,
      (format = new IntlMessageFormat(refusalSpec(code)[locale], locale, undefined, { ignoreTag: true })),
    );
  return String(format.format(params));
}
