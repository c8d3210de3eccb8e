import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, Refusal } from '#kernel';
import { readPaymentCode } from '#matching';
import { log, processDueRows } from '#platform';
import { GiftEntity } from '../gift.entity.js';
import { Gifts, lockGift } from '../gifts.service.js';
import { refuse } from '../payments.refusals.js';
import { refuseCard } from './card.refusals.js';
import { CardBooks } from './card-books.service.js';
import { cardPaymentOf, giftOfIntent, type CardPayment } from './card-payments.queries.js';
import { DisputedTransfers } from './disputed-transfers.service.js';
import { StripeClient } from './stripe-client.js';
import { readPayment, type ReadPayment } from './stripe-reads.js';

/** What a browser needs to pay a gift by card. The secret opens this one payment and nothing else. */
export interface CardSession {
  readonly clientSecret: string;
  readonly publishableKey: string;
}

/** The least time between two questions to Stripe about one payment by holders of its code. */
const LOOK_AGAIN_MS = 5_000;
const PAGE = 20;

/**
 * Gifts that are paid by card. Stripe is told of each once, by the gift's id, and asked what became of it: when the giver comes back from paying, by its events, when the gift's time
 * is over and at night. All of these end in `CardBooks`.
 */
@Injectable()
export class CardPayments {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly stripe: StripeClient,
    private readonly gifts: Gifts,
    private readonly books: CardBooks,
    private readonly transfers: DisputedTransfers,
  ) {}

  /** Before anything is promised. @throws card.not-here */
  check(): void {
    if (!this.stripe.offered) refuseCard('card.not-here');
  }

  /** The way to pay, for every holder of the code; idempotent. @throws gift.card-over once there is nothing to pay */
  async session(code: string): Promise<CardSession> {
    const { gift, payment } = await this.byCode(code);
    const publishableKey = this.stripe.publishableKey ?? refuseCard('card.not-here');
    if (gift.status !== 'promised') return refuseCard('gift.card-over');
    const clientSecret = payment.intent === null ? await this.create(gift, payment) : await this.resume(payment.intent);
    return { clientSecret, publishableKey };
  }

  /** For a giver who comes back from paying: Stripe is asked at once instead of waiting for an event. */
  async look(code: string): Promise<void> {
    const { gift, payment } = await this.byCode(code);
    const since = payment.lookedAt === null ? Infinity : this.clock.now().getTime() - payment.lookedAt.getTime();
    if (payment.intent !== null && since >= LOOK_AGAIN_MS) await this.follow(gift.id, payment.intent);
  }

  /** Asks Stripe what became of the payment of a gift and books it. Returns how many entries changed. */
  async follow(giftId: string, intent: string): Promise<number> {
    return this.book(giftId, await this.read(intent));
  }

  /** Books what Stripe has said of the payment of a gift. Returns how many entries changed. */
  async book(giftId: string, read: ReadPayment): Promise<number> {
    const changed = await this.books.book(giftId, read.snapshot);
    await this.transfers.follow(read);
    return changed;
  }

  read(intent: string): Promise<ReadPayment> {
    return this.stripe.ask((stripe) => readPayment(stripe, intent));
  }

  /** Which gift a payment at Stripe is of; null: of none here. */
  giftOf({ snapshot, gift }: ReadPayment): Promise<string | null> {
    return giftOfIntent(this.source, snapshot.intent, gift);
  }

  /** Promises by card whose time is over: paid after all, or ended at Stripe before they lapse here, so that nobody pays for what is not kept any more. */
  async endDue(): Promise<number> {
    if (!this.stripe.offered) return 0;
    const ended = new Set<string>();
    return processDueRows(this.source, this.clock, {
      job: 'payments.card-end',
      due: `SELECT g.id, g.deadline AS at FROM gifts g WHERE g.provider = 'stripe' AND g.status = 'promised' AND g.deadline <= $1`,
      page: PAGE,
      ready: async (ids) => {
        for (const id of ids) if (await this.endAtStripe(id)) ended.add(id);
        return ids.filter((id) => ended.has(id));
      },
      apply: async (tx, id) => this.gifts.lapse(tx, await lockGift(tx, id)),
    });
  }

  /** Whether no money can come of it any more; what came instead is booked. */
  private async endAtStripe(giftId: string): Promise<boolean> {
    try {
      const payment = await cardPaymentOf(this.source, giftId);
      if (!payment?.intent) return true;
      const read = await this.read(payment.intent);
      const { snapshot } = read;
      if ((await this.book(giftId, read)) > 0) return false;
      if (snapshot.status === 'succeeded' || snapshot.status === 'processing') return false;
      if (snapshot.status !== 'canceled')
        await this.stripe.ask((stripe) =>
          stripe.paymentIntents.cancel(snapshot.intent, {}, { idempotencyKey: `cancel-${giftId}` }),
        );
      return true;
    } catch (error) {
      log[error instanceof Refusal ? 'warn' : 'error']({ err: error, giftId }, 'a card payment could not be ended');
      return false;
    }
  }

  private async byCode(text: string): Promise<{ gift: GiftEntity; payment: CardPayment }> {
    const code = readPaymentCode(text);
    const gift = code === null ? null : await this.source.manager.findOneBy(GiftEntity, { code });
    if (!gift) return refuse('gift.not-found');
    return { gift, payment: (await cardPaymentOf(this.source, gift.id)) ?? refuseCard('gift.not-by-card') };
  }

  /** The payment of a gift at Stripe, made where it is not there yet, and told who pays it. */
  async payBy(giftId: string, customer: string): Promise<string> {
    const gift = await this.source.manager.findOneByOrFail(GiftEntity, { id: giftId });
    const payment = (await cardPaymentOf(this.source, giftId)) ?? refuseCard('gift.not-by-card');
    if (payment.intent === null) await this.create(gift, payment);
    const intent = payment.intent ?? (await cardPaymentOf(this.source, giftId))?.intent ?? refuseCard('gift.card-over');
    if (payment.payer === customer) return intent;
    await this.stripe.ask((stripe) =>
      stripe.paymentIntents.update(intent, { customer }, { idempotencyKey: `payer-${giftId}-${customer}` }),
    );
    await this.source.query('UPDATE card_payments SET payer = $2 WHERE gift_id = $1', [giftId, customer]);
    return intent;
  }

  /** Made once: Stripe answers the same to the same key, also where its first answer was lost. The organization is the merchant, and gets the whole sum. */
  private async create(gift: GiftEntity, { account, currency }: CardPayment): Promise<string> {
    const intent = await this.stripe.ask((stripe) =>
      stripe.paymentIntents.create(
        {
          amount: gift.amount,
          currency,
          allowed_payment_method_types: ['card'],
          on_behalf_of: account,
          transfer_data: { destination: account },
          transfer_group: gift.id,
          description: gift.purpose,
          metadata: { gift: gift.id, code: gift.code },
        },
        { idempotencyKey: `gift-${gift.id}` },
      ),
    );
    await this.source.query('UPDATE card_payments SET intent = $2, status = $3 WHERE gift_id = $1 AND intent IS NULL', [
      gift.id,
      intent.id,
      intent.status,
    ]);
    return intent.client_secret ?? refuseCard('gift.card-over');
  }

  private async resume(intentId: string): Promise<string> {
    const { snapshot, clientSecret } = await this.read(intentId);
    if (clientSecret === null || snapshot.status === 'succeeded' || snapshot.status === 'canceled')
      return refuseCard('gift.card-over');
    return clientSecret;
  }
}
