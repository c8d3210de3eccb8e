import { programBeside, runApart } from '#platform';
import type { Rebuilt } from './pdf-rebuild.js';
import type { PdfTask } from './pdf.process.js';

export interface ApartLimits {
  readonly timeMs: number;
  readonly growthBytes: number;
}
const LIMITS: ApartLimits = { timeMs: 30_000, growthBytes: 512 * 1024 * 1024 };
/** How a process ends that took too long or too much; with the number, where there are no signals. */
const TOO_MUCH: readonly unknown[] = ['SIGKILL', 'SIGABRT', 134];

/** Rebuilds a PDF in a process of its own: whatever a file does to its reader, it does it there. */
export async function rebuildApart(bytes: Uint8Array, { timeMs, growthBytes }: ApartLimits = LIMITS): Promise<Rebuilt> {
  const result = await runApart<Rebuilt>(
    programBeside(import.meta.url, 'pdf.process'),
    { bytes, growthBytes } satisfies PdfTask,
    { timeMs },
  );
  if (result.answer !== null) return result.answer;
  if (TOO_MUCH.includes(result.ended)) return { ok: false, fault: 'too-much' };
  throw new Error(`the process that rebuilds a PDF ended with ${result.ended}`);
}
