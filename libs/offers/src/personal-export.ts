import type { DataSource } from 'typeorm';
import { exportPageSql, type ExportSection, type Tx } from '#platform';

/** What offers keeps of who gives. */
export const OFFERS_EXPORT: readonly ExportSection[] = [
  {
    name: 'offers',
    ofWalkIn: true,
    sql: exportPageSql(
      'id, status, kind, category, item, title, description, unit, base_unit AS "baseUnit", min_lot AS "minLot", step, place, radius_km AS "radiusKm", starts_at AS "from", until, skills, prefers, bound_to AS "only", best_before AS "bestBefore", pick_up AS "pickUp", cold_chain AS "coldChain", attributes, anonymous, via, created_at AS "createdAt"',
      'offers',
      'donor_id = $1',
      'created_at',
      'id',
    ),
  },
  {
    name: 'standingOffers',
    sql: exportPageSql(
      'id, status, kind, category, item, title, description, unit, base_unit AS "baseUnit", amount, min_lot AS "minLot", step, place, radius_km AS "radiusKm", skills, prefers, bound_to AS "only", keeps_days AS "keepsDays", cold_chain AS "coldChain", attributes, anonymous, gift, frequency, interval, first_on::text AS "firstOn", last_on::text AS "lastOn", times, time_zone AS "timeZone", stands_days AS "standsDays", next_on::text AS "nextOn", via, created_at AS "createdAt"',
      'standing_offers',
      'donor_id = $1',
      'created_at',
      'id',
    ),
  },
  {
    name: 'standingOfferDates',
    sql: exportPageSql(
      'd.standing_offer_id AS "standingOffer", d.day::text AS day, d.offer_id AS offer, d.skipped, d.gift, d.at',
      'standing_offers s JOIN standing_offer_dates d ON d.standing_offer_id = s.id',
      's.donor_id = $1',
      'd.at',
      `(d.standing_offer_id::text || d.day::text)`,
    ),
  },
];

/** What is kept of a walk-in of an organization, besides their name and how to reach them. */
export async function exportedWalkIn(
  db: Tx | DataSource,
  id: string,
): Promise<{ id: string; organization: string; consent: object; createdAt: Date } | undefined> {
  const [walkIn] = (await db.query(
    `SELECT id, organization_id AS organization, json_build_object('how', consent_how, 'day', consent_on) AS consent, created_at AS "createdAt" FROM walk_ins WHERE id = $1`,
    [id],
  )) as { id: string; organization: string; consent: object; createdAt: Date }[];
  return walkIn;
}
