export { programBeside, runApart, Turns } from './apart.js';
export * from './audit.js';
export { awaitDatabase } from './await-database.js';
export { checkRunningRole, prepareDatabase } from './database-roles.js';

export * from './db.js';
export { DEMO_SETTING, hasDemo } from './demo.queries.js';
export {
  dueRowFailures,
  processDueRows,
  rowsThatFailed,
  type DueRowCursor,
  type DueRowFailure,
  type DueRows,
} from './due-rows.js';
export { PLATFORM_AGES } from './ages.js';
export * from './facts.js';
export * from './files.js';
export { ForgetJob, type Age } from './forget.job.js';
export { createBatcher } from './batcher.js';
export {
  deadLetters,
  discardDeadLetter,
  retryDeadLetter,
  type DeadLetterCursor,
  type DeadLetter,
} from './dead-letters.js';
export {
  IDEMPOTENCY_LEASE_MS,
  IdempotencyStore,
  type IdempotencyClaim,
  type StoredAnswer,
} from './idempotency.store.js';
export * from './job.js';
export * from './job-queue.js';
export type { FactTask } from './queue-tasks.js';
export * from './job-runner.js';
export * from './link-token.js';
export * from './listener.js';
export * from './log.js';
export * from './mail.js';
export {
  addDigest,
  applyRoutes,
  claimMails,
  dropRunOutTokens,
  dropStaleMails,
  markAllNoticesRead,
  markNoticeRead,
  markSearched,
  noteFailed,
  noteRetry,
  noteSent,
  replaceMailText,
  retryMail,
} from './outbox.queries.js';
export * from './person-traces.js';
export { isOutage } from './outage.rules.js';
export * from './outbound.js';
export * from './in-time.js';
export * from './metrics.js';
export { withoutEvents } from './notices.js';
export * from './metrics-access.rules.js';
export { pause, PauseWatch, readPause, resume, type Pause } from './pause.js';
export * from './platform.module.js';
export { poolOf } from './pool.js';
export { checkPooledLimits } from './pooled.js';
export { refusePlatform } from './platform.refusals.js';
export * from './readiness.js';
export * from './prepared.js';
export { lowerPriority } from './priority.js';
export { PRIVILEGES } from './privileges.rules.js';
export { tooMuchPower, warnOfTooMuchPower } from './role-check.js';
export * from './relay.js';
export { seal, unseal } from './sealed.js';
export { readSettingRow, writeSettingRow } from './settings.queries.js';
export * from './smtp.js';
export * from './supervised.js';
export type { Tx } from './tx.js';
export { lastBackup, noteBackup, recentBackups, type LastBackup, type NotedBackup } from './last-backup.js';
export { quantile, type Bucket } from './quantile.js';
export { VERSION } from './version.js';
export * from './personal-export.js';
