import type { Db } from './balances.queries.js';
import type { StatementEntry } from './statement.queries.js';

/** More entries than a match ever has: it is agreed once, arrives once, and is corrected a few times. */
const MOST = 200;

/**
 * Everything that the books say of one match on the accounts of one party, oldest first (of what was done at once the end of the hold last) and whatever the period: what was held, how that ended, what was lost, and each
 * correction as an entry of its own. Signs are those of its statement: given, or received, is positive.
 */
export async function readThread(db: Db, partyId: string, matchId: string): Promise<StatementEntry[]> {
  return db.query(
    `WITH t AS (
       SELECT * FROM transfers WHERE subject_id = $2 AND subject_type = 'match'
       UNION ALL
       SELECT c.* FROM transfers o JOIN transfers c ON c.mirrors = o.id WHERE o.subject_id = $2 AND o.subject_type = 'match' AND c.subject_type <> 'match'
     ),
     sided AS (
       SELECT t.*, CASE WHEN d.party_id = $1 AND d.kind = 'offer' OR c.party_id = $1 AND c.kind IN ('need', 'surplus') THEN 1 ELSE -1 END AS sign,
         CASE WHEN d.party_id = $1 AND d.kind IN ('offer', 'need', 'surplus') THEN c.kind ELSE d.kind END AS other
       FROM t JOIN accounts d ON d.id = t.debit JOIN accounts c ON c.id = t.credit
       WHERE d.party_id = $1 AND d.kind IN ('offer', 'need', 'surplus') OR c.party_id = $1 AND c.kind IN ('offer', 'need', 'surplus')
     )
     SELECT id, at, kind, CASE WHEN other = 'promises' THEN 'promised' WHEN phase = 'held' THEN 'held' WHEN phase = 'void' THEN 'voided' WHEN other = 'losses' THEN 'lost' ELSE 'posted' END AS state,
       amount * sign AS amount, unit, item, $2::uuid AS match
     FROM sided WHERE other <> 'used' ORDER BY at, phase = 'void', id LIMIT ${MOST}`,
    [partyId, matchId],
  );
}

/** What took back a part of entries that a statement lists, after it was issued. */
export interface Correction {
  at: Date;
  unit: string;
  /** Taken back: positive. */
  amount: number;
  /** When the entry was made that it corrects. */
  of: Date;
}

export async function readCorrections(
  db: Db,
  entryIds: readonly string[],
  after: Date,
  until: Date,
): Promise<Correction[]> {
  return db.query(
    `SELECT c.at, c.unit, c.amount, o.at AS of FROM transfers c JOIN transfers o ON o.id = c.mirrors WHERE c.mirrors = ANY($1::uuid[]) AND c.at > $2 AND c.at <= $3 ORDER BY c.at, c.id LIMIT ${MOST}`,
    [entryIds, after, until],
  );
}
