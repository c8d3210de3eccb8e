// Builds what is stale: TypeScript of apps, libs and migrations to dist (swc), data beside it, of these the files of api and worker (rolldown), and the web pages (Vite).
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleProcesses, bundler, isBundled } from './bundle.mjs';
import { ROOT } from './settings.mjs';
import { SWC } from './swc.mjs';

const DIST = join(ROOT, 'dist');
const MANIFEST = join(DIST, '.build.json');

function walk(folder, found = []) {
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) entry.name === 'node_modules' || walk(path, found);
    else found.push(path);
  }
  return found;
}

const named = (path) => relative(ROOT, path).split(sep).join('/');
const stamp = (path) => {
  const stats = statSync(path, { throwIfNoEntry: false }); // an editor's file may be gone between the listing and this
  return stats ? `${stats.mtimeMs}:${stats.size}` : 'gone';
};
const subfolders = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(folder, entry.name))
    : [];

function sources() {
  const code = [
    join(ROOT, 'migrations'),
    ...['api', 'worker', 'cli'].map((app) => join(ROOT, 'apps', app, 'src')),
    ...subfolders(join(ROOT, 'libs')).map((lib) => join(lib, 'src')),
  ];
  const data = subfolders(join(ROOT, 'libs')).map((lib) => join(lib, 'data'));
  return [
    ...code.flatMap((folder) => walk(folder)).filter((path) => path.endsWith('.ts') && !/\.(spec|d)\.ts$/.test(path)),
    ...data.flatMap((folder) => walk(folder)),
  ];
}

function outputOf(source) {
  return join(DIST, source.replace(/\.ts$/, '.js'));
}

/** Shown only when complete, so that a process that starts meanwhile never loads half a file. */
function writeWhole(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}.new`;
  writeFileSync(fresh, content);
  renameSync(fresh, path);
}

function readManifest() {
  try {
    return JSON.parse(readFileSync(MANIFEST, 'utf8'));
  } catch {
    return {};
  }
}

/** What the outputs depend on besides their source: this file, the compiler and what it is told. */
function builder() {
  const compiler = JSON.parse(readFileSync(join(ROOT, 'node_modules', '@swc', 'core', 'package.json'), 'utf8')).version;
  return createHash('sha256')
    .update(readFileSync(new URL(import.meta.url)))
    .update(JSON.stringify(SWC))
    .update(compiler)
    .digest('hex')
    .slice(0, 16);
}

async function buildCode(say, manifest) {
  const before = manifest.builder === builder() ? (manifest.files ?? {}) : {};
  const files = {};
  const stale = [];
  const broken = [];
  for (const path of sources()) {
    const source = named(path);
    files[source] = stamp(path);
    if (before[source] !== files[source] || !existsSync(outputOf(source))) stale.push(source);
  }
  for (const source of Object.keys(manifest.files ?? {})) {
    if (!files[source]) for (const suffix of ['', '.map']) rmSync(outputOf(source) + suffix, { force: true });
  }
  if (stale.length > 0) {
    say(`building ${stale.length} files`);
    const { transform } = await import('@swc/core');
    for (const source of stale) {
      const path = join(ROOT, source);
      if (!source.endsWith('.ts')) {
        mkdirSync(dirname(outputOf(source)), { recursive: true });
        cpSync(path, outputOf(source));
        continue;
      }
      const output = outputOf(source);
      try {
        const { code, map } = await transform(readFileSync(path, 'utf8'), {
          ...SWC,
          filename: path,
          sourceFileName: relative(dirname(output), path),
        });
        writeWhole(`${output}.map`, map);
        writeWhole(output, `${code}\n//# sourceMappingURL=${output.split(sep).at(-1)}.map\n`);
      } catch (err) {
        broken.push(`${source}: ${err.message}`);
        delete files[source]; // so that the next build tries it again
      }
    }
  }
  return {
    builder: builder(),
    files,
    broken,
    changed: stale.length > 0 || Object.keys(before).some((source) => !files[source]),
  };
}

async function buildWeb(say, before) {
  const root = join(ROOT, 'apps', 'web');
  if (!existsSync(join(root, 'index.html'))) return null;
  const hash = createHash('sha256');
  for (const path of walk(root).sort()) hash.update(`${named(path)}:${stamp(path)}\n`);
  hash.update(readFileSync(join(ROOT, 'package-lock.json')));
  const state = hash.digest('hex');
  const out = join(DIST, 'web');
  const drawing = join(DIST, 'web-server'); // the same pages, for the api to draw
  if (before === state && existsSync(join(out, 'index.html')) && existsSync(join(drawing, 'pages.js'))) return state;
  say('building the web pages');
  const { build } = await import('vite');
  const mode = process.env.NODE_ENV; // Vite sets it to production for the build; the processes we start must not inherit that
  const fresh = [out, drawing].map((folder) => `${folder}.${process.pid}.new`);
  const common = { root, mode: 'production', logLevel: 'warn' };
  try {
    await build({ ...common, build: { outDir: fresh[0], emptyOutDir: true } });
    await build({
      ...common,
      build: {
        outDir: fresh[1],
        emptyOutDir: true,
        ssr: 'src/server/entry.ts',
        rolldownOptions: { output: { entryFileNames: 'pages.js' } },
      },
    });
    for (const [at, folder] of [out, drawing].entries()) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(fresh[at], folder);
    }
  } finally {
    for (const folder of fresh) rmSync(folder, { recursive: true, force: true });
    if (mode === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = mode;
  }
  return state;
}

/** Answers whether code and web pages have changed. Throws with the compiler's words. Nothing is built where there are no sources (an image). */
export async function ensureBuilt(say) {
  if (!existsSync(join(ROOT, 'apps', 'cli', 'src')) || !existsSync(join(ROOT, 'libs')))
    return { code: false, web: false };
  const code = await ensureCodeBuilt(say);
  if (code.broken.length > 0) throw new Error(code.broken.join('\n'));
  const manifest = readManifest();
  const web = await buildWeb(say, manifest.web);
  if (web !== manifest.web) writeWhole(MANIFEST, JSON.stringify({ ...manifest, web }));
  return { code: code.changed, web: web !== manifest.web };
}

/** The code alone, as far as it compiles; `broken` names what does not. Then api and worker stay as they were. */
export async function ensureCodeBuilt(say) {
  const manifest = readManifest();
  const { builder: by, files, broken, changed } = await buildCode(say, manifest);
  const processes = bundler();
  const stale = broken.length === 0 && (changed || manifest.processes !== processes || !isBundled());
  if (stale) {
    say('putting api and worker together');
    await bundleProcesses();
  }
  if (stale || changed || manifest.builder !== by)
    writeWhole(
      MANIFEST,
      JSON.stringify({ builder: by, files, processes: stale ? processes : manifest.processes, web: manifest.web }),
    );
  return { broken, changed };
}

/** For `build-apart.mjs`, which started this process. Ends with it, so that nobody builds for nobody. */
async function buildForParent() {
  const tell = (message) => new Promise((done) => process.send(message, done));
  process.once('disconnect', () => process.exit(1));
  try {
    await tell({ built: await ensureBuilt((say) => process.send({ say })) });
  } catch (err) {
    await tell({ failed: err.message });
  }
  process.exit();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href && process.argv.includes('--apart'))
  await buildForParent();
else if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { ensureInstalled } = await import('./install.mjs');
  const say = (line) => process.stdout.write(`${line}\n`);
  await ensureInstalled(say);
  await ensureBuilt(say);
  say('built');
}
