export { clearingChecks } from './clearing.check.js';
export { ClearingJobs } from './clearing.jobs.js';
export { ClearingModule } from './clearing.module.js';
export { refuse as refuseClearing } from './clearing.refusals.js';
export {
  ClearingReads,
  type ClearingLine,
  type ClearingSummary,
  type ClearingUnmet,
  type ListedNeed,
  type OrganizationShare,
} from './clearings.queries.js';
export { Clearings, DEFAULT_GAP, KINDS } from './clearings.service.js';
export { newestClearings } from './public-clearings.queries.js';
export { PassedOverReads } from './passed-over.service.js';
export { PLAN_COLUMNS, planCsv, planTable } from './plan-csv.queries.js';
export { replay, runTask } from './tasks.js';
export { ClearingProcesses } from './processes.js';
export { WeightVersions, type PublishedWeights } from './weights.service.js';
export { WeightChanges, type WeightChange } from './weight-changes.service.js';
export { CHANGE_VERBS, type ChangeVerb } from './weight-changes.rules.js';
export { CLEARING_AGES } from './ages.js';
