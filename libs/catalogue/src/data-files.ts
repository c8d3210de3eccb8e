import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DATA_FILES, type DataFile, type RegionFile } from './rows.js';
import { EMPTY_SCHEME_FILE } from './scheme.rules.js';
import { DataError } from './tsv.js';

export type DataFiles = Readonly<Record<DataFile, string>>;
export type RegionFiles = Readonly<Record<RegionFile, string>>;

/** The data lies beside the sources, and beside their build, so both `src` and `dist` look for it upwards. */
export function dataFolder(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); dirname(at) !== at; at = dirname(at)) {
    const folder = join(at, 'libs', 'catalogue', 'data');
    if (existsSync(folder)) return folder;
  }
  throw new Error('The folder libs/catalogue/data is missing');
}

export async function readDataFiles(folder = dataFolder()): Promise<DataFiles> {
  const files = await Promise.all(
    DATA_FILES.map(async (file) => [file, await readText(folder, `${file}.tsv`)] as const),
  );
  return Object.fromEntries(files) as DataFiles;
}

/**
 * The files of a region: `regions.tsv`, `municipalities.tsv` and, where its scheme has lines, `scheme.tsv`.
 * @throws DataError when one is missing or not UTF-8
 */
export async function readRegionFiles(folder: string): Promise<RegionFiles> {
  const [regions, municipalities] = [
    await readText(folder, 'regions.tsv'),
    await readText(folder, 'municipalities.tsv'),
  ];
  return {
    regions,
    municipalities,
    scheme: existsSync(join(folder, 'scheme.tsv')) ? await readText(folder, 'scheme.tsv') : EMPTY_SCHEME_FILE,
  };
}

async function readText(folder: string, name: string): Promise<string> {
  const bytes = await readFile(join(folder, name)).catch((err: NodeJS.ErrnoException) => {
    if (err.code === 'ENOENT' || err.code === 'ENOTDIR')
      throw new DataError(name, 1, null, `there is no such file in ${folder}`);
    throw err;
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DataError(name, lineOfWrongByte(bytes), null, 'this is not UTF-8; save the file as UTF-8');
  }
}

/** The first line that cannot be read by itself. */
function lineOfWrongByte(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let [line, from] = [1, 0]; from < bytes.length; line += 1) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to + 1;
  }
  return 1;
}
