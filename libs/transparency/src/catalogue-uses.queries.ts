import { Injectable } from '@nestjs/common';
import { CatalogueUses, UNUSED, type EntryType, type EntryUses } from '#catalogue-store';
import type { Tx } from '#platform';
import type { DataSource } from 'typeorm';

interface Row {
  what: 'need' | 'ended' | 'offer' | 'standing';
  unit: string;
  amount: number;
}

const OPEN_NEEDS = `('open', 'partly_met')`;
// Each count walks an index that has nothing else in it.
/** Also of a sphere, which offers and standing offers may name in place of a category. */
const OF_CATEGORY = `
  SELECT CASE WHEN status IN ('draft', 'in_review', 'returned', 'open', 'partly_met') THEN 'need' ELSE 'ended' END AS what, unit, count(*)::integer AS amount FROM needs WHERE category = $1 GROUP BY 1, 2
  UNION ALL SELECT 'offer', unit, count(*)::integer FROM offers WHERE category = $1 AND status IN ('open', 'partly_used') GROUP BY unit
  UNION ALL SELECT 'standing', unit, count(*)::integer FROM standing_offers WHERE category = $1 AND status <> 'ended' GROUP BY unit`;
const OF_ITEM = `
  SELECT 'need' AS what, unit, count(*)::integer AS amount FROM needs WHERE item = $1 AND status IN ${OPEN_NEEDS} GROUP BY unit
  UNION ALL SELECT 'offer', unit, count(*)::integer FROM offers WHERE item = $1 AND status IN ('open', 'partly_used') GROUP BY unit
  UNION ALL SELECT 'standing', unit, count(*)::integer FROM standing_offers WHERE item = $1 AND status <> 'ended' GROUP BY unit`;

/** Counts what names an entry of the catalogue. */
@Injectable()
export class CatalogueUseCounts extends CatalogueUses {
  async of(db: Tx | DataSource, type: EntryType, code: string): Promise<EntryUses> {
    if (type !== 'category' && type !== 'item' && type !== 'sphere') return UNUSED;
    const rows: Row[] = await db.query(type === 'item' ? OF_ITEM : OF_CATEGORY, [code]);
    const total = (...what: Row['what'][]): number =>
      rows.filter((row) => what.includes(row.what)).reduce((sum, { amount }) => sum + amount, 0);
    const units = [...new Set(rows.filter(({ what }) => what !== 'ended').map(({ unit }) => unit))].sort();
    const inUnit = (unit: string, ...what: Row['what'][]): number =>
      rows.filter((row) => row.unit === unit && what.includes(row.what)).reduce((sum, { amount }) => sum + amount, 0);
    return {
      needs: total('need'),
      endedNeeds: total('ended'),
      offers: total('offer'),
      standingOffers: total('standing'),
      units: units.map((unit) => ({ unit, needs: inUnit(unit, 'need'), offers: inUnit(unit, 'offer', 'standing') })),
    };
  }

  async openNeeds(db: Tx | DataSource): Promise<ReadonlyMap<string, number>> {
    const rows: { category: string; amount: number }[] = await db.query(
      `SELECT category, count(*)::integer AS amount FROM needs WHERE status IN ${OPEN_NEEDS} GROUP BY category`,
    );
    return new Map(rows.map(({ category, amount }) => [category, amount]));
  }
}
