export { Asking } from './asking.service.js';
export { Carrying } from './carrying.service.js';
export { deliveriesChecks } from './deliveries.check.js';
export { DeliveriesModule } from './deliveries.module.js';
export { DeliveriesQueries } from './deliveries.queries.js';
export { forgetDeliveries } from './delivery-erasure.js';
export { DELIVERY_LIMITS, type LegForm, type TripForm } from './forms.rules.js';
export {
  LEG_STATUSES,
  LEG_VERBS,
  TRIP_STATUSES,
  TRIP_VERBS,
  TURN_BACK_REASONS,
  type TurnBackReason,
} from './leg-life.rules.js';
export type { LegView, TripView } from './leg.view.js';
export type { Act } from './load.rules.js';
export { Trips } from './trips.service.js';
export { DELIVERIES_AGES } from './ages.js';
export { DELIVERIES_EXPORT } from './personal-export.js';
