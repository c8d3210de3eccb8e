import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, distanceKm } from '#kernel';
import { papersOf } from '#organizations';
import { keptTimes } from '../any-time.rules.js';
import { papersAsked, papersCount } from '../shift-papers.rules.js';
import { mayRun } from '../access.rules.js';
import { isOpenToOthers, type ShiftToJudge } from '../shift-life.rules.js';
import { listCounts } from '../sign-up-times.rules.js';
import { refuse } from '../volunteering.refusals.js';
import { ASKS, mayBeAsked, NEAR_KM, rankCandidates, type Candidate } from './cover.rules.js';
import { isInHours, type WeeklyWindow } from '../wishes/wishes.rules.js';
import { shiftToCover, type ShiftToCover } from './shift-to-cover.js';

/** A volunteer who could take a shift, as its organization reads it. */
export interface CandidateView {
  readonly person: string;
  /** Of people who have been in a shift of this organization; strangers have none. */
  readonly name: string | null;
  /** Skills that the need asks for and they did not say they have. */
  readonly missing: readonly string[];
  readonly km: number | null;
  /** Shifts of this organization that were confirmed for them. */
  readonly shifts: number;
  /** When they were asked for this shift. */
  readonly askedAt: Date | null;
  /** When an organization asked them for any shift, the last time. */
  readonly lastAskedAt: Date | null;
  readonly can: readonly ('ask' | 'sign-up' | 'came')[];
}

interface Row extends Omit<Candidate, 'km'> {
  readonly name: string;
  readonly place: string | null;
  readonly askedHere: Date | null;
  /** They offer time then. */
  readonly offers: boolean;
  /** Of people who said when they would come. */
  readonly windows: readonly WeeklyWindow[] | null;
}

/** As many as are ranked, and as many as are shown of them. */
const READ = 500;
const SHOWN = 20;

/** `askedAt` leaves this shift out: a person who is asked for it keeps their position in the list. Candidates are people who are not erased, and have been in a shift of $1 in two years before $2; or offers time at the time of the shift, $3 to $4, or said that they would come at such hours, and is in one of the places $7 or said how far they go ($8: it is done from home). Nobody of the organization itself, nobody who is in another shift then, or in this one. */
const CANDIDATES = `
  WITH here AS (
    SELECT u.person_id AS id, count(DISTINCT u.id) FILTER (WHERE u.status = 'confirmed')::int AS shifts, (array_agg(s.place ORDER BY u.starts_at DESC))[1] AS place,
      array_agg(DISTINCT skill) FILTER (WHERE skill IS NOT NULL) AS skills
    FROM needs n JOIN shifts s ON s.need_id = n.id JOIN sign_ups u ON u.shift_id = s.id LEFT JOIN LATERAL unnest(n.skills) AS skill ON true
    WHERE n.organization_id = $1 AND n.kind = 'time' AND u.signed_up_at > $2::timestamptz - interval '2 years' GROUP BY u.person_id),
  offered AS (
    SELECT DISTINCT ON (o.donor_id) o.donor_id AS id, o.place, o.radius_km, o.skills
    FROM offers o
    WHERE o.kind = 'time' AND o.status IN ('open', 'partly_used') AND NOT o.sign_up AND o.on_behalf_of IS NULL AND o.until > $3 AND (o.starts_at IS NULL OR o.starts_at < $4)
    ORDER BY o.donor_id, o.created_at DESC),
  wished AS (SELECT w.person_id AS id, w.place, w.radius_km, w.skills, w.windows FROM shift_wishes w WHERE CASE WHEN $8 THEN w.remote ELSE w.place = ANY($7) OR w.radius_km > ${NEAR_KM} END)
  SELECT p.id AS "personId", p.name, here.id IS NOT NULL AS known, coalesce(offered.place, wished.place, here.place) AS place, coalesce(offered.radius_km, wished.radius_km) AS "radiusKm", offered.id IS NOT NULL AS offers, wished.windows,
    coalesce(offered.skills, '{}') || coalesce(wished.skills, '{}') || coalesce(here.skills, '{}') AS skills, coalesce(here.shifts, 0) AS shifts,
    (SELECT max(a.asked_at) FROM shift_asks a WHERE a.person_id = p.id AND a.shift_id <> $5) AS "askedAt",
    (SELECT count(*)::int FROM shift_asks a WHERE a.person_id = p.id AND a.asked_at > $6) AS asks,
    (SELECT a.asked_at FROM shift_asks a WHERE a.person_id = p.id AND a.shift_id = $5) AS "askedHere"
  FROM people p LEFT JOIN here ON here.id = p.id LEFT JOIN offered ON offered.id = p.id LEFT JOIN wished ON wished.id = p.id
  WHERE (here.id IS NOT NULL OR wished.id IS NOT NULL OR offered.id IS NOT NULL AND ($8 OR offered.radius_km IS NOT NULL OR offered.place = ANY($7))) AND p.erased_at IS NULL AND p.email_confirmed_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.object_type = 'organization' AND g.object_id = $1::text AND g.revoked_at IS NULL)
    AND NOT EXISTS (
      SELECT 1 FROM sign_ups u WHERE u.person_id = p.id AND u.status IN ('signed_up', 'waiting', 'checked_in', 'confirmed') AND (u.shift_id = $5 OR tstzrange(u.starts_at, u.ends_at) && tstzrange($3, $4)))
  ORDER BY here.shifts DESC NULLS LAST, p.id LIMIT ${READ}`;

/** Who could take a shift. Offers are read as they stand: a volunteer is asked for what they offered. */
@Injectable()
export class CandidatesQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** The best first. @throws shift.not-found, shift.not-yours */
  async of(actor: Actor, shiftId: string): Promise<CandidateView[]> {
    const shift = await shiftToCover(this.source, shiftId);
    if (!shift) return refuse('shift.not-found');
    if (!mayRun(actor, shift.organizationId)) refuse('shift.not-yours');
    const now = this.clock.now();
    const since = new Date(now.getTime() - ASKS.withinMs);
    const rows: Row[] = await this.source.query(CANDIDATES, [
      shift.organizationId,
      now,
      keptTimes(shift).startsAt,
      shift.endsAt,
      shift.id,
      since,
      this.placesNear(shift),
      shift.remote,
    ]);
    const willing = rows.filter(
      ({ known, offers, windows }) =>
        known || offers || (windows !== null && (shift.anyTime || isInHours({ windows }, shift, this.zoneOf(shift)))),
    );
    const seen = await this.withPapers(willing, shift, now);
    const ranked = rankCandidates(
      seen.map((row) => ({ ...row, km: this.kmTo(shift, row.place) })),
      shift,
    );
    return ranked.slice(0, SHOWN).map((one) => ({
      person: one.personId,
      name: one.known ? one.name : null,
      missing: one.missing,
      km: one.km === null ? null : Math.round(one.km),
      shifts: one.shifts,
      askedAt: one.askedHere,
      lastAskedAt: latest(one.askedAt, one.askedHere),
      can: this.can(shift, one, now),
    }));
  }

  private can(shift: ShiftToCover, { known, asks, askedHere }: Row, now: Date): CandidateView['can'] {
    const toJudge: ShiftToJudge = { ...shift, agreedFirst: false, papersMissing: false };
    const open = isOpenToOthers(toJudge, now);
    const began =
      shift.status === 'planned' && (shift.anyTime || shift.startsAt <= now) && listCounts(keptTimes(shift), now);
    return [
      ...(open && askedHere === null && mayBeAsked({ asks }) ? ['ask' as const] : []),
      ...(open && known && !began ? ['sign-up' as const] : []),
      ...(began && known ? ['came' as const] : []),
    ];
  }

  private async withPapers(rows: readonly Row[], shift: ShiftToCover, now: Date): Promise<readonly Row[]> {
    if (!papersAsked(this.catalogue, shift.category)) return rows;
    const papers = await papersOf(
      this.source,
      rows.map(({ personId }) => personId),
    );
    return rows.filter(({ personId }) => papersCount(papers.get(personId) ?? [], shift, now));
  }

  private zoneOf(shift: ShiftToCover): string {
    return this.catalogue.place(shift.place)?.timeZone ?? 'UTC';
  }

  private placesNear(shift: ShiftToCover): string[] {
    return this.catalogue.places
      .filter(({ code }) => (this.kmTo(shift, code) ?? Infinity) <= NEAR_KM)
      .map(({ code }) => code);
  }

  private kmTo(shift: ShiftToCover, place: string | null): number | null {
    const [here, there] = [this.catalogue.place(shift.place), place === null ? undefined : this.catalogue.place(place)];
    return here && there ? distanceKm(here, there) : null;
  }
}

function latest(a: Date | null, b: Date | null): Date | null {
  return a !== null && (b === null || a > b) ? a : b;
}
