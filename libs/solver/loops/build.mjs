// Compiles the loops to libs/solver/data/loops.wasm:
//   npm run loops
//   npm run loops -- --check    compiles it elsewhere, and says whether that is what lies there
// The compiler is not among the project's packages: who only starts or tests Lepta does not need its 100 MB.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf, FLAGS, COMPILER, withDigest } from './digest.mjs';

const SOURCES = fileURLToPath(new URL('.', import.meta.url)), BUILT = fileURLToPath(new URL('../data/loops.wasm', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'lepta-loops-'));
try {
  const file = join(folder, 'loops.wasm');
  execFileSync('npm', ['exec', '--yes', `--package=${COMPILER}`, '--', 'asc', join(SOURCES, 'index.ts'), '-o', file, ...FLAGS], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
  const compiled = withDigest(readFileSync(file), digestOf(SOURCES));
  if (!process.argv.includes('--check')) writeFileSync(BUILT, compiled);
  else if (!compiled.equals(readFileSync(BUILT))) {
    process.stderr.write('libs/solver/data/loops.wasm is not what its sources compile to: npm run loops\n');
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
