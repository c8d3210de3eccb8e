import type { StatementSheet } from './sheet.rules.js';

export interface StatementTask {
  readonly sheet: StatementSheet;
  readonly format: 'pdf' | 'xlsx';
}

process.once('disconnect', () => process.exit()); // whoever asked is gone
process.once('message', (task: StatementTask) => void answer(task));

/** Loads what this format needs, and not the other. */
async function answer({ sheet, format }: StatementTask): Promise<void> {
  process.send?.(format === 'pdf' ? await (await import('./paper.js')).statementPaper(sheet) : await (await import('./tables.js')).sheetXlsx(sheet));
}
