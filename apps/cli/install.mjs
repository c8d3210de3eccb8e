// Installs the packages when they are missing or differ from the lock file.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ROOT } from './settings.mjs';

/** True when every package of the lock file stands in node_modules in that version (optional ones for other machines apart). */
function installed() {
  const marker = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(marker)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  const wanted = packages(join(ROOT, 'package-lock.json'));
  const present = packages(marker);
  const withoutDev = process.env.NODE_ENV === 'production';
  return Object.entries(wanted).every(([path, { version, optional, dev, devOptional, link }]) => {
    if (path === '' || link) return true;
    if (present[path]) return present[path].version === version && existsSync(join(ROOT, path));
    return Boolean(optional || devOptional || (withoutDev && dev));
  });
}

/** `say` prints a progress line. */
export async function ensureInstalled(say) {
  if (!existsSync(join(ROOT, 'package-lock.json')) || installed()) return;
  say('installing packages (once, one to two minutes)');
  const started = Date.now();
  const beat = setInterval(() => say(`still installing, ${Math.round((Date.now() - started) / 1000)} s`), 15_000);
  const [program, args] = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];
  const code = await new Promise((done) => {
    // npm install, not npm ci: a lock file written where binaries of other platforms cannot be had is refused by npm ci (npm/cli#9342).
    const child = spawn(program, [...args, 'install', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32' && program === 'npm',
    });
    child.once('error', (err) => fail(`npm could not be started: ${err.message}`));
    child.once('close', done);
  });
  clearInterval(beat);
  if (code !== 0) fail('npm install failed; its reason stands above');
}
