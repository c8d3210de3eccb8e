import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const read = (file: string): string => readFileSync(file, 'utf8');
const words = (text: string): string[] => [...text.matchAll(/'([^']+)'/g)].map((match) => match[1]!);
/** The cells of each row of each table of a page. */
const rowsOf = (page: string): string[][] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => cell.trim()),
    );
const codesIn = (cell: string | undefined): string[] =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]!);

test.each(['docs/architecture.md', 'docs/ledger-transfers.md', 'CONTRIBUTING.md'])(
  'every path that %s names exists',
  (page) => {
    const named = [
      ...read(page).matchAll(/`((?:[\w@.-]+\/)+[\w@.-]*|[\w.-]+\.(?:md|cjs|mjs|json))`|\]\(([^)#:]+)\)/g),
    ].map((match) => match[1] ?? match[2]!);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  },
);

describe('the picture of the libs', () => {
  const [, picture = ''] = /```mermaid\n(flowchart BT[\s\S]*?)```/.exec(read('docs/architecture.md')) ?? [];
  const libs = readdirSync('libs');

  test('has the rows of the import borders', async () => {
    const { default: config } = (await import(resolve('.dependency-cruiser.cjs'))) as {
      default: { forbidden: { name: string; from: { path?: string }; to: { pathNot?: unknown } }[] };
    };
    const above = new Map<string, number>(); // how many libs each may import: equal within a row
    for (const { name, to } of config.forbidden)
      if (name.startsWith('rows-')) above.set(name.slice('rows-'.length), String(to.pathNot).split('|').length);
    const rows = [...picture.matchAll(/subgraph [^\n]*\n([\s\S]*?)\n {2}end/g)].map((match) =>
      match[1]!.trim().split(/\s+/),
    );
    expect(rows.flat().sort()).toEqual([...libs].sort());
    const depths = rows.map((row) => [...new Set(row.map((lib) => above.get(lib)))]);
    expect(depths.every((depth) => depth.length === 1)).toBe(true);
    expect(depths.flat()).toEqual([...new Set(depths.flat())].sort((a, b) => a! - b!));
  });

  test('has the arrows of the imports, less those that others lead to', () => {
    const imports = new Map(
      libs.map((lib) => {
        const files = readdirSync(join('libs', lib, 'src'), { withFileTypes: true, recursive: true }).filter(
          (entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'),
        );
        const named = files.flatMap((entry) =>
          [...read(join(entry.parentPath, entry.name)).matchAll(/(?:from|import\()\s*'#([a-z-]+)'/g)].map(
            (match) => match[1]!,
          ),
        );
        return [lib, new Set(named.filter((name) => name !== lib))] as const;
      }),
    );
    const reached = (lib: string, seen = new Set<string>()): Set<string> => {
      for (const next of imports.get(lib) ?? []) if (!seen.has(next)) reached(next, seen.add(next));
      return seen;
    };
    const direct = libs.flatMap((lib) =>
      [...imports.get(lib)!]
        .filter((to) => ![...imports.get(lib)!].some((between) => between !== to && reached(between).has(to)))
        .map((to) => `${lib} --> ${to}`),
    );
    expect([...picture.matchAll(/^ {2}([\w-]+ --> [\w-]+)$/gm)].map((match) => match[1]!).sort()).toEqual(
      direct.sort(),
    );
  });
});

describe('the reference of transfers', () => {
  const page = read('docs/ledger-transfers.md');
  const rows = rowsOf(page);
  const [tables, limits] = [
    read('migrations/1764000000004-ledger.ts'),
    read('migrations/1764000000096-moves-of-stock.ts') + read('migrations/1764000000077-ledger-of-stock.ts'), // the newer first
  ];
  const listed = (column: string, source: string): string[] =>
    words(new RegExp(`${column} (?:NOT )?IN \\(([^)]*)\\)`).exec(source)?.[1] ?? '');
  const typeOf = (file: string, name: string): string[] =>
    words(new RegExp(String.raw`type ${name} =\s*([^;]*);`).exec(read(`libs/ledger/src/${file}`))?.[1] ?? '');

  test('has every column', () => {
    const [, columns = ''] = /CREATE TABLE transfers \(([\s\S]*?)CHECK \(debit/.exec(tables) ?? [];
    const fields = [...columns.matchAll(/^ {4}(\w+) (uuid|bigint|text|timestamptz)\b([^\n]*)/gm)].map(
      ([, name, type, rest]) => [name, type, /NOT NULL|PRIMARY KEY/.test(rest!) ? 'no' : 'yes'],
    );
    expect(fields).toHaveLength(15);
    expect(
      rows
        .filter((row) => row.length === 4 && /^(uuid|bigint|text|timestamptz)$/.test(row[1]!))
        .map((row) => [codesIn(row[0])[0], row[1], row[2]]),
    ).toEqual(fields);
  });

  test('has every kind of the code and of the database, with its accounts', () => {
    const [, ways = ''] = /fits := CASE t\.kind([\s\S]*?)ELSE false/.exec(limits) ?? [];
    const expected = [
      ...ways.matchAll(
        /WHEN '(\w+)' THEN d\.kind (?:= ('\w+')|IN \(([^)]*)\)) AND c\.kind (?:= ('\w+')|IN \(([^)]*)\))/g,
      ),
    ].map(([, kind, one, several, credit, credits]) => [kind, words(one ?? several!), words(credit ?? credits!)]);
    const kinds = rows.filter((row) => row.length === 5 && codesIn(row[0]).length > 0); // neither head nor line
    const named = kinds.map((row) => codesIn(row[0])[0]!);
    expect([...named].sort()).toEqual([...typeOf('transfer.entity.ts', 'TransferKind')].sort());
    expect([...named].sort()).toEqual(
      [...listed('kind', limits.slice(limits.indexOf('ledger_transfer_is_sound')))].sort(),
    );
    expect(
      kinds
        .filter((row) => codesIn(row[0])[0] !== 'mirror')
        .map((row) => [codesIn(row[0])[0], codesIn(row[1]), codesIn(row[2])])
        .sort(),
    ).toEqual(expected.sort());
    const service = read('libs/ledger/src/ledger.service.ts') + read('libs/ledger/src/stock.service.ts');
    for (const verb of kinds.flatMap((row) => codesIn(row[4])))
      expect(service).toMatch(new RegExp(`^  async ${verb}\\(`, 'm'));
  });

  test.each([
    ['transfer.entity.ts', 'TransferPhase'],
    ['transfer.entity.ts', 'SubjectType'],
    ['account.entity.ts', 'AccountKind'],
    ['account.entity.ts', 'HolderType'],
  ])('%s: has every word of %s', (file, type) => {
    const all = typeOf(file, type);
    expect(all.length).toBeGreaterThan(3);
    expect(all.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
  });

  test('has every refusal with its status, and every constraint', async () => {
    const refusals = [
      ...read('libs/ledger/src/ledger.refusals.ts').matchAll(/'(ledger\.[a-z-]+)':\s*\{\s*status: (\d+)/g),
    ]
      .map((match) => [match[1]!, match[2]!])
      .filter(([code]) => code !== 'ledger.day-not-closed');
    expect(
      rows
        .filter((row) => codesIn(row[0])[0]?.startsWith('ledger.'))
        .map((row) => [codesIn(row[0])[0], row[1]])
        .sort(),
    ).toEqual(refusals.sort());
    const constraints = [...new Set([...limits.matchAll(/THEN '(\w+)'/g)].map((match) => match[1]!))];
    expect(constraints.length).toBe(21);
    expect(constraints.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  test('says the largest amounts that the code and the database know', async () => {
    const { MAX_AMOUNT } = await import('#kernel');
    const said = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ' ');
    expect(page).toContain(said(MAX_AMOUNT));
    expect(limits).toContain(String(MAX_AMOUNT));
    expect(page).toContain(said(9_000_000_000_000_000));
    expect(limits).toContain('9000000000000000');
  });
});

test('what an administrator is told to let Stripe send is all that is used of it', async () => {
  const [{ ENDPOINT_EVENTS }, { USED_EVENTS }] = await Promise.all([import('#installation'), import('#payments')]);
  const sent = (type: string): boolean =>
    ENDPOINT_EVENTS.some((event) => (event.endsWith('*') ? type.startsWith(event.slice(0, -1)) : type === event));
  expect(USED_EVENTS.filter((type) => !sent(type))).toEqual([]);
  const page = read('docs/how-to/take-cards.md');
  expect(ENDPOINT_EVENTS.filter((event) => !page.includes(`\`${event}\``))).toEqual([]);
});

test('every command that CONTRIBUTING names is there', () => {
  const page = read('CONTRIBUTING.md');
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...page.matchAll(/`npm run ([a-z-]+)|`npm (test|start)\b/g)].map((match) => match[1] ?? match[2]!);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  const projects = [...page.matchAll(/--selectProjects (\w+)/g)].map((match) => match[1]!);
  for (const project of projects) expect(read('jest.config.mjs')).toContain(`displayName: '${project}'`);
});
