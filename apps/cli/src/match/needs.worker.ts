// The thread of `readNeedsApart`: reads needs.csv into an index of its own and hands over what stands there.
import { parentPort, workerData } from 'node:worker_threads';
import { catalogueWithNames } from '#catalogue';
import { Meanings, openCsv, readNeedSides, rejectedRows, type RejectedRow } from '#tables';
import { Refusal } from '#kernel';
import { FIRST_WEIGHTS, freshContext, PairIndex } from '#engine';
import type { NeedsWord, NeedsWork } from './needs-thread.js';

const { path, now, strict } = workerData as NeedsWork;
const say = (word: NeedsWord, moved: ArrayBuffer[] = []): void => parentPort?.postMessage(word, moved);
/** The first row that cannot be used ends a strict run: nothing more is read. */
class Enough extends Error {}

const index = new PairIndex(freshContext(FIRST_WEIGHTS)); // only its rows are handed over
const rejected: RejectedRow[] = [];
const unknown: string[] = [];
const { catalogue, names } = await catalogueWithNames();
const taker = {
  meanings: new Meanings(names),
  take: (side: Parameters<PairIndex['putNeed']>[0]) => index.putNeed(side),
  reject: (line: number, errors: Parameters<typeof rejectedRows>[2], cells?: Parameters<typeof rejectedRows>[3]) => {
    rejected.push(...rejectedRows('needs', line, errors, cells));
    if (strict) throw new Enough();
  },
  warn: (column: string) => void unknown.push(column),
  progress: (rows: number) => say({ progress: rows }),
};
try {
  const rows = await readNeedSides(openCsv(path), catalogue, new Date(now), taker).catch((err: unknown) => {
    if (err instanceof Enough) return 0;
    throw err;
  });
  const handed = index.handNeeds();
  const moved = Object.values(handed.needs).flatMap((column: unknown) =>
    ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : [],
  );
  say({ read: { rows, handed, rejected, unknown, meant: taker.meanings.list() } }, moved);
} catch (err) {
  if (!(err instanceof Refusal)) throw err;
  say({ refused: { code: err.code, params: err.params } });
}
