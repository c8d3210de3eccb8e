import { KINDS, type FieldError, type Kind } from '#kernel';
import { BASE_UNITS } from '#catalogue';
import type { Catalogue } from '#catalogue';
import { isCode } from '#catalogue';
import type { Entry } from '#catalogue';
import { DIMENSIONS, FLAGS, type DbRow } from '#catalogue';
import { type EntryType, type Synonyms } from './edits.rules.js';

/** What an editor says of an entry; which fields belong to which type stands in FIELDS. */
export interface EntryForm {
  readonly nameRu?: string;
  readonly nameEn?: string;
  readonly synonyms?: Synonyms;
  readonly hintRu?: string;
  readonly sphere?: string;
  readonly kinds?: readonly string[];
  readonly defaultKind?: string;
  readonly defaultUnit?: string;
  readonly goodsUnits?: readonly string[];
  readonly timeUnits?: readonly string[];
  readonly outcomeUnit?: string;
  readonly flags?: readonly string[];
  readonly category?: string;
  readonly otherUnits?: readonly string[];
  readonly symbolRu?: string;
  readonly symbolEn?: string;
  readonly dimension?: string;
  readonly base?: string;
  readonly basePerUnit?: number;
  readonly ruOne?: string;
  readonly ruFew?: string;
  readonly ruMany?: string;
  readonly group?: string;
}

type Column = keyof Omit<EntryForm, 'synonyms'>;

/** `fixed`: what a code means, said once when it is added. */
const FIELDS: Readonly<
  Record<
    EntryType,
    { readonly edited: readonly Column[]; readonly fixed: readonly Column[]; readonly synonyms: boolean }
  >
> = {
  sphere: { edited: ['nameRu', 'nameEn', 'hintRu'], fixed: [], synonyms: true },
  category: {
    edited: ['nameRu', 'nameEn', 'kinds', 'defaultUnit', 'goodsUnits', 'timeUnits'],
    fixed: ['sphere', 'defaultKind', 'outcomeUnit', 'flags'],
    synonyms: true,
  },
  item: { edited: ['nameRu', 'nameEn', 'defaultUnit', 'otherUnits'], fixed: ['category'], synonyms: true },
  unit: {
    edited: ['nameRu', 'nameEn', 'symbolRu', 'symbolEn', 'ruOne', 'ruFew', 'ruMany'],
    fixed: ['dimension', 'base', 'basePerUnit'],
    synonyms: false,
  },
  skill: { edited: ['nameRu', 'nameEn'], fixed: ['group'], synonyms: true },
  group: { edited: ['nameRu', 'nameEn'], fixed: [], synonyms: false },
};

/** May be left out when an entry is added. */
const DEFAULTS: Readonly<Partial<Record<Column, unknown>>> = {
  flags: [],
  goodsUnits: [],
  timeUnits: [],
  otherUnits: [],
};
/** Columns that a new row has beside what is said of it. */
const BESIDE: Readonly<Record<EntryType, Readonly<Record<string, unknown>>>> = {
  sphere: { mappings: {} },
  category: { mappings: {} },
  item: { attributes: [] },
  unit: { okei: null },
  skill: {},
  group: { sensitive: [] },
};

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export type ReadEntry =
  | { readonly ok: true; readonly columns: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads what is said of a new entry. */
export function readNewEntry(catalogue: Catalogue, type: EntryType, code: string, form: EntryForm): ReadEntry {
  const { edited, fixed } = FIELDS[type];
  const errors = strangers(type, form, [...edited, ...fixed]);
  if (!isCode(code)) errors.push({ field: 'code', code: 'catalogue.bad-code' });
  else if (isTaken(catalogue, type, code)) errors.push({ field: 'code', code: 'catalogue.code-taken' });
  const columns: Record<string, unknown> = { ...BESIDE[type] };
  for (const field of [...edited, ...fixed]) {
    const value = form[field] ?? DEFAULTS[field];
    if (value === undefined) errors.push({ field, code: 'form.required' });
    else columns[columnOf(field)] = value;
  }
  if (errors.length === 0) errors.push(...checkRow(catalogue, type, code, columns));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, columns };
}

/** Reads what changes; the columns are those that become other ones. */
export function readEntryChanges(catalogue: Catalogue, type: EntryType, before: DbRow, form: EntryForm): ReadEntry {
  const { edited, fixed } = FIELDS[type];
  const errors = strangers(type, form, edited).map((error) =>
    fixed.includes(error.field as Column) ? { ...error, code: 'catalogue.fixed' } : error,
  );
  const said = edited.flatMap((field) => (form[field] === undefined ? [] : [[columnOf(field), form[field]] as const]));
  const columns = Object.fromEntries(
    said.filter(([column, value]) => JSON.stringify(before[column]) !== JSON.stringify(value)),
  );
  const lost =
    type === 'category' && Array.isArray(columns.kinds)
      ? (before.kinds as string[]).filter((kind) => !(columns.kinds as string[]).includes(kind))
      : [];
  if (lost.length > 0) errors.push({ field: 'kinds', code: 'catalogue.kind-stays' });
  if (errors.length === 0) errors.push(...checkRow(catalogue, type, before.code, { ...before, ...columns }));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, columns };
}

/** Units that the entry could be counted in before and can be no more. */
export function droppedUnits(
  type: EntryType,
  before: DbRow,
  after: Readonly<Record<string, unknown>>,
): readonly string[] {
  const units = (row: Readonly<Record<string, unknown>>): string[] =>
    type === 'category'
      ? [...(row.goods_units as string[]), ...(row.time_units as string[])]
      : type === 'item'
        ? [row.default_unit as string, ...(row.other_units as string[])]
        : [];
  const left = new Set(units({ ...before, ...after }));
  return [...new Set(units(before))].filter((unit) => !left.has(unit));
}

function strangers(type: EntryType, form: EntryForm, known: readonly Column[]): FieldError[] {
  return Object.entries(form).flatMap(([field, value]) =>
    value === undefined || known.includes(field as Column) || (field === 'synonyms' && FIELDS[type].synonyms)
      ? []
      : [{ field, code: 'form.unknown-field' }],
  );
}

const FIND: Readonly<Record<EntryType, (catalogue: Catalogue, code: string) => Entry | undefined>> = {
  sphere: (catalogue, code) => catalogue.sphere(code),
  category: (catalogue, code) => catalogue.category(code),
  item: (catalogue, code) => catalogue.item(code),
  unit: (catalogue, code) => catalogue.unit(code),
  skill: (catalogue, code) => catalogue.skill(code),
  group: (catalogue, code) => catalogue.beneficiaryGroup(code),
};

/** A sphere and a category may not share a code: an offer could not tell them apart. */
function isTaken(catalogue: Catalogue, type: EntryType, code: string): boolean {
  const sharing: readonly EntryType[] = type === 'sphere' || type === 'category' ? ['sphere', 'category'] : [type];
  return sharing.some((one) => FIND[one](catalogue, code) !== undefined);
}

/** Whether one entry may take the place of another: in use, another one, and taking whatever the old one takes, in every unit of it. */
export function maySucceed(catalogue: Catalogue, type: EntryType, code: string, successor: string): boolean {
  const next = FIND[type](catalogue, successor);
  if (!next || next.retiredAt !== null || successor === code) return false;
  if (type === 'unit') return catalogue.unit(code)?.base === catalogue.unit(successor)?.base;
  const [category, other] = [catalogue.category(code), catalogue.category(successor)];
  if (type === 'category')
    return (
      category !== undefined &&
      other !== undefined &&
      isWithin(category.kinds, other.kinds) &&
      isWithin(category.goodsUnits, other.goodsUnits) &&
      isWithin(category.timeUnits, other.timeUnits)
    );
  const [item, another] = [catalogue.item(code), catalogue.item(successor)];
  return (
    type !== 'item' ||
    (item !== undefined &&
      another !== undefined &&
      isWithin([item.defaultUnit, ...item.otherUnits], [another.defaultUnit, ...another.otherUnits]))
  );
}

const isWithin = (some: readonly string[], all: readonly string[]): boolean => some.every((one) => all.includes(one));

/** The row as a whole, as the files are checked too. */
function checkRow(
  catalogue: Catalogue,
  type: EntryType,
  code: string,
  row: Readonly<Record<string, unknown>>,
): FieldError[] {
  if (type === 'category') return checkCategory(catalogue, row);
  if (type === 'item') return checkItem(catalogue, row);
  if (type === 'unit') return checkUnit(code, row);
  return [];
}

const wrong = (field: string, code = 'form.not-in-list'): FieldError => ({ field, code });

function unknownUnits(catalogue: Catalogue, field: string, units: readonly string[]): FieldError[] {
  const known = new Set(catalogue.units.map((unit) => unit.code));
  return units.every((unit) => known.has(unit)) && new Set(units).size === units.length ? [] : [wrong(field)];
}

function checkCategory(catalogue: Catalogue, row: Readonly<Record<string, unknown>>): FieldError[] {
  const kinds = row.kinds as string[];
  const [goods, time] = [row.goods_units as string[], row.time_units as string[]];
  const errors = [...unknownUnits(catalogue, 'goodsUnits', goods), ...unknownUnits(catalogue, 'timeUnits', time)];
  if (kinds.length === 0 || kinds.some((kind) => !KINDS.includes(kind as Kind)) || new Set(kinds).size !== kinds.length)
    errors.push(wrong('kinds'));
  if (kinds.includes('goods') && goods.length === 0) errors.push(wrong('goodsUnits', 'catalogue.unit-missing'));
  if (kinds.includes('time') && time.length === 0) errors.push(wrong('timeUnits', 'catalogue.unit-missing'));
  if (!kinds.includes(row.default_kind as string)) errors.push(wrong('defaultKind'));
  const fitting = row.default_kind === 'money' ? ['rub'] : row.default_kind === 'goods' ? goods : time;
  if (!fitting.includes(row.default_unit as string)) errors.push(wrong('defaultUnit'));
  if (catalogue.sphere(row.sphere as string)?.retiredAt !== null) errors.push(wrong('sphere'));
  if ((row.flags as string[]).some((flag) => !FLAGS.includes(flag as (typeof FLAGS)[number])))
    errors.push(wrong('flags'));
  return errors;
}

function checkItem(catalogue: Catalogue, row: Readonly<Record<string, unknown>>): FieldError[] {
  const others = row.other_units as string[];
  const errors = [
    ...unknownUnits(catalogue, 'otherUnits', others),
    ...unknownUnits(catalogue, 'defaultUnit', [row.default_unit as string]),
  ];
  if (others.includes(row.default_unit as string)) errors.push(wrong('otherUnits'));
  const home = catalogue.category(row.category as string);
  if (home?.retiredAt !== null || !home.kinds.includes('goods')) errors.push(wrong('category'));
  return errors;
}

function checkUnit(code: string, row: Readonly<Record<string, unknown>>): FieldError[] {
  const own = row.base === code;
  const base = BASE_UNITS.find((unit) => unit.code === row.base);
  const errors = DIMENSIONS.includes(row.dimension as (typeof DIMENSIONS)[number]) ? [] : [wrong('dimension')];
  if (!own && !base) errors.push(wrong('base'));
  else if (own ? row.base_per_unit !== 1 : !Number.isInteger(row.base_per_unit) || Number(row.base_per_unit) < 1)
    errors.push(wrong('basePerUnit', 'catalogue.base-per-unit'));
  if (base && base.dimension !== row.dimension) errors.push(wrong('dimension'));
  return errors;
}
