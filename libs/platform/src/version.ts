import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package that this file is of, wherever the build has put it. */
function packageFile(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return file;
  if (dirname(folder) === folder) throw new Error('The program does not lie in its package');
  return packageFile(dirname(folder));
}

/** Version of the program that runs; read at the start, so that a process whose files were upgraded meanwhile still says its own. */
export const VERSION: string = (
  JSON.parse(readFileSync(packageFile(dirname(fileURLToPath(import.meta.url))), 'utf8')) as { version: string }
).version;
