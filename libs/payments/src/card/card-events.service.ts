import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, derivedId, Refusal } from '#kernel';
import { log, processDueRows, type Tx } from '#platform';
import { refuseCard } from './card.refusals.js';
import { CardAccounts } from './card-accounts.service.js';
import { CardBooks } from './card-books.service.js';
import { missing, subjectOf, type EventSubject, type ToldObject } from './card-events.rules.js';
import { CardPayments } from './card-payments.service.js';
import { CardPayouts } from './card-payouts.service.js';
import { DisputedTransfers } from './disputed-transfers.service.js';
import { SavedCards } from './saved-cards.service.js';
import { StripeClient } from './stripe-client.js';

/** Of the ids that rows of events get: Stripe's own are no UUIDs. */
const EVENTS = '6f1c1df2-0b0c-5d7e-9a3b-6a3c58f0d2e1';
/** Payments that one run asks Stripe about before it books. */
const PAGE = 50;

type Work = (tx: Tx) => Promise<unknown>;

/**
 * Events of Stripe. Stored under Stripe's id and answered at once; what they say is not believed but asked: a job asks Stripe for the present state, so that one that comes twice, late,
 * before another or never changes nothing of where it ends.
 */
@Injectable()
export class CardEvents {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly stripe: StripeClient,
    private readonly payments: CardPayments,
    private readonly books: CardBooks,
    private readonly transfers: DisputedTransfers,
    private readonly accounts: CardAccounts,
    private readonly payouts: CardPayouts,
    private readonly saved: SavedCards,
  ) {}

  /** @param bytes the body as it came @throws card.not-here, card.bad-signature */
  async store(bytes: Uint8Array, signature: string): Promise<void> {
    const secret = this.stripe.webhookSecret;
    const now = this.clock.now();
    const { webhooks } = await this.stripe.api();
    let event;
    try {
      event = webhooks.constructEvent(Buffer.from(bytes), signature, secret, undefined, undefined, now.getTime());
    } catch {
      return refuseCard('card.bad-signature'); // also where the bytes are no event: nobody who has the secret sends that
    }
    const { type, account = null } = event;
    const subject = subjectOf(type, event.data.object as unknown as ToldObject, account);
    await this.source.query(
      `INSERT INTO card_events (id, event, type, account, object, received_at, applied_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [
        derivedId(EVENTS, event.id),
        event.id,
        type.slice(0, 80),
        account,
        subject?.id ?? null,
        now,
        subject === null ? now : null,
      ],
    );
  }

  /** Returns how many events were applied. */
  async applyDue(): Promise<number> {
    if (!this.stripe.offered) return 0;
    const works = new Map<string, Work>();
    return processDueRows(this.source, this.clock, {
      job: 'payments.card-events',
      due: 'SELECT id, received_at AS at FROM card_events WHERE applied_at IS NULL',
      page: PAGE,
      ready: async (ids) => {
        await this.ask(ids, works);
        return ids.filter((id) => works.has(id));
      },
      apply: async (tx, id) => {
        const [event]: unknown[] = await tx.query(
          'SELECT 1 FROM card_events WHERE id = $1 AND applied_at IS NULL FOR UPDATE',
          [id],
        );
        if (event === undefined) return false;
        await works.get(id)?.(tx);
        await tx.query('UPDATE card_events SET applied_at = $2 WHERE id = $1', [id, this.clock.now()]);
        return true;
      },
    });
  }

  /** Asks Stripe once for each thing that these events tell of. Where it does not answer they wait. */
  private async ask(ids: readonly string[], works: Map<string, Work>): Promise<void> {
    const events: { id: string; type: string; object: string; account: string | null }[] = await this.source.query(
      'SELECT id, type, object, account FROM card_events WHERE id = ANY($1) AND object IS NOT NULL ORDER BY received_at, id',
      [ids],
    );
    const asked = new Map<string, Work>();
    for (const { id, type, object, account } of events) {
      const subject = subjectOf(type, { id: object, payment_intent: object }, account);
      if (subject === null) continue;
      try {
        const work = asked.get(object) ?? (await this.workOf(subject));
        asked.set(object, work);
        works.set(id, work);
      } catch (error) {
        if (error instanceof Refusal && error.code === 'card.away') return;
        log.error({ err: error, eventId: id }, 'what an event of Stripe tells of could not be asked for');
      }
    }
  }

  private async workOf(subject: EventSubject): Promise<Work> {
    const nothing: Work = async () => undefined;
    if (subject.of === 'account') return (await this.accounts.read(subject.id)) ?? nothing;
    if (subject.of === 'setup') return (await this.saved.readSetup(subject.id)) ?? nothing;
    if (subject.of === 'method') return (await this.saved.readMethod(subject.id)) ?? nothing;
    if (subject.of === 'payout') return (await this.payouts.read(subject.account, subject.id)) ?? nothing;
    const read = await this.payments.read(subject.id).catch(missing);
    const gift = read && (await this.payments.giftOf(read));
    if (!read || !gift) return nothing; // a payment of others through the same account of Stripe
    await this.transfers.follow(read);
    return (tx) => this.books.bookIn(tx, gift, read.snapshot);
  }
}
