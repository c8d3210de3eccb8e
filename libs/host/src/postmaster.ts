import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** What `postmaster.pid` says (lines: pid, folder, start time, port, socket folder, address, shared memory, state), or null without one. */
export function readPostmaster(data: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 ? { pid, port, ready: lines[7]?.trim() === 'ready' } : null;
}

/** The server that runs on this data, if its process is really alive: after a reboot the number may belong to anybody. */
export function livePostmaster(data: string): Postmaster | null {
  const postmaster = readPostmaster(data);
  return postmaster && alive(postmaster.pid) && isPostgres(postmaster.pid) ? postmaster : null;
}

/** Removes a pid file whose process is gone or is another process's. */
export function clearStalePidFile(data: string): void {
  if (readPostmaster(data) && !livePostmaster(data)) rmSync(join(data, 'postmaster.pid'), { force: true });
}

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !zombie(pid);
  } catch (err) {
    return (err as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Fast shutdown (sessions are ended, data written), then, if that hangs, an immediate one: the next start recovers from the log. */
export async function stopPostmaster(pid: number, patienceMs = 3_000): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', patienceMs],
    ['SIGQUIT', 1_500],
    ['SIGKILL', 1_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const until = performance.now() + patience; performance.now() < until;) {
      if (!alive(pid)) return;
      await sleep(20);
    }
  }
}

function isPostgres(pid: number): boolean {
  return /postgres/.test(commandOf(pid));
}

function commandOf(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  }
  if (process.platform === 'win32') return 'postgres'; // no cheap way to tell; PostgreSQL checks for itself
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** A dead child that nobody has waited for yet still answers to signal 0. */
function zombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, ''));
  } catch {
    return true;
  }
}
