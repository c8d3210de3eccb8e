import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.js';

/** The first ones made the empty tables; from here on the old version works on while a migration runs, and for a while after it. */
const FIRST_UNDER_TRAFFIC = 1764000000010;

/** What would stop those who work meanwhile, or break the version that is still running; each with what to do instead. */
const FORBIDDEN: readonly [pattern: RegExp, instead: string][] = [
  [/\bDROP\s+(TABLE|COLUMN)\b/i, 'the version before still reads it: stop using it first, drop it one release later'],
  [/\bRENAME\s+(COLUMN|TO)\b/i, 'the version before still uses the old name: add a new one and fill it'],
  [/\bALTER\s+COLUMN\s+\S+\s+(SET\s+DATA\s+)?TYPE\b/i, 'it writes the whole table anew under a lock: add a new column'],
  [
    /\bALTER\s+COLUMN\s+\S+\s+SET\s+NOT\s+NULL\b/i,
    'it reads the whole table under a lock: ADD CONSTRAINT ... CHECK (... IS NOT NULL) NOT VALID, VALIDATE in the next migration',
  ],
  [
    /\bADD\s+COLUMN\s+(IF\s+NOT\s+EXISTS\s+)?\S+\s+[^,;]*\bNOT\s+NULL\b(?![^,;]*\bDEFAULT\b)(?<!\bDEFAULT\b[^,;]*)/i,
    'the version before does not fill it: nullable, or with a constant default',
  ],
  [
    /\bADD\s+COLUMN\b[^,;]*\bDEFAULT\s+(now|random|gen_random_uuid|clock_timestamp|nextval)\b/i,
    'it writes the whole table anew under a lock: a constant default',
  ],
  [/\b(VACUUM\s+FULL|CLUSTER|LOCK\s+TABLE|REINDEX)\b/i, 'it holds the table'],
  [/\bDISABLE\s+TRIGGER\b/i, 'the guards of the ledger are never off'],
];

function broken(sql: string): string[] {
  const bare = sql.replace(/--.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');
  return FORBIDDEN.filter(([pattern]) => pattern.test(bare)).map(
    ([pattern, instead]) => `${String(pattern.exec(bare)?.[0])}: ${instead}`,
  );
}

test('every migration file is in the list, once, and the list is in order of time', () => {
  const files = readdirSync('migrations')
    .filter((name) => /^\d+-/.test(name))
    .map((name) => Number(name.split('-')[0]));
  const listed = migrations.map((migration) => Number(/\d+$/.exec(migration.name)?.[0]));
  expect([...listed].sort((a, b) => a - b)).toEqual(files.sort((a, b) => a - b));
  expect(listed).toEqual([...listed].sort((a, b) => a - b));
});

test('no migration stops those who work meanwhile or breaks the version before', () => {
  const later = readdirSync('migrations').filter(
    (name) => /^\d+-/.test(name) && Number(name.split('-')[0]) >= FIRST_UNDER_TRAFFIC,
  );
  const bad = later.flatMap((name) =>
    broken(readFileSync(join('migrations', name), 'utf8')).map((what) => `${name}: ${what}`),
  );
  expect(bad).toEqual([]);
});

test.each([
  ['ALTER TABLE needs DROP COLUMN title', false],
  ['ALTER TABLE needs RENAME COLUMN title TO name', false],
  ['ALTER TABLE needs ALTER COLUMN title TYPE varchar(10)', false],
  ['ALTER TABLE needs ALTER COLUMN title SET NOT NULL', false],
  ['ALTER TABLE needs ADD COLUMN seen boolean NOT NULL', false],
  ['ALTER TABLE needs ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now()', false],
  ['ALTER TABLE needs ADD COLUMN seen boolean NOT NULL DEFAULT false', true],
  ['ALTER TABLE needs ADD COLUMN seen boolean DEFAULT false NOT NULL', true],
  ['ALTER TABLE needs ADD COLUMN seen_at timestamptz', true],
  ['CREATE TABLE seen (at timestamptz NOT NULL DEFAULT now()) -- no DROP TABLE here', true],
])('%s is %s', (sql, fine) => {
  expect(broken(sql).length === 0).toBe(fine);
});
