import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { isMember, type Actor } from '#identity';
import { Clock, DAY_MS } from '#kernel';
import { Ledger } from '#ledger';
import { agreedFirst } from '#forms';
import { minutesOf } from '../shift-form.rules.js';
import { refuseTripHours } from './trip-hours.refusals.js';
import { TRIP_HOURS_DAYS, tripHoursCan, type TripHoursStatus, type TripHoursVerb } from './trip-hours.rules.js';

type Locale = 'ru' | 'en';

/** What one reader sees at once; more is never proposed within the days in which it is answered. */
const LISTED = 50;

export interface TripHoursView {
  readonly id: string;
  readonly trip: string;
  readonly status: TripHoursStatus;
  readonly organization: { readonly id: string; readonly name: string };
  /** Whose hours they are; null once they are erased. */
  readonly driver: string | null;
  readonly from: Date;
  readonly until: Date;
  readonly deliveries: number;
  /** Proposed; of confirmed ones as they were confirmed. */
  readonly minutes: number;
  readonly text: string;
  readonly reason: string | null;
  readonly shift: string | null;
  readonly timeZone: string;
  readonly can: readonly TripHoursVerb[];
}

/** A need of time of the organization, for which hours can be confirmed. */
export interface NeedForHours {
  readonly id: string;
  readonly title: string;
  readonly open: number;
  readonly text: string;
}

export interface TripHoursOfOrganization {
  readonly items: readonly TripHoursView[];
  readonly needs: readonly NeedForHours[];
}

interface Row {
  readonly id: string;
  readonly trip: string;
  readonly status: TripHoursStatus;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly driverId: string;
  readonly driver: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly deliveries: number;
  readonly confirmed: number | null;
  readonly reason: string | null;
  readonly minutesReason: string | null;
  readonly shift: string | null;
  readonly proposedAt: Date;
}

const ROWS = `SELECT h.id, h.trip_id AS trip, h.status, h.organization_id AS "organizationId", g.short_name AS "organizationName", h.driver_id AS "driverId", CASE WHEN p.erased_at IS NULL THEN p.name END AS driver,
    h.starts_at AS "startsAt", h.ends_at AS "endsAt", h.deliveries, u.minutes AS confirmed, u.minutes_reason AS "minutesReason", h.reason, u.shift_id AS shift, h.proposed_at AS "proposedAt"
  FROM trip_hours h JOIN organizations g ON g.id = h.organization_id JOIN people p ON p.id = h.driver_id LEFT JOIN sign_ups u ON u.id = h.sign_up_id`;

/** Hours of trips: for the coordinators who confirm them, and for their driver. */
@Injectable()
export class TripHoursQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
  ) {}

  /** What waits for a word first, then what was settled within the same days; and the needs for which they can be confirmed. @throws trip-hours.not-yours */
  async ofOrganization(actor: Actor, organizationId: string, locale: Locale): Promise<TripHoursOfOrganization> {
    if (!isMember(actor, organizationId, ['owner', 'coordinator'])) refuseTripHours('trip-hours.not-yours');
    const rows: Row[] = await this.source.query(
      `${ROWS} WHERE h.organization_id = $1 AND h.proposed_at > $2 ORDER BY h.settled_at IS NOT NULL, h.proposed_at DESC, h.id DESC LIMIT $3`,
      [organizationId, new Date(this.clock.now().getTime() - TRIP_HOURS_DAYS * DAY_MS), LISTED],
    );
    const items = rows.map((row) => this.view(actor, row, locale));
    return { items, needs: items.some(({ can }) => can.length > 0) ? await this.needs(organizationId, locale) : [] };
  }

  /** The driver's own, the latest first. */
  async ofDriver(actor: Actor, trip: string | null, locale: Locale): Promise<TripHoursView[]> {
    const rows: Row[] = await this.source.query(
      `${ROWS} WHERE h.driver_id = $1 AND ($2::uuid IS NULL OR h.trip_id = $2) ORDER BY h.proposed_at DESC, h.id DESC LIMIT $3`,
      [actor.personId, trip, LISTED],
    );
    return rows.map((row) => this.view(actor, row, locale));
  }

  private async needs(organizationId: string, locale: Locale): Promise<NeedForHours[]> {
    const found: { id: string; title: string; category: string; unit: string }[] = await this.source.query(
      `SELECT id, title, category, base_unit AS unit FROM needs WHERE organization_id = $1 AND kind = 'time' AND status IN ('open', 'partly_met') ORDER BY deadline, id LIMIT $2`,
      [organizationId, LISTED],
    );
    const fit = found.filter(({ category }) => !agreedFirst(this.catalogue, category));
    const balances = await this.ledger.needBalances(
      this.source,
      fit.map(({ id }) => id),
    );
    return fit
      .map(({ id, title, unit }) => {
        const open = balances.get(id)?.open ?? 0;
        return { id, title, open, text: formatAmount(open, unit, locale, this.catalogue) };
      })
      .filter(({ open }) => open > 0);
  }

  private view(actor: Actor, row: Row, locale: Locale): TripHoursView {
    const minutes = row.confirmed ?? minutesOf(row);
    return {
      id: row.id,
      trip: row.trip,
      status: row.status,
      organization: { id: row.organizationId, name: row.organizationName },
      driver: row.driver,
      from: row.startsAt,
      until: row.endsAt,
      deliveries: row.deliveries,
      minutes,
      text: formatAmount(minutes, 'minute', locale, this.catalogue),
      reason: row.reason ?? row.minutesReason,
      shift: row.shift,
      timeZone: this.catalogue.timeZone,
      can: tripHoursCan(actor, row, this.clock.now()),
    };
  }
}
