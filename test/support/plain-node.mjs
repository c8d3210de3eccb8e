// Jest's own test framework, but the modules are Node's: Jest would load and compile every module anew for every spec file, in a context in
// which each look at a global is slow. So spec files share what they import, as the parts of a process do; none may change it for the others.
import { appendFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';
import { compile } from './typescript.mjs';

const require = createRequire(import.meta.url);
const asyncHooks = require('node:async_hooks');
const { AsyncLocalStorage } = asyncHooks;
let specs = 0;

export default async function run(globalConfig, config, environment, runtime, testPath, send) {
  const here = {
    requireInternalModule(path) {
      delete require.cache[path]; // what it knows of the spec file before
      delete globalThis[Symbol.for('EVENT_HANDLERS')];
      return withoutStorages(() => require(path));
    },
    requireModule: require,
    setGlobalsForRuntime() {},
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(`${pathToFileURL(path)}?${(specs += 1)}`),
  };
  runtime.getSourceMaps().get = sourceMapOf;
  const before = process.cpuUsage();
  const result = await circus.default(
    globalConfig,
    config,
    Object.create(environment, { global: { value: globalThis } }),
    Object.assign(Object.create(runtime), here),
    testPath,
    send,
  );
  tellCost(process.cpuUsage(before), relative(config.rootDir, testPath));
  return result;
}

/** With LEPTA_TEST_COSTS=FILE, the processor seconds of each spec file, without PostgreSQL and the processes that it starts. */
function tellCost({ user, system }, path) {
  const file = process.env.LEPTA_TEST_COSTS;
  if (file) appendFileSync(file, `${((user + system) / 1e6).toFixed(2)} ${path}\n`);
}

const storages = new Set();
/** Node 24 keeps them where they cost nothing, and lets nobody take their place. */
const promisesPassThemOn = Object.getOwnPropertyDescriptor(asyncHooks, 'AsyncLocalStorage').writable === true;

/** The framework is loaded anew for each spec file and makes storages that nobody ends: in Node 20 every promise would pass on those of all files before. */
function withoutStorages(load) {
  if (!promisesPassThemOn) return load();
  for (const storage of storages) storage.disable();
  storages.clear();
  asyncHooks.AsyncLocalStorage = class extends AsyncLocalStorage {
    constructor(options) {
      super(options);
      storages.add(this);
    }
  };
  try {
    return load();
  } finally {
    asyncHooks.AsyncLocalStorage = AsyncLocalStorage;
  }
}

const maps = new Map();

/** Where lines of compiled code stand in their source; asked for when something has failed. */
function sourceMapOf(place) {
  const source = (place.startsWith('file:') ? fileURLToPath(place) : place).split('?')[0];
  if (!source.endsWith('.ts')) return undefined;
  if (!maps.has(source)) {
    const file = join(process.env.LEPTA_TEST_MAPS, `${process.pid}-${maps.size}.json`);
    writeFileSync(file, compile(source, true).map);
    maps.set(source, file);
  }
  return maps.get(source);
}
