import { giftMatchId } from '#matching';
import type { Tx } from '#platform';

/** Money of a gift that lies in the surplus of its organization. */
export interface AsideOfGift {
  readonly id: string;
  readonly amount: number;
  /** The entry by which it lies there now. */
  readonly entry: string;
  readonly purpose: string;
  /** Whether it can still be taken from there: what was given to a need, or sent back, is there no more. */
  readonly takes: boolean;
  /** Whether nobody has decided about it yet. */
  readonly waits: boolean;
}

/** What of a gift lies aside, by id and locked before the gift, in the same order as a decision about it locks them. */
export async function lockAside(tx: Tx, giftId: string): Promise<AsideOfGift[]> {
  const match = giftMatchId(giftId);
  await tx.query(
    `INSERT INTO surpluses (id, state, entry, step) SELECT id, 'waiting', id, 0 FROM transfers WHERE kind = 'surplus' AND subject_type = 'match' AND subject_id = $1 ORDER BY id ON CONFLICT DO NOTHING`,
    [match],
  );
  return tx.query(
    `SELECT s.id, t.amount, s.entry, a.purpose, s.state IN ('waiting', 'organization') AS takes, s.state = 'waiting' AS waits FROM surpluses s JOIN transfers t ON t.id = s.id JOIN transfers e ON e.id = s.entry JOIN accounts a ON a.id = e.credit
     WHERE t.subject_type = 'match' AND t.subject_id = $1 AND t.kind = 'surplus' ORDER BY s.id FOR UPDATE OF s`,
    [match],
  );
}
