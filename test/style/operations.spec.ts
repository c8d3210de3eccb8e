import { readdirSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { parse } from 'yaml';
import { COLUMNS } from '#tables';
import { EXPORT_KINDS } from '#exchange';
import { Env } from '#host';
import { IDEMPOTENCY_LEASE_MS } from '#platform';
import { addCommands } from '../../apps/cli/src/commands.js';
import { AGES } from '../../apps/worker/src/ages.js';

const PAGES = ['docs/operations.md', 'docs/operations.ru.md'];
const read = (file: string): string => readFileSync(file, 'utf8');
const settings = Object.keys(new Env({}));

interface ComposeService {
  readonly environment?: Readonly<Record<string, string>>;
}
interface Compose {
  readonly 'x-lepta'?: ComposeService;
  readonly services: Readonly<Record<string, ComposeService>>;
}
const composeOf = (file: string): Compose =>
  parse(read(file), { merge: true, customTags: [{ tag: '!reset', collection: 'seq' }] }) as Compose;

/** What a container has by itself, or what is of one service only; each with its reason. */
const NOT_FROM_OUTSIDE: Readonly<Record<string, string>> = {
  NODE_ENV: 'the image is for production',
  HOST: 'inside its container a process listens everywhere',
  PORT: 'which port of the machine is published stands beside `ports`',
  LEPTA_DIR: 'a volume',
  FILES_DIR: 'in the same volume, or in S3',
  DATABASE_URL: 'the database of the same file',
  DATABASE_MIGRATION_URL: 'only `migrate` knows the owner',
  REDIS_URL: 'the queue of the same file',
  WORKER_METRICS_PORT: 'of the worker, within the network of the containers',
};

test.each(PAGES)('every setting stands in %s', (page) => {
  expect(settings.filter((name) => !read(page).includes(`\`${name}\``))).toEqual([]);
});

test.each(PAGES)('every age after which rows go stands in %s, in days', (page) => {
  expect(
    AGES.filter(({ table, days }) => !new RegExp(`^\\| \`${table}\`[^|]*\\| ${days} \\|$`, 'm').test(read(page))).map(
      ({ table }) => table,
    ),
  ).toEqual([]);
});

/** Rows of all tables that begin with a word of code: their first cells. */
const firstCells = (page: string): string[] =>
  read(page)
    .split('\n')
    .filter((line) => /^\| `[a-z]/.test(line))
    .map((line) => line.split(' | ')[0] ?? '');
/** Commands with two uses, each with a row of its own. */
const TWO_ROWS = ['seed', 'verify-ledger'];

test.each(PAGES)('every command stands in the table of %s, and none twice', (page) => {
  const table = firstCells(page);
  const program = new Command();
  addCommands(program, { root: '.', lockFolder: () => null });
  const rows = program.commands.map((command) => ({
    name: command.name(),
    count: table.filter((cell) => new RegExp(`\`${command.name()}[ \`]`).test(cell)).length,
  }));
  expect(rows.filter(({ count }) => count === 0)).toEqual([]);
  expect(rows.filter(({ count }) => count > 1).sort((a, b) => a.name.localeCompare(b.name))).toEqual(
    TWO_ROWS.map((name) => ({ name, count: 2 })),
  );
  for (const option of ['--organizations', '--rejected', '--export', '--digests', '--html'])
    expect([option, table.some((cell) => cell.includes(option))]).toEqual([option, true]);
});

test.each(PAGES)('no age stands twice in %s', (page) => {
  const ages = firstCells(page).filter((cell) => cell.includes('_'));
  expect(ages.filter((cell, at) => ages.indexOf(cell) !== at)).toEqual([]);
});

test('every column of a file stands in docs/how-to/bring-files-in-and-out.md', () => {
  const page = read('docs/how-to/bring-files-in-and-out.md');
  for (const [table, { all }] of Object.entries(COLUMNS))
    expect([table, all.filter((column) => !page.includes(`\`${column}\``))]).toEqual([table, []]);
});

test('the page in Russian names every setting, command, metric and file that the English one names', () => {
  // Words of code that a reader looks for; sentences differ.
  const names = (page: string): string[] =>
    [
      ...new Set(
        [...read(page).matchAll(/`(lepta_[a-z_]+|[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+|(?:deploy|docs|libs)\/[\w./-]+)`/g)].map(
          (match) => match[1] ?? '',
        ),
      ),
    ].sort();
  expect(names('docs/operations.ru.md')).toEqual(names('docs/operations.md'));
});

test('both pages say how long the claim of a request ends after its process, and the page about files says of every kind whether it comes back', () => {
  for (const page of PAGES)
    expect([
      page,
      read(page).match(/(\d+) (?:seconds after its process died|секунд после смерти процесса)/)?.[1],
    ]).toEqual([page, String(IDEMPOTENCY_LEASE_MS / 1000)]);
  const page = read('docs/how-to/bring-files-in-and-out.md');
  for (const kind of [...EXPORT_KINDS, 'statement'])
    expect([kind, new RegExp(`^\\| [^|]*\`${kind}\`[^|]* \\| (?:yes|no):`, 'm').test(page)]).toEqual([kind, true]);
});

test('both pages have as many chapters and parts of chapters', () => {
  const headings = (page: string): number[] => [/^## /gm, /^### /gm].map((of) => [...read(page).matchAll(of)].length);
  expect(headings('docs/operations.ru.md')).toEqual(headings('docs/operations.md'));
});

test('docker-compose.yml passes on every setting that can be set from outside, and nothing that is none', () => {
  const passed = composeOf('docker-compose.yml')['x-lepta']?.environment ?? {};
  const unknown = Object.keys(passed).filter((name) => !settings.includes(name));
  expect(unknown).toEqual([]);
  expect(settings.filter((name) => !(name in NOT_FROM_OUTSIDE) && !passed[name]?.startsWith(`\${${name}:`))).toEqual(
    [],
  );
  expect(Object.keys(NOT_FROM_OUTSIDE).filter((name) => !settings.includes(name))).toEqual([]);
});

test('the services of deploy/compose/production.yml set nothing that their programs do not read', () => {
  const own: Record<string, string> = {
    backup: 'deploy/compose/backup.sh',
    offsite: 'deploy/compose/offsite.sh',
    caddy: 'deploy/compose/Caddyfile',
  };
  const { services } = composeOf('deploy/compose/production.yml');
  for (const [service, { environment = {} }] of Object.entries(services)) {
    const file = own[service];
    expect([
      service,
      Object.keys(environment).filter((name) => !settings.includes(name) && !(file && read(file).includes(name))),
    ]).toEqual([service, []]);
  }
});

test('every unit of systemd runs a file that is there, and every file of deploy/ is told of', () => {
  for (const unit of readdirSync('deploy/systemd')) {
    expect([unit, read('docs/operations.md').includes(unit)]).toEqual([unit, true]);
    for (const [, script = ''] of read(`deploy/systemd/${unit}`).matchAll(
      /^ExecStart=.* ((?:apps|dist)\/[\w/.-]+)/gm,
    )) {
      expect(script === 'apps/cli/lepta.mjs' || /^dist\/processes\/(api|worker)\.js$/.test(script)).toBe(true);
    }
  }
});
