import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Rebuilt } from './pdf-rebuild.js';
import type { PdfTask } from './pdf.process.js';

export interface ApartLimits {
  readonly timeMs: number;
  readonly growthBytes: number;
}
const LIMITS: ApartLimits = { timeMs: 30_000, growthBytes: 512 * 1024 * 1024 };
const OBJECTS_MAX_MB = 256;
/** Tests run what is written as it is. */
const PROGRAM = new URL(import.meta.url.endsWith('.ts') ? './pdf.process.ts' : './pdf.process.js', import.meta.url);

/**
 * Rebuilds a PDF in a process of its own, without our settings, which ends when it takes too long or too much: whatever a file does to its reader,
 * it does it there. Rejects only where such a process cannot be had.
 */
export function rebuildApart(bytes: Uint8Array, { timeMs, growthBytes }: ApartLimits = LIMITS): Promise<Rebuilt> {
  return new Promise((done, fail) => {
    const child = fork(fileURLToPath(PROGRAM), { serialization: 'advanced', env: {}, execArgv: [...process.execArgv, `--max-old-space-size=${OBJECTS_MAX_MB}`], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const late = setTimeout(() => child.kill('SIGKILL'), timeMs);
    let rebuilt: Rebuilt | null = null;
    child.once('message', (message: Rebuilt) => {
      rebuilt = message;
      child.kill('SIGKILL'); // it has nothing to tidy up
    });
    child.once('error', (err) => {
      clearTimeout(late);
      fail(err);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      if (rebuilt) done(rebuilt);
      else if (signal === 'SIGKILL' || signal === 'SIGABRT' || code === OUT_OF_MEMORY) done({ ok: false, fault: 'too-much' });
      else fail(new Error(`the process that rebuilds a PDF ended with ${code ?? signal}`));
    });
    child.send({ bytes, growthBytes } satisfies PdfTask, (err) => err && child.kill('SIGTERM'));
  });
}

/** With which V8 ends where there are no signals. */
const OUT_OF_MEMORY = 134;
