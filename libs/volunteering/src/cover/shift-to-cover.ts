import type { DataSource } from 'typeorm';
import { isLive, type NeedStatus } from '#needs';
import type { Tx } from '#platform';
import type { ShiftStatus } from '../shift.entity.js';

/** A shift for which people are looked for, with what of its need decides that. */
export interface ShiftToCover {
  readonly id: string;
  readonly status: ShiftStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly anyTime: boolean;
  readonly createdAt: Date;
  readonly capacity: number;
  readonly taken: number;
  readonly place: string;
  readonly remote: boolean;
  readonly category: string;
  readonly title: string;
  readonly skills: readonly string[];
  readonly organizationId: string;
  readonly organization: string;
  readonly needOpen: boolean;
}

/** Null: there is none. */
export async function shiftToCover(db: Tx | DataSource, shiftId: string): Promise<ShiftToCover | null> {
  const rows: (Omit<ShiftToCover, 'needOpen'> & { needStatus: NeedStatus; organizationStatus: string })[] =
    await db.query(
      `SELECT s.id, s.status, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.any_time AS "anyTime", s.created_at AS "createdAt", s.capacity, s.taken, s.place, s.remote,
       n.category, n.title, n.skills, n.status AS "needStatus", n.organization_id AS "organizationId", g.short_name AS organization, g.status AS "organizationStatus"
     FROM shifts s JOIN needs n ON n.id = s.need_id JOIN organizations g ON g.id = n.organization_id WHERE s.id = $1`,
      [shiftId],
    );
  const [row] = rows;
  if (!row) return null;
  const { needStatus, organizationStatus, ...shift } = row;
  return { ...shift, needOpen: isLive(needStatus) && organizationStatus === 'verified' };
}
