import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { periodOf } from '#ledger';
import { mayRun } from '../access.rules.js';
import { refuse } from '../volunteering.refusals.js';
import type { MinutesOfMonth } from './hours.rules.js';
import type { HoursWish } from './hours.service.js';

/** As many as one table shows; the sums are of all. */
export const HELPERS_LISTED = 200;

/** Hours that one volunteer was confirmed. */
export interface HoursOfHelper {
  readonly person: string;
  /** Null once they are erased. */
  readonly name: string | null;
  readonly shifts: number;
  readonly minutes: number;
  /** Those in which something was confirmed, the first first. */
  readonly months: readonly MinutesOfMonth[];
}

/** Confirmed hours of an organization's volunteers by month: the minutes that its needs of time received for shifts of the period. */
export interface OrganizationHours {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly people: number;
  readonly shifts: number;
  readonly minutes: number;
  readonly months: readonly MinutesOfMonth[];
  /** The most minutes first. */
  readonly items: readonly HoursOfHelper[];
}

/** Confirmed sign-ups of an organization by person and month. A group that came together stands with the volunteer who signed it up, with the minutes of all. */
const MONTHS = `WITH months AS (
    SELECT u.person_id, to_char(u.starts_at AT TIME ZONE $4, 'YYYY-MM') AS month, sum(u.minutes)::int AS minutes, count(*)::int AS shifts
    FROM needs n JOIN shifts s ON s.need_id = n.id JOIN sign_ups u ON u.shift_id = s.id
    WHERE n.organization_id = $1 AND n.kind = 'time' AND u.status = 'confirmed'
      AND u.starts_at >= ($2::date)::timestamp AT TIME ZONE $4 AND u.starts_at < ($3::date + 1)::timestamp AT TIME ZONE $4
    GROUP BY 1, 2)`;
const BY_HELPER = `${MONTHS}, helpers AS (
    SELECT person_id, sum(shifts)::int AS shifts, sum(minutes)::int AS minutes, json_agg(json_build_object('month', month, 'minutes', minutes) ORDER BY month) AS months
    FROM months GROUP BY person_id ORDER BY minutes DESC, person_id LIMIT ${HELPERS_LISTED})
  SELECT h.person_id AS person, CASE WHEN p.erased_at IS NULL THEN p.name END AS name, h.shifts, h.minutes, h.months
  FROM helpers h JOIN people p ON p.id = h.person_id ORDER BY h.minutes DESC, h.person_id`;
const ALL_OF_THEM = `${MONTHS}
  SELECT (SELECT count(DISTINCT person_id)::int FROM months) AS people, month, sum(shifts)::int AS shifts, sum(minutes)::int AS minutes FROM months GROUP BY month ORDER BY month`;

@Injectable()
export class OrganizationHoursQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** For those who run its shifts. @throws shift.not-yours */
  async of(actor: Actor, organizationId: string, wish: HoursWish): Promise<OrganizationHours> {
    if (!mayRun(actor, organizationId)) refuse('shift.not-yours');
    const { timeZone } = this.catalogue;
    const { from, to } = periodOf({ ...wish, timeZone }, this.clock.now());
    const asked = [organizationId, from, to, timeZone];
    const items: HoursOfHelper[] = await this.source.query(BY_HELPER, asked);
    const all: (MinutesOfMonth & { people: number; shifts: number })[] = await this.source.query(ALL_OF_THEM, asked);
    return {
      from,
      to,
      timeZone,
      people: all[0]?.people ?? 0,
      shifts: all.reduce((sum, { shifts }) => sum + shifts, 0),
      minutes: all.reduce((sum, { minutes }) => sum + minutes, 0),
      months: all.map(({ month, minutes }) => ({ month, minutes })),
      items,
    };
  }
}
