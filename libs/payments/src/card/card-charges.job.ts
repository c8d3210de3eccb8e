import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { Clock, dateFormat, derivedId, Refusal } from '#kernel';
import { Env } from '#host';
import { GiftMatches } from '#matching';
import { StandingGiftDates } from '#offers';
import { OrganizationEntity } from '#organizations';
import { NeedEntity } from '#needs';
import { log, processDueRows, record, sendMail, type Tx } from '#platform';
import { titleInMails } from '#forms';
import { GiftEntity } from '../gift.entity.js';
import { lockGift } from '../gifts.service.js';
import { manageSection } from '../standing-gift-mail.rules.js';
import { mailedLinks } from '../standing-mail-links.js';
import { CardBooks } from './card-books.service.js';
import { CardPayments } from './card-payments.service.js';
import { DisputedTransfers } from './disputed-transfers.service.js';
import { chargedAgainAt, refusedFor } from './saved-card.rules.js';
import { readyCard, type SavedCard } from './saved-cards.queries.js';
import { cardName, refusedLetter } from './standing-card-mail.rules.js';
import { StripeClient } from './stripe-client.js';
import type { ReadPayment } from './stripe-reads.js';

/** What became of asking Stripe; nothing of it is written yet. */
type Outcome =
  | { readonly is: 'stopped' | 'no-card' }
  | { readonly is: 'asked'; readonly read: ReadPayment; readonly card: SavedCard };

interface Due {
  readonly standingId: string | null;
  readonly day: string | null;
  readonly at: Date;
  readonly tries: number;
}

/** Stripe is asked about so many before they are booked. */
const PAGE = 20;

/**
 * Charges saved cards for dates of standing gifts, once they can no longer be taken back. Stripe is asked to charge each try by a key of its own and then how the payment stands: whatever dies
 * in between, the next run asks with the same key and books the same. A gift whose giver has stopped since is not charged, and its place is free.
 */
@Injectable()
export class CardCharges {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly dates: StandingGiftDates,
    private readonly matches: GiftMatches,
    private readonly stripe: StripeClient,
    private readonly payments: CardPayments,
    private readonly books: CardBooks,
    private readonly transfers: DisputedTransfers,
    private readonly env: Env,
  ) {}

  /** Returns how many were charged, refused or released. */
  async tick(): Promise<number> {
    if (!this.stripe.offered) return 0;
    const outcomes = new Map<string, Outcome>();
    return processDueRows(this.source, this.clock, {
      job: 'payments.charge-cards',
      due: `SELECT p.gift_id AS id, p.charge_at AS at FROM card_payments p JOIN gifts g ON g.id = p.gift_id LEFT JOIN standing_offers s ON s.id = g.standing_offer_id
        WHERE p.charge_at IS NOT NULL AND g.status = 'promised' AND (p.charge_at <= $1 OR s.status <> 'active')`,
      page: PAGE,
      ready: async (ids) => {
        for (const id of ids) await this.ask(id, outcomes);
        return ids.filter((id) => outcomes.has(id));
      },
      apply: (tx, id) => this.write(tx, id, outcomes.get(id)),
    });
  }

  private async ask(giftId: string, outcomes: Map<string, Outcome>): Promise<void> {
    try {
      const outcome = await this.charge(giftId);
      if (outcome) outcomes.set(giftId, outcome);
    } catch (error) {
      log[error instanceof Refusal ? 'warn' : 'error']({ err: error, giftId }, 'a saved card could not be charged');
    }
  }

  private async charge(giftId: string): Promise<Outcome | null> {
    const due = await this.dueOf(giftId);
    if (!due?.standingId || !due.day) return null;
    const standing = await this.dates.one(this.source.manager, due.standingId);
    if (!standing || this.dates.stoppedSince(standing, due.day)) return { is: 'stopped' };
    if (due.at > this.clock.now()) return null;
    const card = await readyCard(this.source, due.standingId);
    if (!card?.customer || !card.method) return { is: 'no-card' };
    const { customer, method } = card;
    const intent = await this.payments.payBy(giftId, customer);
    await this.stripe
      .ask((stripe) =>
        stripe.paymentIntents.confirm(
          intent,
          { payment_method: method, off_session: true },
          { idempotencyKey: `charge-${giftId}-${due.tries}` },
        ),
      )
      .catch(said);
    const read = await this.payments.read(intent);
    await this.transfers.follow(read);
    return { is: 'asked', read, card };
  }

  private async write(tx: Tx, giftId: string, outcome: Outcome | undefined): Promise<boolean> {
    if (!outcome) return false;
    if (outcome.is === 'asked') await this.books.bookIn(tx, giftId, outcome.read.snapshot);
    const gift = await lockGift(tx, giftId);
    const due = await this.dueOf(giftId, tx);
    if (!due || gift.status !== 'promised') return this.noteTry(tx, giftId, due?.tries ?? 0, null);
    if (outcome.is === 'stopped') return this.release(tx, gift);
    if (outcome.is === 'asked' && outcome.read.snapshot.status === 'processing')
      return this.noteTry(tx, giftId, due.tries, new Date(this.clock.now().getTime() + 3_600_000));
    const code = outcome.is === 'asked' ? (outcome.read.snapshot.declined ?? 'other') : 'no_card';
    const tries = due.tries + 1;
    const again = chargedAgainAt(tries, code, this.clock.now(), gift.deadline);
    await this.noteTry(tx, giftId, tries, again);
    await this.tell(tx, gift, { tries, code, again, card: outcome.is === 'asked' ? outcome.card : null });
    return true;
  }

  private async noteTry(tx: Tx, giftId: string, tries: number, at: Date | null): Promise<boolean> {
    await tx.query('UPDATE card_payments SET charge_at = $2, tries = $3 WHERE gift_id = $1', [giftId, at, tries]);
    return true;
  }

  /** Nothing is charged after its giver has said so; as if it had been taken back. */
  private async release(tx: Tx, gift: GiftEntity): Promise<boolean> {
    const now = this.clock.now();
    if (gift.matchId !== null && gift.personId !== null) await this.matches.takeBack(tx, gift.matchId, gift.personId);
    await tx.update(GiftEntity, { id: gift.id }, { status: 'lapsed', endedAt: now, takenBackAt: now });
    await tx.query('UPDATE card_payments SET charge_at = NULL WHERE gift_id = $1', [gift.id]);
    await record(tx, 'gift.lapsed', { giftId: gift.id, needId: gift.needId });
    return true;
  }

  private async tell(
    tx: Tx,
    gift: GiftEntity,
    {
      tries,
      code,
      again,
      card,
    }: {
      readonly tries: number;
      readonly code: string;
      readonly again: Date | null;
      readonly card: SavedCard | null;
    },
  ): Promise<void> {
    const { standingOfferId } = gift;
    const [person]: { id: string; locale: 'ru' | 'en' }[] = await tx.query(
      'SELECT id, locale FROM people WHERE id = $1 AND erased_at IS NULL',
      [gift.personId],
    );
    if (!person || standingOfferId === null) return;
    const need = await tx.findOneByOrFail(NeedEntity, { id: gift.needId });
    const { shortName: organization } = await tx.findOneByOrFail(OrganizationEntity, { id: gift.organizationId });
    const letter = (locale: 'ru' | 'en') =>
      refusedLetter(
        {
          card: card === null ? '' : cardName(card.brand, card.last4),
          amount: formatAmount(gift.amount, gift.unit, locale, this.catalogue),
          title: titleInMails(this.catalogue, need, locale),
          organization,
          why: refusedFor(code),
          again: again && this.dayOf(again, locale),
          until: this.dayOf(gift.deadline, locale),
        },
        locale,
      );
    const { subject, body, button } = letter(person.locale);
    const path = `/gifts/${gift.code}`;
    const { token, link } = mailedLinks(this.env, standingOfferId, this.clock.now());
    await sendMail(tx, {
      id: derivedId(gift.id, `refused-${tries}`),
      personId: person.id,
      template: 'standing.card-refused',
      kind: 'reminder',
      locale: person.locale,
      subject,
      body,
      action: { url: path, label: button },
      sections: [
        {
          title: person.locale === 'ru' ? 'Сохранённая карта' : 'The saved card',
          items: [
            {
              text: person.locale === 'ru' ? 'Сменить карту' : 'Change the card',
              url: `/standing/${standingOfferId}`,
            },
          ],
        },
        manageSection(link, person.locale, { byCard: card !== null }),
      ],
      tokens: [token],
      notice: { subjectType: 'gift', subjectId: gift.id, path, ru: letter('ru').subject, en: letter('en').subject },
    });
  }

  private async dueOf(giftId: string, tx?: Tx): Promise<Due | null> {
    const [row]: Due[] = await (tx ?? this.source).query(
      `SELECT g.standing_offer_id AS "standingId", g.standing_day::text AS day, p.charge_at AS at, p.tries FROM card_payments p JOIN gifts g ON g.id = p.gift_id
       WHERE p.gift_id = $1 AND p.charge_at IS NOT NULL${tx ? ' FOR UPDATE OF p' : ''}`,
      [giftId],
    );
    return row ?? null;
  }

  private dayOf(at: Date, locale: 'ru' | 'en'): string {
    return dateFormat(locale, {
      timeZone: this.catalogue.timeZone,
      day: 'numeric',
      month: 'long',
    }).format(at);
  }
}

/** What Stripe answers where a card is refused, or the payment is over: how it stands is read after it. Everything else is an error. */
function said(error: unknown): void {
  const { type, code } = error as { type?: unknown; code?: unknown };
  if (type !== 'StripeCardError' && code !== 'payment_intent_unexpected_state') throw error;
}
