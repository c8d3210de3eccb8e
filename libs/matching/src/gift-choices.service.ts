import { Injectable } from '@nestjs/common';
import { Catalogue, wordsOf } from '#catalogue';
import { Clock, isId, MINUTE_MS } from '#kernel';
import { Ledger } from '#ledger';
import { privateCategories } from '#needs';
import { preparedQuery } from '#platform';
import type { NeedSide, OfferSide, ScoringContext } from '#engine';
import { chooseNeeds, rankNeeds, type ChoiceWorld, type ChosenNeed, type GiftChoice } from './gift-choice.rules.js';
import { readScoringContext } from './scoring-context.queries.js';
import { Sides, type Db } from './sides.queries.js';

/** Money for whatever of these needs it most. */
export interface GiftWish {
  /** Codes of spheres, categories and places, ids of organizations and needs: it goes to what one of them names and nowhere else. */
  readonly only: readonly string[];
  /** In kopecks. */
  readonly amount: number;
  readonly smallest: number;
  readonly giver: { readonly personId: string; readonly organizations: readonly { readonly id: string }[] } | null;
  /** Needs that it may not go to. */
  readonly without?: readonly string[];
  /** Organizations that it can be paid to; left out: those with a checked account, by transfer. */
  readonly among?: readonly string[];
}

/** So many needs are scored for one gift, those with the nearest deadline. */
const LOOKED_AT = 500;
const CONTEXT_AGE_MS = MINUTE_MS;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Chooses needs for a gift of money as proposals are chosen: the same conditions, the same score, the same sentences. It reads only; acceptance looks again under lock. */
@Injectable()
export class GiftChoices {
  private readonly sides: Sides;
  private kept: { readonly context: ScoringContext; readonly at: number } | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    ledger: Ledger,
  ) {
    this.sides = new Sides(catalogue, ledger);
  }

  async choose(db: Db, wish: GiftWish): Promise<GiftChoice> {
    const { gift, needs, world } = await this.look(db, wish);
    return chooseNeeds(gift, needs, world);
  }

  /** All that could have it, best first, each as it would be met by a gift that is large enough. */
  async ranked(db: Db, wish: Omit<GiftWish, 'amount'>): Promise<ChosenNeed[]> {
    const { gift, needs, world } = await this.look(db, { ...wish, amount: Number.MAX_SAFE_INTEGER });
    return rankNeeds(gift, needs, world);
  }

  private async look(db: Db, wish: GiftWish): Promise<{ gift: OfferSide; needs: NeedSide[]; world: ChoiceWorld }> {
    const now = this.clock.now();
    const only = wish.only.flatMap((code) => this.catalogue.meaningOf(code));
    const ids = await this.candidates(db, wish, only, now);
    const [purpose] = wish.only.filter((code) => this.catalogue.sphere(code) ?? this.catalogue.category(code));
    const gift: OfferSide = {
      id: NOBODY,
      kind: 'money',
      category: wish.only.length === 1 ? (purpose ?? null) : null,
      item: null,
      baseUnit: 'kopeck',
      left: wish.amount,
      min: wish.smallest,
      step: 1,
      place: null,
      at: null,
      radiusKm: null,
      from: null,
      until: null,
      skills: [],
      prefers: [],
      only,
      bestBefore: null,
      cold: false,
      checks: [],
      donor: wish.giver?.personId ?? NOBODY,
      owners: wish.giver?.organizations.map(({ id }) => id) ?? [],
      since: now.getTime(),
      live: true,
    };
    return {
      gift,
      needs: await this.sides.needs(db, ids),
      world: { context: await this.context(db, now), now: now.getTime(), words: wordsOf(this.catalogue) },
    };
  }

  /** Open needs of money whose yes is given beforehand, of organizations that it can be paid to. */
  private async candidates(
    db: Db,
    { only: codes, without = [], among }: Pick<GiftWish, 'only' | 'without' | 'among'>,
    meant: readonly string[],
    now: Date,
  ): Promise<string[]> {
    const params: unknown[] = [now, privateCategories(this.catalogue), without];
    const named: string[] = [];
    const add = (condition: (place: string) => string, values: readonly string[]): void => {
      if (values.length > 0) named.push(condition(`$${params.push(values)}`));
    };
    const ids = codes.filter(isId);
    add((place) => `n.id = ANY(${place})`, ids);
    add((place) => `n.organization_id = ANY(${place})`, ids);
    add(
      (place) => `n.place = ANY(${place})`,
      meant.filter((code) => this.catalogue.place(code)),
    );
    add(
      (place) => `n.category = ANY(${place})`,
      codes.flatMap((code) =>
        this.catalogue.sphere(code)
          ? this.catalogue.categoriesOf(code).map((category) => category.code)
          : this.catalogue.category(code)
            ? [code]
            : [],
      ),
    );
    if (named.length === 0) return [];
    const payable =
      among === undefined ? `coalesce(g.account->>'number', '') <> ''` : `g.id = ANY($${params.push(among)}::uuid[])`;
    const rows = await preparedQuery<{ id: string }>(
      db,
      `SELECT n.id FROM needs n JOIN organizations g ON g.id = n.organization_id
       WHERE n.kind = 'money' AND n.status IN ('open', 'partly_met') AND n.deadline > $1 AND n.auto_accept AND n.category <> ALL($2::text[]) AND n.id <> ALL($3::uuid[]) AND (${named.join(' OR ')})
         AND g.status = 'verified' AND ${payable} ORDER BY n.deadline, n.id LIMIT ${LOOKED_AT}`,
      params,
    );
    return rows.map(({ id }) => id);
  }

  /** What needs are scored by, a minute old at most. */
  async context(db: Db, now: Date): Promise<ScoringContext> {
    if (this.kept === null || Math.abs(now.getTime() - this.kept.at) >= CONTEXT_AGE_MS)
      this.kept = { context: await readScoringContext(db, now), at: now.getTime() };
    return this.kept.context;
  }
}
