import type { DataSource } from 'typeorm';

/** How many organizations everybody may open. */
export async function countPublicOrganizations(source: DataSource): Promise<number> {
  const [row] = await source.query<{ count: string }[]>(
    `SELECT count(*) AS count FROM organizations WHERE status = 'verified'`,
  );
  return Number(row?.count ?? 0);
}

/** Verified organizations in the order in which they were, so that a lot once full stays what it is for as long as none is suspended. */
export async function publicOrganizations(
  source: DataSource,
  skip: number,
  most: number,
): Promise<{ readonly id: string; readonly changedAt: Date }[]> {
  return source.query(
    `SELECT id, verified_at AS "changedAt" FROM organizations WHERE status = 'verified' ORDER BY verified_at, id OFFSET $1 LIMIT $2`,
    [skip, most],
  );
}
