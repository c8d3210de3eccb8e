import type { Catalogue } from '#catalogue';
import type { Locale } from '#kernel';
import { formatAmount } from '#catalogue';
import { dateFormat } from '#kernel';
import type { PaperPhoto } from '#photos';
import type { ReportView } from '#reports';
import type { Block, TransferSheet } from '../transfer/transfer-sheet.js';

type Book = NonNullable<ReportView['book']>;

const WORDS = {
  ru: {
    title: (number: number) => `Отчёт о нужде № ${number}`,
    draft: 'Черновик: этих слов ещё никто, кроме организации, не читает.',
    published: (day: string) => `Опубликован ${day}.`,
    came: 'Что пришло',
    all: (amount: string, first: string, last: string) =>
      first === last ? `Пришло ${amount}, ${first}.` : `Пришло ${amount}, с ${first} по ${last}.`,
    lost: (amount: string) => `Потеряно в пути ${amount}.`,
    missing: (amount: string) => `Договорились и не привезли ${amount}.`,
    heads: ['День', 'Что', 'От кого', 'Сколько'],
    nameless: 'без имени',
    total: 'Пришло',
    more: (count: number) => `Ещё записей: ${count}. Все они в открытой книге на странице нужды.`,
    outcome: 'Что изменилось',
    photos: 'Фотографии',
    photo: (number: number) => `Фото ${number}`,
    limits: 'Чего не удалось',
    help: 'Кто помог',
    unnamed: (count: number) => `ещё ${count} по имени`,
    withoutName: (count: number) => `${count} без имени`,
    noWords: 'Слов организации ещё нет.',
    kinds: { money: 'деньги', goods: 'вещи', time: 'время' },
    note: (url: string) => `Суммы — из книги платформы, имена — как просили сами дарители. Нужда и её записи: ${url}.`,
    code: (number: number) => `Нужда № ${number}`,
  },
  en: {
    title: (number: number) => `Report on need no. ${number}`,
    draft: 'A draft: nobody but the organization reads these words yet.',
    published: (day: string) => `Published on ${day}.`,
    came: 'What came',
    all: (amount: string, first: string, last: string) =>
      first === last ? `${amount} came on ${first}.` : `${amount} came from ${first} to ${last}.`,
    lost: (amount: string) => `${amount} was lost on the way.`,
    missing: (amount: string) => `${amount} was agreed on and not brought.`,
    heads: ['Day', 'What', 'From whom', 'How much'],
    nameless: 'without a name',
    total: 'Came',
    more: (count: number) =>
      `Entries beside these: ${count}. All of them stand in the open book on the page of the need.`,
    outcome: 'What has changed',
    photos: 'Photos',
    photo: (number: number) => `Photo ${number}`,
    limits: 'What did not work out',
    help: 'Who helped',
    unnamed: (count: number) => `${count} more by name`,
    withoutName: (count: number) => `${count} without a name`,
    noWords: 'There are no words of the organization yet.',
    kinds: { money: 'money', goods: 'things', time: 'time' },
    note: (url: string) => `Sums are those of the books, names as givers wished. The need and its entries: ${url}.`,
    code: (number: number) => `Need no. ${number}`,
  },
} as const;

/** Of the need that is reported on, as far as it stands on the paper. */
export interface ReportedNeed {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly kind: 'money' | 'goods' | 'time';
  readonly place: string;
  readonly organization: string;
}

export interface ReportAround {
  readonly publicUrl: string;
  readonly locale: Locale;
  /** Of the version that is told; none without pictures. */
  readonly photos: readonly PaperPhoto[];
}

/** A report on paper: sums and rows of the books, the words of the organization, and whether they are published. */
export function reportSheet(
  catalogue: Catalogue,
  need: ReportedNeed,
  view: Pick<ReportView, 'published' | 'own'> & { readonly book: Book },
  { publicUrl, locale, photos }: ReportAround,
): TransferSheet {
  const words = WORDS[locale];
  const place = catalogue.place(need.place);
  const day = (at: Date): string =>
    dateFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: place?.timeZone ?? 'UTC',
    }).format(at);
  const text = view.own?.draft ?? view.published[0];
  const url = `${publicUrl}/needs/${need.id}`;
  const told = text?.publishedAt ? words.published(day(text.publishedAt)) : words.draft;
  return {
    locale,
    title: words.title(need.number),
    lead: [`«${need.title}»`, need.organization, (locale === 'ru' ? place?.nameRu : place?.nameEn) ?? need.place].join(
      ', ',
    ),
    code: words.code(need.number),
    address: url,
    blocks: [
      ...(text && text.title !== '' ? [{ kind: 'heading', text: text.title } as const] : []),
      { kind: 'text', text: told },
      ...wordsOf(words, text),
      ...photosOf(words, photos),
      ...cameOf(catalogue, need, view.book, locale, day),
      ...helpOf(words, view.book.givers),
    ],
    notes: [words.note(url)],
  };
}

type Words = (typeof WORDS)[Locale];

function wordsOf(words: Words, text: ReportView['published'][number] | undefined): Block[] {
  if (!text || (text.outcome === '' && text.limits === '')) return [{ kind: 'text', text: words.noWords }];
  const part = (heading: string, said: string): Block[] =>
    said === ''
      ? []
      : [
          { kind: 'heading', text: heading },
          { kind: 'text', text: said },
        ];
  return [...part(words.outcome, text.outcome), ...part(words.limits, text.limits)];
}

function photosOf(words: Words, photos: readonly PaperPhoto[]): Block[] {
  if (photos.length === 0) return [];
  const items = photos.map(({ bytes, caption }, at) => ({ bytes, caption: caption ?? words.photo(at + 1) }));
  return [
    { kind: 'heading', text: words.photos },
    { kind: 'pictures', items },
  ];
}

function cameOf(
  catalogue: Catalogue,
  need: ReportedNeed,
  book: Book,
  locale: Locale,
  day: (at: Date) => string,
): Block[] {
  const words = WORDS[locale];
  const say = (amount: number): string => formatAmount(amount, book.unit, locale, catalogue);
  const itemOf = (code: string | null): string =>
    (code === null ? undefined : catalogue.item(code)?.[locale === 'ru' ? 'nameRu' : 'nameEn']) ??
    words.kinds[need.kind];
  const text = (said: string, bold = false): Block => ({ kind: 'text', text: said, bold });
  return [
    { kind: 'heading', text: words.came },
    ...(book.first && book.last ? [text(words.all(say(book.received), day(book.first), day(book.last)), true)] : []),
    ...(book.lost > 0 ? [text(words.lost(say(book.lost)))] : []),
    ...(book.missing.matches > 0 ? [text(words.missing(say(book.missing.amount)))] : []),
    {
      kind: 'table',
      heads: words.heads,
      columns: [{ share: 0.2 }, { share: 0.26 }, { share: 0.34 }, { share: 0.2, right: true }],
      rows: book.rows.map((row) => [day(row.at), itemOf(row.item), row.giver ?? words.nameless, say(row.amount)]),
      total: [words.total, '', '', say(book.summed)],
    },
    ...(book.arrivals > book.rows.length ? [text(words.more(book.arrivals - book.rows.length))] : []),
  ];
}

/** Names as their givers wished; nobody can add one. */
function helpOf(words: Words, { names, named, nameless }: Book['givers']): Block[] {
  const parts = [
    ...names,
    ...(named > names.length ? [words.unnamed(named - names.length)] : []),
    ...(nameless > 0 ? [words.withoutName(nameless)] : []),
  ];
  if (parts.length === 0) return [];
  return [
    { kind: 'heading', text: words.help },
    { kind: 'text', text: `${parts.join(', ')}.` },
  ];
}
