import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addParties } from '#identity';
import { Clock, derivedId } from '#kernel';
import { GiftMatches } from '#matching';
import { processDueRows, record, type Tx } from '#platform';
import { seenKey } from './bank-split.rules.js';
import { offerOf } from './gift-giver.js';
import { canMoveGift } from './gift-life.rules.js';
import { GiftEntity } from './gift.entity.js';
import { refuse } from './payments.refusals.js';

/**
 * What becomes of a promised gift: it is counted as received when its money is seen in a statement of the organization's account, whenever that is, or lapses.
 * Locks: row of a statement, gift, need, offer, match, ledger.
 */
@Injectable()
export class Gifts {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly matches: GiftMatches,
  ) {}

  /**
   * The money of a gift has been seen: once, in the caller's transaction. The gift is locked by it. False where it was paid before, also by hand a moment ago, or is paid by card: then nothing is booked.
   * @param amount what came, in the gift's unit @param by who brought the statement
   */
  async seen(tx: Tx, gift: GiftEntity, amount: number, by: string | null): Promise<boolean> {
    return gift.provider === 'bank' && this.arrived(tx, gift, amount, by);
  }

  /** The same, by whichever way it was paid. */
  async arrived(tx: Tx, gift: GiftEntity, amount: number, by: string | null): Promise<boolean> {
    if (!canMoveGift(gift.status, 'paid')) return false;
    if (gift.matchId === null)
      Object.assign(gift, await this.matches.bookUnheld(tx, { ...(await offerOf(tx, gift)), amount }));
    else if (!(await this.matches.seen(tx, gift.matchId, seenKey(gift.id, gift.undone), amount, by))) return false;
    Object.assign(gift, { status: 'paid', endedAt: this.clock.now() });
    await tx.save(GiftEntity, gift);
    return true;
  }

  /**
   * As `seen`, for many gifts at once, of which just what was promised has come. Locks gifts, then all else, each by id. Returns those that are paid now; the others are not so
   * plain (unheld, late, undone before, or paid a moment ago) and are seen one by one.
   * @param amounts what came of each gift, by its id
   */
  async seenTogether(tx: Tx, amounts: ReadonlyMap<string, number>, by: string | null): Promise<ReadonlySet<string>> {
    const gifts: { id: string; matchId: string; amount: number }[] = await tx.query(
      `WITH these AS MATERIALIZED (SELECT id, match_id, amount, status, provider, undone FROM gifts WHERE id = ANY($1) ORDER BY id FOR UPDATE)
       SELECT id, match_id AS "matchId", amount FROM these WHERE status = 'promised' AND provider = 'bank' AND match_id IS NOT NULL AND undone = 0`,
      [[...amounts.keys()]],
    );
    const plain = gifts.filter(({ id, amount }) => amounts.get(id) === amount);
    const seen = await this.matches.seenTogether(
      tx,
      plain.map(({ matchId }) => matchId),
      by,
    );
    const paid = plain.filter(({ matchId }) => seen.has(matchId)).map(({ id }) => id);
    await tx.query(`UPDATE gifts SET status = 'paid', ended_at = $2 WHERE id = ANY($1)`, [paid, this.clock.now()]);
    return new Set(paid);
  }

  /** Money on the account of which nobody knows who gave it: surplus of the organization, of a party without a name. Once for a step of a row of a statement, which is locked by the caller. */
  async seenOfNobody(
    tx: Tx,
    {
      id,
      organizationId,
      amount,
      step,
    }: { readonly id: string; readonly organizationId: string; readonly amount: number; readonly step: number },
    by: string,
  ): Promise<void> {
    const key = seenKey(id, step);
    const donorId = derivedId(key, 'party');
    await addParties(tx, [{ id: donorId, kind: 'person' }]);
    await this.matches.bookNobodys(tx, {
      id,
      key,
      organizationId,
      donorId,
      amount,
      unit: 'rub',
      baseUnit: 'kopeck',
      by,
    });
  }

  /** Promises whose money did not come in time give back what they hold. Of those by card Stripe is asked first; a day later they lapse without its answer. */
  lapseDue(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'payments.lapse',
      due: `SELECT id, deadline AS at FROM gifts WHERE status = 'promised' AND deadline <= $1 AND (provider = 'bank' OR deadline <= $1::timestamptz - interval '1 day')`,
      apply: async (tx, id) => this.lapse(tx, await lockGift(tx, id)),
    });
  }

  /** The gift is locked. False where it has ended, or has still time. */
  async lapse(tx: Tx, gift: GiftEntity): Promise<boolean> {
    if (gift.status !== 'promised' || gift.deadline > this.clock.now()) return false;
    if (gift.matchId !== null && !(await this.matches.lapse(tx, gift.matchId))) return false;
    await tx.update(GiftEntity, { id: gift.id }, { status: 'lapsed', endedAt: this.clock.now() });
    await record(tx, 'gift.lapsed', { giftId: gift.id, needId: gift.needId });
    return true;
  }
}

/** @throws gift.not-found */
export async function lockGift(tx: Tx, id: string): Promise<GiftEntity> {
  return (
    (await tx.findOne(GiftEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })) ?? refuse('gift.not-found')
  );
}
