import { randomBytes } from 'node:crypto';
import { DonorsService } from '#donors';
import { hashPassword, IdentityService, PersonEntity } from '#identity';
import type { Clock } from '#kernel';
import type { Tx } from '#platform';
import type { DataSource } from 'typeorm';
import { IMPORT_PEOPLE } from '#tables';

/** Makes both people where they are missing, and the donor a donor. */
export async function ensureImportPeople(source: DataSource, clock: Clock): Promise<void> {
  const identity = new IdentityService(source, clock);
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
  await source.transaction(async (tx: Tx) => {
    for (const person of Object.values(IMPORT_PEOPLE)) {
      if (await tx.findOneBy(PersonEntity, { id: person.id })) continue;
      await identity.createPerson(tx, { ...person, passwordHash, locale: 'ru', emailConfirmed: false });
    }
    await new DonorsService(clock).ensure(tx, {
      partyId: IMPORT_PEOPLE.donor.id,
      kind: 'person',
      displayName: IMPORT_PEOPLE.donor.name,
    });
  });
}
