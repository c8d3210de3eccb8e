import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, wordsOf } from '#catalogue';
import { isMember, isModerator, type Actor } from '#identity';
import { Clock, utcOffsetMinutes, type Locale } from '#kernel';
import { Ledger } from '#ledger';
import { OffersQueries } from '#offers';
import { exclusionsOfNeed, exclusionsOfOffer } from './exclusions.queries.js';
import { refuse } from './match-life.refusals.js';
import { whyNotOfferView, whyNotOffer, whyNotView, whyNot, type WhyNotOfferView, type WhyNotView } from '#engine';
import { Sides } from './sides.queries.js';
import { needIsLookedAt, offerIsLookedAt } from './waiting.queries.js';

/** How many offers near a need's purpose are looked at, the newest first; of needs near an offer's, so many of each category. */
const LOOKED_AT = 5000;
const LOOKED_AT_OF_CATEGORY = 500;

@Injectable()
export class WhyNotReads {
  private readonly sides: Sides;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    private readonly offers: OffersQueries,
  ) {
    this.sides = new Sides(catalogue, ledger);
  }

  /** Why a need has no proposals, and what would open some: for its organization and moderators. Tells of no single donor. @throws match.not-found */
  async whyNot(actor: Actor, needId: string, locale: Locale): Promise<WhyNotView> {
    const [need] = await this.sides.needs(this.source, [needId]);
    if (!need || !(isModerator(actor) || isMember(actor, need.organization))) return refuse('match.not-found');
    const now = this.clock.now().getTime();
    const offers = await this.sides.offersNear(this.source, need, LOOKED_AT);
    const exclusions = await exclusionsOfNeed(this.source, needId);
    const [open]: { count: number }[] = await this.source.query(
      `SELECT count(*) AS count FROM offers WHERE status IN ('open', 'partly_used') AND kind = $1`,
      [need.kind],
    );
    const why = whyNot(need, offers, {
      now,
      ofKind: Number(open?.count ?? 0),
      excludedUntil: (offerId) => exclusions.get(offerId) ?? null,
    });
    return whyNotView(need, why, now, await needIsLookedAt(this.source, needId), locale, wordsOf(this.catalogue));
  }
  /** Why an offer has no proposals, and what would open some: for its donor and moderators. @throws offer.not-found */
  async whyNotOffer(actor: Actor, offerId: string, locale: Locale): Promise<WhyNotOfferView> {
    await this.offers.visible(actor, offerId);
    const [offer] = await this.sides.offers(this.source, [offerId]);
    if (!offer) throw new Error(`The offer ${offerId} has no account`);
    const now = this.clock.now().getTime();
    const sphere = offer.category === null ? null : (this.catalogue.category(offer.category)?.sphere ?? null);
    const needs = await this.sides.needsOf(
      this.source,
      offer,
      this.categoriesNear(offer.category),
      LOOKED_AT_OF_CATEGORY,
    );
    const exclusions = await exclusionsOfOffer(this.source, offerId);
    const [open]: { count: number }[] = await this.source.query(
      `SELECT count(*) AS count FROM needs WHERE status IN ('open', 'partly_met') AND kind = $1`,
      [offer.kind],
    );
    const why = whyNotOffer(offer, needs, {
      now,
      sphere,
      ofKind: Number(open?.count ?? 0),
      excludedUntil: (needId) => exclusions.get(needId) ?? null,
    });
    const balance = (await this.ledger.offerBalances(this.source, [offerId])).get(offerId);
    const timeZone = this.catalogue.place(offer.place ?? '')?.timeZone ?? this.catalogue.timeZone;
    const around = {
      stands: (balance?.pledged ?? 0) - (balance?.released ?? 0),
      now,
      utcOffsetMinutes: utcOffsetMinutes(timeZone, now),
      soon: await offerIsLookedAt(this.source, offerId),
    };
    return whyNotOfferView(offer, why, around, locale, wordsOf(this.catalogue));
  }

  /** Categories of the sphere that an offer is for, or within; all of them where it is for anything. */
  private categoriesNear(code: string | null): string[] {
    if (code === null) return this.catalogue.categories.map((category) => category.code);
    const sphere = this.catalogue.category(code)?.sphere ?? code;
    return [...new Set([code, ...this.catalogue.categoriesOf(sphere).map((category) => category.code)])];
  }
}
