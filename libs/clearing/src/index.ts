export { clearingChecks } from './clearing.check.js';
export { ClearingJobs } from './clearing.jobs.js';
export { ClearingModule } from './clearing.module.js';
export { refuse as refuseClearing } from './clearing.refusals.js';
export { ClearingReads, type ClearingLine, type ClearingRow, type ClearingStatus, type ClearingSummary, type ClearingUnmet, type ListedNeed, type OrganizationShare } from './clearings.queries.js';
export { Clearings, DEFAULT_GAP, KINDS, type ClearingForm } from './clearings.service.js';
export { replay, runTask, type ClearingTask } from './tasks.js';
export { ClearingThreads } from './threads.js';
export { WeightVersions, type PublishedWeights } from './weights.service.js';
