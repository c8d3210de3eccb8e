import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a door exports, also of files that it hands on whole. */
function exportsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const named = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, list = '']) => namesOf(list, 'last'));
  const declared = [
    ...text.matchAll(
      /^export (?:declare |abstract |async )*(?:class|function\*?|const|let|enum|type|interface) ([\w$]+)/gm,
    ),
  ].map(([, name = '']) => name);
  const handedOn = [...text.matchAll(/^export (?:type )?\* from '\.\/([^']+)\.js'/gm)].flatMap(([, path = '']) =>
    exportsOf(join(file, '..', `${path}.ts`)),
  );
  return [...named, ...declared, ...handedOn];
}

/** The names of `a, type b as c`: those before `as` or those after it. */
function namesOf(list: string, side: 'first' | 'last'): string[] {
  const parts = list.replace(/\/\/.*$/gm, '').split(',');
  return parts
    .map((part) =>
      part
        .trim()
        .replace(/^type /, '')
        .split(/ as /),
    )
    .map((names) => (side === 'first' ? names[0] : names.at(-1)) ?? '')
    .filter((name) => name !== '');
}

/** What a file takes from doors: by a list, by the value that a dynamic import answers, or by the type of one. */
function takenBy(text: string): string[] {
  return [
    ...[...text.matchAll(/(?:import|export) (?:type )?\{([^}]*)\} from '#([\w-]+)'/g)],
    ...[...text.matchAll(/\{([^{}]*)\}(?=[^;=]*= await (?:Promise\.all\(\[)?import\('#([\w-]+)'\))/g)],
  ]
    .flatMap(([, list = '', lib = '']) =>
      namesOf(list.replaceAll(':', ' as '), 'first').map((name) => `${lib} ${name}`),
    )
    .concat(
      [...text.matchAll(/import\('#([\w-]+)'\)\)?\.([\w$]+)/g)].map(([, lib = '', name = '']) => `${lib} ${name}`),
      [...text.matchAll(/\{ (\w+) \}\] = await Promise\.all\(\[.*import\('#([\w-]+)'\)\]/g)].map(
        ([, name = '', lib = '']) => `${lib} ${name}`,
      ),
    );
}

function unusedOf(folder: string, doors: Readonly<Record<string, string>>, users: readonly string[]): string[] {
  const sources = users.flatMap((user) =>
    readdirSync(join(folder, user), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  );
  const taken = new Set(sources.filter((text) => text.includes("'#")).flatMap(takenBy));
  return Object.entries(doors).flatMap(([lib, door]) =>
    exportsOf(join(folder, door))
      .map((name) => `${lib} ${name}`)
      .filter((name) => !taken.has(name)),
  );
}

test('a door exports only what another lib, an app, a test or a bench imports', () => {
  const doors = Object.fromEntries(readdirSync('libs').map((lib) => [lib, `libs/${lib}/src/index.ts`]));
  expect(Object.keys(doors).length).toBeGreaterThan(20);
  expect(unusedOf('.', doors, ['libs', 'apps', 'test', 'bench']).sort()).toEqual([]);
});

test('what nobody imports is found, in a list as in a file that is handed on whole', () => {
  const found = unusedOf('test/check-fixtures/doors', { stock: 'libs/stock/src/index.ts' }, ['libs', 'apps']);
  expect(found.sort()).toEqual(['stock Unasked', 'stock handedOn']);
});
