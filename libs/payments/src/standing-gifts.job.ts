import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { storedParts, storedSentence } from '#engine';
import { Clock, dateFormat, derivedId, Refusal, typograph } from '#kernel';
import { GiftChoices, giftMatchId, paymentCode, tellingParts, type GiftChoice } from '#matching';
import { OrganizationEntity } from '#organizations';
import { NeedEntity } from '#needs';
import { StandingGiftDates, type GiftTurn, type StandingOfferEntity } from '#offers';
import { Env } from '#host';
import { processDueRows, sendMail, type MailPicture, type Tx } from '#platform';
import { cardOrganizations } from './card/card-payments.queries.js';
import { CARD_FOLLOWS_MS, CARD_FORM_MS, chargeAt } from './card/saved-card.rules.js';
import { readyCard, type SavedCard } from './card/saved-cards.queries.js';
import { cardName } from './card/standing-card-mail.rules.js';
import { StripeClient } from './card/stripe-client.js';
import { GIFT_LIMITS, GIFT_WAIT_MS } from './gift-life.rules.js';
import { mailedQr } from './gift-qr.js';
import { GiftEntity } from './gift.entity.js';
import { GiftOrders } from './gift-orders.service.js';
import {
  askLetter,
  givenLetter,
  type MailedGift,
  type StandingGiftLetter,
  type StandingGiftNews,
} from './standing-gift-mail.rules.js';
import { TAKE_BACK_MS } from './standing-gift.rules.js';
import { mailedLinks } from './standing-mail-links.js';

type Giver = NonNullable<Awaited<ReturnType<StandingGiftDates['giver']>>>;

const REASONS = 3;

/**
 * At each date of a standing gift promises its money to what the engine chooses within the giver's purposes, and writes to them with a payment order. One date, one transaction: gifts, the key
 * of the date and the mail are there together or not at all, whatever dies. Lock order: standing offer, then all that gifts lock.
 */
@Injectable()
export class StandingGifts {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly dates: StandingGiftDates,
    private readonly choices: GiftChoices,
    private readonly orders: GiftOrders,
    private readonly env: Env,
    private readonly stripe: StripeClient,
  ) {}

  /** Returns how many dates gave something or asked. */
  tick(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'payments.standing-gifts',
      due: this.dates.due,
      ready: (ids) => this.whoAreNotAtTheirCard(ids),
      apply: (tx, id) => this.takeTurn(tx, id),
      refused: (tx, id, refusal) => this.refused(tx, id, refusal),
    });
  }

  /** A giver who has just set it up, or is entering a card, is not asked for a transfer meanwhile. */
  private async whoAreNotAtTheirCard(ids: readonly string[]): Promise<readonly string[]> {
    if (!this.stripe.offered) return ids;
    const now = this.clock.now().getTime();
    const rows: { id: string }[] = await this.source.query(
      `SELECT s.id FROM standing_offers s WHERE s.id = ANY($1) AND s.created_at <= $2
         AND (EXISTS (SELECT 1 FROM saved_cards c WHERE c.standing_offer_id = s.id AND c.state = 'ready') OR NOT EXISTS (SELECT 1 FROM saved_cards c WHERE c.standing_offer_id = s.id AND c.state = 'new' AND c.consented_at > $3))`,
      [ids, new Date(now - CARD_FOLLOWS_MS), new Date(now - CARD_FORM_MS)],
    );
    return rows.map(({ id }) => id);
  }

  /** By card among organizations that take cards; by transfer where there is no card, or none of them can be given to. */
  private async choose(
    tx: Tx,
    standing: StandingOfferEntity,
    giver: Giver,
  ): Promise<{ readonly choice: GiftChoice; readonly card: SavedCard | null }> {
    const refusedNeeds = await tx.find(GiftEntity, {
      select: { needId: true },
      where: { standingOfferId: standing.id, takenBackAt: Not(IsNull()) },
    });
    const wish = {
      only: standing.only,
      amount: standing.amount,
      smallest: GIFT_LIMITS.smallest,
      giver,
      without: refusedNeeds.map(({ needId }) => needId),
    };
    const card = this.stripe.offered ? await readyCard(tx, standing.id) : null;
    if (card !== null) {
      const choice = await this.choices.choose(tx, { ...wish, among: await cardOrganizations(tx) });
      if (choice.parts.length > 0) return { choice, card };
    }
    return { choice: await this.choices.choose(tx, wish), card: null };
  }

  private async takeTurn(tx: Tx, id: string): Promise<boolean> {
    const turn = await this.dates.takeTurn(tx, id);
    const giver = turn && (await this.dates.giver(tx, turn.standing));
    if (!turn?.date || !giver) return false;
    const { standing, date } = turn;
    const { choice, card } = await this.choose(tx, standing, giver);
    if (choice.parts.length === 0) return this.ask(tx, turn, giver);
    const orderId = derivedId(id, date.day);
    await this.orders.give(
      tx,
      giver,
      choice.parts,
      { anonymous: standing.anonymous, locale: giver.locale, provider: card === null ? 'bank' : 'stripe' },
      (needId) => ({
        id: derivedId(orderId, needId),
        orderId,
        standingOfferId: id,
        standingDay: date.day,
        deadline: new Date(this.clock.now().getTime() + GIFT_WAIT_MS),
      }),
    );
    const charged = card && (await this.charge(tx, orderId));
    await this.dates.given(tx, standing, date);
    const [first] = choice.parts;
    const path = first ? `/gifts/${codeOf(orderId, first.need.id)}` : `/standing/${id}`;
    const mailed = {
      ru: await this.mailed(tx, orderId, choice, 'ru'),
      en: await this.mailed(tx, orderId, choice, 'en'),
    };
    const pictures = await this.pictures(tx, orderId, giver.locale);
    await this.write(tx, turn, giver, { what: 'given', path, pictures }, (locale, link) =>
      givenLetter(
        {
          ...this.news(standing, mailed[locale], choice.left, link, locale),
          charge: card && charged && { card: cardName(card.brand, card.last4), on: this.dayOf(charged, locale) },
        },
        locale,
      ),
    );
    return true;
  }

  /** The card is charged once this can no longer be taken back. */
  private async charge(tx: Tx, orderId: string): Promise<Date> {
    const at = chargeAt(this.clock.now());
    await tx.query(
      'UPDATE card_payments p SET charge_at = $2 FROM gifts g WHERE g.id = p.gift_id AND g.order_id = $1',
      [orderId, at],
    );
    return at;
  }

  /** Nothing there can take it: the date is kept as skipped, and nothing is given until the giver says so. */
  private async ask(tx: Tx, turn: GiftTurn, giver: Giver): Promise<boolean> {
    const { standing, date } = turn;
    if (date) await this.dates.skip(tx, standing, date, 'nothing-fits');
    await this.dates.pause(tx, standing);
    await this.write(tx, turn, giver, { what: 'asked', path: `/standing/${standing.id}` }, (locale, link) =>
      askLetter({ amount: this.say(standing.amount, locale), link }, locale),
    );
    return true;
  }

  /** Where the world moved between choosing and locking it is tried again; anything else is asked about. */
  private async refused(tx: Tx, id: string, refusal: Refusal): Promise<boolean> {
    if (refusal.code.startsWith('match.')) throw refusal;
    const turn = await this.dates.takeTurn(tx, id);
    const giver = turn && (await this.dates.giver(tx, turn.standing));
    return turn && giver ? this.ask(tx, turn, giver) : false;
  }

  private async write(
    tx: Tx,
    { standing, date, missed }: GiftTurn,
    { personId, locale }: Giver,
    {
      what,
      path,
      pictures = [],
    }: { readonly what: 'given' | 'asked'; readonly path: string; readonly pictures?: readonly MailPicture[] },
    letterIn: (locale: 'ru' | 'en', link: (verb: string) => string) => StandingGiftLetter,
  ): Promise<void> {
    const { token, link } = mailedLinks(this.env, standing.id, this.clock.now());
    const { subject, body, button, sections } = letterIn(locale, link);
    const day = (date ?? missed.at(-1))?.day ?? '';
    await sendMail(tx, {
      id: derivedId(derivedId(standing.id, `${what} on ${day}`), personId),
      personId,
      template: `standing.gift-${what}`,
      kind: 'reminder',
      locale,
      subject,
      body,
      sections,
      pictures,
      tokens: [token],
      action: { url: path, label: button },
      notice: {
        subjectType: 'standing-offer',
        subjectId: standing.id,
        path,
        ru: letterIn('ru', link).subject,
        en: letterIn('en', link).subject,
      },
    });
  }

  private news(
    standing: StandingOfferEntity,
    gifts: readonly MailedGift[],
    left: number,
    link: (verb: string) => string,
    locale: 'ru' | 'en',
  ): Omit<StandingGiftNews, 'charge'> {
    const until = new Date(this.clock.now().getTime() + TAKE_BACK_MS);
    const takeBackUntil = dateFormat(locale, {
      timeZone: standing.timeZone,
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    }).format(until);
    return {
      amount: this.say(standing.amount, locale),
      gifts,
      left: left > 0 ? this.say(left, locale) : null,
      takeBackUntil,
      next: standing.nextOn,
      link,
    };
  }

  private async mailed(tx: Tx, orderId: string, { parts }: GiftChoice, locale: 'ru' | 'en'): Promise<MailedGift[]> {
    const gifts: MailedGift[] = [];
    for (const { need, scored } of parts) {
      const { title, organizationId } = await tx.findOneByOrFail(NeedEntity, { id: need.id });
      const { shortName } = await tx.findOneByOrFail(OrganizationEntity, { id: organizationId });
      const strongest = tellingParts(storedParts(scored), REASONS);
      gifts.push({
        code: codeOf(orderId, need.id),
        amount: this.say(scored.amount, locale),
        title,
        organization: shortName,
        why: strongest.map((part) => typograph(storedSentence(part, locale))),
      });
    }
    return gifts;
  }

  /** The payment code of each gift, the largest first. */
  private async pictures(tx: Tx, orderId: string, locale: 'ru' | 'en'): Promise<MailPicture[]> {
    const gifts = await tx.find(GiftEntity, { where: { orderId }, order: { amount: 'DESC', id: 'ASC' } });
    const what = locale === 'ru' ? 'Платёжный QR-код' : 'Payment QR code';
    return gifts.flatMap((gift) => mailedQr(gift, `${what}, ${gift.payee.name}, ${this.say(gift.amount, locale)}`));
  }

  private dayOf(at: Date, locale: 'ru' | 'en'): string {
    return dateFormat(locale, {
      timeZone: this.catalogue.timeZone,
      day: 'numeric',
      month: 'long',
    }).format(at);
  }

  private say(amount: number, locale: 'ru' | 'en'): string {
    return formatAmount(amount, 'kopeck', locale, this.catalogue);
  }
}

/** The code of a gift that an order makes for a need. */
const codeOf = (orderId: string, needId: string): string => paymentCode(giftMatchId(derivedId(orderId, needId)));
