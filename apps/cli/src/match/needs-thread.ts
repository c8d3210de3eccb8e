import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Meaning, RejectedRow } from '#tables';
import { Refusal, type RefusalParams } from '#kernel';
import type { HandedNeeds } from '#engine';

/** Below so many bytes a thread costs more than it brings. */
const WORTH_BYTES = 1_000_000;

/** What the thread is given. */
export interface NeedsWork {
  readonly path: string;
  readonly now: number;
  readonly strict: boolean;
}

/** What comes back from it. */
export interface NeedsRead {
  readonly rows: number;
  readonly handed: HandedNeeds;
  readonly rejected: readonly RejectedRow[];
  /** Columns that nobody knows. */
  readonly unknown: readonly string[];
  /** What its words were taken for. */
  readonly meant: readonly Meaning[];
}

export type NeedsWord =
  | { readonly progress: number }
  | { readonly read: NeedsRead }
  | { readonly refused: { readonly code: string; readonly params: RefusalParams } };

/** Whether needs are worth a thread of their own. Standard input is this one's, and sources are not what a thread can load. */
export function needsApart(path: string): boolean {
  if (import.meta.url.endsWith('.ts') || path === '-') return false;
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > WORTH_BYTES;
}

/** Reads needs.csv in a thread. @throws as `readNeedSides` */
export function readNeedsApart(
  work: NeedsWork,
  progress: (rows: number) => void,
): { readonly read: Promise<NeedsRead>; stop(): Promise<unknown> } {
  const worker = new Worker(new URL('./needs.worker.js', import.meta.url), {
    workerData: work,
    resourceLimits: { maxYoungGenerationSizeMb: 32 },
  });
  const read = new Promise<NeedsRead>((done, fail) => {
    worker.on('message', (word: NeedsWord) => {
      if ('progress' in word) progress(word.progress);
      else if ('read' in word) done(word.read);
      else fail(new Refusal(word.refused.code, word.refused.params));
    });
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`The thread that read the needs ended with ${code}`)));
  });
  read.catch(() => undefined); // asked for later: what is wrong with the offers comes first
  return { read, stop: () => worker.terminate() };
}
