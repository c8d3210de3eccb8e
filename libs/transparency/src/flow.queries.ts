import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock, dayAt } from '#kernel';
import { privateCategories } from '#needs';
import {
  apartOf,
  flowOf,
  type ApartCell,
  type ArrivedCell,
  type Flow,
  type FlowAsked,
  type FlowCells,
  type GivenCell,
} from './flow.rules.js';
import { Kept } from './kept.js';
import { checkNarrow, placeInBalance, type Narrow } from './open-balance.queries.js';
import { firstDayOf, type Period } from './period.rules.js';

/** A flow may be so old: one reading of the books serves every place, sphere, period and kind of help. */
export const FLOW_KEPT_FOR_MS = 300_000;
/** And so old where nobody has asked for it lately: whoever asks first does not wait for the reading, which takes seconds in a large region. */
export const FLOW_SERVED_FOR_MS = 3_600_000;

/** The slice of a need: $2 time zone, $3 to $5 the first days of this year, quarter and month. */
const SLICE = `CASE WHEN n.opened_at >= $5::date::timestamp AT TIME ZONE $2 THEN 'month' WHEN n.opened_at >= $4::date::timestamp AT TIME ZONE $2 THEN 'quarter'
      WHEN n.opened_at >= $3::date::timestamp AT TIME ZONE $2 THEN 'year' ELSE 'before' END`;
const NEEDS = `FROM needs n JOIN categories c ON c.code = n.category JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id`;
/** As in the periods of the balance: nothing of a private category ($1). */
const OPENED = `WHERE n.opened_at IS NOT NULL AND n.category <> ALL($1::text[])`;

/** Whose name is kept back is of one kind, whoever it is. */
const GIVER = `CASE WHEN g.kind <> 'offer' THEN 'stores' WHEN f.anonymous THEN 'unnamed' WHEN f.on_behalf_of IS NOT NULL THEN 'companies'
      WHEN f.standing_offer_id IS NOT NULL THEN 'standing' ELSE 'people' END`;

/** By kind of giver, sphere and slice: what arrived less what was taken back, and of how many parties something is left. */
export const FLOW_GIVEN_SQL = `SELECT giver, sphere, slice, kind, unit, count(*)::integer AS parties, sum(amount)::bigint AS amount
  FROM (SELECT ${GIVER} AS giver, c.sphere, ${SLICE} AS slice, n.kind, n.base_unit AS unit, g.party_id, sum(t.amount) AS amount
    ${NEEDS} JOIN (SELECT debit AS giver, credit AS need, amount FROM transfers WHERE kind = 'delivery' AND phase IN ('posted', 'post')
      UNION ALL SELECT credit, debit, -amount FROM transfers WHERE kind = 'mirror') t ON t.need = a.id
    JOIN accounts g ON g.id = t.giver LEFT JOIN offers f ON g.kind = 'offer' AND f.id = g.holder_id
    ${OPENED} GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(t.amount) > 0) parties
  GROUP BY 1, 2, 3, 4, 5`;

/** By sphere, municipality and slice, from the stored balances: what the open balance calls received. */
export const FLOW_ARRIVED_SQL = `SELECT c.sphere, ${placeInBalance('n')} AS place, ${SLICE} AS slice, n.kind, n.base_unit AS unit, sum(a.posted_in)::bigint AS amount
  ${NEEDS} ${OPENED} AND a.posted_in > 0 GROUP BY 1, 2, 3, 4, 5`;

/** Of private categories ($1) only the sum of the whole region. */
export const FLOW_APART_SQL = `SELECT n.kind, n.base_unit AS unit, sum(a.posted_in)::bigint AS amount
  ${NEEDS} WHERE n.opened_at IS NOT NULL AND n.category = ANY($1::text[]) AND a.posted_in > 0 GROUP BY 1, 2`;

interface FlowRead extends FlowCells {
  readonly apart: readonly ApartCell[];
  readonly at: Date;
}

export interface FlowAt extends Flow {
  /** What arrived at needs of private categories, which is in no other number; null where it is told for less than everything. */
  readonly apart: number | null;
  /** When the books were read. */
  readonly at: Date;
}

/** What arrived, from kinds of givers through spheres to municipalities. Both halves are read at one moment, so that they are equal. */
@Injectable()
export class BalanceFlow {
  private readonly kept = new Kept<string, FlowRead>(FLOW_KEPT_FOR_MS, () => this.read(), FLOW_SERVED_FOR_MS);

  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  /** At most FLOW_KEPT_FOR_MS old, or FLOW_SERVED_FOR_MS while it is read anew. @throws catalogue.not-found */
  async of(asked: Pick<FlowAsked, 'kind' | 'period'> & Narrow): Promise<FlowAt> {
    checkNarrow(this.catalogue, asked);
    const now = this.clock.now();
    const { at, apart, ...cells } = await this.kept.of(dayAt(this.catalogue.timeZone, now), now.getTime());
    const of = { ...asked, place: asked.place ?? null, sphere: asked.sphere ?? null };
    return { ...flowOf(cells, of), apart: apartOf(apart, of), at };
  }

  private async read(): Promise<FlowRead> {
    const at = this.clock.now();
    const { timeZone } = this.catalogue;
    const first = (period: Period): string | null => firstDayOf(period, dayAt(timeZone, at));
    const asked = [privateCategories(this.catalogue), timeZone, first('year'), first('quarter'), first('month')];
    return this.source.transaction('REPEATABLE READ', async (tx) => {
      await tx.query('SET TRANSACTION READ ONLY');
      const given: GivenCell[] = await tx.query(FLOW_GIVEN_SQL, asked);
      const arrived: ArrivedCell[] = await tx.query(FLOW_ARRIVED_SQL, asked);
      const apart: ApartCell[] = await tx.query(FLOW_APART_SQL, asked.slice(0, 1));
      return { given, arrived, apart, at };
    });
  }
}
