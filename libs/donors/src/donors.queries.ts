import { In, type DataSource } from 'typeorm';
import type { Contact } from '#kernel';
import type { Tx } from '#platform';
import { DonorEntity } from './donor.entity.js';

/** Names of many donors at once, for `donorLabel`. Nobody's name leaves the server without that rule. */
export async function donorNames(db: Tx | DataSource, partyIds: readonly string[]): Promise<Map<string, string>> {
  if (partyIds.length === 0) return new Map();
  const donors = await ('manager' in db ? db.manager : (db as Tx)).findBy(DonorEntity, { id: In([...partyIds]) });
  return new Map(donors.map((donor) => [donor.id, donor.displayName]));
}

/** What is kept of a party as one who gives, for the file that a person may take away; null: they have never given. */
export async function exportedDonor(
  db: Tx | DataSource,
  partyId: string,
): Promise<{ displayName: string; anonymous: boolean; inn: string | null; contact: Contact | null } | null> {
  const [donor] = (await db.query(
    'SELECT display_name AS "displayName", anonymous, inn, contact FROM donors WHERE id = $1',
    [partyId],
  )) as { displayName: string; anonymous: boolean; inn: string | null; contact: Contact | null }[];
  return donor ?? null;
}
