import { programBeside, runApart, Turns } from '#platform';
import { refuse } from '../exchange.refusals.js';
import type { StatementTask } from './files.process.js';
import type { StatementSheet } from './sheet.rules.js';

const TIME_MS = 30_000;
/** Files that are made at once, those that wait, and when whoever finds no room may come again. */
const [AT_ONCE, WAITING_MAX, SECONDS] = [2, 20, 10];

/** All of this process: whoever asks takes one. */
export const statementTurns = new Turns(AT_ONCE, WAITING_MAX);

/** Writes a statement down on paper or as a workbook, in a process of its own: a long one takes seconds, in which nobody else would be answered. */
export async function statementFile(sheet: StatementSheet, format: StatementTask['format']): Promise<Buffer> {
  return statementTurns.take(() => make({ sheet, format })) ?? refuse('statement.too-many-at-once', { seconds: SECONDS });
}

async function make(task: StatementTask): Promise<Buffer> {
  const result = await runApart<Uint8Array>(programBeside(import.meta.url, 'files.process'), task, { timeMs: TIME_MS });
  if (result.answer === null) throw new Error(`the process that writes a statement down ended with ${result.ended}`);
  return Buffer.from(result.answer);
}
