import type { Tx } from '#platform';

/** No shift of these series is made any more: their need takes no help, or a coordinator stopped them. */
export async function endSeriesOf(tx: Tx, needId: string, at: Date): Promise<void> {
  await tx.query(
    `UPDATE shift_series SET ended_at = $2, look_at = NULL, updated_at = $2 WHERE need_id = $1 AND ended_at IS NULL`,
    [needId, at],
  );
}
