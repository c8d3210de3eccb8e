export { renewSession } from './access.queries.js';
export { AccessWatch } from './access-watch.js';
export { AccountLimit } from './account-limit.js';
export { refuseAccount } from './account.refusals.js';
export {
  type Role,
  type PlatformRole,
  type Locale,
  type Via,
  type Actor,
  INTEREST_MS,
  isModerator,
  isAdministrator,
  isMember,
  hasInterestIn,
  partiesOf,
  withoutPlatformRoles,
  actorFrom,
} from './actor.rules.js';
export * from './api-key.entity.js';
export * from './api-keys.service.js';
export { casesOfWords, type CaseOfWords } from './cases.queries.js';
export { confirmedOnly } from './confirmed.js';
export { Confirmations } from './confirmations.service.js';
export { currentConsentTexts } from './consent-texts.js';
export * from './consent.entity.js';
export { ConsentsService, giveConsent } from './consents.service.js';
export { deviceLabel } from './device.rules.js';
export { EmailChangesService } from './email-changes.service.js';
export * from './grant.entity.js';
export {
  OBSTACLES,
  REQUEST_LIMITS,
  REQUEST_OBSTACLES,
  REQUEST_STATUSES,
  REQUEST_VERBS,
  REQUEST_WAYS,
  requestVerbs,
  WRITTEN_WAYS,
  type Obstacle,
  type RequestStatus,
  type RequestVerb,
  type RequestWay,
  type WrittenWay,
} from './erasure-request.rules.js';
export { refuseRequest } from './erasure-request.refusals.js';
export { requestsPage, waitingRequests, type RequestRow } from './erasure-requests.queries.js';
export { ErasureRequests } from './erasure-requests.service.js';
export { GuessLimit, guessLimits } from './guess-limit.js';
export { identityChecks } from './identity.check.js';
export * from './identity.module.js';
export { actorOf, partiesOfPeople } from './identity.queries.js';
export { refuseIdentity } from './identity.refusals.js';
export { type NewGrant, type SignedIn, IdentityService } from './identity.service.js';
export { KnownDevices } from './known-devices.service.js';
export { PasskeysService } from './passkeys.service.js';
export { addParties, ownAll } from './parties.queries.js';
export { hashPassword } from './password.js';
export { PasswordsService } from './passwords.service.js';
export { emptyPerson, lockLivingPerson, searchable, wordsOf, type PersonEnd } from './person-erasure.js';
export { PartyEntity, PersonEntity } from './person.entity.js';
export { LINK_DAYS, normalEmail, PASSWORD_MAX, PASSWORD_MIN } from './registration.rules.js';
export { Registrations, type Newcomer } from './registrations.service.js';
export { RecoveryCodes } from './recovery-codes.service.js';
export { PasskeyEntity } from './second-factor.entity.js';
export { FRESH_MS, SecondFactors } from './second-factors.service.js';
export { SessionsService } from './sessions.service.js';
export { networkOf } from './limit-keys.js';
export { SignInAlarms } from './sign-in-alarms.service.js';
export { SignInLimit, signInLimits } from './sign-in-limit.js';
export { StaffRoles } from './staff-roles.service.js';
export { administrators, staffCounts, type StaffPersonView } from './staff.queries.js';
export { REASON_MAX, STAFF_ROLES, type StaffRole } from './staff.rules.js';
export { newestTexts, unpublishedTexts, type PublishedText } from './texts.queries.js';
export { PublishedTexts, type NewText } from './texts.service.js';
export { REQUIRED_CONSENTS, TEXT_PURPOSES, type TextPurpose } from './texts.rules.js';
export { TotpService } from './totp.service.js';
export { IDENTITY_AGES } from './ages.js';
export { exportedPerson, IDENTITY_EXPORT, pseudonymOf } from './personal-export.js';
