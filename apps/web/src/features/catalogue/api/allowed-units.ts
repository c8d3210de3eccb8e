import type { Category, Goods, Kind, Unit } from '../../../lib/api-types.js';

/** The units to offer in a form, the usual one first; time may always be said in hours. The server decides; this only keeps the list short. */
export function unitsFor(
  kind: Kind,
  units: readonly Unit[],
  category: Category | undefined,
  item: Goods | undefined,
): Unit[] {
  const pick = (codes: readonly string[]): Unit[] =>
    [...new Set(codes)].flatMap((code) => units.filter((unit) => unit.code === code));
  if (kind === 'money') return pick(['rub']);
  if (kind === 'time') return pick([...(category?.units.time ?? []), 'hour']);
  if (item) return pick(item.units);
  if (category && category.units.goods.length > 0) return pick(category.units.goods);
  return pick(['pcs', 'set', 'kg']);
}
