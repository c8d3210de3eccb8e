import { KINDS, type FieldError, type Kind } from '#kernel';
import type { Catalogue } from './catalogue.js';
import type { Category, Entry, Item, Unit } from './entries.js';

/** What of the catalogue a request speaks of. */
export interface Choice {
  readonly kind: string;
  /** A category; an offer may name a sphere instead and, for money, nothing at all. */
  readonly category?: string | null;
  /** Goods only. */
  readonly item?: string | null;
  /** True for a need: a sphere is not enough. */
  readonly exactCategory?: boolean;
}

export interface Chosen {
  readonly kind: Kind;
  /** The categories that are meant: one, those of a sphere, or (money without category) none. */
  readonly categories: readonly Category[];
  readonly item: Item | null;
}

const KIND_WORDS: Readonly<Record<Kind, readonly [ru: string, en: string]>> = {
  money: ['деньги', 'money'],
  goods: ['вещи', 'things'],
  time: ['время', 'time'],
};

/** Units that hold something: only for these may `each` say what. */
const CONTAINERS: ReadonlySet<string> = new Set(['visit', 'trip', 'day', 'box', 'pack']);

export function isContainer(unit: Unit): boolean {
  return CONTAINERS.has(unit.code);
}

/** Reads kind, category and item. Pushes what is wrong to `errors`, each with its field, and returns null when nothing can be measured. */
export function choose(catalogue: Catalogue, choice: Choice, prefix: string, errors: FieldError[]): Chosen | null {
  const kind = KINDS.find((known) => known === choice.kind);
  if (!kind) errors.push({ field: `${prefix}kind`, code: 'form.not-in-list' });
  const categories = chooseCategories(catalogue, choice, kind, `${prefix}category`, errors);
  const item = chooseItem(catalogue, choice, kind, `${prefix}item`, errors);
  if (!kind || !categories || item === undefined) return null;
  const fitting = categories.filter((category) => category.kinds.includes(kind));
  if (categories.length > 0 && fitting.length === 0) {
    const kinds = KINDS.filter((known) => categories.some((category) => category.kinds.includes(known)));
    const params = {
      kindsRu: kinds.map((known) => KIND_WORDS[known][0]).join(', '),
      kindsEn: kinds.map((known) => KIND_WORDS[known][1]).join(', '),
    };
    errors.push({ field: `${prefix}kind`, code: 'catalogue.kind-not-in-category', params });
    return null;
  }
  return { kind, categories: fitting, item };
}

function chooseCategories(
  catalogue: Catalogue,
  choice: Choice,
  kind: Kind | undefined,
  field: string,
  errors: FieldError[],
): readonly Category[] | null {
  const wrong = (code: string): null => {
    errors.push({ field, code });
    return null;
  };
  if (!choice.category) return kind === 'money' && !choice.exactCategory ? [] : wrong('catalogue.category-needed');
  const category = catalogue.category(choice.category);
  if (category) return isLive(category) ? [category] : wrong('catalogue.retired');
  const sphere = catalogue.sphere(choice.category);
  if (!sphere) return wrong('catalogue.unknown-category');
  if (choice.exactCategory) return wrong('catalogue.exact-category-needed');
  return isLive(sphere) ? catalogue.categoriesOf(sphere.code) : wrong('catalogue.retired');
}

function chooseItem(
  catalogue: Catalogue,
  choice: Choice,
  kind: Kind | undefined,
  field: string,
  errors: FieldError[],
): Item | null | undefined {
  const wrong = (code: string): undefined => {
    errors.push({ field, code });
    return undefined;
  };
  if (!choice.item) return null;
  if (kind !== undefined && kind !== 'goods') return wrong('catalogue.item-only-for-goods');
  const item = catalogue.item(choice.item);
  if (!item) return wrong('catalogue.unknown-item');
  return isLive(item) ? item : wrong('catalogue.retired');
}

function isLive(entry: Entry): boolean {
  return entry.retiredAt === null;
}

/** Codes of `units.tsv` that the choice may be counted in, the usual one first. Time may always be said in hours, also where the category lists visits or days only. */
export function unitsFor(chosen: Chosen): readonly string[] {
  if (chosen.kind === 'money') return ['rub'];
  if (chosen.item) return [chosen.item.defaultUnit, ...chosen.item.otherUnits];
  const units = chosen.categories.flatMap((category) =>
    chosen.kind === 'time' ? [...category.timeUnits, 'hour'] : category.goodsUnits,
  );
  return [...new Set(units)];
}

/** Names of units for a sentence, in both languages: which one is read is known only when it is answered. */
export function unitWords(
  catalogue: Catalogue,
  codes: readonly string[],
): { readonly unitsRu: string; readonly unitsEn: string } {
  const units = codes.flatMap((code) => catalogue.unit(code) ?? []);
  return { unitsRu: units.map((unit) => unit.nameRu).join(', '), unitsEn: units.map((unit) => unit.nameEn).join(', ') };
}

/** What a visit, trip or day lasts is minutes; what a box or pack holds is what the item or category is counted in otherwise. */
export function basesWithin(catalogue: Catalogue, chosen: Chosen, container: Unit): readonly string[] {
  if (chosen.kind === 'time') return ['minute'];
  const measured = unitsFor(chosen)
    .flatMap((code) => catalogue.unit(code) ?? [])
    .filter((unit) => !isContainer(unit))
    .map((unit) => unit.base);
  return [...new Set(container.dimension === 'time-count' ? [...measured, 'minute'] : measured)];
}
