import { Injectable } from '@nestjs/common';
import { Catalogue } from '#catalogue';
import { Clock, MINUTE_MS } from '#kernel';
import { Ledger } from '#ledger';
import { allExclusions, exclusionsBetween } from './exclusions.queries.js';
import { PairIndex, type Candidate, type ScoringContext } from '#engine';
import { toReadAgain, type IndexedFact } from './indexed-facts.rules.js';
import { Sides, type Db } from './sides.queries.js';
import { readScoringContext } from './scoring-context.queries.js';

/** Small, so that what was read dies young: with 5,000 rows at once the heap of a worker grew by 100 MiB that nobody used. */
const BATCH = 500;
const FACTS = 1000;
/** Offers and needs that one reading takes. */
const IDS = 2000;
const NIL = '00000000-0000-0000-0000-000000000000';
const CONTEXT_AGE_MS = MINUTE_MS;

interface PlacedFact extends IndexedFact {
  readonly position: number;
}

/**
 * The index of this process: loaded from the database, kept current by the facts in order of position, rebuilt when a position is
 * missing. A fact only says whose rows to read again, so it never matters how many facts are read at once.
 */
@Injectable()
export class MatchIndex {
  readonly sides: Sides;
  private pairs: PairIndex | null = null;
  private cursor = 0;
  private context: ScoringContext | null = null;
  private contextReadAt = -Infinity;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    catalogue: Catalogue,
    ledger: Ledger,
  ) {
    this.sides = new Sides(catalogue, ledger);
  }

  /** Position of the last fact that was read. */
  get position(): number {
    return this.cursor;
  }

  get counts(): { offers: number; needs: number } {
    return this.pairs?.counts ?? { offers: 0, needs: 0 };
  }

  /** Best first. Call `catchUp` before, without awaiting anything else in between. */
  bestNeeds(offerId: string, now: number, size?: number): Candidate[] {
    return this.pairs?.bestNeeds(offerId, now, size) ?? [];
  }

  bestOffers(needId: string, now: number, size?: number): Candidate[] {
    return this.pairs?.bestOffers(needId, now, size) ?? [];
  }

  /**
   * Reads the facts up to a position (null: all there are) and the rows they tell of; the first call loads everything. Returns the
   * context that belongs to the scores, at most a minute old.
   */
  async catchUp(db: Db, upTo: number | null): Promise<ScoringContext> {
    const mine = this.turn.then(
      () => this.read(db, upTo),
      () => this.read(db, upTo),
    );
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** Throws everything away and loads it again. */
  async rebuild(db: Db): Promise<void> {
    this.pairs = null;
    await this.catchUp(db, null);
  }

  private async read(db: Db, upTo: number | null): Promise<ScoringContext> {
    const context = await this.freshContext(db);
    if (this.pairs === null) await this.load(db, context);
    else if (upTo === null || upTo > this.cursor) await this.follow(db, context);
    return context;
  }

  private async freshContext(db: Db): Promise<ScoringContext> {
    const now = this.clock.now();
    if (this.context && Math.abs(now.getTime() - this.contextReadAt) < CONTEXT_AGE_MS) return this.context;
    this.context = await readScoringContext(db, now);
    this.contextReadAt = now.getTime();
    this.pairs?.setContext(this.context);
    return this.context;
  }

  private async load(db: Db, context: ScoringContext): Promise<void> {
    const [last]: { last: number }[] = await db.query('SELECT last FROM fact_positions'); // first: what changes while the rows are read is read again
    const pairs = new PairIndex(context);
    for (let after = NIL, full = true; full;) {
      const offers = await this.sides.openOffersAfter(db, after, BATCH);
      for (const offer of offers) pairs.putOffer(offer);
      after = offers.at(-1)?.id ?? after;
      full = offers.length === BATCH;
    }
    for (let after = NIL, full = true; full;) {
      const needs = await this.sides.openNeedsAfter(db, after, BATCH);
      for (const need of needs) pairs.putNeed(need);
      after = needs.at(-1)?.id ?? after;
      full = needs.length === BATCH;
    }
    for (const exclusion of await allExclusions(db))
      pairs.exclusions.set(exclusion.offerId, exclusion.needId, exclusion.until);
    await pairs.sortAll(this.clock.now().getTime());
    this.pairs = pairs;
    this.cursor = last?.last ?? 0;
  }

  private async follow(db: Db, context: ScoringContext): Promise<void> {
    for (;;) {
      const facts: PlacedFact[] = await db.query(
        'SELECT type, payload, position FROM facts WHERE position > $1 ORDER BY position LIMIT $2',
        [this.cursor, FACTS],
      );
      if (facts.some((fact, at) => fact.position !== this.cursor + at + 1)) return this.load(db, context);
      for (const some of portions(facts)) {
        await this.apply(db, some);
        this.cursor += some.length;
      }
      if (facts.length < FACTS) return;
    }
  }

  private async apply(db: Db, facts: readonly PlacedFact[]): Promise<void> {
    const pairs = this.pairs as PairIndex;
    const { offerIds, needIds, organizationIds, personIds, pairs: met } = toReadAgain(facts);
    if (organizationIds.size > 0) {
      const rows: { id: string }[] = await db.query(
        `SELECT id FROM needs WHERE organization_id = ANY($1) AND status IN ('open', 'partly_met')`,
        [[...organizationIds]],
      );
      for (const { id } of rows) needIds.add(id);
    }
    if (personIds.size > 0) {
      const rows: { id: string }[] = await db.query(
        `SELECT id FROM offers WHERE donor_id = ANY($1) AND kind = 'time' AND status IN ('open', 'partly_used')`,
        [[...personIds]],
      );
      for (const { id } of rows) offerIds.add(id);
    }
    // Read all first, then change: a failed read leaves the index as it was, and the next one reads the same facts again.
    const offers = await this.sides.offers(db, [...offerIds]);
    const needs = await this.sides.needs(db, [...needIds]);
    const exclusions = await exclusionsBetween(
      db,
      [...new Set(met.map((pair) => pair.offerId))],
      [...new Set(met.map((pair) => pair.needId))],
    );
    for (const id of offerIds) pairs.removeOffer(id);
    for (const id of needIds) pairs.removeNeed(id);
    for (const offer of offers) pairs.putOffer(offer);
    for (const need of needs) pairs.putNeed(need);
    for (const pair of met) pairs.exclusions.set(pair.offerId, pair.needId, null);
    for (const exclusion of exclusions) pairs.exclusions.set(exclusion.offerId, exclusion.needId, exclusion.until);
  }
}

/** Facts in order, cut where one more would make too many rows to read at once: a fact of an import names a thousand. */
function* portions(facts: readonly PlacedFact[]): Generator<readonly PlacedFact[]> {
  let some: PlacedFact[] = [];
  let ids = 0;
  for (const fact of facts) {
    const more = 1 + (fact.payload.offerIds?.length ?? 0) + (fact.payload.needIds?.length ?? 0);
    if (some.length > 0 && ids + more > IDS) {
      yield some;
      [some, ids] = [[], 0];
    }
    some.push(fact);
    ids += more;
  }
  yield some;
}
