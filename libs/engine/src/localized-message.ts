import { IntlMessageFormat } from 'intl-messageformat';
import { typograph, DAY_MS, MINUTE_MS, type Locale } from '#kernel';

/** A name in both languages. */
export interface Name {
  readonly ru: string;
  readonly en: string;
}

/** A sentence that has not been said yet: a key of a table and what goes into it. */
export interface LocalizedMessage {
  readonly key: string;
  readonly params: Readonly<Record<string, number | string | Name>>;
}

export type Sentences = Readonly<Record<string, Name>>;

const compiled = new Map<string, IntlMessageFormat>();
/** A clearing says the same of very many pairs. */
const SPOKEN = 20_000;
const spoken = new Map<string, string>();
const days = {
  ru: new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
  'en-GB': new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
};

function messageOf(sentence: string, locale: Locale): IntlMessageFormat {
  const key = `${locale}:${sentence}`;
  const known = compiled.get(key);
  if (known) return known;
  const message = new IntlMessageFormat(sentence, locale);
  compiled.set(key, message);
  return message;
}

/** Says it: ICU MessageFormat with the right plural forms, in Russian with its typography. */
export function say(table: Sentences, said: LocalizedMessage, locale: Locale): string {
  const sentence = table[said.key];
  if (!sentence) throw new Error(`There is no sentence "${said.key}"`);
  const params = Object.fromEntries(
    Object.entries(said.params).map(([name, value]) => [name, typeof value === 'object' ? value[locale] : value]),
  );
  const key = `${locale} ${sentence[locale]} ${JSON.stringify(params)}`;
  const known = spoken.get(key);
  if (known !== undefined) return known;
  const text = String(messageOf(sentence[locale], locale).format(params));
  if (spoken.size >= SPOKEN) spoken.clear();
  const words = locale === 'ru' ? typograph(text) : text;
  spoken.set(key, words);
  return words;
}

const named = new Map<string, ReadonlySet<string>>();

/** The same without what its sentence does not speak of: this is what is kept of it. */
export function kept(table: Sentences, { key, params }: LocalizedMessage): LocalizedMessage {
  let names = named.get(key);
  if (!names)
    named.set(
      key,
      (names = new Set(
        [...`${table[key]?.ru} ${table[key]?.en}`.matchAll(/\{(\w+)/g)].map(([, name]) => name as string),
      )),
    );
  const spokenOf: Record<string, number | string | Name> = {};
  for (const name in params) if (names.has(name)) spokenOf[name] = params[name] as number | string | Name;
  return { key, params: spokenOf };
}

/** Days that come in the sentences of one clearing are a few hundred; formatting one takes longer than the rest of its sentence. */
const DAYS = 2_000;
const dayNames = new Map<number, Name>();

/** "5 декабря", "5 December"; the year only when it is not the one of `now`. Both in milliseconds, on the calendar of the place. */
export function dayName(at: number, now: number, utcOffsetMinutes: number): Name {
  const local = (moment: number): Date => new Date(moment + utcOffsetMinutes * MINUTE_MS);
  const day = local(at);
  const ofAnotherYear = day.getUTCFullYear() !== local(now).getUTCFullYear();
  const key = 2 * Math.floor(day.getTime() / DAY_MS) + Number(ofAnotherYear);
  let name = dayNames.get(key);
  if (!name) {
    const year = ofAnotherYear ? ` ${day.getUTCFullYear()}` : '';
    name = { ru: `${days.ru.format(day)}${year && `${year} года`}`, en: `${days['en-GB'].format(day)}${year}` };
    if (dayNames.size >= DAYS) dayNames.clear();
    dayNames.set(key, name);
  }
  return name;
}

/** Whole percent of a number of millionths; nothing that is there is called 0, nothing unfinished 100. */
export function wholePercent(millionths: number): number {
  if (millionths <= 0) return 0;
  if (millionths >= 1_000_000) return Math.round(millionths / 10_000);
  return Math.min(99, Math.max(1, Math.round(millionths / 10_000)));
}
