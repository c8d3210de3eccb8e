/** Skills fit in this many words of 32 bits a row. */
export const SKILL_WORDS = 4;

export type Column = Int32Array | Uint8Array | Float64Array | Uint32Array;

/** The numbers of all rows without the lists: what may be handed to another thread. */
export interface SideColumns {
  readonly capacity: number;
  readonly category: Int32Array;
  readonly sphere: Int32Array;
  readonly item: Int32Array;
  readonly unit: Int32Array;
  readonly place: Int32Array;
  readonly party: Int32Array;
  readonly cell: Int32Array;
  /** Code of a need's own id where some gift is bound to it, else 0. */
  readonly self: Int32Array;
  readonly offset: Int32Array;
  readonly trust: Int32Array;
  /** Bits of conditions and seasons: what a thing is, and what a need takes. 0: nothing is said, everything is taken. */
  readonly traits: Int32Array;
  readonly kind: Uint8Array;
  readonly flags: Uint8Array;
  readonly urgency: Uint8Array;
  readonly left: Float64Array;
  readonly min: Float64Array;
  readonly step: Float64Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly since: Float64Array;
  readonly radius: Float64Array;
  readonly best: Float64Array;
  readonly fixed: Float64Array;
  readonly skills: Uint32Array;
  readonly ids: readonly string[];
  readonly prefers: readonly (Int32Array | null)[];
  readonly owners: readonly (Int32Array | null)[];
  readonly only: readonly (Int32Array | null)[];
  readonly checks: readonly (Float64Array | null)[];
  /** Sizes that a thing has, or that a need takes; null: nothing is said. */
  readonly sizes: readonly (Int32Array | null)[];
  /** Things that a need does not take now; null: none. */
  readonly refused: readonly (Int32Array | null)[];
}

export const INTS = [
  'category',
  'sphere',
  'item',
  'unit',
  'place',
  'party',
  'cell',
  'self',
  'offset',
  'trust',
  'traits',
] as const;
export const BYTES = ['kind', 'flags', 'urgency'] as const;
export const DOUBLES = ['left', 'min', 'step', 'from', 'to', 'since', 'radius', 'best', 'fixed'] as const;
type Lists = 'ids' | 'prefers' | 'owners' | 'only' | 'checks' | 'sizes' | 'refused';

/** The same rows with other columns. */
export function withColumns(from: SideColumns, of: <T extends Column>(column: T) => T): SideColumns {
  const columns = [...INTS, ...BYTES, ...DOUBLES, 'skills' as const].map((name) => [name, of(from[name])]);
  return {
    ...(Object.fromEntries(columns) as Omit<SideColumns, 'capacity' | Lists>),
    capacity: from.capacity,
    ids: from.ids,
    prefers: from.prefers,
    owners: from.owners,
    only: from.only,
    checks: from.checks,
    sizes: from.sizes,
    refused: from.refused,
  };
}

/** Some of the rows, in this order: what is read together lies together. */
export function copyRows(from: SideColumns, rows: Int32Array): SideColumns {
  const pick = <T extends Column>(column: T): T => {
    const size = column === from.skills ? SKILL_WORDS : 1;
    const to = new (column.constructor as new (length: number) => T)(rows.length * size);
    for (let at = 0; at < rows.length; at++)
      for (let word = 0; word < size; word++)
        to[at * size + word] = column[(rows[at] as number) * size + word] as number;
    return to;
  };
  const list = <T>(of: readonly T[]): T[] => Array.from(rows, (row) => of[row] as T);
  return {
    ...withColumns(from, pick),
    capacity: rows.length,
    ids: list(from.ids),
    prefers: list(from.prefers),
    owners: list(from.owners),
    only: list(from.only),
    checks: list(from.checks),
    sizes: list(from.sizes),
    refused: list(from.refused),
  };
}
