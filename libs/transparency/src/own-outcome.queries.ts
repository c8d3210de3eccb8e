import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { districtOf, SMALLEST_PUBLIC_COUNT } from '#forms';
import { LESS_REVERSALS } from '#ledger';
import { privateCategories } from '#needs';

/** What became of everything that a party gave, in numbers that are facts of the needs themselves. */
export interface OwnOutcome {
  /** To how many needs something of it arrived. */
  readonly needs: number;
  /** In how many municipalities they are. */
  readonly districts: number;
  /** How many people those needs name together; needs that name nobody, or a few of a private category, add nothing. */
  readonly people: number;
  /** How many of them have a report that everybody reads. */
  readonly reports: number;
  /** The need whose report came last. */
  readonly lastReport: { readonly need: string; readonly at: Date } | null;
}

/** The needs at which something of a party ($1) arrived and was not taken back. $2 private categories, $3 the smallest count that is told of those. */
export const OWN_OUTCOME_SQL = `WITH reached AS (
    SELECT DISTINCT r.holder_id AS id FROM accounts g
    JOIN transfers t ON t.debit = g.id AND t.kind = 'delivery' AND t.phase IN ('posted', 'post') AND ${LESS_REVERSALS} > 0
    JOIN accounts r ON r.id = t.credit AND r.kind = 'need'
    WHERE g.party_id = $1 AND g.kind = 'offer')
  SELECT n.id, n.place,
    CASE WHEN n.category <> ALL($2::text[]) OR n.beneficiaries >= $3 THEN n.beneficiaries END AS people,
    (SELECT max(p.published_at) FROM need_reports p WHERE p.need_id = n.id AND p.status = 'published' AND p.shown_at IS NOT NULL) AS reported
  FROM reached JOIN needs n ON n.id = reached.id`;

interface Row {
  readonly id: string;
  readonly place: string;
  readonly people: number | null;
  readonly reported: Date | null;
}

@Injectable()
export class OwnOutcomes {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
  ) {}

  async of(partyId: string): Promise<OwnOutcome> {
    const rows: Row[] = await this.source.query(OWN_OUTCOME_SQL, [
      partyId,
      privateCategories(this.catalogue),
      SMALLEST_PUBLIC_COUNT,
    ]);
    const reported = rows.flatMap(({ id, reported: at }) => (at ? [{ need: id, at }] : []));
    return {
      needs: rows.length,
      districts: new Set(rows.map(({ place }) => districtOf(this.catalogue, place))).size,
      people: rows.reduce((sum, { people }) => sum + (people ?? 0), 0),
      reports: reported.length,
      lastReport: reported.sort((a, b) => b.at.getTime() - a.at.getTime() || a.need.localeCompare(b.need))[0] ?? null,
    };
  }
}
