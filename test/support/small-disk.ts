import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, realpathSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk that is full soon. */
export class SmallDisk {
  private constructor(readonly dir: string) {}

  /** Null, with the reason in one printed line, where nothing may be mounted. */
  static mount(megabytes: number): SmallDisk | null {
    const dir = mkdtempSync(join(realpathSync(tmpdir()), 'lepta-small-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', dir], {
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: 10_000,
      });
      return new SmallDisk(dir);
    } catch (err) {
      rmSync(dir, { recursive: true, force: true });
      process.stderr.write(
        `Skipped: scenarios of a full disk, no small disk can be mounted here: ${(err as Error).message.trim().split('\n').at(-1)}\n`,
      );
      return null;
    }
  }

  /** Not a byte is left. */
  fill(): void {
    const file = openSync(join(this.dir, 'ballast'), 'a');
    for (let size = 1024 * 1024; size >= 1;) {
      try {
        writeSync(file, Buffer.alloc(size));
      } catch (err) {
        if ((err as NodeJS.ErrnoException).code !== 'ENOSPC') throw err;
        size = Math.floor(size / 2);
      }
    }
    closeSync(file);
  }

  free(): void {
    rmSync(join(this.dir, 'ballast'), { force: true });
  }

  unmount(): void {
    execFileSync('umount', [this.dir], { timeout: 10_000 });
    rmSync(this.dir, { recursive: true, force: true });
  }
}
