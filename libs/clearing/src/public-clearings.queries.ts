import type { DataSource } from 'typeorm';

/** The newest runs that ended with a plan, for the list of public pages. */
export async function newestClearings(
  source: DataSource,
  most: number,
): Promise<{ readonly id: string; readonly changedAt: Date }[]> {
  return source.query(
    `SELECT id, finished_at AS "changedAt" FROM clearings WHERE status = 'done' ORDER BY number DESC LIMIT $1`,
    [most],
  );
}
