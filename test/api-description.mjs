// Is the description of the API sound OpenAPI? Redocly's linter says it, by the rules of redocly.yaml. Needs no database and no network.
//   node test/api-description.mjs
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../apps/cli/settings.mjs';

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

try {
  const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  process.exitCode =
    (await writeDescription()) ||
    (await run(['node_modules/@redocly/cli/bin/cli.js', 'lint', '--config', 'redocly.yaml', file], quiet));
} finally {
  rmSync(folder, { recursive: true });
}
