import type { Catalogue } from './catalogue.js';

interface Thing {
  readonly kind: string;
  readonly category: string | null;
  readonly item: string | null;
}

/** Attributes of a thing that spoils. */
const SPOILS: readonly string[] = ['expiry', 'perishable', 'cold'];
/** Plants and animals are not harmed by what would harm people. */
const NOT_FOR_PEOPLE = 'nature';

/** Food and medicine: the person who offers it says until when it keeps and whether it must stay cold. */
export function saysStorage(catalogue: Catalogue, { kind, category, item }: Thing): boolean {
  if (kind !== 'goods') return false;
  if (category !== null && (catalogue.category(category)?.flags.includes('food') ?? false)) return true;
  const thing = item === null ? undefined : catalogue.item(item);
  return (
    thing !== undefined &&
    thing.attributes.some((attribute) => SPOILS.includes(attribute)) &&
    catalogue.category(thing.category)?.sphere !== NOT_FOR_PEOPLE
  );
}

/** Whether it must be kept cold all the way: where its donor says so, and always where the catalogue does. @param said null: nobody has said */
export function mustStayCold(catalogue: Catalogue, { kind, item }: Thing, said: boolean | null): boolean {
  return (
    kind === 'goods' &&
    (said === true || (item !== null && (catalogue.item(item)?.attributes.includes('cold') ?? false)))
  );
}
