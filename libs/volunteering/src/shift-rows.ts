/** The questions that reads of shifts and sign-ups have in common. */

const count = (status: string, also = ''): string =>
  `(SELECT coalesce(sum(u.people), 0)::int FROM sign_ups u WHERE u.shift_id = s.id AND u.status = '${status}' ${also})`;
/** A shift with its need and how its places stand ({@link ShiftRow}). */
export const SHIFTS = `SELECT s.id, s.version, s.status, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.any_time AS "anyTime", s.capacity, s.taken, s.place, s.remote, s.meet, s.risks, s.gear, s.covered, s.min_age AS "minAge", s.lat, s.lon, s.code, s.reason, s.created_at AS "createdAt",
    n.id AS "needId", n.number AS "needNumber", n.title AS "needTitle", n.status AS "needStatus", n.category, n.skills, n.organization_id AS "organizationId", g.short_name AS "organizationName", g.status AS "organizationStatus",
    ${count('waiting')} AS waiting, ${count('checked_in')} AS "checkedIn", ${count('checked_in', 'AND (u.stayed IS NULL OR u.stayed = extract(epoch FROM s.ends_at - s.starts_at) / 60)')} AS "asPlanned", ${count('confirmed')} AS confirmed,
    CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'rule', r.rule, 'lastOn', r.last_on, 'day', s.series_day, 'apart', s.apart, 'goesOn', r.look_at IS NOT NULL, 'waits', CASE WHEN r.look_at IS NOT NULL THEN r.waits END) END AS series
  FROM shifts s JOIN needs n ON n.id = s.need_id JOIN organizations g ON g.id = n.organization_id LEFT JOIN shift_series r ON r.id = s.series_id`;
/** A sign-up as its view takes it ({@link SignUpRow}). */
export const SIGN_UPS = `SELECT u.id, u.shift_id AS "shiftId", u.person_id AS "personId", u.status, u.number, u.starts_at AS "startsAt", u.ends_at AS "endsAt", u.match_id AS "matchId", u.offered_until AS "offeredUntil", u.minutes, u.minutes_reason AS "minutesReason",
    u.claimed, u.objection, u.objected_at AS "objectedAt", u.ended_reason AS "endedReason", u.signed_up_at AS "signedUpAt", u.checked_in_at AS "checkedInAt", u.checked_in_by AS "checkedInBy", u.heard_at AS "heardAt", u.left_at AS "leftAt", u.stayed, u.late_minutes AS "lateMinutes", u.confirmed_at AS "confirmedAt", u.ended_at AS "endedAt", u.via, u.entered_by AS "enteredBy", u.proposed_by AS "proposedBy", u.people, (SELECT json_build_object('age', c.age, 'status', c.status, 'until', c.until) FROM guardian_consents c WHERE c.sign_up_id = u.id) AS consent,
    n.organization_id AS "organizationId", n.category,
    CASE WHEN u.status = 'waiting' THEN (SELECT count(*)::int FROM sign_ups b WHERE b.shift_id = u.shift_id AND b.status = 'waiting' AND b.offered_until IS NULL AND b.number <= u.number) END AS position
  FROM sign_ups u JOIN shifts s ON s.id = u.shift_id JOIN needs n ON n.id = s.need_id`;

/** What was proposed to them and lapsed was never theirs. */
export const UNASKED = `NOT (u.proposed_by IS NOT NULL AND u.match_id IS NULL AND u.status = 'cancelled')`;

/** Where the last page ended. */
export type ShiftCursor = readonly [at: string, id: string];
/** A moment with its microseconds, as a cursor keeps it. */
export const AT = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
