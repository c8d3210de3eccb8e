export { ACCEPTS_LIMITS } from './accepts.rules.js';
export { mayKeepWalkIns, mayOfferFor, maySee as maySeeOrganization } from './access.rules.js';
export { ACCOUNT_CHANGE_STATUSES } from './account-change.entity.js';
export { AccountChanges } from './account-changes.service.js';
export {
  hoursErrors,
  placedPoints,
  POINT_LIMITS,
  readPoints,
  type HandOverPoint,
  type OpeningHours,
  type OrganizationContacts,
  type SaidPoint,
} from './contacts.rules.js';
export {
  DETAIL_LIMITS,
  readDetails,
  shortNameOf,
  type OrganizationDetails,
  type SoundDetails,
} from './details.rules.js';
export { CleanDocuments } from './clean-documents.job.js';
export { DOCUMENT_KINDS, DOCUMENT_LIMITS, DOCUMENT_STATUSES, type DocumentKind } from './document.rules.js';
export type { DocumentView } from './document.view.js';
export { Documents } from './documents.service.js';
export { forgetInvitations } from './invitation-erasure.js';
export { Invitations, type OpenInvitation } from './invitations.service.js';
export { GIVING_FORMS, LEGAL_FORMS } from './legal-forms.rules.js';
export { ORGANIZATION_STATUSES } from './lifecycle.rules.js';
export { MembersQueries, type InvitationView, type MemberView } from './members.queries.js';
export { ROLES } from './members.rules.js';
export { Members } from './members.service.js';
export { ownedAlone } from './only-owner.js';
export { isThereFor, lockOrganization } from './organization-desk.js';
export * from './organization.entity.js';
export type { AccountChangeView, OrganizationView } from './organization.view.js';
export { organizationChecks } from './organizations.check.js';
export { organizationsToExport, type ExportedOrganization } from './organizations-export.queries.js';
export {
  makeImportedOrganizations,
  nameOrganizations,
  organizationsNamed,
  unregisteredDetails,
  type ImportedOrganization,
  type NamedOrganization,
} from './organizations-import.js';
export * from './organizations.module.js';
export {
  acceptedByAll,
  organizationSummaries,
  type OrganizationStanding,
  standingOf,
  OrganizationsQueries,
} from './organizations.queries.js';
export { refuse as refuseOrganization } from './organizations.refusals.js';
export { type MeetingDetails, OrganizationsService } from './organizations.service.js';
export { PAPERS } from './papers/papers.rules.js';
export { PaperReminders } from './papers/paper-reminders.job.js';
export { forgetPapers } from './papers/papers-erasure.js';
export { PaperChecksQueries, papersOf, type PaperCheckView } from './papers/papers.queries.js';
export { PaperChecks } from './papers/papers.service.js';
export { ProcessDocument } from './process-document.job.js';
export { countPublicOrganizations, publicOrganizations } from './public-organizations.queries.js';
export { trustLevels } from './trust.queries.js';
export { Vouches } from './vouches.service.js';
export { ORGANIZATIONS_AGES } from './ages.js';
export { ORGANIZATIONS_EXPORT } from './personal-export.js';
