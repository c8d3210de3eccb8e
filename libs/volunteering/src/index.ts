import { SeriesEntity } from './series/series.entity.js';
import { ShiftEntity } from './shift.entity.js';
import { SignUpEntity } from './sign-up.entity.js';

export { SignUpEntity };
export const volunteeringEntities = [ShiftEntity, SignUpEntity, SeriesEntity];
export { VOLUNTEERING_AGES } from './ages.js';
export { AgreementsQueries, type Agreement } from './agreements.queries.js';
export { AttendanceService, type Arrival } from './attendance.service.js';
export { CalendarsService } from './calendars.service.js';
export { HoursService, type Hours, type HoursCheck } from './hours/hours.service.js';
export {
  HELPERS_LISTED,
  OrganizationHoursQueries,
  type OrganizationHours,
} from './hours/organization-hours.queries.js';
export { CredentialsService, type PublicKey } from './hours/credentials.service.js';
export { HOURS_LIMIT, type ConfirmedShift } from './hours/hours.rules.js';
export { TripHours } from './driven/trip-hours.service.js';
export { TripHoursQueries, type TripHoursOfOrganization, type TripHoursView } from './driven/trip-hours.queries.js';
export { TRIP_HOURS_STATUSES, TRIP_HOURS_VERBS } from './driven/trip-hours.rules.js';
export { FollowJobs } from './follow.job.js';
export { AsksService } from './cover/asks.service.js';
export { CandidatesQueries, type CandidateView } from './cover/candidates.queries.js';
export { EntriesService } from './cover/entries.service.js';
export { SeriesService } from './series/series.service.js';
export type { RepeatForm } from './series/series-form.rules.js';
export { CONSENT_STATUSES, RELATIONS, type Relation } from './guardian/guardian.rules.js';
export { GuardiansService, type ConsentForm, type ConsentView } from './guardian/guardians.service.js';
export { GROUP_MAX } from './group.rules.js';
export { AGES, SHIFT_LIMITS } from './limits.rules.js';
export { DeparturesService } from './presence/departures.service.js';
export { OwnWordService } from './presence/own-word.service.js';
export { CHECKED_IN_BY } from './presence/presence.rules.js';
export { ShiftClock } from './shift-clock.job.js';
export { papersAsked } from './shift-papers.rules.js';
export { SHIFT_STATES } from './shift-state.rules.js';
export type { ShiftChanges, ShiftForm } from './shift-form.rules.js';
export { ShiftMails } from './shift-mails.service.js';
export { OwnShiftsQueries, type MyShift } from './own-shifts.queries.js';
export { CLASHES } from './rest/way.rules.js';
export { ShiftsQueries, type ShiftPage, type ShiftsOfWeek } from './shifts.queries.js';
export { ShiftsService } from './shifts.service.js';
export { END_REASONS, SIGN_UP_STATUSES } from './sign-up-life.rules.js';
export { forgetSignUps } from './sign-up-erasure.js';
export { SignUpsService } from './sign-ups.service.js';
export type { ShiftView } from './shift.view.js';
export type { ListedSignUp, SignUpView } from './sign-up.view.js';
export { UpcomingQueries, type ShiftCounts } from './upcoming.queries.js';
export { ProposeShifts } from './proposing/propose-shifts.job.js';
export { WishMails } from './wishes/wish-mails.job.js';
export { WISH_LIMITS } from './wishes/wishes.rules.js';
export { WishesService, type OwnWish } from './wishes/wishes.service.js';
export { volunteeringChecks } from './volunteering.check.js';
export { VolunteeringModule } from './volunteering.module.js';
export { VOLUNTEERING_EXPORT } from './personal-export.js';
