import type { Age } from '#platform';

/** How long deliveries keep their rows of passage. Never forgotten: trips, legs, losses. */
export const DELIVERIES_AGES: readonly Age[] = [
  {
    table: 'delivery_addresses',
    key: 'leg_id, side',
    days: 30,
    gone: 'EXISTS (SELECT 1 FROM delivery_legs l WHERE l.id = leg_id AND l.ended_at < $1)',
  },
];
