import type { Catalogue } from '#catalogue';
import type { Kind } from '#kernel';

const KINDS: Readonly<Record<Kind, { readonly ru: string; readonly en: string }>> = {
  money: { ru: 'Деньги', en: 'Money' },
  goods: { ru: 'Вещи', en: 'Goods' },
  time: { ru: 'Время', en: 'Time' },
};

/** What a letter calls an offer: its own title, else the item, the category or the sphere that it is for, else its kind. */
export function offerName(
  catalogue: Catalogue,
  {
    title,
    item,
    category,
    kind,
  }: {
    readonly title: string | null;
    readonly item: string | null;
    readonly category: string | null;
    readonly kind: Kind;
  },
  locale: 'ru' | 'en',
): string {
  if (title) return title;
  const named =
    (item && catalogue.item(item)) ||
    (category && (catalogue.category(category) ?? catalogue.sphere(category))) ||
    null;
  return named ? (locale === 'ru' ? named.nameRu : named.nameEn) : KINDS[kind][locale];
}
