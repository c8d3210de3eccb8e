/** A table that people exchange with us as CSV. */
export type Table = 'offers' | 'needs' | 'organizations';

export interface TableColumns {
  readonly all: readonly string[];
  readonly needed: readonly string[];
}

/** Columns in the order in which we write them; they are read in any order. */
export const COLUMNS: Readonly<Record<Table, TableColumns>> = {
  offers: {
    all: [
      'id',
      'kind',
      'category',
      'item',
      'quantity',
      'unit',
      'min_lot',
      'lat',
      'lon',
      'place',
      'radius_km',
      'skills',
      'from',
      'until',
      'prefers',
      'only',
      'best_before',
      'cold_chain',
      'size',
      'season',
      'condition',
      'vetted',
      'title',
      'description',
      'each_quantity',
      'each_unit',
    ],
    needed: ['id', 'kind', 'quantity'],
  },
  needs: {
    all: [
      'id',
      'organization',
      'kind',
      'category',
      'item',
      'quantity',
      'unit',
      'min_quantity',
      'lat',
      'lon',
      'place',
      'remote',
      'skills',
      'from',
      'deadline',
      'urgency',
      'beneficiaries',
      'cold_chain',
      'size',
      'season',
      'condition',
      'not_now',
      'title',
      'description',
      'each_quantity',
      'each_unit',
      'beneficiary_groups',
      'auto_accept',
    ],
    needed: ['id', 'organization', 'kind', 'category', 'quantity'],
  },
  organizations: {
    all: [
      'id',
      'name',
      'short_name',
      'form',
      'inn',
      'ogrn',
      'kpp',
      'place',
      'bik',
      'account',
      'bank_name',
      'correspondent',
      'coordinator',
    ],
    needed: ['id', 'name', 'place'],
  },
};

/** Rows of one file. */
export const ROWS_MAX = 2_000_000;
/** Bytes of one row. */
export const ROW_BYTES_MAX = 64 * 1024;
/** Characters of an id. */
export const ID_MAX = 100;

/** Columns of fields that a form calls otherwise. */
const RENAMED: Readonly<Record<string, string>> = {
  minLot: 'min_lot',
  minQuantity: 'min_quantity',
  radiusKm: 'radius_km',
  bestBefore: 'best_before',
  coldChain: 'cold_chain',
  'attributes.sizes': 'size',
  'attributes.season': 'season',
  'attributes.condition': 'condition',
  'accepts.sizes': 'size',
  'accepts.seasons': 'season',
  'accepts.conditions': 'condition',
  'accepts.notNow': 'not_now',
  each: 'each_quantity',
  'each.quantity': 'each_quantity',
  'each.unit': 'each_unit',
  beneficiaryGroups: 'beneficiary_groups',
  shortName: 'short_name',
  'account.bik': 'bik',
  'account.number': 'account',
  'account.bankName': 'bank_name',
  'account.correspondent': 'correspondent',
};

/** The column behind a field of a form: `skills.3` → `skills`. */
export function columnOf(field: string): string {
  const plain = field.replace(/\.\d+$/, '');
  const name = field.split('.')[0] ?? field;
  return RENAMED[plain] ?? RENAMED[name] ?? name;
}
