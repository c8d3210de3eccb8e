import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const WORTH_IT_FROM = 1024;
const WORDS = /\.(js|css|html|svg|json|txt)$/;
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

/** Writes each file of words a second and a third time, as `.br` and `.gz`: packed once at the build, as small as it gets, and sent as it lies. */
export function writeSmaller(): Plugin {
  let out = '';
  return {
    name: 'lepta-smaller',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    configResolved: (config) => void (out = resolve(config.root, config.build.outDir)),
    writeBundle: { order: 'post', sequential: true, handler: () => writeAll(out) },
  };
}

async function writeAll(out: string): Promise<void> {
  for (const entry of await readdir(out, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !WORDS.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const whole = await readFile(path);
    if (whole.length < WORTH_IT_FROM) continue;
    await writeFile(
      `${path}.br`,
      await brotli(whole, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length },
      }),
    );
    await writeFile(`${path}.gz`, await zip(whole, { level: 9 }));
  }
}
