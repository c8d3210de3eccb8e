import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const sources = ['libs', 'apps', 'migrations', 'test']
  .flatMap(filesBelow)
  .filter((file) => /\.(ts|tsx|mjs|css)$/.test(file) && !file.includes('check-fixtures'));

test('names say what a file is for', () => {
  // A stylesheet may be called base: there it is a term of its own.
  const vague = sources.filter(
    (file) =>
      !file.endsWith('.css') &&
      /(^|[.-])(utils?|helpers?|common|manager|base|misc|stuff)\.[a-z]+$/.test(basename(file)),
  );
  expect(vague).toEqual([]);
  const shouting = sources.filter((file) => /[A-Z]/.test(basename(file)) && !file.includes('apps/web'));
  expect(shouting).toEqual([]);
});

test.each(['MAP.md', 'docs/security.md'])('every path that %s names exists', (page) => {
  const paths = [...readFileSync(page, 'utf8').matchAll(/`([\w@./*-]+\/[\w@./*-]*)`/g)]
    .map((match) => match[1] ?? '')
    .filter((path) => !path.includes('*') && !path.startsWith('/'));
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test('every decision record is numbered once and says its status', () => {
  const records = readdirSync('docs/decisions').filter((name) => name.endsWith('.md'));
  const numbers = records.map((name) => name.slice(0, 4));
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(records.filter((name) => !/^Status: /m.test(readFileSync(join('docs/decisions', name), 'utf8')))).toEqual([]);
});

test('every refusal is a sentence in both languages', async () => {
  const tables = sources.filter((file) => file.endsWith('.refusals.ts'));
  expect(tables.length).toBeGreaterThan(5);
  for (const table of tables) await import(join(process.cwd(), table));
  const { allRefusals } = await import('#kernel');
  const bad: string[] = [];
  for (const [code, spec] of allRefusals()) {
    for (const language of ['ru', 'en'] as const) {
      const text = spec[language];
      new IntlMessageFormat(text, language); // a broken plural is an error here, not in front of a user
      if (
        !/[.?!»]$|\}$/.test(text) ||
        (language === 'ru' && !/[а-яё]/i.test(text)) ||
        (language === 'en' && /[а-яё]/i.test(text))
      )
        bad.push(`${code} ${language}`);
    }
    if (!/^[a-z][a-z-]*\.[a-z0-9-]+$/.test(code)) bad.push(code);
  }
  expect(bad).toEqual([]);
});

test('every locale of the web has the same keys', () => {
  const keysOf = (value: unknown, path = ''): string[] =>
    value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
      : [path];
  const read = (language: string) =>
    filesBelow(`apps/web/src/locales/${language}`)
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => keysOf(JSON.parse(readFileSync(file, 'utf8')), basename(file)))
      .sort();
  expect(read('ru')).toEqual(read('en'));
});

test('no two classes of the api have one name: the description of the API knows them by it', () => {
  const names = filesBelow('apps/api/src')
    .filter((file) => /\.(ts)$/.test(file) && !file.endsWith('.spec.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^(?:export )?class (\w+)/gm)].map(([, name]) => name));
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('the two dark blocks of the tokens are equal', () => {
  const tokens =
    filesBelow('apps/web/src')
      .filter((file) => file.endsWith('tokens.css'))
      .map((file) => readFileSync(file, 'utf8'))[0] ?? '';
  const blocks = [
    ...tokens.matchAll(/(?::root:not\(\[data-theme="light"\]\)|:root\[data-theme="dark"\]) \{([^}]*)\}/g),
  ].map((match) => (match[1] ?? '').replace(/\s+/g, ' ').trim());
  expect(blocks).toHaveLength(2);
  expect(blocks[0]).toBe(blocks[1]);
});

test('a stylesheet that comes with one page, and never goes, dresses nothing of the others', () => {
  const styles = filesBelow('apps/web/src').filter((file) => file.endsWith('.css'));
  const forAll = new Set(
    [...readFileSync('apps/web/src/styles/index.css', 'utf8').matchAll(/"\.\/([\w-]+\.css)"/g)].map(
      (match) => match[1],
    ),
  );
  /** The first class of every selector: of this it speaks. */
  const subjects = (file: string): Set<string> =>
    new Set(
      [
        ...readFileSync(file, 'utf8')
          .replace(/\/\*.*?\*\//gs, '')
          .matchAll(/(?:^|[{},])\s*\.([\w-]+)(?=[^{};]*\{)/g),
      ].map((match) => match[1] ?? ''),
    );
  const known = new Set(styles.filter((file) => forAll.has(basename(file))).flatMap((file) => [...subjects(file)]));
  const late = styles.filter((file) => !forAll.has(basename(file)) && !file.endsWith('index.css'));
  expect(late.length).toBeGreaterThan(1);
  expect(
    late.flatMap((file) =>
      [...subjects(file)].filter((name) => known.has(name)).map((name) => `${basename(file)}: .${name}`),
    ),
  ).toEqual([]);
});

test('the project speaks of itself alone', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
    .split('\0')
    .filter(
      (file) =>
        /\.(ts|tsx|mjs|cjs|md|json|yml|css|html)$/.test(file) && existsSync(file) && file !== 'package-lock.json',
    );
  const bad = tracked.filter(
    (file) =>
      /\/work\/|\/tmp\/lepta|\/root\/|ghp_|BEGIN [A-Z ]*PRIVATE KEY/.test(readFileSync(file, 'utf8')) &&
      !file.endsWith('tidy.spec.ts'),
  );
  expect(bad).toEqual([]);
});

/** Packages that declare a newer Node than 20 and work all the same, each with its reason. */
const ENGINE_EXCEPTIONS: Record<string, string> = {};

test('no installed package needs a newer Node than the oldest that we support', () => {
  const packages = filesBelow('node_modules').filter((file) => file.endsWith('package.json'));
  const excluded: string[] = [];
  for (const file of packages) {
    const inside = file.split('node_modules/').at(-1) ?? '';
    if (!/^(@[^/]+\/)?[^/]+\/package\.json$/.test(inside)) continue;
    const { name, engines } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; engines?: { node?: string } };
    const range = engines?.node ?? '';
    // Only "at least" ranges with a single lower bound above 20 exclude it; alternatives (||) that name 20 or less do not.
    const lowest = Math.min(...range.split('||').map((part) => Number(/(\d+)/.exec(part)?.[1] ?? 0)));
    if (lowest > 20 && name && !(name in ENGINE_EXCEPTIONS)) excluded.push(`${name} ${range}`);
  }
  expect(excluded).toEqual([]);
});

test('the loops of the solver are compiled from the sources beside them', async () => {
  const { digestOf, SECTION } = await import(join(process.cwd(), 'libs/solver/loops/digest.mjs'));
  const wasm = readFileSync('libs/solver/data/loops.wasm');
  expect(wasm.subarray(-64).toString()).toBe(digestOf('libs/solver/loops')); // else: npm run loops
  expect(wasm.subarray(-64 - SECTION.length, -64).toString()).toBe(SECTION);
});
