import { formatAmount, type Catalogue } from '#catalogue';
import { dateFormat } from '#kernel';
import type { PaperParty } from '#matching';
import type { Verified } from '../statement/a4.js';

/** What stands on a paper between its head and its foot, in order. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly bold?: boolean }
  | { readonly kind: 'sides'; readonly sides: readonly [Side, Side] }
  | {
      readonly kind: 'table';
      readonly heads: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly total?: readonly string[];
      readonly columns: readonly Column[];
    }
  | { readonly kind: 'pictures'; readonly items: readonly Picture[] }
  | { readonly kind: 'signatures'; readonly names: readonly [string, string] };

/** JPEG, with what it shows. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly caption: string;
}

export interface Side {
  readonly head: string;
  readonly lines: readonly string[];
}

/** Of the width of the page; numbers end at its right. */
export interface Column {
  readonly share: number;
  readonly right?: boolean;
}

/** A paper in words, ready to be drawn. */
export interface TransferSheet extends Verified {
  readonly blocks: readonly Block[];
  readonly notes: readonly string[];
}

/** Papers of Russian law are written in Russian, no matter who asks. */
export const LOCALE = 'ru';

export const say = (catalogue: Catalogue, amount: number, unit: string): string =>
  formatAmount(amount, unit, LOCALE, catalogue);
export const dayOf = (at: Date, timeZone: string): string =>
  dateFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(at);
export const timeOf = (at: Date, timeZone: string): string =>
  dateFormat(LOCALE, { hour: '2-digit', minute: '2-digit', timeZone, timeZoneName: 'shortOffset' })
    .format(at)
    .replace('GMT', 'UTC');
export const placeOf = (catalogue: Catalogue, code: string | null): string =>
  code === null ? '' : (catalogue.place(code)?.nameRu ?? code);
export const categoryOf = (catalogue: Catalogue, code: string): string => catalogue.category(code)?.nameRu ?? code;
/** What it is: the thing of the catalogue, and the words of its giver beside it, unless they are its name in either language. */
export const thingOf = (
  catalogue: Catalogue,
  {
    item,
    offerTitle,
    category,
  }: { readonly item: string | null; readonly offerTitle?: string | null; readonly category: string },
): string => {
  const known = item === null ? catalogue.category(category) : catalogue.item(item);
  const named = known?.nameRu ?? item ?? category;
  return offerTitle && ![named, known?.nameEn].includes(offerTitle) ? `${named}: ${offerTitle}` : named;
};

const BLANK = '____________________';

/** Requisites as the organization has stated them; who acts for it is written by hand. */
export function partySide(catalogue: Catalogue, head: string, party: PaperParty): Side {
  const { name, organization, inn, kpp, ogrn, place } = party;
  if (!organization) return { head, lines: [name ?? 'Имя по желанию дарителя не указано', 'физическое лицо'] };
  const numbers = [inn && `ИНН ${inn}`, kpp && `КПП ${kpp}`].filter(Boolean).join(', ');
  return {
    head,
    lines: [
      name ?? BLANK,
      numbers,
      ogrn ? `ОГРН ${ogrn}` : '',
      placeOf(catalogue, place),
      `в лице ${BLANK}`,
      `на основании ${BLANK}`,
    ].filter((line) => line !== ''),
  };
}

export const valueText = (
  catalogue: Catalogue,
  { value, valuePaper }: { readonly value: number | null; readonly valuePaper: string | null },
): string =>
  value === null
    ? 'Стоимость даритель не указал. Площадка вещи не оценивает.'
    : `Стоимость ${say(catalogue, value, 'kopeck')} указал даритель по своим документам${valuePaper ? ` (${valuePaper})` : ''}. Площадка вещи не оценивает.`;
