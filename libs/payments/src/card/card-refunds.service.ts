import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount, measureAs } from '#catalogue';
import type { Actor } from '#identity';
import { Refusal, refuseForm } from '#kernel';
import { readPaymentCode } from '#matching';
import { NeedEntity } from '#needs';
import { GiftEntity } from '../gift.entity.js';
import { mayRefund } from '../gift-refunds.service.js';
import { refuse } from '../payments.refusals.js';
import { refuseCard } from './card.refusals.js';
import { CardPayments } from './card-payments.service.js';
import { cardPaymentOf } from './card-payments.queries.js';
import { refundableOf } from './card.queries.js';
import { StripeClient } from './stripe-client.js';

export interface CardRefundSaid {
  readonly quantity?: string | undefined;
  readonly unit?: string | undefined;
  readonly locale: 'ru' | 'en';
}

/** Money of a gift that goes back to the card that it came from, in whole or in part, by Stripe: the organization's account there pays it. The books follow what Stripe says of it. */
@Injectable()
export class CardRefunds {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly stripe: StripeClient,
    private readonly payments: CardPayments,
  ) {}

  /** Whether a gift is paid by card. */
  async isByCard(code: string): Promise<boolean> {
    return (await this.giftOf(code))?.provider === 'stripe';
  }

  /** @param key of this request: repeated, it is the same refund @throws gift.refund-not-yours, gift.not-paid, gift.refund-too-much */
  async refund(actor: Actor, code: string, said: CardRefundSaid, key: string): Promise<void> {
    const gift = (await this.giftOf(code)) ?? refuse('gift.not-found');
    if (!mayRefund(actor, gift.organizationId)) refuse('gift.refund-not-yours');
    const payment = await cardPaymentOf(this.source, gift.id);
    if (!payment?.intent || (gift.status !== 'paid' && gift.status !== 'refunded')) return refuse('gift.not-paid');
    const { intent } = payment;
    const most = await refundableOf(this.source, gift.id);
    const amount = (await this.amountOf(gift, said)) ?? most;
    if (amount > most || amount === 0)
      refuse('gift.refund-too-much', { leftText: formatAmount(most, gift.unit, said.locale, this.catalogue) });
    await this.stripe
      .ask((stripe) =>
        stripe.refunds.create(
          {
            payment_intent: intent,
            amount,
            reverse_transfer: true,
            reason: 'requested_by_customer',
            metadata: { gift: gift.id },
          },
          { idempotencyKey: `refund-${key}` },
        ),
      )
      .catch((error: unknown) => {
        if (error instanceof Refusal || (error as { type?: unknown }).type !== 'StripeInvalidRequestError') throw error;
        return refuseCard('card.refused');
      });
    await this.payments.follow(gift.id, intent);
  }

  private async giftOf(text: string): Promise<GiftEntity | null> {
    const code = readPaymentCode(text);
    return code === null ? null : this.source.manager.findOneBy(GiftEntity, { code });
  }

  private async amountOf(gift: GiftEntity, { quantity, unit }: CardRefundSaid): Promise<number | null> {
    if (quantity === undefined) return null;
    const need = await this.source.manager.findOneByOrFail(NeedEntity, { id: gift.needId });
    const measured = measureAs(this.catalogue, need, quantity, unit ?? need.unit);
    return measured.ok ? measured.amount : (refuseForm(measured.errors) as never);
  }
}
