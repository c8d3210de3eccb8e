import { exportPageSql, type ExportSection } from '#platform';

/** What a person said that they bring to which point, and when it was taken in. */
export const STOCK_EXPORT: readonly ExportSection[] = [
  {
    name: 'arrivals',
    sql: exportPageSql(
      'id, point_id AS point, offer_id AS offer, amount, announced_at AS "announcedAt", ended_at AS "endedAt", lot_id AS lot',
      'stock_arrivals',
      'announced_by = $1',
      'announced_at',
      'id',
    ),
  },
];
