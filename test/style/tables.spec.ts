import { PRIVILEGES } from '#platform';
import { OWNERS } from './tables/owners.js';
import { FOREIGN_READS, FOREIGN_WRITES, REPORTS } from './tables/references.js';
import { referencesOf, type Reference } from './tables/scan.js';

/** It was so many when the list was made: nobody adds one. */
const FOREIGN_WRITES_AT_MOST = 8;

const owners = new Map(Object.entries(OWNERS).flatMap(([lib, tables]) => tables.map((table) => [table, lib] as const)));
const isForeign = ({ table, unit }: Reference): boolean => owners.get(table) !== unit;
const place = ({ file, line, table }: Reference): string => `${file}:${line} ${table} (of ${owners.get(table)})`;

const foreign = referencesOf('.', new Set(owners.keys())).filter(isForeign);
const writes = foreign.filter((reference) => reference.writes);
const reads = foreign.filter((reference) => !reference.writes);

test('every table has one owner', () => {
  const all = Object.values(OWNERS).flat();
  expect(all.filter((table, at) => all.indexOf(table) !== at)).toEqual([]);
  expect(all.sort()).toEqual(
    Object.keys(PRIVILEGES)
      .filter((name) => !name.endsWith('_seq'))
      .sort(),
  );
});

test('only its owner writes to a table; what is left of others stands in a list that gets shorter', () => {
  const allowed = new Set(FOREIGN_WRITES.map(({ file, table }) => `${file} ${table}`));
  // Here? Call, or add, a function that the owner exports.
  expect(writes.filter(({ file, table }) => !allowed.has(`${file} ${table}`)).map(place)).toEqual([]);
  const used = new Set(writes.map(({ file, table }) => `${file} ${table}`));
  expect([...allowed].filter((line) => !used.has(line))).toEqual([]);
  expect(FOREIGN_WRITES.length).toBeLessThanOrEqual(FOREIGN_WRITES_AT_MOST);
});

test('a table of another is read only where that is declared, and what is declared is read', () => {
  const declared = ({ unit, file, table }: Reference): boolean =>
    (REPORTS[file] ?? FOREIGN_READS[unit])?.includes(table) ?? false;
  // Here? Ask the owner's door for a query; where that is no use, declare it in test/style/tables/references.ts.
  expect(reads.filter((reference) => !declared(reference)).map(place)).toEqual([]);

  const read = new Set(
    reads.map(({ unit, file, table }) => (file in REPORTS ? `${file} ${table}` : `${unit} ${table}`)),
  );
  const lines = [...Object.entries(FOREIGN_READS), ...Object.entries(REPORTS)].flatMap(([from, tables]) =>
    tables.map((table) => `${from} ${table}`),
  );
  expect(lines.filter((line) => !read.has(line))).toEqual([]);
});

test('no kind of reference is overlooked', () => {
  const found = referencesOf('test/check-fixtures/tables', new Set(owners.keys())).filter(isForeign);
  expect(
    found
      .map(
        ({ file, line, table, writes: writing }) =>
          `${file.split('/').pop()}:${line} ${writing ? 'writes' : 'reads'} ${table}`,
      )
      .sort(),
  ).toEqual([
    'foreign.ts:10 reads people',
    'foreign.ts:10 writes photos',
    'foreign.ts:11 reads organizations',
    'foreign.ts:12 writes offers',
    'foreign.ts:13 reads offers',
    'foreign.ts:14 writes offers',
    'foreign.ts:4 writes hand_overs',
    'foreign.ts:5 writes mails',
    'foreign.ts:8 writes matches',
    'foreign.ts:9 reads donors',
    'foreign.ts:9 writes offers',
  ]);
});
