import { ShiftEntity } from './shift.entity.js';
import { SignUpEntity } from './sign-up.entity.js';

export { ShiftEntity, SignUpEntity };
export const volunteeringEntities = [ShiftEntity, SignUpEntity];
export { AttendanceService, type Minutes } from './attendance.service.js';
export { FollowJobs } from './follow.job.js';
export { SHIFT_LIMITS } from './limits.rules.js';
export { ShiftClock } from './shift-clock.job.js';
export type { ShiftChanges, ShiftForm } from './shift-form.rules.js';
export { ShiftsQueries, type ShiftFilters, type ShiftPage } from './shifts.queries.js';
export { ShiftsService } from './shifts.service.js';
export { END_REASONS, SIGN_UP_STATUSES, type SignUpStatus } from './sign-up-life.rules.js';
export { SignUpsService, type SignUpForm } from './sign-ups.service.js';
export type { ListedSignUp, ShiftView, SignUpView } from './shift.view.js';
export { volunteeringChecks } from './volunteering.check.js';
export { VolunteeringModule } from './volunteering.module.js';
