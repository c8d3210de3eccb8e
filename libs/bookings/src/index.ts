export {
  BOOKING_LIMITS,
  BOOKING_STATUSES,
  BOOKING_VERBS,
  RESOURCE_KINDS,
  RESOURCE_STATUSES,
  RESOURCE_VERBS,
  WHO,
  type ResourceKind,
  type Who,
} from './booking.rules.js';
export { forgetBookings } from './booking-erasure.js';
export { bookingsChecks } from './bookings.check.js';
export { BookingsModule } from './bookings.module.js';
export { BookingsQueries, type BookingView, type OwnBooking, type ResourceView } from './bookings.queries.js';
export { Bookings, type BookingForm } from './bookings.service.js';
export { BOOKINGS_EXPORT } from './personal-export.js';
export { Resources, type ResourceForm } from './resources.service.js';
