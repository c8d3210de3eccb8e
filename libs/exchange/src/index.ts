export { EXPORT_KINDS, exportTable, organizationOfFile, type ExportKind } from './export-table.js';
export { agreementSheet } from './agreements/agreement-sheet.rules.js';
export { hoursCsv, hoursSheet } from './hours/hours-sheet.rules.js';
export { certificateSheet, receiptSheet } from './papers/money-sheet.rules.js';
export { registerCsv, registerPaperSheet, registerSheet } from './papers/register.rules.js';
export { termsSheet } from './papers/terms-sheet.rules.js';
export {
  entryWords,
  holderName,
  spheresOfNeeds,
  statementMatches,
  type StatementMatch,
} from './statement/entry-words.queries.js';
export { bySphere, yearCsv, type YearTable } from './statement/year-table.rules.js';
export { inStatementTurn, statementTurns } from './statement/files-apart.js';
export { statementSheet, type StatementSheet } from './statement/sheet.rules.js';
export { sheetCsv } from './statement/tables.js';
export { actSheet } from './transfer/act.rules.js';
export { contractSheet } from './transfer/contract.rules.js';
export { distributionSheet } from './transfer/distribution.rules.js';
export { reportSheet } from './report/report-sheet.rules.js';
export { moneyContractSheet } from './transfer/money-contract.rules.js';
export type { TransferSheet } from './transfer/transfer-sheet.js';
export { generate } from './generate.js';
export { allRefused, FileImport, type ImportFiles, type ImportReport } from './file-import.js';
