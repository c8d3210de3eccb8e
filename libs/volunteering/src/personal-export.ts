import { exportPageSql, type ExportSection } from '#platform';

/** What volunteering keeps of a person. */
export const VOLUNTEERING_EXPORT: readonly ExportSection[] = [
  {
    name: 'signUps',
    sql: exportPageSql(
      'u.id, u.shift_id AS shift, s.need_id AS need, u.status, u.starts_at AS "from", u.ends_at AS until, u.people, u.minutes, u.minutes_reason AS "minutesReason", u.claimed, u.objection, u.ended_reason AS "endedReason", u.signed_up_at AS "signedUpAt", u.checked_in_at AS "checkedInAt", u.checked_in_by AS "checkedInBy", u.left_at AS "leftAt", u.stayed, u.late_minutes AS "lateMinutes", u.late_said_at AS "lateSaidAt", u.confirmed_at AS "confirmedAt", u.ended_at AS "endedAt", u.via, u.proposed_by IS NOT NULL AS proposed',
      'sign_ups u JOIN shifts s ON s.id = u.shift_id',
      'u.person_id = $1',
      'u.signed_up_at',
      'u.id',
    ),
  },
  {
    name: 'tripHours',
    sql: exportPageSql(
      'id, trip_id AS trip, organization_id AS organization, status, starts_at AS "from", ends_at AS until, deliveries, sign_up_id AS "signUp", reason, proposed_at AS "proposedAt", settled_at AS "settledAt"',
      'trip_hours',
      'driver_id = $1',
      'proposed_at',
      'id',
    ),
  },
  {
    name: 'guardianConsents',
    sql: exportPageSql(
      'c.sign_up_id AS "signUp", c.age, c.status, c.guardian, c.relation, c.until, c.decided_at AS "decidedAt"',
      'guardian_consents c JOIN sign_ups u ON u.id = c.sign_up_id',
      'u.person_id = $1',
      'c.until',
      'c.sign_up_id',
    ),
  },
  {
    name: 'shiftAsks',
    sql: exportPageSql(
      'shift_id AS shift, asked_at AS "askedAt"',
      'shift_asks',
      'person_id = $1',
      'asked_at',
      'shift_id',
    ),
  },
  {
    name: 'shiftWish',
    sql: exportPageSql(
      'place, radius_km AS "radiusKm", remote, skills, windows, tell_at IS NOT NULL AS told, updated_at AS "updatedAt"',
      'shift_wishes',
      'person_id = $1',
      'updated_at',
      'person_id',
    ),
  },
  {
    name: 'calendarFeed',
    sql: exportPageSql('created_at AS "createdAt"', 'calendar_feeds', 'person_id = $1', 'created_at', 'person_id'),
  },
];
