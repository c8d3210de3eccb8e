import type { Tx } from '#platform';

/** A match as a file has it; the donor is the pseudonym of the public books. */
export interface ExportedMatch {
  readonly id: string;
  readonly offer: string;
  readonly need: string;
  readonly kind: string;
  readonly amount: number;
  readonly unit: string;
  readonly score: number;
  readonly status: string;
  readonly donor: string;
  readonly organization: string;
  readonly proposedAt: Date;
  readonly acceptedAt: Date | null;
  readonly confirmedAt: Date | null;
}

/** Matches after an id, in id order, without proposals that ended unanswered. Things go by the ids that files gave them, else by ours. */
export async function matchesToExport(tx: Tx, after: string, limit: number): Promise<ExportedMatch[]> {
  return tx.query(
    `SELECT m.id, coalesce(o.external_id, o.id::text) AS offer, coalesce(n.external_id, n.id::text) AS need, n.kind, m.amount, m.unit, m.score, m.status, p.pseudonym AS donor,
       coalesce(g.external_id, g.id::text) AS organization, m.proposed_at AS "proposedAt", m.accepted_at AS "acceptedAt", m.confirmed_at AS "confirmedAt"
     FROM matches m JOIN offers o ON o.id = m.offer_id JOIN needs n ON n.id = m.need_id JOIN organizations g ON g.id = n.organization_id JOIN parties p ON p.id = o.donor_id
     WHERE m.id > $1 AND (m.status <> 'expired' OR m.held_at IS NOT NULL) ORDER BY m.id LIMIT $2`,
    [after, limit],
  );
}
