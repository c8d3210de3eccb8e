export { balanceCsv } from './balance-table.rules.js';
export {
  BalanceFlow,
  FLOW_ARRIVED_SQL,
  FLOW_GIVEN_SQL,
  FLOW_KEPT_FOR_MS,
  FLOW_SERVED_FOR_MS,
  type FlowAt,
} from './flow.queries.js';
export { GIVERS } from './flow.rules.js';
export { KEPT_FOR_MS, OpenBalance, openBalanceSql } from './open-balance.queries.js';
export { BALANCE_BY, type BalanceBy, type BalanceItem } from './open-balance.rules.js';
export {
  arrivedSql,
  ARRIVED_DAYS,
  BalanceSheets,
  organizationsSql,
  SHEET_KEPT_FOR_MS,
  type Arrival,
  type BalanceSheet,
} from './balance-sheets.queries.js';
export { MonthSheets, monthArrivedSql, monthOpenedSql, type MonthSheet } from './month-sheets.queries.js';
export { agreedSql, AGREED_DAYS, AGREED_LEAST, waitingSql } from './sheet-facts.queries.js';
export { periodBalanceSql } from './period-balances.queries.js';
export { PERIODS, type Period } from './period.rules.js';
export { GIVEN_KEPT_FOR_MS, GivenInName, type Given } from './given.queries.js';
export { OwnOutcomes, type OwnOutcome } from './own-outcome.queries.js';
export { TransparencyModule } from './transparency.module.js';
export { placesInUse } from './places-in-use.queries.js';
export { CatalogueUseCounts } from './catalogue-uses.queries.js';
