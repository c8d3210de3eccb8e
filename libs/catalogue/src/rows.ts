import { BASE_UNITS } from './base-units.rules.js';
import { KINDS } from '#kernel';
import { Cells, choices } from './cells.js';
import { DataError, readTsv } from './tsv.js';

/** A row ready for its table: keys are column names. */
export type DbRow = Readonly<Record<string, unknown>> & { readonly code: string };

/** Tables in the order in which they may be written (references first). */
export const TABLE_ORDER = [
  'units',
  'spheres',
  'categories',
  'goods',
  'skills',
  'beneficiary_groups',
  'places',
] as const;
export type CatalogueTable = (typeof TABLE_ORDER)[number];
export type CatalogueData = Readonly<Record<CatalogueTable, readonly DbRow[]>>;

export const DATA_FILES = [
  'units',
  'spheres',
  'catalogue',
  'goods',
  'skills',
  'beneficiary_groups',
  'regions',
  'municipalities',
  'scheme',
  'synonyms',
] as const;
export type DataFile = (typeof DATA_FILES)[number];

/** What makes a region: the files that an operator may bring. */
export const REGION_FILES = ['regions', 'municipalities', 'scheme'] as const;
export type RegionFile = (typeof REGION_FILES)[number];

const PLACE_COLUMNS = ['name_en', 'centre_ru', 'centre_en', 'centre_lat', 'centre_lon', 'time_zone'];
/** Columns that must stand in the header, beside the code. */
const COLUMNS: Readonly<Partial<Record<DataFile, readonly string[]>>> = {
  regions: ['name_ru', 'type_ru', ...PLACE_COLUMNS],
  municipalities: ['name_ru_current', 'type_current', ...PLACE_COLUMNS],
};

export const DIMENSIONS = ['money', 'time', 'time-count', 'count', 'mass', 'volume', 'length', 'area'] as const;
export const FLAGS = ['private', 'child', 'check', 'licensed', 'food', 'return', 'crisis', 'age18'] as const;
const SENSITIVE = ['child', 'health', 'ethnic', 'private'] as const;

/** Reads all data files into rows, checked among each other. @throws DataError that names file, line and column */
export function readCatalogue(files: Readonly<Record<DataFile, string>>): CatalogueData {
  const units = readFile('units', files.units, unit);
  const unitCodes = codes(units);
  const spheres = readFile('spheres', files.spheres, sphere);
  const sphereCodes = codes(spheres);
  const categories = readFile(
    'catalogue',
    files.catalogue,
    (cells) => category(cells, sphereCodes, unitCodes),
    'category_code',
  );
  const categoryCodes = codes(categories);
  const clash = categories.find((row) => sphereCodes.has(row.code));
  if (clash)
    throw new DataError(
      'catalogue.tsv',
      1,
      'category_code',
      `"${clash.code}" is a sphere and a category: an offer could not tell them apart`,
    );
  return {
    units,
    spheres,
    categories,
    goods: readFile('goods', files.goods, (cells) => item(cells, unitCodes, categoryCodes)),
    skills: readFile('skills', files.skills, (cells) => ({ ...named(cells), group: cells.text('group') })),
    beneficiary_groups: readFile('beneficiary_groups', files.beneficiary_groups, (cells) => ({
      ...named(cells),
      sensitive: cells.listOf('sensitive', ',', SENSITIVE),
    })),
    places: places(files),
  };
}

function codes(rows: readonly DbRow[]): ReadonlySet<string> {
  return new Set(rows.map((row) => row.code));
}

function readFile(file: DataFile, text: string, build: (cells: Cells) => DbRow, codeColumn = 'code'): readonly DbRow[] {
  const name = `${file}.tsv`;
  const seen = new Set<string>();
  const rows = readTsv(name, text, [codeColumn, ...(COLUMNS[file] ?? ['name_ru', 'name_en'])]);
  if (rows.length === 0) throw new DataError(name, 1, null, 'there is no row below the header; at least one is needed');
  return rows.map((row, at) => {
    const cells = new Cells(name, row);
    const built = build(cells);
    if (seen.has(built.code)) cells.fail(codeColumn, `"${built.code}" stands here twice`);
    seen.add(built.code);
    return { ...built, position: at + 1 };
  });
}

function named(cells: Cells, codeColumn = 'code'): { code: string; name_ru: string; name_en: string } {
  return { code: cells.code(codeColumn), name_ru: cells.text('name_ru'), name_en: cells.text('name_en') };
}

function unit(cells: Cells): DbRow {
  const code = cells.code('code');
  const base = cells.code('base');
  const basePerUnit = cells.integer('base_per_unit', 1);
  const clash = BASE_UNITS.some((known) => known.code === code);
  if (clash) cells.fail('code', `"${code}" is the name of a base unit`);
  if (base === code ? basePerUnit !== 1 : !BASE_UNITS.some((known) => known.code === base))
    cells.fail('base', `"${base}" is no base unit of "${code}"`);
  return {
    ...named(cells),
    symbol_ru: cells.text('symbol_ru'),
    symbol_en: cells.text('symbol_en'),
    dimension: cells.oneOf('dimension', DIMENSIONS),
    base,
    base_per_unit: basePerUnit,
    okei: cells.optional('okei'),
    ru_one: cells.text('ru_one'),
    ru_few: cells.text('ru_few'),
    ru_many: cells.text('ru_many'),
  };
}

function sphere(cells: Cells): DbRow {
  return {
    ...named(cells),
    hint_ru: cells.text('hint_ru'),
    mappings: {
      icnpo: cells.list('icnpo_groups', ','),
      sdg: cells.list('sdg_primary', ','),
      pgf: cells.list('pgf_directions', ','),
      law135fz: cells.list('goals_135fz', ','),
      law7fz: cells.list('law_7fz_31_1', ','),
    },
  };
}

function category(cells: Cells, spheres: ReadonlySet<string>, units: ReadonlySet<string>): DbRow {
  const kinds = cells.listOf('kinds', ',', KINDS);
  const defaultKind = cells.oneOf('default_kind', kinds);
  const known = [...units];
  const goodsUnits = cells.listOf('goods_units', '|', known);
  const timeUnits = cells.listOf('time_units', '|', known);
  const defaultUnit = cells.reference('default_unit', units);
  if (kinds.includes('goods') && goodsUnits.length === 0)
    cells.fail('goods_units', 'a category that takes goods needs a unit for them');
  if (kinds.includes('time') && timeUnits.length === 0)
    cells.fail('time_units', 'a category that takes time needs a unit for it');
  const fitting = { money: ['rub'], goods: goodsUnits, time: timeUnits }[defaultKind];
  if (!fitting.includes(defaultUnit)) cells.fail('default_unit', `"${defaultUnit}" is no unit of the default kind`);
  return {
    ...named(cells, 'category_code'),
    sphere: cells.reference('sphere_code', spheres),
    kinds,
    default_kind: defaultKind,
    default_unit: defaultUnit,
    goods_units: goodsUnits,
    time_units: timeUnits,
    outcome_unit: cells.text('outcome_unit'),
    flags: cells.listOf('flags', ',', FLAGS),
    mappings: {
      law7fz: cells.list('law_7fz_31_1', ','),
      services442fz: cells.list('services_442fz', ','),
      sdg: cells.list('sdg', ','),
    },
  };
}

function item(cells: Cells, units: ReadonlySet<string>, categories: ReadonlySet<string>): DbRow {
  return {
    ...named(cells),
    default_unit: cells.reference('default_unit', units),
    other_units: cells.listOf('other_units', ',', [...units]),
    attributes: cells.list('attributes', ','),
    category: cells.reference('category', categories),
  };
}

/** Regions first. A municipality belongs to the region that it names, else to the one whose OKTMO prefix fits best, else to the only one there is. */
export function places(files: Readonly<Record<'regions' | 'municipalities', string>>): readonly DbRow[] {
  const prefixes: { prefix: string; code: string }[] = [];
  const namesOthers: { cells: Cells; code: string; column: 'parent' | 'successor' }[] = [];
  const regions = readFile('regions', files.regions, (cells) => {
    const row = place(cells, cells.code('code'), 'region', 'name_ru', 'type_ru', 'oktmo', cells.optional('parent'));
    const prefix = cells.optional('oktmo_prefix');
    if (prefix !== null) prefixes.push({ prefix, code: row.code });
    namesOthers.push({ cells, code: row.code, column: 'parent' }, { cells, code: row.code, column: 'successor' });
    return row;
  });
  prefixes.sort((a, b) => b.prefix.length - a.prefix.length);
  checkReferences(namesOthers.splice(0), codes(regions));
  const municipalities = readFile(
    'municipalities',
    files.municipalities,
    (cells) => {
      const code = cells.code('slug');
      if (codes(regions).has(code)) cells.fail('slug', `"${code}" is a region already`);
      namesOthers.push({ cells, code, column: 'successor' });
      return place(
        cells,
        code,
        'municipality',
        'name_ru_current',
        'type_current',
        'oktmo_current',
        regionOf(cells, codes(regions), prefixes),
      );
    },
    'slug',
  );
  checkReferences(namesOthers, codes(municipalities));
  return [...regions, ...municipalities.map((row, at) => ({ ...row, position: regions.length + at + 1 }))];
}

function regionOf(
  cells: Cells,
  regions: ReadonlySet<string>,
  prefixes: readonly { prefix: string; code: string }[],
): string {
  const named = cells.optionalReference('parent', regions);
  if (named !== null) return named;
  const [only, ...others] = regions;
  if (only !== undefined && others.length === 0 && prefixes.length === 0) return only;
  const oktmo = cells.optional('oktmo_current') ?? '';
  return (
    prefixes.find(({ prefix }) => oktmo.startsWith(prefix))?.code ??
    cells.fail(
      'oktmo_current',
      `no region has this prefix: "${oktmo}" can begin with ${choices(prefixes.map(({ prefix }) => prefix))}`,
    )
  );
}

/** A place names only places of its own file, and never itself. */
function checkReferences(
  named: readonly { readonly cells: Cells; readonly code: string; readonly column: 'parent' | 'successor' }[],
  known: ReadonlySet<string>,
): void {
  for (const { cells, code, column } of named)
    cells.optionalReference(column, new Set([...known].filter((other) => other !== code)));
}

function place(
  cells: Cells,
  code: string,
  kind: 'region' | 'municipality',
  name: string,
  type: string,
  oktmo: string,
  parent: string | null,
): DbRow {
  const [lat, lon] = [cells.degrees('centre_lat', 90), cells.degrees('centre_lon', 180)];
  return {
    code,
    parent,
    kind,
    type_ru: cells.text(type),
    name_ru: cells.text(name),
    name_en: cells.text('name_en'),
    centre_ru: cells.text('centre_ru'),
    centre_en: cells.text('centre_en'),
    lat,
    lon,
    map_lat: cells.optional('map_lat') === null ? lat : cells.degrees('map_lat', 90),
    map_lon: cells.optional('map_lon') === null ? lon : cells.degrees('map_lon', 180),
    population: cells.optionalInteger('population'),
    population_year: cells.optionalInteger('population_year'),
    oktmo: cells.optional(oktmo),
    time_zone: cells.timeZone('time_zone'),
    successor: cells.optional('successor'),
    valid_from: cells.optionalDate('valid_from'),
  };
}
