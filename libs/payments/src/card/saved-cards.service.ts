import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, newId } from '#kernel';
import { refuseStanding, StandingGiftDates, type StandingOfferEntity } from '#offers';
import { log, processDueRows, type Tx } from '#platform';
import { missing } from './card-events.rules.js';
import { refuseCard } from './card.refusals.js';
import type { CardSession } from './card-payments.service.js';
import { CARD_FORM_KEPT_MS, cardConsent, endOf } from './saved-card.rules.js';
import { cardOfMethod, cardOfSetup, openForm, readyCard, savedCard, type SavedCard } from './saved-cards.queries.js';
import { cardName } from './standing-card-mail.rules.js';
import { StripeClient } from './stripe-client.js';

/** How the dates of a standing gift are paid, for its giver. */
export interface SavedCardView {
  readonly card: { readonly name: string; readonly end: string } | null;
  /** What saving a card agrees to. */
  readonly consent: string;
  readonly can: readonly ('save' | 'remove')[];
}

type Work = (tx: Tx) => Promise<unknown>;
const PAGE = 20;

/**
 * Cards that givers keep at Stripe for their standing gifts. Each is of one standing gift and of a customer of its own without a name: to forget the customer is to forget the card. What Stripe
 * says of it is asked, never believed of an event.
 */
@Injectable()
export class SavedCards {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly dates: StandingGiftDates,
    private readonly stripe: StripeClient,
  ) {}

  /** @throws standing.not-found */
  async view(actor: Actor, standingId: string, locale: 'ru' | 'en'): Promise<SavedCardView> {
    const standing = await this.ofGiver(actor, standingId);
    const card = await readyCard(this.source, standingId);
    const saves = this.stripe.offered && standing.gift && standing.status !== 'ended';
    return {
      card: card && { name: cardName(card.brand, card.last4), end: endOf(ends(card)) },
      consent: this.consentOf(standing, locale),
      can: [...(saves ? (['save'] as const) : []), ...(card ? (['remove'] as const) : [])],
    };
  }

  /** Opens the form of Stripe in which the card is entered: the same one while it is open. @throws card.consent-needed, card.not-here, card.away */
  async begin(actor: Actor, standingId: string, consents: boolean, locale: 'ru' | 'en'): Promise<CardSession> {
    const standing = await this.ofGiver(actor, standingId);
    const publishableKey = this.stripe.publishableKey ?? refuseCard('card.not-here');
    if (!standing.gift || standing.status === 'ended') refuseStanding('standing.ended');
    if (!consents) refuseCard('card.consent-needed');
    const known = await openForm(this.source, standingId);
    const id = known?.id ?? newId();
    if (known === null)
      await this.source.query(
        `INSERT INTO saved_cards (id, standing_offer_id, person_id, state, consent, consented_at) VALUES ($1, $2, $3, 'new', $4, $5)`,
        [id, standingId, actor.personId, this.consentOf(standing, locale), this.clock.now()],
      );
    const customer = await this.stripe.ask((stripe) =>
      stripe.customers.create({ metadata: { card: id } }, { idempotencyKey: `customer-${id}` }),
    );
    const setup = await this.stripe.ask((stripe) =>
      stripe.setupIntents.create(
        {
          customer: customer.id,
          usage: 'off_session',
          allowed_payment_method_types: ['card'],
          metadata: { card: id },
        },
        { idempotencyKey: `setup-${id}` },
      ),
    );
    await this.source.query(
      `UPDATE saved_cards SET customer = $2, setup = $3 WHERE id = $1 AND state IN ('new', 'leaving')`,
      [id, customer.id, setup.id],
    );
    return { clientSecret: setup.client_secret ?? refuseCard('gift.card-over'), publishableKey };
  }

  /** For a giver who comes back from the form: Stripe is asked at once. */
  async look(actor: Actor, standingId: string): Promise<void> {
    await this.ofGiver(actor, standingId);
    const form = await openForm(this.source, standingId);
    const work = form?.setup ? await this.readSetup(form.setup) : null;
    if (work) await this.source.transaction(work);
  }

  /** From here on nothing is charged to it; Stripe forgets it soon. Twice is once. */
  async remove(actor: Actor, standingId: string): Promise<void> {
    await this.ofGiver(actor, standingId);
    await this.source.query(
      `UPDATE saved_cards SET state = 'leaving' WHERE standing_offer_id = $1 AND state IN ('new', 'ready')`,
      [standingId],
    );
  }

  /** What is to be written once Stripe was asked about a form; null: it is nobody's here. */
  async readSetup(setup: string): Promise<Work | null> {
    const card = await cardOfSetup(this.source, setup);
    if (card?.state !== 'new') return null;
    const now = await this.stripe
      .ask((stripe) => stripe.setupIntents.retrieve(setup, { expand: ['payment_method'] }))
      .catch(missing);
    const method = now?.status === 'succeeded' && typeof now.payment_method === 'object' ? now.payment_method : null;
    if (method?.card) return (tx) => this.take(tx, card.id, method);
    return now === null || now.status === 'canceled'
      ? (tx) => tx.query(`UPDATE saved_cards SET state = 'leaving' WHERE id = $1 AND state = 'new'`, [card.id])
      : null;
  }

  /** The bank has given it new dates, or it was taken away at Stripe. */
  async readMethod(id: string): Promise<Work | null> {
    const card = await cardOfMethod(this.source, id);
    if (card?.state !== 'ready') return null;
    const now = await this.stripe.ask((stripe) => stripe.paymentMethods.retrieve(id)).catch(missing);
    if (!now?.customer || !now.card)
      return (tx) => tx.query(`UPDATE saved_cards SET state = 'leaving' WHERE id = $1 AND state = 'ready'`, [card.id]);
    const { brand, last4, exp_month: month, exp_year: year } = now.card;
    return (tx) =>
      tx.query(
        'UPDATE saved_cards SET brand = $2, last4 = $3, exp_month = $4, exp_year = $5, looked_at = $6 WHERE id = $1',
        [card.id, brand, last4, month, year, this.clock.now()],
      );
  }

  /** Makes Stripe forget what is used no more: removed and replaced cards, forms that nobody finished, cards of standing gifts that have ended. */
  async forgetDue(): Promise<number> {
    if (!this.stripe.offered) return 0;
    return processDueRows(this.source, this.clock, {
      job: 'payments.forget-cards',
      due: `SELECT id, consented_at AS at FROM saved_cards WHERE state = 'leaving' OR (state = 'new' AND consented_at <= $1::timestamptz - interval '${CARD_FORM_KEPT_MS / 3_600_000} hours')
        UNION ALL SELECT c.id, c.consented_at FROM saved_cards c JOIN standing_offers s ON s.id = c.standing_offer_id AND s.status = 'ended' WHERE c.state = 'ready'
          AND NOT EXISTS (SELECT 1 FROM gifts g JOIN card_payments p ON p.gift_id = g.id WHERE g.standing_offer_id = s.id AND g.status = 'promised' AND p.charge_at IS NOT NULL)`,
      page: PAGE,
      ready: async (ids) => {
        const gone: string[] = [];
        for (const id of ids) if (await this.forget(id)) gone.push(id);
        return gone;
      },
      apply: async (tx, id) => {
        await tx.query(
          `UPDATE saved_cards SET state = 'gone', method = NULL, brand = NULL, last4 = NULL, exp_month = NULL, exp_year = NULL, ended_at = $2 WHERE id = $1 AND state <> 'gone'`,
          [id, this.clock.now()],
        );
        return true;
      },
    });
  }

  /** Whether Stripe has it no more. A form whose end was not told is looked at first. */
  private async forget(id: string): Promise<boolean> {
    try {
      const card = await savedCard(this.source, id);
      if (!card || card.state === 'gone') return false;
      const finished = card.state === 'new' && card.setup !== null ? await this.readSetup(card.setup) : null;
      if (finished) {
        await this.source.transaction(finished);
        return false;
      }
      const { customer } = card;
      if (customer !== null)
        await this.stripe
          .ask((stripe) => stripe.customers.del(customer, {}, { idempotencyKey: `forget-${id}` }))
          .catch(missing);
      return true;
    } catch (error) {
      log.error({ err: error, cardId: id }, 'a saved card could not be forgotten at Stripe');
      return false;
    }
  }

  /** It is the card of its standing gift now; the one before leaves, and what it could not pay is charged to this one. */
  private async take(tx: Tx, id: string, method: Stripe.PaymentMethod): Promise<void> {
    const card = await savedCard(tx, id);
    const now = this.clock.now();
    if (!card || !method.card) return;
    const standing = await tx.query('SELECT status FROM standing_offers WHERE id = $1 FOR SHARE', [
      card.standingOfferId,
    ]);
    const [{ status }] = standing as [{ status: string }];
    await tx.query('SELECT id FROM saved_cards WHERE standing_offer_id = $1 ORDER BY id FOR UPDATE', [
      card.standingOfferId,
    ]);
    await tx.query(
      `UPDATE saved_cards SET state = 'leaving' WHERE standing_offer_id = $1 AND id <> $2 AND state IN ('new', 'ready')`,
      [card.standingOfferId, id],
    );
    const { brand, last4, exp_month: month, exp_year: year } = method.card;
    await tx.query(
      `UPDATE saved_cards SET state = $2, method = $3, brand = $4, last4 = $5, exp_month = $6, exp_year = $7, looked_at = $8 WHERE id = $1 AND state = 'new'`,
      [id, status === 'ended' ? 'leaving' : 'ready', method.id, brand, last4, month, year, now],
    );
    await tx.query(
      `UPDATE card_payments p SET charge_at = $2 FROM gifts g WHERE g.id = p.gift_id AND g.standing_offer_id = $1 AND g.status = 'promised' AND p.charge_at IS NULL AND p.tries > 0`,
      [card.standingOfferId, now],
    );
  }

  private async ofGiver(actor: Actor, id: string): Promise<StandingOfferEntity> {
    const standing = await this.dates.one(this.source.manager, id);
    return standing?.createdBy === actor.personId ? standing : refuseStanding('standing.not-found');
  }

  private consentOf({ amount, baseUnit }: StandingOfferEntity, locale: 'ru' | 'en'): string {
    return cardConsent(formatAmount(amount, baseUnit, locale, this.catalogue), locale);
  }
}

const ends = ({ expMonth, expYear }: SavedCard): { expMonth: number; expYear: number } => ({
  expMonth: expMonth ?? 0,
  expYear: expYear ?? 0,
});
