import { exportPageSql, type ExportSection } from '#platform';

/** What deliveries keep of a person: the trips that they drove, and where they said that things are fetched or brought. */
export const DELIVERIES_EXPORT: readonly ExportSection[] = [
  {
    name: 'trips',
    sql: exportPageSql(
      'id, offer_id AS offer, status, starts_at AS "from", ends_at AS until, route, car, driver_name AS name, driver_phone AS phone, capacity_grams AS grams, capacity_litres AS litres, created_at AS "createdAt", ended_at AS "endedAt"',
      'trips',
      'driver_id = $1',
      'created_at',
      'id',
    ),
  },
  {
    name: 'deliveryAddresses',
    sql: exportPageSql(
      'leg_id AS leg, side, address, note, given_at AS "givenAt"',
      'delivery_addresses',
      'given_by = $1',
      'given_at',
      'leg_id',
    ),
  },
];
