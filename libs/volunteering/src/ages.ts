import type { Age } from '#platform';
import { TRIP_HOURS_DAYS } from './driven/trip-hours.rules.js';

/** How long volunteering keeps its rows of passage. Never forgotten: shifts, sign-ups. */
export const VOLUNTEERING_AGES: readonly Age[] = [
  { table: 'trip_hours', key: 'id', days: TRIP_HOURS_DAYS, gone: `status = 'proposed' AND proposed_at < $1` },
  { table: 'guardian_consents', key: 'sign_up_id', days: 30, gone: 'ends_at < $1' },
];
