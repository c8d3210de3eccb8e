import type { Tx } from '#platform';

/** Ends the hand-over of a match that ends: calendars take it away by the next sequence. */
export async function endHandOver(tx: Tx, matchId: string, at: Date): Promise<void> {
  await tx.query(
    'UPDATE hand_overs SET cancelled_at = $2, sequence = sequence + 1 WHERE match_id = $1 AND cancelled_at IS NULL',
    [matchId, at],
  );
}
