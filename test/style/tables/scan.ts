import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** One place in the code that names a table to the database. */
export interface Reference {
  readonly file: string;
  readonly line: number;
  /** `needs`, `apps/api`. */
  readonly unit: string;
  readonly table: string;
  readonly writes: boolean;
}

const WRITING = new Set([
  'insert',
  'update',
  'delete',
  'save',
  'upsert',
  'remove',
  'softDelete',
  'increment',
  'decrement',
  'into',
  'clear',
  'InjectRepository',
]);
/** What only names an entity to TypeORM, or makes an object in memory. */
const HARMLESS = new Set(['create', 'getMetadata', 'forFeature', 'Entity']);
const STATEMENT =
  /\b(INSERT INTO|DELETE FROM|MERGE INTO|LOCK TABLE|TRUNCATE|COPY|FROM|JOIN|UPDATE|USING)\s+(?:ONLY\s+|LATERAL\s+)?("?[a-z_]+"?|\$\{\})/g;
/** `FROM a x, b y`. */
const LISTED = /\bFROM [a-z_]+(?: [a-z]\w*)?((?:, [a-z_]+ [a-z]\w{0,2})+)(?= WHERE| JOIN| ORDER| GROUP|\s*$)/g;
const WRITES = /^(INSERT|DELETE|MERGE|TRUNCATE|UPDATE)/;

export const unitOf = (file: string): string =>
  file
    .split('/')
    .slice(file.startsWith('apps/') ? 0 : 1, 2)
    .join('/');

/** Sources of what runs: libs, api, cli and worker, without their tests. The web knows no table. */
export function sourcesBelow(root: string): string[] {
  return ['libs', 'apps']
    .flatMap((top) => readdirSync(join(root, top), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name) && !/\.(spec|d)\.ts$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('apps/web/') && !file.includes('node_modules'))
    .sort();
}

/** Every reference of all files to these tables: in SQL, by an entity, and by a name in a literal list that a statement puts together. */
export function referencesOf(root: string, tables: ReadonlySet<string>): Reference[] {
  const files = sourcesBelow(root).map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));
  const entities = new Map(files.flatMap(({ text }) => entitiesOf(text)));
  const speaks = new RegExp(`\\b(${[...entities.keys(), ...tables].join('|')})\\b`); // the others need not be parsed
  return files
    .filter(({ text }) => speaks.test(text))
    .flatMap(({ name, text }) =>
      referencesIn(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true), tables, entities),
    );
}

function entitiesOf(text: string): [name: string, table: string][] {
  return [...text.matchAll(/@Entity\((?:'(\w+)'|\{[^}]*name: '(\w+)'[^}]*\})[\s\S]{0,200}?class (\w+)/g)].map(
    ([, plain, named, name]) => [name ?? '', plain ?? named ?? ''],
  );
}

function referencesIn(
  source: ts.SourceFile,
  tables: ReadonlySet<string>,
  entities: ReadonlyMap<string, string>,
): Reference[] {
  const found: Reference[] = [];
  const named: { node: ts.Node; table: string; property: boolean }[] = [];
  const composed = { reads: false, writes: false };
  const add = (node: ts.Node, table: string, writes: boolean): void => {
    found.push({
      file: source.fileName,
      line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
      unit: unitOf(source.fileName),
      table,
      writes,
    });
  };
  const statement = (node: ts.Node, sql: string): void => {
    for (const match of sql.matchAll(STATEMENT)) {
      const [, verb = '', name = ''] = match;
      if (verb === 'UPDATE' && /(FOR|DO|KEY)\s+$/.test(sql.slice(0, match.index))) continue; // a lock, or what follows a conflict
      const table = name.replaceAll('"', '');
      if (table === '${}') composed[WRITES.test(verb) ? 'writes' : 'reads'] = true;
      else if (tables.has(table)) add(node, table, WRITES.test(verb));
    }
    for (const [, list = ''] of sql.matchAll(LISTED))
      for (const [, table = ''] of list.matchAll(/, ([a-z_]+) /g)) if (tables.has(table)) add(node, table, false);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) {
      statement(node, node.text);
      if (tables.has(node.text))
        named.push({
          node,
          table: node.text,
          property:
            ts.isPropertyAssignment(node.parent) &&
            node.parent.initializer === node &&
            node.parent.name.getText(source) === 'table',
        });
    } else if (ts.isTemplateExpression(node))
      statement(node, [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('${}'));
    else if (ts.isCallExpression(node))
      for (const [table, writes] of entityCalls(node, entities)) add(node, table, writes);
    ts.forEachChild(node, visit);
  };
  visit(source);
  // Names that this file puts into statements, and those that a table of theirs hands to a file that does (ages): as strong as the strongest of it.
  for (const { node, table, property } of named)
    if (property || composed.reads || composed.writes) add(node, table, property || composed.writes);
  return found;
}

/** Entities that a call is given: `tx.update(NeedEntity, ...)`, `getRepository(NeedEntity).save(...)`, `lockRow(tx, NeedEntity)`. */
function entityCalls(
  call: ts.CallExpression,
  entities: ReadonlyMap<string, string>,
): [table: string, writes: boolean][] {
  const name = (of: ts.Expression): string =>
    ts.isPropertyAccessExpression(of) ? of.name.text : ts.isIdentifier(of) ? of.text : '';
  const verb = name(call.expression);
  if (HARMLESS.has(verb)) return [];
  const then = ts.isPropertyAccessExpression(call.parent) ? call.parent.name.text : '';
  return call.arguments.flatMap((argument) => {
    const table = ts.isIdentifier(argument) ? entities.get(argument.text) : undefined;
    return table === undefined ? [] : [[table, WRITING.has(verb) || WRITING.has(then)] as [string, boolean]];
  });
}
