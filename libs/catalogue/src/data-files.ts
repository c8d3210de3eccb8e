import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DATA_FILES, type DataFile } from './rows.rules.js';

export type DataFiles = Readonly<Record<DataFile, string>>;

/** The data lies beside the sources and is not copied by the build, so both `src` and `dist` look for it upwards. */
export function dataFolder(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); dirname(at) !== at; at = dirname(at)) {
    const folder = join(at, 'libs', 'catalogue', 'data');
    if (existsSync(folder)) return folder;
  }
  throw new Error('The folder libs/catalogue/data is missing');
}

export async function readDataFiles(folder = dataFolder()): Promise<DataFiles> {
  const files = await Promise.all(DATA_FILES.map(async (file) => [file, await readFile(join(folder, `${file}.tsv`), 'utf8')] as const));
  return Object.fromEntries(files) as DataFiles;
}
