import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount, measureAs } from '#catalogue';
import { isMember, type Actor } from '#identity';
import { Clock, dayAt, derivedId, refuseForm } from '#kernel';
import { Ledger, receivedByMatch, type EntryContext } from '#ledger';
import { readPaymentCode, readReceipt, type SaidReceipt } from '#matching';
import { NeedsService, type NeedEntity } from '#needs';
import { record, type Tx } from '#platform';
import { canMoveGift } from './gift-life.rules.js';
import { lockGift } from './gifts.service.js';
import { GiftEntity } from './gift.entity.js';
import { refuse } from './payments.refusals.js';

/** Money of a gift that the organization's bank has sent back: all that its need received of it where no quantity is said. */
export type RefundSaid = {
  readonly quantity?: string;
  readonly unit?: string;
  readonly locale: 'ru' | 'en';
} & SaidReceipt;

/** Who may record that money was sent back: those who answer for the account. */
export const mayRefund = (actor: Actor | null, organizationId: string): boolean =>
  isMember(actor, organizationId, ['owner', 'accountant']);

/** Money that goes back to its giver, by the bank's word and by reversals of the entries that it came by. Once for a gift. Locks: gift, need, ledger. */
@Injectable()
export class GiftRefunds {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    private readonly needs: NeedsService,
  ) {}

  /** Said again it changes nothing; said otherwise it is refused. What was spent stays: the ledger refuses. */
  async refund(actor: Actor, text: string, said: RefundSaid): Promise<void> {
    await this.source.transaction(async (tx) => {
      const code = readPaymentCode(text);
      const found = code === null ? null : await tx.findOneBy(GiftEntity, { code });
      const gift = found === null ? refuse('gift.not-found') : await lockGift(tx, found.id);
      if (!mayRefund(actor, gift.organizationId)) refuse('gift.refund-not-yours');
      const context = { at: this.clock.now(), by: actor.personId };
      const read = readReceipt(said, dayAt(this.catalogue.timeZone, context.at));
      if (!read.ok) return read.missing ? refuse('surplus.bank-needed') : refuseForm(read.errors);
      const need = await this.needs.lock(tx, gift.needId);
      const asked = this.amountOf(need, said);
      if (gift.refundAmount !== null) {
        const same =
          gift.refundDay === read.receipt.date &&
          gift.refundNumber === read.receipt.number &&
          (asked === null || asked === gift.refundAmount);
        return same ? undefined : refuse('gift.refunded-before');
      }
      if (!canMoveGift(gift.status, 'refunded') || gift.matchId === null || gift.offerId === null)
        return refuse('gift.not-paid');
      const amount = await this.takeBack(
        tx,
        gift,
        { matchId: gift.matchId, offerId: gift.offerId, asked, locale: said.locale },
        context,
      );
      await this.needs.afterReceipt(tx, need.id, await this.ledger.lockNeed(tx, need.id));
      await tx.update(
        GiftEntity,
        { id: gift.id },
        {
          status: 'refunded',
          endedAt: context.at,
          refundAmount: amount,
          refundDay: read.receipt.date,
          refundNumber: read.receipt.number,
          refundedBy: context.by,
        },
      );
      await record(tx, 'gift.refunded', { giftId: gift.id, needId: need.id });
    });
  }

  private amountOf(need: NeedEntity, { quantity, unit }: RefundSaid): number | null {
    if (quantity === undefined) return null;
    const measured = measureAs(this.catalogue, need, quantity, unit ?? need.unit);
    return measured.ok ? measured.amount : (refuseForm(measured.errors) as never);
  }

  private async takeBack(
    tx: Tx,
    gift: GiftEntity,
    {
      matchId,
      offerId,
      asked,
      locale,
    }: { matchId: string; offerId: string; asked: number | null; locale: 'ru' | 'en' },
    context: EntryContext,
  ): Promise<number> {
    const received = await receivedByMatch(tx, matchId);
    const most = received.reduce((sum, { left }) => sum + left, 0);
    const amount = asked ?? most;
    if (amount > most || amount === 0)
      refuse('gift.refund-too-much', { leftText: formatAmount(most, gift.unit, locale, this.catalogue) });
    let rest = amount;
    for (const { id, left } of received) {
      const back = Math.min(rest, left);
      if (back > 0)
        await this.ledger.reverse(tx, {
          id: derivedId(id, 'refund'),
          transferId: id,
          amount: back,
          reason: 'refund',
          ...context,
        });
      rest -= back;
    }
    await this.ledger.release(tx, { id: derivedId(gift.id, 'refund'), offerId, amount, reason: 'refund', ...context });
    return amount;
  }
}
