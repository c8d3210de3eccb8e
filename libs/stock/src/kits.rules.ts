import { measure, type Catalogue } from '#catalogue';
import type { FieldError } from '#kernel';
import { firstOut, freshnessOf, takeFrom, type Taken } from './lots.rules.js';

export const KIT_LIMITS = { name: 120, parts: 20, kits: 50, atOnce: 10_000 } as const;
/** A kit is counted in this unit. */
export const KIT_UNIT = 'set';

/** One part of a recipe, for one kit: `amount` in the base unit. */
export interface KitPart {
  readonly item: string;
  readonly unit: string;
  readonly baseUnit: string;
  readonly amount: number;
}

export interface KitForm {
  readonly name: string;
  /** What the kit is, in the catalogue: something that is counted in sets. */
  readonly item: string;
  readonly parts: readonly { readonly item: string; readonly quantity: string; readonly unit: string }[];
}

export interface KitColumns {
  readonly name: string;
  readonly item: string;
  readonly parts: readonly KitPart[];
}

/** A kit is no part of itself, and names no part twice. */
export function readKit(
  catalogue: Catalogue,
  form: KitForm,
): { readonly ok: true; readonly kit: KitColumns } | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const name = form.name.replace(/\s+/g, ' ').trim();
  if (name === '') errors.push({ field: 'name', code: 'form.required' });
  else if (name.length > KIT_LIMITS.name)
    errors.push({ field: 'name', code: 'form.too-long', params: { max: KIT_LIMITS.name } });
  const item = catalogue.item(form.item);
  if (!item || item.retiredAt !== null) errors.push({ field: 'item', code: 'catalogue.unknown-item' });
  else if (![item.defaultUnit, ...item.otherUnits].includes(KIT_UNIT))
    errors.push({ field: 'item', code: 'stock.kit-in-sets' });
  if (form.parts.length === 0) errors.push({ field: 'parts', code: 'form.required' });
  if (form.parts.length > KIT_LIMITS.parts)
    errors.push({ field: 'parts', code: 'form.too-many', params: { max: KIT_LIMITS.parts } });
  const parts = form.parts
    .slice(0, KIT_LIMITS.parts)
    .flatMap((part, at) => readPart(catalogue, form, part, at, errors));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, kit: { name, item: form.item, parts } };
}

function readPart(
  catalogue: Catalogue,
  form: KitForm,
  part: KitForm['parts'][number],
  at: number,
  errors: FieldError[],
): KitPart[] {
  const measured = measure(
    catalogue,
    { kind: 'goods', category: catalogue.item(part.item)?.category ?? null, ...part },
    `parts.${at}.`,
  );
  if (!measured.ok) {
    errors.push(
      ...measured.errors.map((error) =>
        error.field.endsWith('category')
          ? { ...error, field: `parts.${at}.item`, code: 'catalogue.unknown-item' }
          : error,
      ),
    );
    return [];
  }
  const twice = form.parts.findIndex((other) => other.item === part.item) !== at;
  if (twice || part.item === form.item) {
    errors.push({ field: `parts.${at}.item`, code: 'stock.part-twice' });
    return [];
  }
  return [{ item: part.item, unit: measured.unit, baseUnit: measured.baseUnit, amount: measured.amount }];
}

interface Shelved {
  readonly id: string;
  readonly item: string | null;
  readonly baseUnit: string;
  readonly bestBefore: string | null;
  readonly takenInAt: Date;
  readonly amount: number;
}

const ofPart = <T extends Shelved>(lots: readonly T[], part: KitPart): T[] =>
  lots.filter((lot) => lot.item === part.item && lot.baseUnit === part.baseUnit);

/** How many kits what lies there makes, and which part ends first. */
export function kitsFrom(
  parts: readonly KitPart[],
  lots: readonly Shelved[],
  today: string,
): { readonly count: number; readonly short: string | null } {
  let [count, short] = [Number.POSITIVE_INFINITY, null as string | null];
  for (const part of parts) {
    const there = ofPart(lots, part)
      .filter((lot) => freshnessOf(lot.bestBefore, today) !== 'expired')
      .reduce((sum, lot) => sum + lot.amount, 0);
    const enough = Math.floor(there / part.amount);
    if (enough < count) [count, short] = [enough, part.item];
  }
  return { count: Number.isFinite(count) ? count : 0, short };
}

/** What leaves which lot for so many kits, first out first; null: a part is short. */
export function partsFor<T extends Shelved>(
  parts: readonly KitPart[],
  count: number,
  lots: readonly T[],
  today: string,
): Taken<T>[] | null {
  const taken = parts.map((part) => takeFrom(ofPart(lots, part), part.amount * count, today));
  return taken.some((one) => one === null) ? null : taken.flatMap((one) => one ?? []);
}

/** A kit keeps as long as what of it ends first. */
export function kitBestBefore(parts: readonly { readonly lot: Pick<Shelved, 'bestBefore'> }[]): string | null {
  return (
    parts
      .flatMap(({ lot }) => lot.bestBefore ?? [])
      .sort()
      .at(0) ?? null
  );
}

interface Assembled {
  readonly id: string;
  readonly lot: string | null;
  readonly left: number;
}

/**
 * What of an assembly goes back when so many kits are taken apart: the kits, and of each part so many times what one holds, the longest keeping first. Null: the books have not so much.
 */
export function takenApart(
  parts: readonly KitPart[],
  count: number,
  assembled: readonly Assembled[],
  lots: readonly Omit<Shelved, 'amount'>[],
): { readonly id: string; readonly amount: number }[] | null {
  const kit = assembled.find(({ lot }) => lot === null);
  if (!kit || kit.left < count) return null;
  const back = [{ id: kit.id, amount: count }];
  const known = new Map(lots.map((lot) => [lot.id, lot]));
  for (const part of parts) {
    let left = part.amount * count;
    const entries = assembled.flatMap((entry) => {
      const lot = entry.lot === null ? undefined : known.get(entry.lot);
      return lot && lot.item === part.item && lot.baseUnit === part.baseUnit ? [{ ...lot, entry }] : [];
    });
    for (const { entry } of firstOut(entries).reverse()) {
      const amount = Math.min(left, entry.left);
      if (amount > 0) back.push({ id: entry.id, amount });
      left -= amount;
    }
    if (left > 0) return null;
  }
  return back;
}

export type KitVerb = 'assemble' | 'retire';

/** Those who keep the stock use a kit until it is retired. */
export const kitCan = ({ keeps, retired }: Record<'keeps' | 'retired', boolean>): KitVerb[] =>
  keeps && !retired ? ['assemble', 'retire'] : [];
