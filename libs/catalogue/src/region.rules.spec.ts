import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDataFiles, readRegionFiles, type DataFiles } from './data-files.js';
import { readCatalogue, type RegionFile } from './rows.js';
import { readScheme } from './scheme.rules.js';

const page = readFileSync('docs/how-to/set-up-another-region.md', 'utf8');
let files: DataFiles;
beforeAll(async () => {
  files = { ...(await readDataFiles()), ...(await readRegionFiles('docs/examples/region-lukomorye')) };
});

function read(changed: DataFiles): void {
  const places = readCatalogue(changed).places;
  readScheme(changed.scheme, new Set(places.filter(({ kind }) => kind === 'municipality').map(({ code }) => code)));
}

test('the example and the shipped region are whole', async () => {
  expect(() => read(files)).not.toThrow();
  const shipped = await readDataFiles();
  expect(() => read(shipped)).not.toThrow();
});

/** What stands there, what is written in its place, and what is said; `shape` is how the page says it, where its example is another one. */
test.each<[file: RegionFile, before: string, after: string, message: string, shape?: string]>([
  [
    'regions',
    'Asia/Omsk',
    'Omsk',
    'regions.tsv, line 2, column time_zone: "Omsk" is no time zone; it can be an IANA name such as Asia/Yakutsk or Europe/Moscow',
  ],
  ['regions', 'time_zone', 'zone', 'regions.tsv, line 1, column time_zone: this column is missing from the header'],
  [
    'regions',
    'population_year\t',
    'valid_from\t',
    'regions.tsv, line 2, column valid_from: must be a date like 2026-01-31, and is "2024"',
    'column valid_from: must be a date like 2026-01-31, and is "31.01.2026"',
  ],
  [
    'municipalities',
    'kotovo\t',
    'Kotovo\t',
    'municipalities.tsv, line 3, column slug: "Kotovo" is not a code (small Latin letters, digits, hyphens)',
    'column slug: "Kotovo" is not a code (small Latin letters, digits, hyphens)',
  ],
  [
    'municipalities',
    'tsepnaya\t',
    'kotovo\t',
    'municipalities.tsv, line 4, column slug: "kotovo" stands here twice',
    'column slug: "kotovo" stands here twice',
  ],
  [
    'municipalities',
    'dubrava\t',
    'lukomorye\t',
    'municipalities.tsv, line 2, column slug: "lukomorye" is a region already',
  ],
  [
    'municipalities',
    '57.6',
    '57,6',
    'municipalities.tsv, line 3, column centre_lat: must be degrees between -90 and 90 with a decimal point, and is "57,6"',
    'column centre_lat: must be degrees between -90 and 90 with a decimal point, and is "57,6"',
  ],
  [
    'municipalities',
    '41000',
    '41 000',
    'municipalities.tsv, line 3, column population: must be a whole number of at least 0, and is "41 000"',
    'column population: must be a whole number of at least 0, and is "41 000"',
  ],
  [
    'municipalities',
    'Kotovo Municipal Okrug',
    '-',
    'municipalities.tsv, line 3, column name_en: must not be empty',
    'column name_en: must not be empty',
  ],
  [
    'municipalities',
    '\t-\t-\t41000',
    '\t-\t41000',
    'municipalities.tsv, line 3: 13 cells where the header has 14',
    ': 13 cells where the header has 14',
  ],
  [
    'municipalities',
    'Asia/Omsk\tdubrava',
    'Asia/Omsk\tmoscow',
    'municipalities.tsv, line 7, column successor: "moscow" is not known; it can be dubrava, kotovo, tsepnaya, russkaya-gavan, buyan',
    'column successor: "moscow" is not known; it can be dubrava, kotovo',
  ],
  [
    'municipalities',
    'Asia/Omsk\tdubrava',
    'Asia/Omsk\tstaraya-dubrava',
    'municipalities.tsv, line 7, column successor: "staraya-dubrava" is not known',
    'column successor: "moscow" is not known',
  ],
  [
    'municipalities',
    'successor\n',
    'parent\n',
    'municipalities.tsv, line 7, column parent: "dubrava" is not known; it can be lukomorye',
    'column parent: "siberia" is not known; it can be lukomorye',
  ],
  [
    'scheme',
    'railway\t',
    'road\t',
    'scheme.tsv, line 3, column what: "road" is none of river, railway, north, east, nudge',
    'column what: "road" is none of river, railway, north, east, nudge',
  ],
  ['scheme', 'nudge\t', 'north\t', 'scheme.tsv, line 5, column what: "north" stands here twice'],
  [
    'scheme',
    'kotovo,tsepnaya',
    'omsk,tsepnaya',
    'scheme.tsv, line 2, column values: "omsk" is no municipality of municipalities.tsv; it can be dubrava, kotovo',
  ],
  [
    'scheme',
    'dubrava,kotovo,tsepnaya,russkaya-gavan',
    'dubrava',
    'scheme.tsv, line 2, column values: a line joins at least two places, and this is "dubrava"',
  ],
  ['scheme', '56.9=0', '56.9', 'scheme.tsv, line 4, column values: "56.9" is no pair like 51.2=0.5'],
  [
    'scheme',
    ',59.8=1',
    '',
    'scheme.tsv, line 4, column values: degrees and shares of the picture must both rise, the shares from 0 to 1 (49.2=0,51.2=0.5,55.4=1), and this is "56.9=0,58=0.45"',
  ],
  [
    'scheme',
    'buyan=0.04',
    'buyan=4',
    'scheme.tsv, line 5, column values: a place is moved by -0.5 to 0.5 of the picture, and not by "4"',
  ],
])(
  'a mistake in %s (%j as %j) is named to the cell, and the page has it',
  (file, before, after, message, shape = message) => {
    expect(files[file]).toContain(before);
    expect(() => read({ ...files, [file]: files[file].replace(before, after) })).toThrow(message);
    expect(page).toContain(shape);
  },
);

test('files without a row, without anything, in another encoding or not there at all are named', async () => {
  const header = files.regions.split('\n')[0] ?? '';
  expect(() => read({ ...files, regions: `${header}\n` })).toThrow(
    'regions.tsv, line 1: there is no row below the header; at least one is needed',
  );
  expect(() => read({ ...files, regions: '' })).toThrow('regions.tsv, line 1: the file is empty');
  expect(() =>
    read({
      ...files,
      regions: files.regions.replace('time_zone', 'oktmo_prefix\ttime_zone').replace('Asia', '52\tAsia'),
    }),
  ).toThrow('municipalities.tsv, line 2, column oktmo_current: no region has this prefix: "" can begin with 52');
  const folder = mkdtempSync(join(tmpdir(), 'lepta-region-'));
  writeFileSync(join(folder, 'regions.tsv'), files.regions);
  await expect(readRegionFiles(folder)).rejects.toThrow(
    `municipalities.tsv, line 1: there is no such file in ${folder}`,
  );
  writeFileSync(
    join(folder, 'municipalities.tsv'),
    Buffer.concat([Buffer.from('slug\nkotovo\n'), Buffer.from([0xc4, 0xf3, 0xe1, 10])]),
  ); // «Дуб» in windows-1251
  await expect(readRegionFiles(folder)).rejects.toThrow(
    'municipalities.tsv, line 3: this is not UTF-8; save the file as UTF-8',
  );
});

test('a place without a pin stands at its centre, and a region without scheme.tsv has no lines', () => {
  expect(readCatalogue(files).places.find(({ code }) => code === 'buyan')).toMatchObject({
    lat: 58.9,
    map_lat: 58.9,
    parent: 'lukomorye',
  });
  expect(readScheme('what\tvalues\n', new Set())).toEqual({
    rivers: [],
    railways: [],
    north: null,
    east: null,
    nudges: {},
  });
});
