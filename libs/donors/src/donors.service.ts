import { Injectable } from '@nestjs/common';
import { lockLivingPerson, PersonEntity, refuseIdentity } from '#identity';
import { Clock, readContact, refuseForm, type Contact, type SaidContact } from '#kernel';
import { preparedQuery, forceGenericPlan, type Tx } from '#platform';
import { DonorEntity, type DonorKind } from './donor.entity.js';
import { refuse } from './donors.refusals.js';
import { ANONYMOUS_BY_DEFAULT, cleanName, NAMELESS } from './names.rules.js';

export interface DonorParty {
  /** A person's or organization's id: the party must exist. */
  readonly partyId: string;
  readonly kind: DonorKind;
  readonly displayName: string;
  readonly inn?: string | null;
}

@Injectable()
export class DonorsService {
  constructor(private readonly clock: Clock) {}

  /** Makes a party a donor, once. A known donor stays as it is, also when the name given now is another. */
  async ensure(tx: Tx, party: DonorParty): Promise<void> {
    const displayName = cleanName(party.displayName) ?? NAMELESS;
    await tx
      .createQueryBuilder()
      .insert()
      .into(DonorEntity)
      .values({
        id: party.partyId,
        kind: party.kind,
        displayName,
        inn: party.inn ?? null,
        anonymous: ANONYMOUS_BY_DEFAULT,
        createdAt: this.clock.now(),
      })
      .orIgnore()
      .execute();
  }

  /** Of those who are donors already, whether their offers hide the name unless said otherwise. */
  async wishesOf(tx: Tx, partyIds: readonly string[]): Promise<Map<string, boolean>> {
    const rows = await preparedQuery<{ id: string; anonymous: boolean }>(
      tx,
      `SELECT id, anonymous FROM donors WHERE id = ANY (${forceGenericPlan('$1', 'uuid[]')})`,
      [partyIds],
    );
    return new Map(rows.map(({ id, anonymous }) => [id, anonymous]));
  }

  /** Whether a donor's offers hide the name unless said otherwise. Of a person who has never given: yes. */
  async anonymousByDefault(tx: Tx, partyId: string): Promise<boolean> {
    const donor = await tx.findOneBy(DonorEntity, { id: partyId });
    return donor?.anonymous ?? ANONYMOUS_BY_DEFAULT;
  }

  /** Forgets whose giving it was. Nothing happens to a party that has never given. */
  async forget(tx: Tx, partyId: string): Promise<void> {
    await tx.update(DonorEntity, { id: partyId }, { displayName: NAMELESS, inn: null, anonymous: true, contact: null });
  }

  /** What a person shares with each yes from now on; null: nothing. What was shared before stays as it was. An erasure under way is waited for: nothing is written after it. */
  async setContact(tx: Tx, personId: string, said: SaidContact | null): Promise<void> {
    const read = readContact(said);
    if (!read.ok) return refuseForm(read.errors);
    if (!(await lockLivingPerson(tx, personId, 'SHARE'))) refuseIdentity('identity.sign-in-first');
    const { name } = await tx.findOneByOrFail(PersonEntity, { id: personId });
    await this.ensure(tx, { partyId: personId, kind: 'person', displayName: name });
    await tx.update(DonorEntity, { id: personId }, { contact: read.contact } as never);
  }

  /** What a person who has no account gave to be shared with each yes. */
  async keepContact(tx: Tx, partyId: string, contact: Contact | null): Promise<void> {
    await tx.update(DonorEntity, { id: partyId }, { contact } as never);
  }

  /** Null: nothing is shared unless it is said. */
  async contactOf(tx: Tx, partyId: string): Promise<Contact | null> {
    return (await tx.findOneBy(DonorEntity, { id: partyId }))?.contact ?? null;
  }

  /** The donor's own wish for offers to come. @throws donor.not-found */
  async setAnonymous(tx: Tx, partyId: string, anonymous: boolean): Promise<void> {
    const changed = await tx.update(DonorEntity, { id: partyId }, { anonymous });
    if (!changed.affected) refuse('donor.not-found');
  }
}
