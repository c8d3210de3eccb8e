import { NeedEditEntity } from './need-edit.entity.js';
import { NeedEntity } from './need.entity.js';

export { NeedEditEntity, NeedEntity };
export const needEntities = [NeedEntity, NeedEditEntity];
export { isInsider, isPublic, makesParty, mayManage, maySee, PARTY_STATUSES, readsWords } from './access.rules.js';
export { AGAIN_WITHIN_DAYS, isReportable, reportDueAfter } from './report.rules.js';
export type { NeedChanges } from './edit.rules.js';
export {
  isLive,
  isOverdue,
  needCan,
  statusByBalance,
  LIVE_STATUSES,
  NEED_LIFE,
  NEED_STATUSES,
  type NeedStatus,
  type NeedVerb,
} from './lifecycle.rules.js';
export type { NeedEditStatus, ReviewedChanges } from './need-edit.entity.js';
export { needView, type NeedOrganization, type NeedView, type NeedViewAround } from './need.view.js';
export { NeedDuplicates, type Intended, type NeedDuplicate } from './duplicates.queries.js';
export { NeedCopies } from './need-copies.service.js';
export { NeedReminders } from './need-reminders.job.js';
export { NeedRenewals, type RenewalView } from './need-renewals.service.js';
export { NeedPhotos, type PhotoAudience } from './need-photos.service.js';
export { needChecks } from './needs.check.js';
export { NeedsModule } from './needs.module.js';
export { needsToExport, type ExportedNeed } from './needs-export.queries.js';
export { knownNeeds, openImportedNeeds, type ImportedNeed } from './needs-import.js';
export { refuse as refuseNeed } from './needs.refusals.js';
export { lastNeedNumber, publicNeeds, type PublicNeed } from './public-needs.queries.js';
export { NEED_CURSORS, NEED_SORTS, type NeedCursor, type NeedFilters, type NeedSort } from './listing.rules.js';
export { needsCountSql, needsPageSql } from './needs-page.queries.js';
export { NeedsQueries, type NeedCount, type NeedPage } from './needs.queries.js';
export { NeedsService } from './needs.service.js';
export { privateCategories } from './search.rules.js';
export { NEEDS_AGES } from './ages.js';
