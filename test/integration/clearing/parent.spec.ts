import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../apps/cli/settings.mjs';
import { until } from '../platform/jobs-story.js';

/** A process as that of a clearing, deep in a plan: its main thread hears nothing. */
const BUSY = `
  const { Worker } = require('node:worker_threads');
  new Worker(${JSON.stringify(join(ROOT, 'dist/libs/clearing/src/parent.worker.js'))}, { workerData: process.ppid }).once('online', () => {
    process.stdout.write(String(process.pid) + ' ');
    setTimeout(() => { for (;;); }, 100);
  });`;
const PARENT = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(BUSY)}], { detached: true, stdio: ['ignore', 'inherit', 'inherit'] }); setInterval(() => {}, 1000);`;

/** One that has ended and that nobody has asked about may still be in the list. */
const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc/self/stat') || !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

test('a clearing deep in a plan ends when its worker dies, and not before', async () => {
  const worker = spawn(process.execPath, ['-e', PARENT], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(worker.stdout, 'data')) as [Buffer];
  const clearing = Number(said.toString());
  await new Promise((done) => setTimeout(done, 1_000));
  expect(lives(clearing)).toBe(true);
  worker.kill('SIGKILL');
  try {
    await until('it has ended', () => !lives(clearing));
  } finally {
    if (lives(clearing)) process.kill(clearing, 'SIGKILL');
  }
});
