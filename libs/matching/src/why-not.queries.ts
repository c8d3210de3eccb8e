import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, type Locale } from '#catalogue';
import { isMember, isModerator, type Actor } from '#identity';
import { Clock } from '#kernel';
import { Ledger } from '#ledger';
import { barsOfNeed } from './bars.queries.js';
import { refuse } from './match-life.refusals.js';
import { wordsOf } from './pair-score.rules.js';
import { Sides } from './sides.queries.js';
import { whyNotView, type WhyNotView } from './why-not-sentences.rules.js';
import { whyNot } from './why-not.rules.js';

/** How many offers near a need's purpose are looked at, the newest first. */
const LOOKED_AT = 5000;

@Injectable()
export class WhyNotReads {
  private readonly sides: Sides;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    ledger: Ledger,
  ) {
    this.sides = new Sides(catalogue, ledger);
  }

  /** Why a need has no proposals, and what would open some: for its organization and moderators. Tells of no single donor. @throws match.not-found */
  async whyNot(actor: Actor, needId: string, locale: Locale): Promise<WhyNotView> {
    const [need] = await this.sides.needs(this.source, [needId]);
    if (!need || !(isModerator(actor) || isMember(actor, need.organization))) return refuse('match.not-found');
    const now = this.clock.now().getTime();
    const offers = await this.sides.offersNear(this.source, need, LOOKED_AT);
    const bars = await barsOfNeed(this.source, needId);
    const [open]: { count: number }[] = await this.source.query(`SELECT count(*) AS count FROM offers WHERE status IN ('open', 'partly_used') AND kind = $1`, [need.kind]);
    const why = whyNot(need, offers, { now, ofKind: Number(open?.count ?? 0), barredUntil: (offerId) => bars.get(offerId) ?? null });
    return whyNotView(need, why, now, locale, wordsOf(this.catalogue));
  }
}
