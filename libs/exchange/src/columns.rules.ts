/** A table that people exchange with us as CSV. */
export type Table = 'offers' | 'needs';

export interface TableColumns {
  readonly all: readonly string[];
  readonly needed: readonly string[];
}

/** Columns in the order in which we write them; they are read in any order. */
export const COLUMNS: Readonly<Record<Table, TableColumns>> = {
  offers: { all: ['id', 'kind', 'category', 'item', 'quantity', 'unit', 'min_lot', 'lat', 'lon', 'place', 'radius_km', 'skills', 'from', 'until', 'prefers', 'only', 'best_before', 'cold_chain', 'vetted'], needed: ['id', 'kind', 'quantity'] },
  needs: {
    all: ['id', 'organization', 'kind', 'category', 'item', 'quantity', 'unit', 'min_quantity', 'lat', 'lon', 'place', 'remote', 'skills', 'from', 'deadline', 'urgency', 'beneficiaries', 'cold_chain'],
    needed: ['id', 'organization', 'kind', 'category', 'quantity'],
  },
};

/** Rows of one file. */
export const ROWS_MAX = 2_000_000;
/** Bytes of one row. */
export const ROW_BYTES_MAX = 64 * 1024;
/** Characters of an id. */
export const ID_MAX = 100;

/** Columns of fields that a form calls otherwise. */
const RENAMED: Readonly<Record<string, string>> = { minLot: 'min_lot', minQuantity: 'min_quantity', radiusKm: 'radius_km', bestBefore: 'best_before', coldChain: 'cold_chain', each: 'unit' };

/** The column behind a field of a form: `skills.3` → `skills`. */
export function columnOf(field: string): string {
  const name = field.split('.')[0] ?? field;
  return RENAMED[name] ?? name;
}
