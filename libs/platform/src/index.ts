export { programBeside, runApart } from './apart.js';
export { KeyedTurns, Turns } from './turns.js';
export { audit, AUDIT_ACTIONS, AUDIT_SUBJECTS, type AuditAction } from './audit.js';
export { awaitDatabase } from './await-database.js';
export { checkRunningRole, prepareDatabase } from './database-roles.js';

export { dataSourceOptions, migrate } from './db.js';
export { DEMO_SETTING, hasDemo } from './demo.queries.js';
export { dueRowFailures, processDueRows, rowsThatFailed, type DueRows } from './due-rows.js';
export { PLATFORM_AGES } from './ages.js';
export * from './facts.js';
export { Files, filesFolder, roomForFiles, openFiles } from './files.js';
export { ForgetJob, type Age } from './forget.job.js';
export { createBatcher } from './batcher.js';
export { deadLetters, discardDeadLetter, retryDeadLetter } from './dead-letters.js';
export {
  IDEMPOTENCY_LEASE_MS,
  IdempotencyStore,
  type IdempotencyClaim,
  type StoredAnswer,
} from './idempotency.store.js';
export * from './job.js';
export { JobQueue } from './job-queue.js';
export type { FactTask } from './queue-tasks.js';
export * from './job-runner.js';
export {
  type MailTokens,
  SealedText,
  LinkToken,
  tokenHash,
  sealTokens,
  openTokens,
  withTokens,
  withoutTokens,
  standInsOf,
  pickTokens,
} from './link-token.js';
export { Listener } from './listener.js';
export { log, NestLog } from './log.js';
export { type MailKind, type MailCalendar, type MailPicture, type Mail, sendMail } from './mail.js';
export {
  addDigest,
  dropFromDigest,
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
export { OutboundError, type OutboundRequest, Outbound } from './outbound.js';
export * from './in-time.js';
export {
  processMetrics,
  proposalsWritten,
  accessRefused,
  limitsReached,
  watchProcess,
  type WaitingRow,
  readWaiting,
  DatabaseMetrics,
  metricsPage,
} from './metrics.js';
export { withoutEvents } from './notices.js';
export { type MetricsDoor, mayReadMetrics } from './metrics-access.rules.js';
export { pause, PauseWatch, readPause, resume } from './pause.js';
export { PlatformModule } from './platform.module.js';
export { poolOf } from './pool.js';
export { checkPooledLimits } from './pooled.js';
export { refusePlatform } from './platform.refusals.js';
export { Readiness } from './readiness.js';
export * from './prepared.js';
export { lowerPriority } from './priority.js';
export { PRIVILEGES } from './privileges.rules.js';
export { tooMuchPower, warnOfTooMuchPower } from './role-check.js';
export { type Reactions, Relay } from './relay.js';
export { seal, unseal } from './sealed.js';
export { readSettingRow, writeSettingRow } from './settings.queries.js';
export { type Letter, type LetterPicture, Smtp, smtpFault } from './smtp.js';
export * from './supervised.js';
export type { Tx } from './tx.js';
export { lastBackup, noteBackup, recentBackups, type NotedBackup } from './last-backup.js';
export { quantile, type Bucket } from './quantile.js';
export { VERSION } from './version.js';
export * from './personal-export.js';
