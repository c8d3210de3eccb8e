// Is the description of the API sound OpenAPI? Redocly's linter says it, by the rules of redocly.yaml. And are the types that the web has of it
// made of it as it is now? Needs no database and no network.
//   node test/api-description.mjs [--write]   (npm run api-types: writes the types and lints nothing)
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';
import { ROOT } from '../apps/cli/settings.mjs';

const TYPES = 'apps/web/src/lib/api-schema.d.ts';
const BASE = '/api/v1';
const folder = mkdtempSync(join(tmpdir(), 'lepta-openapi-'));
const file = join(folder, 'openapi.json');

function run(args, env = {}) {
  return new Promise((done) =>
    spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } }).once(
      'close',
      (code) => done(code ?? 1),
    ),
  );
}

/** As the build would make it, from the sources: dist may be stale. */
async function writeDescription() {
  const write = `const { describedApi } = await import('./apps/api/src/describe.ts');
    (await import('node:fs')).writeFileSync(${JSON.stringify(file)}, JSON.stringify(await describedApi(), null, 2));`;
  return run([
    '--conditions=source',
    '--import',
    pathToFileURL(join(ROOT, 'test/support/typescript.mjs')).href,
    '--input-type=module',
    '--eval',
    write,
  ]);
}

/** What an operation takes and what it answers when nothing is refused: every refusal is the one `Problem`. */
const ofOperation = ({ parameters = [], requestBody, responses }) => ({
  parameters: parameters.filter(({ name }) => name !== 'Idempotency-Key'), // every POST takes it
  requestBody,
  responses: Object.fromEntries(
    Object.entries(responses)
      .filter(([status]) => Number(status) < 300)
      .map(([status, { content }]) => [status, { description: '', content }]),
  ),
});

/** Words of the description stay; examples are for people who read it, and would make every edit of one a change of the types. */
function withoutExamples(value) {
  if (Array.isArray(value)) return value.map(withoutExamples);
  if (typeof value !== 'object' || value === null) return value;
  const field = (name, inner) => name === 'example' && typeof inner === 'object' && inner !== null && 'type' in inner;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) => !['example', 'examples'].includes(name) || field(name, inner))
      .map(([name, inner]) => [name, withoutExamples(inner)]),
  );
}

/** The types of what pages ask of the API, by the paths that `lib/api.ts` says. */
async function typesOf({ openapi, info, components: { schemas }, paths }) {
  const asked = Object.entries(paths)
    .filter(([path]) => path.startsWith(`${BASE}/`))
    .map(([path, item]) => [
      path.slice(BASE.length),
      Object.fromEntries(Object.entries(item).map(([method, operation]) => [method, ofOperation(operation)])),
    ]);
  const described = withoutExamples({ openapi, info, components: { schemas }, paths: Object.fromEntries(asked) });
  const types = astToString(await openapiTypes(described, { defaultNonNullable: false }));
  return `// Made of the description of the API by npm run api-types; edits are lost.\n${types}`;
}

/** Writes the types, or says that they are not those of the description. */
async function tellTypes(write) {
  const types = await typesOf(JSON.parse(readFileSync(file, 'utf8')));
  const path = join(ROOT, TYPES);
  if (write) writeFileSync(path, types);
  else if (readFileSync(path, 'utf8') !== types) {
    console.error(`${TYPES} is not what the API says of itself now. Run npm run api-types and commit what it writes.`);
    return 1;
  }
  return 0;
}

try {
  const write = process.argv.includes('--write');
  const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const lint = ['node_modules/@redocly/cli/bin/cli.js', 'lint', '--config', 'redocly.yaml', file];
  process.exitCode = (await writeDescription()) || Math.max(await tellTypes(write), write ? 0 : await run(lint, quiet));
} finally {
  rmSync(folder, { recursive: true });
}
