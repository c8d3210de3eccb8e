import type { Tx } from '#platform';
import type { OfferEntity } from './offer.entity.js';
import { LIVE_OFFER_STATUSES } from './lifecycle.rules.js';

/** An open offer as a file has it. `left`: what has neither gone on nor been taken back, in the base unit. */
export type ExportedOffer = Pick<
  OfferEntity,
  | 'id'
  | 'externalId'
  | 'kind'
  | 'category'
  | 'item'
  | 'title'
  | 'description'
  | 'unit'
  | 'baseUnit'
  | 'eachAmount'
  | 'eachUnit'
  | 'minLot'
  | 'step'
  | 'place'
  | 'radiusKm'
  | 'skills'
  | 'startsAt'
  | 'until'
  | 'bestBefore'
  | 'coldChain'
  | 'attributes'
> & { readonly prefers: readonly string[]; readonly only: readonly string[]; readonly left: number };

/** A code that is an id, as such: so that the key of a table finds it. */
const ID = `(CASE WHEN p.code ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN p.code::uuid END)`;

/**
 * The open offers after an id, in id order. Nobody is named in them: the words of a person's own offer stay here, since they may say who it is.
 * Places taken in shifts and gifts of money stay here too: they meet no other need. Organizations that are preferred, organizations and needs that bind: each goes by the id that a file gave it, else by ours.
 */
export async function offersToExport(tx: Tx, after: string, limit: number): Promise<ExportedOffer[]> {
  return tx.query(
    `SELECT o.id, o.external_id AS "externalId", o.kind, o.category, o.item,
       CASE WHEN own.words THEN o.title END AS title, CASE WHEN own.words THEN o.description END AS description,
       o.unit, o.base_unit AS "baseUnit", o.each_amount AS "eachAmount", o.each_unit AS "eachUnit", o.min_lot AS "minLot", o.step, o.place, o.radius_km AS "radiusKm", o.skills, o.starts_at AS "startsAt", o.until,
       o.best_before AS "bestBefore", o.cold_chain AS "coldChain", o.attributes,
       ARRAY(SELECT coalesce(g.external_id, p.code) FROM unnest(o.prefers) WITH ORDINALITY AS p(code, at) LEFT JOIN organizations g ON g.id = ${ID} ORDER BY p.at) AS prefers,
       ARRAY(SELECT coalesce(g.external_id, n.external_id, p.code) FROM unnest(o.bound_to) WITH ORDINALITY AS p(code, at)
         LEFT JOIN organizations g ON g.id = ${ID} LEFT JOIN needs n ON n.id = ${ID} ORDER BY p.at) AS only,
       coalesce(a.posted_in, 0) - coalesce(a.posted_out, 0) - coalesce(a.posted_back, 0) AS left
     FROM offers o JOIN accounts a ON a.kind = 'offer' AND a.holder_id = o.id LEFT JOIN donors d ON d.id = o.donor_id
     CROSS JOIN LATERAL (SELECT o.via = 'import' OR o.on_behalf_of = o.donor_id OR d.kind = 'company' AS words) own
     WHERE o.id > $1 AND o.status = ANY($3) AND NOT o.sign_up AND NOT o.gift AND coalesce(a.posted_in, 0) - coalesce(a.posted_out, 0) - coalesce(a.posted_back, 0) > 0 ORDER BY o.id LIMIT $2`,
    [after, limit, LIVE_OFFER_STATUSES],
  );
}
