import { NeedEditEntity } from './need-edit.entity.js';
import { NeedEntity } from './need.entity.js';

export { NeedEditEntity, NeedEntity };
export const needEntities = [NeedEntity, NeedEditEntity];
export { isInsider, isPublic, mayManage, maySee } from './access.rules.js';
export type { NeedChanges } from './edit.rules.js';
export { readNeed, type NeedColumns, type NeedForm, type ReadNeed } from './form.rules.js';
export { isLive, isOverdue, needCan, statusByBalance, LIVE_STATUSES, NEED_LIFE, NEED_STATUSES, type NeedStatus, type NeedVerb } from './lifecycle.rules.js';
export { NEED_LIMITS, SMALLEST_PUBLIC_COUNT } from './limits.rules.js';
export type { NeedEditStatus, ReviewedChanges } from './need-edit.entity.js';
export { isPrivateCategory, needView, type NeedOrganization, type NeedView, type NeedViewAround } from './need.view.js';
export { NeedPhotos, type PhotoAudience } from './need-photos.service.js';
export { needChecks } from './needs.check.js';
export { NeedsModule } from './needs.module.js';
export { deadlineOfImport, knownNeeds, openImportedNeeds, type ImportedNeed } from './needs-import.service.js';
export { NeedsQueries, needsPageSql, type NeedCursor, type NeedFilters, type NeedPage } from './needs.queries.js';
export { NeedsService } from './needs.service.js';
