import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes the folder of the installation. As root it can be passed through (0711), because PostgreSQL runs as another user. */
export function ensureInstallation(dir: string): void {
  mkdirSync(dir, { recursive: true });
  if (process.getuid?.() === 0) chmodSync(dir, 0o711);
}

/** A random secret that this installation keeps in its folder, readable by its owner only. Made on first use. */
export function installationSecret(dir: string, name: string): string {
  const file = join(dir, name);
  if (!existsSync(file)) {
    const fresh = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
    writeFileSync(fresh, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    try {
      linkSync(fresh, file); // of two processes at once the first one wins, and no half-written file is ever seen
    } catch (err) {
      if ((err as NodeJS.ErrnoException).code !== 'EEXIST') throw err;
    } finally {
      rmSync(fresh);
    }
  }
  return readFileSync(file, 'utf8').trim();
}
