import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock, DAY_MS } from '#kernel';
import { upcomingWhere, type ShiftFilters } from './upcoming.js';

/** How many shifts there are on the days to come, and in which places: of a list, without its pages. */
export interface ShiftCounts {
  readonly timeZone: string;
  /** Each of the next days, also those without a shift. */
  readonly days: readonly { readonly day: string; readonly shifts: number }[];
  /** Places with shifts; of work from home none. */
  readonly places: readonly {
    readonly place: string;
    readonly shifts: number;
    readonly capacity: number;
    readonly taken: number;
  }[];
}

const DAYS = 14;
const FROM = 'FROM shifts s JOIN needs n ON n.id = s.need_id JOIN organizations g ON g.id = n.organization_id';

@Injectable()
export class UpcomingQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** The days count what is there without the wish for one of them, the places what is there without the wish for one of those. */
  async counts(filters: ShiftFilters): Promise<ShiftCounts> {
    const { timeZone } = this.catalogue;
    const now = this.clock.now();
    const byDay = upcomingWhere(this.catalogue, { ...filters, day: undefined }, now);
    const zone = `$${byDay.params.push(timeZone)}`;
    const [first, until] = [
      `$${byDay.params.push(now)}`,
      `$${byDay.params.push(new Date(now.getTime() + DAYS * DAY_MS))}`,
    ];
    const days = (await this.source.query(
      `SELECT to_char(d.day, 'YYYY-MM-DD') AS day, coalesce(c.shifts, 0) AS shifts
       FROM generate_series(((${first}::timestamptz) AT TIME ZONE ${zone})::date, ((${until}::timestamptz) AT TIME ZONE ${zone})::date - 1, interval '1 day') AS d(day)
         LEFT JOIN (SELECT (s.starts_at AT TIME ZONE ${zone})::date AS day, count(*)::int AS shifts ${FROM} WHERE ${byDay.where} AND s.starts_at < ${until} GROUP BY 1) c ON c.day = d.day::date
       ORDER BY d.day`,
      byDay.params,
    )) as ShiftCounts['days'];
    const byPlace = upcomingWhere(this.catalogue, { ...filters, place: undefined, near: undefined }, now);
    const places = (await this.source.query(
      `SELECT s.place, count(*)::int AS shifts, sum(s.capacity)::int AS capacity, sum(s.taken)::int AS taken ${FROM} WHERE ${byPlace.where} AND NOT s.remote GROUP BY s.place ORDER BY s.place`,
      byPlace.params,
    )) as ShiftCounts['places'];
    return { timeZone, days, places };
  }
}
