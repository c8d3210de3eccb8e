/** What a demo need is made of. Words in braces: {в} is "в Экимчане", {место} the municipality's name, {n} the quantity as it is said. */
export interface NeedTemplate {
  readonly category: string;
  readonly kind: 'money' | 'goods' | 'time';
  readonly item?: string;
  readonly unit: string;
  /** What one visit or trip holds. */
  readonly each?: { readonly quantity: string; readonly unit: string };
  /** Smallest, largest and step of the quantity, in `unit`. */
  readonly quantity: readonly [number, number, number];
  readonly titles: readonly string[];
  readonly texts: readonly string[];
  readonly groups: readonly string[];
  /** How many people it helps. */
  readonly people: readonly [number, number];
  readonly skills?: readonly string[];
  readonly remote?: boolean;
}

type Rest = Partial<Pick<NeedTemplate, 'item' | 'each' | 'skills' | 'remote'>>;

/** One line for one template: category, unit, quantity, people, groups, titles, texts. The kind follows from the unit. */
export function template(
  category: string,
  unit: string,
  quantity: NeedTemplate['quantity'],
  people: NeedTemplate['people'],
  groups: readonly string[],
  titles: readonly string[],
  texts: readonly string[],
  rest: Rest = {},
): NeedTemplate {
  const kind =
    unit === 'rub'
      ? 'money'
      : ['hour', 'visit', 'trip', 'day'].includes(unit) && rest.item === undefined
        ? 'time'
        : 'goods';
  return { category, kind, unit, quantity, people, groups, titles, texts, ...rest };
}

/** A quantity as a form says it: roubles with their kopecks. */
export function quantityText(unit: string, quantity: number): string {
  return unit === 'rub' ? `${quantity}.00` : String(quantity);
}
