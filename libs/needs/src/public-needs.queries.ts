import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import { PUBLIC_STATUSES } from './access.rules.js';
import { privateCategories } from './search.rules.js';

/** A thing that everybody may open, and when it was last another. */
export interface PublicNeed {
  readonly id: string;
  readonly changedAt: Date;
}

/** The highest number that any need has: numbers are given once and in order, so they part needs into lots that stay what they are. */
export async function lastNeedNumber(source: DataSource): Promise<number> {
  const [row] = await source.query<{ last: string | null }[]>(`SELECT max(number) AS last FROM needs`);
  return Number(row?.last ?? 0);
}

/** Needs with numbers above `after`, up to `upTo`, that lists show to visitors; none of a private category, which is not to be found by what it asks. */
export async function publicNeeds(
  source: DataSource,
  catalogue: Catalogue,
  after: number,
  upTo: number,
): Promise<PublicNeed[]> {
  return source.query<PublicNeed[]>(
    `SELECT id, updated_at AS "changedAt" FROM needs
     WHERE number > $1 AND number <= $2 AND status IN (${PUBLIC_STATUSES.map((status) => `'${status}'`).join(', ')}) AND category <> ALL($3) ORDER BY number`,
    [after, upTo, privateCategories(catalogue)],
  );
}
