// What must be known before anything is installed, in plain JavaScript: the folder, the port, and who holds the folder.
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Prints one line and ends the process. */
export function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Settings that the start needs early; `libs/host/src/env.ts` checks all of them once it can be loaded. */
export function earlySettings(folder = process.cwd()) {
  const file = join(folder, '.env');
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const read = (name, otherwise) => process.env[name]?.trim() || fromFile[name]?.trim() || otherwise;
  return {
    port: read('PORT', '3000'),
    host: read('HOST', '127.0.0.1'),
    dir: resolve(folder, read('LEPTA_DIR', '.lepta')),
  };
}

/** Fails with one line when something listens there already. */
export async function checkPort({ host, port }) {
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535)
    fail(`PORT is "${port}"; it must be a port number from 1 to 65535`);
  const reason = await new Promise((done) => {
    const server = createServer();
    server.once('error', (err) => done(err.code ?? err.message));
    server.listen(Number(port), host, () => server.close(() => done(null)));
  });
  if (reason === 'EADDRINUSE')
    fail(
      `Port ${port} is taken by another program. Choose another one: PORT=${Number(port) < 65535 ? Number(port) + 1 : 3000} npm start`,
    );
  if (reason === 'EACCES') fail(`This user may not open port ${port}. Choose one above 1023: PORT=3000 npm start`);
  if (reason) fail(`HOST ${host}, port ${port} cannot be opened: ${reason}`);
}

/**
 * Takes the folder for this process. Answers the id of the process that holds it already, or null when it is ours now.
 * A lock whose process is gone (or whose number belongs to another process by now) does not count.
 */
export function lockFolder(dir) {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'start.lock');
  const mine = join(dir, `start.lock.${process.pid}`);
  const own = `${process.pid} ${startedAt(process.pid)}`;
  writeFileSync(mine, own);
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      try {
        linkSync(mine, file); // atomic: only one can make it
        process.on('exit', () => readQuietly(file) === own && rmSync(file, { force: true }));
        return null;
      } catch (err) {
        if (err.code !== 'EEXIST') throw err;
      }
      const seen = readQuietly(file);
      if (seen === own) return null;
      if (seen !== null && holds(seen)) return Number(seen.split(' ')[0]);
      if (seen !== null) putAside(file, seen);
    }
    return -1;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Removes a stale lock; if another process has just made a fresh one, it is put back. */
function putAside(file, stale) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readQuietly(aside) !== stale) linkSync(aside, file);
  } catch {
    // another process was quicker
  }
  rmSync(aside, { force: true });
}

function holds(lock) {
  const [pid, started] = lock.split(' ');
  try {
    process.kill(Number(pid), 0);
  } catch (err) {
    if (err.code !== 'EPERM') return false;
  }
  return startedAt(Number(pid)) === started;
}

/** Tells two processes with the same number apart (Linux); elsewhere the number alone must do. */
function startedAt(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/s, '')
      .split(' ');
    return fields[0] === 'Z' ? 'gone' : fields[19];
  } catch {
    return process.platform === 'linux' ? 'gone' : '-';
  }
}

function readQuietly(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
