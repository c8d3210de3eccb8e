// What a visitor's browser loads of scripts for each public page, packed by gzip: node apps/web/build/sizes.mjs
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUILT = fileURLToPath(new URL('../../../dist/web', import.meta.url));

const scriptsBuilt = async (web) =>
  await (
    await import(pathToFileURL(join(web, '..', 'web-server', 'pages.js')).href)
  ).scriptsOfPages(JSON.parse(readFileSync(join(web, '.vite', 'manifest.json'), 'utf8')));

/** The routes of the public pages, sorted. */
export const publicRoutes = async (web = BUILT) =>
  [...new Set((await scriptsBuilt(web)).map(({ page }) => page))].sort();

/** One row for each public page and language; `web` is the built folder, beside which lies the build for the server. */
export async function sizesOfPages(web = BUILT) {
  const known = new Map();
  const size = (file) =>
    known.get(file) ?? known.set(file, gzipSync(readFileSync(join(web, file)), { level: 9 }).length).get(file);
  return (await scriptsBuilt(web)).map(({ page, locale, files }) => ({
    page,
    locale,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + size(file), 0),
  }));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { page, locale, files, bytes } of await sizesOfPages(process.argv[2]))
    process.stdout.write(
      `${(bytes / 1024).toFixed(1).padStart(7)} KB  ${String(files).padStart(3)} files  ${locale}  ${page}\n`,
    );
}
