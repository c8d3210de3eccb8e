import { In, type DataSource } from 'typeorm';
import type { Tx } from '#platform';
import { DonorEntity } from './donor.entity.js';

/** Names of many donors at once, for `donorLabel`. Nobody's name leaves the server without that rule. */
export async function donorNames(db: Tx | DataSource, partyIds: readonly string[]): Promise<Map<string, string>> {
  if (partyIds.length === 0) return new Map();
  const donors = await ('manager' in db ? db.manager : (db as Tx)).findBy(DonorEntity, { id: In([...partyIds]) });
  return new Map(donors.map((donor) => [donor.id, donor.displayName]));
}
