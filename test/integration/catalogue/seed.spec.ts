import { readDataFiles, type DataFiles } from '#catalogue';
import { loadCatalogue } from '#catalogue-store';
import { catalogueChecks, seedCatalogue, seedFrom } from '#catalogue-store';
import { testDatabase, type TestDatabase } from '../../support/database.js';

let db: TestDatabase;
let files: DataFiles;
beforeAll(async () => {
  db = await testDatabase();
  files = await readDataFiles();
});
afterAll(() => db.drop());

/** Seeds changed files and takes everything back, so that scenarios do not meet. */
async function tried<T>(
  changed: Partial<DataFiles>,
  look: (query: (sql: string) => Promise<Record<string, unknown>[]>, wrote: boolean) => Promise<T>,
): Promise<T> {
  const runner = (await db.owner()).createQueryRunner();
  await runner.startTransaction();
  try {
    const wrote = await seedFrom(runner.manager, { ...files, ...changed });
    return await look((sql) => runner.query(sql), wrote);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

test('the real catalogue is complete and whole', async () => {
  const catalogue = await loadCatalogue(db.source);
  const municipalities = catalogue.places.filter((place) => place.kind === 'municipality');
  expect(
    [
      catalogue.spheres,
      catalogue.categories,
      catalogue.goods,
      catalogue.units,
      catalogue.skills,
      catalogue.beneficiaryGroups,
      municipalities,
    ].map((list) => list.length),
  ).toEqual([14, 130, 71, 17, 76, 35, 29]);
  for (const check of catalogueChecks)
    expect([check.sentence, await db.source.query(check.sql)]).toEqual([check.sentence, []]);
});

test('a place knows its region, its time zone and both of its points', async () => {
  const catalogue = await loadCatalogue(db.source);
  expect(catalogue.place('tyndinsky')).toMatchObject({
    kind: 'municipality',
    parent: 'amur-oblast',
    nameRu: 'Тындинский муниципальный округ',
    oktmo: '10554000',
    timeZone: 'Asia/Yakutsk',
    lat: 55.14941,
    mapLat: 55.333,
    successor: null,
  });
  expect(catalogue.place('amur-oblast')).toMatchObject({ kind: 'region', parent: null });
});

test('seeding the same files again does nothing, also from two processes at once', async () => {
  await Promise.all([seedCatalogue(db.ownerUrl), seedCatalogue(db.ownerUrl)]);
  expect(await db.source.query('SELECT version FROM catalogue_versions')).toEqual([{ version: '1' }]);
});

test('a row that is missing from the file is retired, kept, still found, and comes back when the row does', async () => {
  const without = files.skills
    .split('\n')
    .filter((line) => !line.startsWith('own-boat\t'))
    .join('\n');
  const owner = await db.owner();
  await owner.transaction((tx) => seedFrom(tx, { ...files, skills: without }));
  const retired = await loadCatalogue(db.source);
  expect([retired.skills.length, retired.skill('own-boat')?.retiredAt]).toEqual([75, expect.any(Date)]);
  await owner.transaction((tx) => seedFrom(tx, files));
  const back = await loadCatalogue(db.source);
  expect([back.skills.length, back.skill('own-boat')?.retiredAt]).toEqual([76, null]);
});

test('a new word for an old code is taken over', async () => {
  const renamed = files.spheres.replace('Молодёжь\tYouth', 'Молодые люди\tYoung people');
  await tried({ spheres: renamed }, async (query, wrote) => {
    expect(wrote).toBe(true);
    expect(await query(`SELECT name_ru, name_en FROM spheres WHERE code = 'youth'`)).toEqual([
      { name_ru: 'Молодые люди', name_en: 'Young people' },
    ]);
  });
});

test.each([
  [
    'a tonne becomes heavier',
    'units',
    'tonne\tmass\tgram\t1000000',
    'tonne\tmass\tgram\t1016047',
    /"t": base_per_unit was 1000000/,
  ],
  [
    'litres are counted in something else',
    'units',
    'volume\tmillilitre\t1000',
    'volume\tcubic-decimetre\t1',
    /"l": base was millilitre/,
  ],
  [
    'a category no longer takes money',
    'catalogue',
    'relief-clothing\tОдежда и обувь\tClothing and footwear\tmoney,goods',
    'relief-clothing\tОдежда и обувь\tClothing and footwear\tgoods',
    /"relief-clothing": kind money would be lost/,
  ],
] as const)('a code never changes its meaning: %s', async (_name, file, before, after, message) => {
  expect(files[file]).toContain(before);
  await expect(tried({ [file]: files[file].replace(before, after) }, async () => undefined)).rejects.toThrow(message);
  expect(await db.source.query('SELECT 1 FROM categories WHERE retired_at IS NOT NULL')).toEqual([]);
});

test.each([
  [
    'an unknown unit',
    'goods',
    '\tkg\tbox,pack',
    '\tkg\tbarrel,pack',
    'goods.tsv, line 2, column other_units: "barrel" is not known',
  ],
  [
    'a code written twice',
    'skills',
    'cooking\t',
    'sewing\t',
    'skills.tsv, line 7, column code: "sewing" stands here twice',
  ],
  ['a cell too many', 'skills', 'cooking\t', 'cooking\t\t', 'skills.tsv, line 6: 5 cells where the header has 4'],
  [
    'a place off the globe',
    'municipalities',
    '50.27593\t127.52637',
    '150.27593\t127.52637',
    'municipalities.tsv, line 2, column centre_lat: must be degrees between -90 and 90',
  ],
  [
    'a time zone that nobody lives in',
    'municipalities',
    'Asia/Yakutsk',
    'Asia/Yakutia',
    'municipalities.tsv, line 2, column time_zone: "Asia/Yakutia" is no time zone',
  ],
  ['a missing column', 'spheres', 'hint_ru', 'hint', 'spheres.tsv, line 2, column hint_ru: must not be empty'],
  [
    'a municipality without a region',
    'regions',
    '10000000\t10\t',
    '10000000\t77\t',
    'municipalities.tsv, line 2, column oktmo_current: no region has this prefix',
  ],
] as const)('a mistake in a file is named to the cell: %s', async (_name, file, before, after, message) => {
  expect(files[file]).toContain(before);
  await expect(tried({ [file]: files[file].replace(before, after) }, async () => undefined)).rejects.toThrow(message);
});

test('an installation of another region needs other files and no other code', async () => {
  const regions =
    files.regions.replaceAll('amur-oblast', 'elsewhere').replace('\t10000000\t10\t', '\t10000000\t105\t') +
    files.regions.split('\n')[1]?.replace('amur-oblast', 'everywhere') +
    '\n';
  await tried({ regions }, async (query) => {
    expect(
      await query(
        `SELECT parent, count(*)::integer AS n FROM places WHERE kind = 'municipality' GROUP BY parent ORDER BY parent`,
      ),
    ).toEqual([
      { parent: 'elsewhere', n: 17 },
      { parent: 'everywhere', n: 12 },
    ]);
    expect(await query(`SELECT retired_at IS NOT NULL AS retired FROM places WHERE code = 'amur-oblast'`)).toEqual([
      { retired: true },
    ]);
  });
});
