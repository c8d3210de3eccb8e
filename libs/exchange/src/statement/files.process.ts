import type { AgreementSheet } from '../agreements/agreement-sheet.rules.js';
import type { HoursSheet } from '../hours/hours-sheet.rules.js';
import type { TransferSheet } from '../transfer/transfer-sheet.js';
import type { MoneySheet } from '../papers/money-sheet.rules.js';
import type { RegisterSheet } from '../papers/register.rules.js';
import type { StatementSheet } from './sheet.rules.js';

export type FileTask =
  | { readonly sheet: StatementSheet; readonly format: 'pdf' | 'xlsx' }
  | { readonly sheet: HoursSheet; readonly format: 'hours' }
  | { readonly sheet: TransferSheet; readonly format: 'transfer' }
  | { readonly sheet: AgreementSheet; readonly format: 'agreement' }
  | { readonly sheet: MoneySheet; readonly format: 'money' }
  | { readonly sheet: RegisterSheet; readonly format: 'register' };

process.once('disconnect', () => process.exit()); // the caller is gone
process.once('message', (task: FileTask) => void answer(task));

/** Loads what this format needs, and not the others. */
async function answer(task: FileTask): Promise<void> {
  process.send?.(await write(task));
}

async function write({ sheet, format }: FileTask): Promise<Buffer> {
  if (format === 'transfer') return (await import('../transfer/transfer-paper.js')).transferPaper(sheet);
  if (format === 'agreement') return (await import('../agreements/agreement-paper.js')).agreementPaper(sheet);
  if (format === 'hours') return (await import('../hours/hours-paper.js')).hoursPaper(sheet);
  if (format === 'money') return (await import('../papers/money-paper.js')).moneyPaper(sheet);
  if (format === 'register') return (await import('../papers/register-xlsx.js')).registerXlsx(sheet);
  return format === 'pdf'
    ? (await import('./paper.js')).statementPaper(sheet)
    : (await import('./tables.js')).sheetXlsx(sheet);
}
