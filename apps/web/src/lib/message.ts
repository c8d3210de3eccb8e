/**
 * The part of ICU MessageFormat that the pages use: `{name}`, `{n, plural, =0 {...} one {...} other {... # ...}}`, `{x, select, a {...} other {...}}`.
 * Pure, no DOM. It is held against the reference implementation in the browser suite, message by message.
 */
export type Values = Readonly<Record<string, string | number>>;
type Language = 'ru' | 'en';
type Part = string | { arg: string; type?: 'plural' | 'select'; options?: ReadonlyMap<string, readonly Part[]> };

const rules = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };
const numbers = { ru: new Intl.NumberFormat('ru'), en: new Intl.NumberFormat('en') };
const parsed = new Map<string, readonly Part[]>();

/** Reads `{name}`, `{n, plural, one {...} other {...}}`, `{x, select, a {...} other {...}}` from `at`; stops at the brace that closes it. */
function parseMessage(text: string, at = 0, nested = false): { parts: readonly Part[]; end: number } {
  const parts: Part[] = [];
  let plain = '';
  let i = at;
  while (i < text.length && !(nested && text[i] === '}')) {
    if (text[i] !== '{') {
      plain += text[i];
      i += 1;
      continue;
    }
    const head = /^\{\s*(\w+)\s*(?:,\s*(plural|select)\s*,)?\s*/.exec(text.slice(i));
    if (!head) throw new Error(`A brace that says nothing: ${text}`);
    if (plain) parts.push(plain);
    plain = '';
    i += head[0].length;
    const options = new Map<string, readonly Part[]>();
    while (text[i] !== '}') {
      const option = /^([\w=-]+)\s*\{/.exec(text.slice(i));
      if (!option) throw new Error(`An option without its text: ${text}`);
      const inside = parseMessage(text, i + option[0].length, true);
      options.set(option[1] ?? '', inside.parts);
      i = inside.end + 1;
      while (/\s/.test(text[i] ?? '')) i += 1;
    }
    parts.push(head[2] ? { arg: head[1] ?? '', type: head[2] as 'plural' | 'select', options } : { arg: head[1] ?? '' });
    i += 1;
  }
  if (plain) parts.push(plain);
  return { parts, end: i };
}

function say(parts: readonly Part[], values: Values, number: number | null, locale: Language): string {
  return parts.map((part) => {
    if (typeof part === 'string') return number === null ? part : part.replace(/#/g, numbers[locale].format(number));
    const value = values[part.arg] ?? '';
    if (!part.type || !part.options) return String(value);
    const n = Number(value);
    const chosen = part.type === 'plural' ? part.options.get(`=${n}`) ?? part.options.get(rules[locale].select(n)) : part.options.get(String(value));
    return say(chosen ?? part.options.get('other') ?? [], values, part.type === 'plural' ? n : number, locale);
  }).join('');
}

/** One message with its values; parsed once. */
export function formatMessage(text: string, values: Values, locale: Language): string {
  let parts = parsed.get(text);
  if (!parts) parsed.set(text, (parts = parseMessage(text).parts));
  return say(parts, values, null, locale);
}
