import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Files, safeKey, safePrefix, type StoredFile } from './files-door.js';

/** Names that no key has: the type beside a file, and a file that is still being written. */
const TYPE = '~type';
const NEW = '~new';
const OTHER_TYPE = 'application/octet-stream';

/** Files in a folder. A write goes to a new name, reaches the disk and is renamed: nobody ever reads half of one. */
export class DiskFiles extends Files {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, bytes: Uint8Array, type: string): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    await writeWhole(`${path}${TYPE}`, Buffer.from(type, 'utf8'));
    try {
      await writeWhole(path, bytes);
    } catch (err) {
      if ((await this.head(key)) === null) await rm(`${path}${TYPE}`, { force: true }); // a full disk keeps no half of it
      throw err;
    }
  }

  async get(key: string): Promise<{ bytes: Uint8Array; type: string } | null> {
    const path = this.pathOf(key);
    const bytes = await orNull(readFile(path));
    if (bytes === null) return null;
    const type = await orNull(readFile(`${path}${TYPE}`, 'utf8'));
    return { bytes, type: type ?? OTHER_TYPE };
  }

  async head(key: string): Promise<{ size: number } | null> {
    const found = await orNull(stat(this.pathOf(key)));
    return found?.isFile() ? { size: found.size } : null;
  }

  async remove(key: string): Promise<void> {
    const path = this.pathOf(key);
    await rm(path, { force: true });
    await rm(`${path}${TYPE}`, { force: true });
  }

  async list(prefix: string): Promise<StoredFile[]> {
    const within = safePrefix(prefix);
    const from = join(this.folder, within.includes('/') ? dirname(`${within}x`) : '');
    const entries = (await orNull(readdir(from, { recursive: true, withFileTypes: true }))) ?? [];
    const found: StoredFile[] = [];
    for (const entry of entries) {
      if (!entry.isFile() || entry.name.endsWith(TYPE) || entry.name.endsWith(NEW)) continue;
      const path = join(entry.parentPath, entry.name);
      const key = relative(this.folder, path).split(sep).join('/');
      if (!key.startsWith(within)) continue;
      const details = await orNull(stat(path)); // another process may have removed it meanwhile
      if (details) found.push({ key, size: details.size, at: details.mtime });
    }
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  private pathOf(key: string): string {
    return join(this.folder, ...safeKey(key).split('/'));
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const fresh = `${path}.${randomBytes(6).toString('hex')}${NEW}`;
  try {
    const file = await open(fresh, 'wx', 0o640);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
  } catch (err) {
    await rm(fresh, { force: true });
    throw err;
  }
}

async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (err) {
    const { code } = err as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw err;
  }
}
