import { hardConditions, scoreParts, storedParts, type ScoringContext } from '#engine';
import { wordsOf } from '#catalogue';
import { newId } from '#kernel';
import { MatchEntity, readScoringContext, Sides } from '#matching';
import type { World } from './world.js';

/** How long what was read of shares and kept promises serves, in steps of the demo: it only colours the scores of the past. */
const STANDING_FOR = 25;

/** Writes the proposals that the engine would have written on those days: the same conditions, the same score, one pair at a time. */
export class Proposals {
  private readonly sides: Sides;
  private context: ScoringContext | undefined;
  private served = 0;

  constructor(private readonly world: World) {
    this.sides = new Sides(world.catalogue, world.ledger);
  }

  /** Returns the id of the match, or null where the two cannot meet. */
  async propose(offerId: string, needId: string): Promise<string | null> {
    const { tx, clock } = this.world;
    const [offer] = await this.sides.offers(tx, [offerId]);
    const [need] = await this.sides.needs(tx, [needId]);
    if (!offer || !need || hardConditions(offer, need, { now: clock.now().getTime() }).length > 0) return null;
    const context = await this.standingNow();
    const score = scoreParts(offer, need, context, clock.now().getTime(), wordsOf(this.world.catalogue));
    const id = newId();
    await tx.insert(MatchEntity, {
      id,
      offerId,
      needId,
      status: 'proposed',
      amount: score.amount,
      unit: offer.baseUnit,
      score: score.score,
      parts: storedParts(score),
      weightsVersion: context.weights.version,
      proposedAt: clock.now(),
    });
    return id;
  }

  private async standingNow(): Promise<ScoringContext> {
    if (!this.context || this.served % STANDING_FOR === 0)
      this.context = await readScoringContext(this.world.tx, this.world.clock.now());
    this.served += 1;
    return this.context;
  }
}
