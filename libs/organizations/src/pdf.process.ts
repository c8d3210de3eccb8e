import { Worker } from 'node:worker_threads';
import { rebuildPdf } from './pdf-rebuild.js';

/** What a document may unpack to, beside what this process is without one. */
export interface PdfTask {
  readonly bytes: Uint8Array;
  readonly growthBytes: number;
}

const LOOK_MS = 25;
/** Looks from beside, since unpacking lets nothing else run here; bytes that unpack are not among the objects that V8 limits. */
const WATCH = `
  const { workerData } = require('node:worker_threads');
  const before = process.memoryUsage.rss();
  setInterval(() => process.memoryUsage.rss() - before > workerData && process.kill(process.pid, 'SIGKILL'), ${LOOK_MS});
`;

process.once('disconnect', () => process.exit()); // the caller is gone
process.once('message', (task: PdfTask) => void answer(task));

async function answer({ bytes, growthBytes }: PdfTask): Promise<void> {
  new Worker(WATCH, { eval: true, workerData: growthBytes, execArgv: [] }).unref();
  process.send?.(await rebuildPdf(bytes));
}
