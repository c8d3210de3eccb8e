export { readNeedBook, type NeedBook } from './need-book.queries.js';
export { needAccountId, offerAccountId, type NeedBalance, type OfferBalance } from './accounts.rules.js';
export {
  NEED_BALANCE,
  needBalanceIn,
  OFFER_BALANCE,
  offerBalanceIn,
  type NeedBalanceRow,
  type OfferBalanceRow,
} from './balance-columns.js';
export {
  arrivedInMatches,
  LESS_REVERSALS,
  lostByCarriers,
  receivedByMatch,
  withLosses,
  type Arrived,
  type GivenBalance,
} from './arrivals.queries.js';
export type { Db } from './balances.queries.js';
export type { Entry } from './entries.queries.js';
export { exportDay, readDigests, type DayDigest } from './export.queries.js';
export { ledgerChecks } from './ledger.check.js';
export { LedgerModule } from './ledger.module.js';
export { refuseLedger } from './ledger.refusals.js';
export { Ledger } from './ledger.service.js';
export { stockAccountId, StockLedger, type LotEntry, type LotOfPoint } from './stock.service.js';
export type { EntryContext } from './postings.js';
export { closeDays, sealLedger } from './seal.job.js';
export { periodOf, Statements, type IssuedStatement, type StatementCheck } from './statements.service.js';
export { StatementYears, type StatementYear } from './statement-year.queries.js';
export { FIRST_YEAR, type YearUnit } from './statement-year.rules.js';
export { newCode, readCode } from './statement-code.js';
export { statementSums, type StatementSum } from './statement-sums.rules.js';
export { ENTRY_WORDS, entryName } from './entry-words.js';
export { statementCsv } from './statement-csv.rules.js';
export type { StatementEntry, StatementUnit } from './statement.queries.js';
export { verifyLedger } from './verify.queries.js';
import { AccountEntity } from './account.entity.js';
import { TransferEntity } from './transfer.entity.js';

export const ledgerEntities = [AccountEntity, TransferEntity];
export { givenSoFar, type GivenSoFar } from './givers.queries.js';
export { LEDGER_EXPORT } from './personal-export.js';
