import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { needParts, PART_NAMES, sentence, type ScorePart } from '#engine';
import { Clock, type Locale } from '#kernel';
import { Ledger } from '#ledger';
import { GiftChoices } from './gift-choices.service.js';
import { Sides } from './sides.queries.js';

/** A part of the score that a need has by itself; `value` and `weight` are millionths. */
export interface NeedScorePart {
  readonly part: ScorePart;
  readonly name: string;
  readonly value: number;
  readonly weight: number;
  readonly sentence: string;
}

/** Why a need stands high or low among others, in the words of the rule that sorts proposals. */
@Injectable()
export class NeedScores {
  private readonly sides: Sides;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly choices: GiftChoices,
    catalogue: Catalogue,
    ledger: Ledger,
  ) {
    this.sides = new Sides(catalogue, ledger);
  }

  /** Nothing of a need that takes no offers. Whether a person may see it is asked before. */
  async of(needId: string, locale: Locale): Promise<NeedScorePart[]> {
    const [need] = await this.sides.needs(this.source, [needId]);
    if (!need?.live) return [];
    const now = this.clock.now();
    const context = await this.choices.context(this.source, now);
    return needParts(need, context, now.getTime()).map((said) => ({
      part: said.part,
      name: PART_NAMES[said.part][locale],
      value: said.value,
      weight: said.weight,
      sentence: sentence(said, locale),
    }));
  }
}
