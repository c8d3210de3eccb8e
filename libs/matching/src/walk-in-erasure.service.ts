import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { donorNames, DonorsService } from '#donors';
import { searchable, type Actor } from '#identity';
import { OffersService, refuseWalkIn, WalkIns } from '#offers';
import { forgetAmongOthers, type Forget, type Tx } from '#platform';
import { MatchExpiryService } from './match-expiry.service.js';
import { forgetReasons, liveOffers, promisedBy, thingsOf } from './erasure.queries.js';
import { forgetMeetings } from './meeting/meeting-erasure.js';

/**
 * Erases a walk-in, at the word of the organization that keeps them. As with a person: what is open is taken back first, then one transaction
 * looks again and empties the rows; what the ledger counted stays under the party's pseudonym.
 */
@Injectable()
export class WalkInErasure {
  constructor(
    private readonly source: DataSource,
    private readonly ends: MatchExpiryService,
    private readonly offers: OffersService,
    private readonly walkIns: WalkIns,
    private readonly donors: DonorsService,
  ) {}

  /** Refused while something is promised and not confirmed. Done again it changes nothing. @param forget what libs that this one does not know forget in the same transaction */
  async erase(actor: Actor, organizationId: string, id: string, forget: readonly Forget[]): Promise<void> {
    const there = await this.source.transaction(async (tx) => {
      const row = await this.walkIns.lockToErase(tx, actor, organizationId, id);
      if (row) await refuseUnfinished(tx, id);
      return row !== null;
    });
    if (!there) return;
    for (const offerId of await liveOffers(this.source.manager, id)) await this.ends.withdrawOffer(actor, offerId);
    await this.source.transaction(async (tx) => {
      const row = await this.walkIns.lockToErase(tx, actor, organizationId, id);
      if (!row) return;
      await refuseUnfinished(tx, id);
      if ((await liveOffers(tx, id)).length > 0) refuseWalkIn('walk-in.erasure-raced');
      const contact = await this.donors.contactOf(tx, id);
      const names = searchable([...(await donorNames(tx, [id])).values(), contact?.name ?? '']);
      const words = {
        personId: id,
        ids: [id, ...(await thingsOf(tx, id))],
        addresses: contact?.email ? [contact.email.toLowerCase()] : [],
        names,
      };
      for (const part of [forgetAmongOthers, ...forget]) await part(tx, words);
      await forgetMeetings(tx, id);
      await this.offers.forgetWords(tx, id);
      await forgetReasons(tx, id);
      await this.walkIns.empty(tx, actor, row);
    });
  }
}

async function refuseUnfinished(tx: Tx, id: string): Promise<void> {
  const { length: count } = await promisedBy(tx, id);
  if (count > 0) refuseWalkIn('walk-in.matches-under-way', { count });
}
