import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StatementSheet } from './sheet.rules.js';

const TIME_MS = 30_000;
const OBJECTS_MAX_MB = 256;
/** Papers that are drawn at once; the others wait. */
const AT_ONCE = 2;
/** Tests run what is written as it is. */
const PROGRAM = new URL(import.meta.url.endsWith('.ts') ? './paper.process.ts' : './paper.process.js', import.meta.url);

const waiting: (() => void)[] = [];
let running = 0;

/** Draws a statement in a process of its own, without our settings: a long one takes seconds, in which nobody else would be answered. */
export async function paperApart(sheet: StatementSheet): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((next) => waiting.push(next));
  running += 1;
  try {
    return await draw(sheet);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function draw(sheet: StatementSheet): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = fork(fileURLToPath(PROGRAM), { serialization: 'advanced', env: {}, execArgv: [...process.execArgv, `--max-old-space-size=${OBJECTS_MAX_MB}`], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const late = setTimeout(() => child.kill('SIGKILL'), TIME_MS);
    let paper: Buffer | null = null;
    child.once('message', (bytes: Uint8Array) => {
      paper = Buffer.from(bytes);
      child.kill('SIGKILL'); // it has nothing to tidy up
    });
    child.once('error', (err) => {
      clearTimeout(late);
      fail(err);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      if (paper) done(paper);
      else fail(new Error(`the process that draws a statement ended with ${code ?? signal}`));
    });
    child.send(sheet, (err) => err && child.kill('SIGTERM'));
  });
}
