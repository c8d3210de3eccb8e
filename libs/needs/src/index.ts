import { NeedEditEntity } from './need-edit.entity.js';
import { NeedEntity } from './need.entity.js';

export { NeedEditEntity, NeedEntity };
export const needEntities = [NeedEntity, NeedEditEntity];
export {
  isInsider,
  isPublic,
  makesParty,
  mayManage,
  maySee,
  PARTY_STATUSES,
  readsAsModerator,
  readsWords,
} from './access.rules.js';
export { isReportable } from './report.rules.js';
export type { NeedChanges } from './edit.rules.js';
export { isLive, NEED_STATUSES, type NeedStatus } from './lifecycle.rules.js';
export type { NeedView } from './need.view.js';
export { NeedDuplicates, type NeedDuplicate } from './duplicates.queries.js';
export { NeedCopies } from './need-copies.service.js';
export { NeedReminders } from './need-reminders.job.js';
export { NeedRenewals, type RenewalView } from './need-renewals.service.js';
export { NeedPhotos, type PhotoAudience } from './need-photos.service.js';
export { needChecks } from './needs.check.js';
export { NeedsModule } from './needs.module.js';
export { needsToExport, type ExportedNeed } from './needs-export.queries.js';
export { knownNeeds, openImportedNeeds, type ImportedNeed } from './needs-import.js';
export { refuse as refuseNeed } from './needs.refusals.js';
export { lastNeedNumber, publicNeeds } from './public-needs.queries.js';
export { NEED_CURSORS, NEED_SORTS, type NeedCursor, type NeedFilters, type NeedSort } from './listing.rules.js';
export { needsPageSql } from './needs-page.queries.js';
export { NeedsQueries, type NeedCount } from './needs.queries.js';
export { NeedsService } from './needs.service.js';
export { privateCategories } from './search.rules.js';
export { NEEDS_AGES } from './ages.js';
