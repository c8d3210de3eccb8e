import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { log } from './log.js';

/** Linux shares processor time between sessions first, and heeds a niceness only within one: sched(7), "The autogroup feature". */
const AUTOGROUP = '/proc/self/autogroup';

/**
 * Puts this process behind others where the processor is busy; beside an idle one it is as fast as ever. Who started it further behind meant it, and
 * may not be allowed to take it back. Its session goes with it where the session is its own: `lepta start` makes one for each process.
 * @param niceness 0..19, as of nice(1)
 */
export function lowerPriority(niceness: number): void {
  setPriority(Math.max(getPriority(), niceness));
  if (!existsSync(AUTOGROUP) || !leadsSession()) return;
  const now = Number(/nice (-?\d+)/.exec(readFileSync(AUTOGROUP, 'utf8'))?.[1] ?? 0);
  try {
    if (now < niceness) writeFileSync(AUTOGROUP, String(niceness));
  } catch (err) {
    log.warn({ err }, 'the session could not be put behind others'); // it works, only people may notice it in a rush
  }
}

function leadsSession(): boolean {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\)\s/s, '')
    .split(' ');
  return Number(fields[3]) === process.pid;
}
