import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import { agreedFirst } from '#forms';
import type { Tx } from '#platform';
import { checksOf } from '../papers-seen.js';
import { leavesRest } from '../rest/rest.rules.js';
import { papersMissing } from '../shift-papers.rules.js';
import { suits, type ShiftToWish, type ShiftWish } from './wishes.rules.js';

/** So far ahead, and of so many; the soonest first. */
const AHEAD_DAYS = 28;
const READ = 500;

interface Row extends ShiftToWish {
  readonly id: string;
  readonly category: string;
  readonly organizationId: string;
  readonly createdAt: Date;
}

/** Free places for which a volunteer could sign up now: not of their own organization, at no time when they are in another shift or would not rest, and with papers that were seen where the category asks for them. */
export async function suitedShifts(
  db: Tx | DataSource,
  catalogue: Catalogue,
  { personId, wish }: { readonly personId: string; readonly wish: ShiftWish },
  now: Date,
): Promise<Row[]> {
  const rows: Row[] = await db.query(
    `SELECT s.id, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.any_time AS "anyTime", s.place, s.remote, s.created_at AS "createdAt", n.skills, n.category, n.organization_id AS "organizationId"
     FROM shifts s JOIN needs n ON n.id = s.need_id JOIN organizations g ON g.id = n.organization_id
     WHERE s.status = 'planned' AND s.starts_at > $2 AND s.starts_at < $2::timestamptz + interval '${AHEAD_DAYS} days' AND s.taken < s.capacity AND n.status IN ('open', 'partly_met') AND g.status = 'verified'
       AND NOT EXISTS (SELECT 1 FROM grants m WHERE m.person_id = $1 AND m.object_type = 'organization' AND m.object_id = n.organization_id::text AND m.revoked_at IS NULL)
       AND NOT EXISTS (SELECT 1 FROM sign_ups u WHERE u.person_id = $1 AND u.status IN ('signed_up', 'waiting', 'checked_in', 'confirmed') AND (u.shift_id = s.id OR (NOT s.any_time AND tstzrange(u.starts_at, u.ends_at) && tstzrange(s.starts_at, s.ends_at))))
     ORDER BY s.starts_at, s.id LIMIT ${READ}`,
    [personId, now],
  );
  const wished = rows.filter((row) => suits(catalogue, wish, row) && !agreedFirst(catalogue, row.category));
  if (wished.length === 0) return [];
  const own: { startsAt: Date; endsAt: Date }[] = await db.query(
    `SELECT starts_at AS "startsAt", ends_at AS "endsAt" FROM sign_ups WHERE person_id = $1 AND status IN ('signed_up', 'waiting', 'checked_in', 'confirmed') AND ends_at > $2::timestamptz - interval '1 day'`,
    [personId, now],
  );
  const checks = await checksOf(db, personId);
  return wished.filter(
    (row) => (row.anyTime || leavesRest(own, row)) && !papersMissing(catalogue, row.category, checks, row, now),
  );
}
