import type { EntityManager } from 'typeorm';
import { LINES_LIMIT, type MoneyEntry } from './money-lines.rules.js';

/** Whose money: of one offer (that of a gift), of a giver to one organization or to all, or all of an organization. */
export type MoneyOf =
  | { readonly offer: string }
  | { readonly donor: string; readonly organization?: string }
  | { readonly organization: string };

const COLUMNS = `d.party_id AS "donorId", e.party_id AS "organizationId"`;
/** What went from offers to needs and surplus, and the reversals by which it left there: what is moved within an organization is neither. */
const MOVED = (which: string): string => `
  SELECT t.id, t.at, t.amount, NULL AS reason, t.at AS "originAt", t.id AS origin, t.subject_type, t.subject_id, ${COLUMNS}
  FROM accounts d JOIN transfers t ON t.debit = d.id JOIN accounts e ON e.id = t.credit
  WHERE d.kind = 'offer' AND d.unit = 'kopeck' AND e.kind IN ('need', 'surplus') AND t.kind IN ('delivery', 'surplus') AND t.phase IN ('posted', 'post') AND t.at <= $1 AND ${which}
  UNION ALL
  SELECT t.id, t.at, -t.amount, coalesce(t.reason, ''), f.at, f.id, f.subject_type, f.subject_id, ${COLUMNS}
  FROM accounts d JOIN transfers t ON t.credit = d.id JOIN accounts e ON e.id = t.debit JOIN transfers f ON f.id = t.mirrors
  WHERE d.kind = 'offer' AND d.unit = 'kopeck' AND e.kind IN ('need', 'surplus') AND t.kind = 'mirror' AND t.at <= $1 AND ${which}`;

const ENTRIES = (which: string): string => `
  SELECT v.id, v.at, v.amount::bigint AS amount, v.reason, v."originAt", coalesce(m.id, b.id, v.subject_id) AS thing, v."donorId", v."organizationId", g.code, n.id AS "needId", n.number AS "needNumber", n.title, n.category,
    CASE WHEN NOT o.anonymous THEN coalesce(g.donor_name, nullif(w.display_name, '')) END AS "donorName",
    CASE WHEN v.subject_type <> 'correction' THEN coalesce(b.day, m.bank_date)::text END AS "bankDay", CASE WHEN v.subject_type <> 'correction' THEN coalesce(b.number, m.bank_number) END AS "bankNumber",
    CASE v.reason WHEN 'refund' THEN g.refund_day WHEN 'returned' THEN s.bank_day END::text AS "backDay", CASE v.reason WHEN 'refund' THEN g.refund_number WHEN 'returned' THEN s.bank_number END AS "backNumber"
  FROM (${MOVED(which)}) v
  LEFT JOIN transfers f ON v.subject_type = 'correction' AND f.id = v.subject_id -- of surplus that was moved: the entry that first put it aside
  LEFT JOIN matches m ON m.id = CASE WHEN v.subject_type = 'match' THEN v.subject_id WHEN f.subject_type = 'match' THEN f.subject_id END
  LEFT JOIN needs n ON n.id = m.need_id LEFT JOIN offers o ON o.id = m.offer_id LEFT JOIN donors w ON w.id = o.donor_id
  LEFT JOIN gifts g ON g.match_id = m.id
  LEFT JOIN LATERAL (SELECT r.id, r.day, r.number FROM bank_rows r WHERE r.gift_id = g.id
    UNION ALL SELECT r.id, r.day, r.number FROM bank_row_parts p JOIN bank_rows r ON r.id = p.row_id WHERE p.gift_id = g.id AND p.undone_at IS NULL
    UNION ALL SELECT r.id, r.day, r.number FROM bank_rows r WHERE r.id = CASE WHEN v.subject_type = 'gift' THEN v.subject_id WHEN f.subject_type = 'gift' THEN f.subject_id END LIMIT 1) b ON true
  LEFT JOIN surpluses s ON v.reason = 'returned' AND s.entry = v.origin AND s.state = 'returned'
  ORDER BY v.at, v.id LIMIT ${LINES_LIMIT + 1}`;

/** @param asOf what the books said at that moment */
export function moneyEntries(db: EntityManager, of: MoneyOf, asOf: Date): Promise<MoneyEntry[]> {
  if ('offer' in of) return db.query(ENTRIES('d.holder_id = $2'), [asOf, of.offer]);
  if (!('donor' in of)) return db.query(ENTRIES('e.party_id = $2'), [asOf, of.organization]);
  return of.organization === undefined
    ? db.query(ENTRIES('d.party_id = $2'), [asOf, of.donor])
    : db.query(ENTRIES('d.party_id = $2 AND e.party_id = $3'), [asOf, of.donor, of.organization]);
}
