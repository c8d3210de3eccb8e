import { statementPaper } from './paper.js';
import type { StatementSheet } from './sheet.rules.js';

process.once('disconnect', () => process.exit()); // whoever asked is gone
process.once('message', (sheet: StatementSheet) => void statementPaper(sheet).then((bytes) => process.send?.(bytes)));
