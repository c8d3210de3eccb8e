import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock, dayAt, derivedId, Refusal } from '#kernel';
import { Env } from '#host';
import { log, processDueRows, sendMail, type Tx } from '#platform';
import { manageSection } from '../standing-gift-mail.rules.js';
import { mailedLinks } from '../standing-mail-links.js';
import { endOf, endsSoon, hasEnded } from './saved-card.rules.js';
import { SavedCards } from './saved-cards.service.js';
import { savedCard } from './saved-cards.queries.js';
import { cardName, endingLetter } from './standing-card-mail.rules.js';
import { StripeClient } from './stripe-client.js';

const PAGE = 50;

/** Tells givers that a saved card ends, once for each end; Stripe is asked first, since banks renew cards by themselves. */
@Injectable()
export class CardEnds {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly stripe: StripeClient,
    private readonly saved: SavedCards,
    private readonly env: Env,
  ) {}

  /** Returns how many were told. */
  async tick(): Promise<number> {
    if (!this.stripe.offered) return 0;
    return processDueRows(this.source, this.clock, {
      job: 'payments.card-ends',
      due: `SELECT c.id, c.consented_at AS at FROM saved_cards c JOIN standing_offers s ON s.id = c.standing_offer_id AND s.status = 'active'
        WHERE c.state = 'ready' AND c.exp_year * 12 + c.exp_month <= extract(year FROM $1::timestamptz)::int * 12 + extract(month FROM $1::timestamptz)::int + 1
          AND c.warned IS DISTINCT FROM c.exp_year || '-' || c.exp_month`,
      page: PAGE,
      ready: async (ids) => {
        const asked: string[] = [];
        for (const id of ids) if (await this.ask(id)) asked.push(id);
        return asked;
      },
      apply: (tx, id) => this.tell(tx, id),
    });
  }

  private async ask(id: string): Promise<boolean> {
    try {
      const card = await savedCard(this.source, id);
      const work = card?.method ? await this.saved.readMethod(card.method) : null;
      if (work) await this.source.transaction(work);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) log.error({ err: error, cardId: id }, 'a saved card could not be asked about');
      return false;
    }
  }

  private async tell(tx: Tx, id: string): Promise<boolean> {
    await tx.query('SELECT id FROM saved_cards WHERE id = $1 FOR UPDATE', [id]);
    const card = await savedCard(tx, id);
    const day = dayAt(this.catalogue.timeZone, this.clock.now());
    if (card?.state !== 'ready' || card.expMonth === null || card.expYear === null) return false;
    const ends = { expMonth: card.expMonth, expYear: card.expYear };
    if (!endsSoon(ends, day)) return false;
    await tx.query('UPDATE saved_cards SET warned = $2 WHERE id = $1', [id, `${ends.expYear}-${ends.expMonth}`]);
    const [person]: { locale: 'ru' | 'en' }[] = await tx.query(
      'SELECT locale FROM people WHERE id = $1 AND erased_at IS NULL',
      [card.personId],
    );
    if (!person) return true;
    const said = { card: cardName(card.brand, card.last4), end: endOf(ends), past: hasEnded(ends, day) };
    const { subject, body, button } = endingLetter(said, person.locale);
    const path = `/standing/${card.standingOfferId}`;
    const { token, link } = mailedLinks(this.env, card.standingOfferId, this.clock.now());
    await sendMail(tx, {
      id: derivedId(id, `ends ${endOf(ends)}`),
      personId: card.personId,
      template: 'standing.card-ends',
      kind: 'reminder',
      locale: person.locale,
      subject,
      body,
      action: { url: path, label: button },
      sections: [manageSection(link, person.locale, { byCard: true })],
      tokens: [token],
      notice: {
        subjectType: 'standing-offer',
        subjectId: card.standingOfferId,
        path,
        ru: endingLetter(said, 'ru').subject,
        en: endingLetter(said, 'en').subject,
      },
    });
    return true;
  }
}
