import { exportPageSql, type ExportSection } from '#platform';

/** What bookings keep of a person. */
export const BOOKINGS_EXPORT: readonly ExportSection[] = [
  {
    name: 'bookings',
    sql: exportPageSql(
      'id, resource_id AS resource, organization_id AS organization, status, starts_at AS "from", ends_at AS until, purpose, booked_at AS "bookedAt", cancelled_at AS "cancelledAt", cancelled_by AS "cancelledBy", reason',
      'bookings',
      'person_id = $1',
      'booked_at',
      'id',
    ),
  },
];
