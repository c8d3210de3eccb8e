import type { Check } from '#kernel';

export const bookingsChecks: Check[] = [
  {
    sentence: 'Two bookings of one shared thing never overlap.',
    sql: `SELECT a.id FROM bookings a JOIN bookings b ON b.resource_id = a.resource_id AND b.id <> a.id AND b.starts_at < a.ends_at AND a.starts_at < b.ends_at WHERE a.status = 'booked' AND b.status = 'booked'`,
  },
];
