import type { Db } from './balances.queries.js';
import type { TransferKind } from './transfer.entity.js';

/** One transfer as a need or an offer sees it. `amount` is positive into it, negative out of it, in the base unit. */
export interface Entry {
  id: string;
  at: Date;
  kind: TransferKind;
  state: 'held' | 'posted' | 'voided';
  amount: number;
  unit: string;
  item: string | null;
  match: string | null;
  /** Of what a receipt voided: what of it was lost on the way, and what is back with its giver. 0 where it never came to a hand-over. */
  lost: number;
  returned: number;
  /** Pseudonym of the person who did it; null for the clock. */
  by: string | null;
}

export interface PageOf {
  readonly limit: number;
  /** Sort key of the last entry of the page before. */
  readonly after?: { readonly at: Date | string; readonly id: string } | null;
}

export interface EntriesPage {
  items: Entry[];
  /** Sort key for the page that follows; null on the last. */
  next: { at: string; id: string } | null;
}

// A hold that has ended is told by its end (posted, voided), not a second time; a use leaves what was received as it was.
const side = (own: 'debit' | 'credit', sign: '' | '-'): string => `
  (SELECT t.id, t.at, t.kind, t.phase, ${sign}t.amount AS amount, t.unit, t.item, t.subject_type, t.subject_id, t.mirrors, t.resolves, t.reason, t.by
   FROM transfers t
   WHERE t.${own} = $1 AND t.kind <> 'use'
     AND ($2::timestamptz IS NULL OR (t.at, t.id) > ($2::timestamptz, $3::uuid))
     AND NOT (t.phase = 'held' AND EXISTS (SELECT 1 FROM transfers e WHERE e.resolves = t.id))
     AND NOT EXISTS (SELECT 1 FROM transfers u WHERE u.id = t.mirrors AND u.kind = 'use')
   ORDER BY t.at, t.id LIMIT $4)`;

/** Reasons with which a hold ends before anything was handed over. */
const BEFORE_HAND_OVER = `'cancelled', 'declined', 'expired', 'resized'`;

// All that a receipt says is written at one moment; what a driver has lost a part of is held anew, so that it came back to nobody.
const BECAME = `LEFT JOIN LATERAL (
   SELECT coalesce(sum(t.amount) FILTER (WHERE t.kind = 'loss'), 0)::bigint AS lost,
     coalesce(sum(t.amount) FILTER (WHERE t.phase = 'held' AND NOT EXISTS (SELECT 1 FROM transfers p WHERE p.resolves = t.id AND p.at = t.at)), 0)::bigint AS again
   FROM transfers t WHERE t.subject_type = 'match' AND t.subject_id = e.subject_id AND t.at = e.at) a ON e.phase = 'void' AND e.subject_type = 'match'
     AND (e.reason IS NULL OR e.reason NOT IN (${BEFORE_HAND_OVER}) OR EXISTS (SELECT 1 FROM transfers p WHERE p.resolves = e.resolves AND p.phase = 'post'))`;

/** A page of entries of one account, oldest first; two index ranges, whatever the length of the history. */
export async function readEntries(db: Db, accountId: string, page: PageOf): Promise<EntriesPage> {
  const rows: Entry[] = await db.query(
    `SELECT e.id, e.at, e.kind, CASE e.phase WHEN 'held' THEN 'held' WHEN 'void' THEN 'voided' ELSE 'posted' END AS state,
       e.amount, e.unit, e.item, coalesce(a.lost, 0)::bigint AS lost, greatest(coalesce(abs(e.amount) - a.lost - a.again, 0), 0)::bigint AS returned, p.pseudonym AS by,
       CASE WHEN e.subject_type = 'match' THEN e.subject_id
            WHEN e.mirrors IS NOT NULL THEN (SELECT o.subject_id FROM transfers o WHERE o.id = e.mirrors AND o.subject_type = 'match') END AS match
     FROM (${side('debit', '-')} UNION ALL ${side('credit', '')}) e LEFT JOIN parties p ON p.id = e.by ${BECAME}
     ORDER BY e.at, e.id LIMIT $4`,
    [accountId, page.after?.at ?? null, page.after?.id ?? null, page.limit + 1],
  );
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  return { items, next: rows.length > page.limit && last ? { at: last.at.toISOString(), id: last.id } : null };
}
