import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import { forgetAmongOthers, type Forget, type Tx } from '#platform';
import {
  emptyPerson,
  hashPassword,
  lockLivingPerson,
  refuseAccount,
  StaffRoles,
  wordsOf,
  type Actor,
  type Obstacle,
  type PersonEnd,
} from '#identity';
import { donorNames, DonorsService } from '#donors';
import { OffersService, StandingOffersService } from '#offers';
import { forgetInvitations, forgetPapers, ownedAlone } from '#organizations';
import { forgetReasons, liveOffers, promisedBy, thingsOf } from './erasure.queries.js';
import { forgetMeetings } from './meeting/meeting-erasure.js';
import { MatchExpiryService } from './match-expiry.service.js';

/** Who erases, and how they are told what stands in the way. */
export interface ErasureWay extends Pick<PersonEnd, 'by' | 'today'> {
  /** @param why what stands in the way, or that the person is erased already */
  readonly refuse: (why: Obstacle | 'gone') => never;
  readonly forget: readonly Forget[];
}

/**
 * Erases a person. It stands here because it must know offers and matches. What is open is taken back first, each offer in a transaction of its
 * own; then one transaction looks again and empties the rows. A crash in between leaves an account with its offers withdrawn: the same call goes on.
 * What the ledger counted stays under the party's pseudonym; other libs forget what they keep when they hear `person.erased`.
 */
@Injectable()
export class Erasure {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly ends: MatchExpiryService,
    private readonly offers: OffersService,
    private readonly standing: StandingOffersService,
    private readonly donors: DonorsService,
    private readonly staff: StaffRoles,
  ) {}

  /**
   * Refused while something stands in the way. Returns the ids of the sessions that ended.
   * @param forget what libs that this one does not know forget in the same transaction
   */
  async erase(actor: Actor, { by, today, refuse, forget }: ErasureWay): Promise<string[]> {
    const { personId } = actor;
    await this.source.transaction((tx) => this.refuseUnfinished(tx, personId, refuse));
    await this.standing.endAllOf(personId); // first: what still comes of them now is taken back with the others
    for (const id of await liveOffers(this.source.manager, personId)) await this.ends.withdrawOffer(actor, id);
    const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
    return this.source.transaction(async (tx) => {
      if (!(await lockLivingPerson(tx, personId, 'UPDATE'))) return refuse('gone');
      await this.refuseUnfinished(tx, personId, refuse);
      if ((await liveOffers(tx, personId)).length > 0 || (await this.standing.anyGoing(tx, personId)))
        refuseAccount('identity.erasure-raced');
      const words = await wordsOf(tx, personId, {
        names: [...(await donorNames(tx, [personId])).values()],
        ids: await thingsOf(tx, personId),
      });
      for (const part of [forgetAmongOthers, forgetInvitations, forgetPapers, ...forget]) await part(tx, words);
      await forgetMeetings(tx, personId);
      await this.donors.forget(tx, personId);
      await this.offers.forgetWords(tx, personId);
      await this.standing.forgetWords(tx, personId);
      await forgetReasons(tx, personId);
      return emptyPerson(tx, personId, { passwordHash, by, today }, this.clock.now());
    });
  }

  /** The matches that stand in the way of an erasure, oldest first. */
  async inTheWay(actor: Actor): Promise<string[]> {
    return promisedBy(this.source.manager, actor.personId);
  }

  /** Everything that stands in the way, as it is now; an erasure looks at the same once more. */
  async obstacles(personId: string): Promise<Obstacle[]> {
    return this.obstaclesIn(this.source.manager, personId, '');
  }

  /** What an erasure would take back: offers that are open. */
  async openOffers(personId: string): Promise<number> {
    return (await liveOffers(this.source.manager, personId)).length;
  }

  private async obstaclesIn(db: Tx, personId: string, lock: '' | 'FOR UPDATE'): Promise<Obstacle[]> {
    const { length: count } = await promisedBy(db, personId);
    const alone = await ownedAlone(db, personId, lock);
    const last = await this.staff.isLastAdministrator(db, personId, lock);
    return [
      ...(count > 0 ? [{ code: 'identity.matches-under-way', count } as const] : []),
      ...alone.map((organization) => ({ code: 'identity.only-owner', organization }) as const),
      ...(last ? [{ code: 'identity.last-administrator' } as const] : []),
    ];
  }

  private async refuseUnfinished(tx: Tx, personId: string, refuse: ErasureWay['refuse']): Promise<void> {
    const [first] = await this.obstaclesIn(tx, personId, 'FOR UPDATE');
    if (first) refuse(first);
  }
}
