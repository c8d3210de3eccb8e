import type { Tx } from '#platform';

/** When the meeting of that match begins on which both sides have agreed; nothing where there is none. @param match an expression of SQL */
export const meetsAtOf = (match: string): string =>
  `SELECT h.starts_at FROM hand_overs h WHERE h.match_id = ${match} AND h.agreed_at IS NOT NULL AND h.cancelled_at IS NULL`;

/** When the meeting of a locked match begins on which both sides have agreed; null where there is none. */
export async function meetsAt(tx: Tx, matchId: string): Promise<Date | null> {
  const [row] = (await tx.query(meetsAtOf('$1'), [matchId])) as { starts_at: Date }[];
  return row?.starts_at ?? null;
}
