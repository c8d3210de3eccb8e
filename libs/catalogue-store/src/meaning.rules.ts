import type { CatalogueTable, DbRow } from '#catalogue';

/** What a code means: columns that may never change once needs and offers have been counted by them. */
const FIXED: Readonly<Record<CatalogueTable, readonly string[]>> = {
  units: ['base', 'base_per_unit', 'dimension'],
  spheres: [],
  categories: ['sphere'],
  goods: [],
  skills: [],
  beneficiary_groups: [],
  places: ['kind'],
};

/** Sentences about codes whose meaning would change, or would no longer cover what was counted under them; empty when all is well. */
export function changedMeanings(
  table: CatalogueTable,
  before: readonly DbRow[],
  after: readonly DbRow[],
): readonly string[] {
  const known = new Map(before.map((row) => [row.code, row]));
  return after.flatMap((row) => {
    const old = known.get(row.code);
    if (!old) return [];
    const changed = FIXED[table]
      .filter((column) => old[column] !== row[column])
      .map(
        (column) =>
          `${table} "${row.code}": ${column} was ${String(old[column])} and would become ${String(row[column])}`,
      );
    return [...changed, ...lostKinds(table, old, row)];
  });
}

function lostKinds(table: CatalogueTable, old: DbRow, row: DbRow): readonly string[] {
  if (table !== 'categories') return [];
  const lost = (old.kinds as string[]).filter((kind) => !(row.kinds as string[]).includes(kind));
  return lost.map((kind) => `${table} "${row.code}": kind ${kind} would be lost`);
}
