import { ATTRIBUTES, type Attribute } from '#kernel';
import type { Catalogue } from './catalogue.js';
import type { Item } from './entries.js';

interface Thing {
  readonly kind: string;
  readonly category: string | null;
  readonly item: string | null;
}

/** What the type of a thing asks the giver. Where only a category or sphere is named: what any thing in it is asked. */
export function askedOf(catalogue: Catalogue, { kind, category, item }: Thing): readonly Attribute[] {
  if (kind !== 'goods') return [];
  const named = item === null ? undefined : catalogue.item(item);
  const things = named ? [named] : thingsIn(catalogue, category);
  return ATTRIBUTES.filter((attribute) => things.some(({ attributes }) => attributes.includes(attribute)));
}

/** Things that are not worn by two people: they are taken only as new. */
export function onlyNew(catalogue: Catalogue, item: string | null): boolean {
  return item !== null && (catalogue.item(item)?.attributes.includes('new') ?? false);
}

/** Things of a category, or of all categories of a sphere, that can still be chosen. */
export function thingsIn(catalogue: Catalogue, category: string | null): readonly Item[] {
  if (category === null) return [];
  return catalogue.goods.filter(
    (item) => item.category === category || catalogue.category(item.category)?.sphere === category,
  );
}
