// Jest's own test framework, but the modules are Node's: Jest would load and compile every module anew for every spec file, in a context in
// which each look at a global is slow. So spec files share what they import, as the parts of a process do; none may change it for the others.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';
import { compile } from './typescript.mjs';

const require = createRequire(import.meta.url);
let specs = 0;

export default function run(globalConfig, config, environment, runtime, testPath, send) {
  const here = {
    requireInternalModule(path) {
      delete require.cache[path]; // what it knows of the spec file before
      delete globalThis[Symbol.for('EVENT_HANDLERS')];
      return require(path);
    },
    requireModule: require,
    setGlobalsForRuntime() {},
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(`${pathToFileURL(path)}?${(specs += 1)}`),
  };
  runtime.getSourceMaps().get = sourceMapOf;
  return circus.default(globalConfig, config, Object.create(environment, { global: { value: globalThis } }), Object.assign(Object.create(runtime), here), testPath, send);
}

const maps = new Map();
let folder;

/** Where lines of compiled code stand in their source; asked for when something has failed. */
function sourceMapOf(place) {
  const source = (place.startsWith('file:') ? fileURLToPath(place) : place).split('?')[0];
  if (!source.endsWith('.ts')) return undefined;
  if (!maps.has(source)) {
    if (folder === undefined) {
      folder = mkdtempSync(join(tmpdir(), 'lepta-maps-'));
      process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    }
    const file = join(folder, `${maps.size}.json`);
    writeFileSync(file, compile(source, true).map);
    maps.set(source, file);
  }
  return maps.get(source);
}
