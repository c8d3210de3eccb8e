import { programBeside, runApart, Turns } from '#platform';
import { refuseExchange as refuse } from '#tables';
import type { FileTask } from './files.process.js';

const TIME_MS = 30_000;
/** Files that are made at once, those that wait, and when the caller that finds no room may come again. */
const [AT_ONCE, WAITING_MAX, SECONDS] = [2, 20, 10];

/** All of this process: the caller that asks takes one. */
export const statementTurns = new Turns(AT_ONCE, WAITING_MAX);

/**
 * Does all the work for one file in a turn: to read a long statement and find its words takes as much as to write it down. `work` gets what writes a
 * sheet on paper or into a workbook. @throws statement.too-many-at-once, and then nothing is begun
 */
export async function inStatementTurn<T>(work: (write: typeof writeApart) => Promise<T>): Promise<T> {
  return statementTurns.take(() => work(writeApart)) ?? refuse('statement.too-many-at-once', { seconds: SECONDS });
}

/** In a process of its own: a long one takes seconds, in which nobody else would be answered. */
async function writeApart(task: FileTask): Promise<Buffer> {
  const result = await runApart<Uint8Array>(programBeside(import.meta.url, 'files.process'), task, { timeMs: TIME_MS });
  if (result.answer === null) throw new Error(`the process that writes a file ended with ${result.ended}`);
  return Buffer.from(result.answer);
}
