import { utcOffsetMinutes, type Locale } from '#kernel';
import {
  dayName,
  differencesOf,
  saysCompared,
  saysLost,
  saysPassedOver,
  type LostNeed,
  type Name,
  type PassedOverFrom,
  type ScorePart,
} from '#engine';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import type { Actor } from '#identity';
import { MatchReads, type MatchSummary } from '#matching';
import { readPassedOver } from './passed-over.queries.js';
import type { ListedNeed } from './clearings.queries.js';

/** Needs that an answer names, on either side of the match. */
const BESIDE = 3;

/** A need that this match came before, or that stands beside it. Amounts are in `unit` of the answer. */
export interface PassedOverNeed extends ListedNeed {
  readonly score: number;
  /** As in `LostNeed`; without a clearing only where it stands. */
  readonly reason: LostNeed['reason'] | 'lower' | 'higher';
  readonly matched: number | null;
  readonly needed: number | null;
  /** Of the score of the need over that of the match, in points of 100; where parts are known. */
  readonly differences: readonly { readonly part: ScorePart; readonly points: number }[];
  readonly sentence: string;
}

export interface PassedOverView {
  readonly matchId: string;
  readonly from: PassedOverFrom;
  readonly clearing: string | null;
  readonly score: number;
  readonly unit: string;
  /** How many needs looked better in the clearing; without one none lost. */
  readonly better: number;
  readonly sentence: string;
  readonly needs: readonly PassedOverNeed[];
}

/** "Why not another need?", for the donor of a match: what lost to it in its clearing, or what stands beside it. */
@Injectable()
export class PassedOverReads {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly matches: MatchReads,
  ) {}

  /** @throws match.not-found, match.for-its-donor */
  async of(actor: Actor, matchId: string, locale: Locale): Promise<PassedOverView> {
    const match = await this.matches.ofDonor(actor, matchId);
    return match.clearingId === null ? this.beside(match, locale) : this.lostTo(match, match.clearingId, locale);
  }

  private async lostTo(match: MatchSummary, clearingId: string, locale: Locale): Promise<PassedOverView> {
    const kept = await readPassedOver(this.source, clearingId, match.offerId, match.needId);
    const listed = await this.listed((kept?.lost ?? []).map(({ need }) => need));
    const text = (amount: number): { ru: string; en: string } => ({
      ru: formatAmount(amount, match.unit, 'ru', this.catalogue),
      en: formatAmount(amount, match.unit, 'en', this.catalogue),
    });
    const from = kept === null ? 'not-kept' : 'clearing';
    return {
      matchId: match.id,
      from,
      clearing: clearingId,
      score: kept?.score ?? match.score,
      unit: match.unit,
      better: kept?.better ?? 0,
      sentence: saysPassedOver(from, kept?.better ?? 0, await this.dayOf(clearingId, match), locale),
      needs: (kept?.lost ?? []).flatMap((lost) => {
        const need = listed.get(lost.need);
        return need
          ? [
              {
                ...need,
                score: lost.score,
                reason: lost.reason,
                matched: lost.matched,
                needed: lost.needed,
                differences: [],
                sentence: saysLost(lost, text, locale),
              },
            ]
          : [];
      }),
    };
  }

  /** The best that stand above it and the next below: proposals of the same offer, with the parts they were proposed with. */
  private async beside(match: MatchSummary, locale: Locale): Promise<PassedOverView> {
    const others = await this.matches.proposedBeside(match);
    const above = others.filter(({ score }) => score > match.score).slice(0, BESIDE);
    const shown = [...above, ...others.filter(({ score }) => score <= match.score).slice(0, BESIDE)];
    return {
      matchId: match.id,
      from: 'at-once',
      clearing: null,
      score: match.score,
      unit: match.unit,
      better: 0,
      sentence: saysPassedOver('at-once', shown.length, null, locale),
      needs: shown.map((other) => {
        const differences = differencesOf(match.parts, other.parts);
        const { needId, needNumber: number, needTitle: title, category, needPlace: place, score } = other;
        return {
          needId,
          number,
          title,
          category,
          place,
          score,
          reason: score > match.score ? 'higher' : 'lower',
          matched: null,
          needed: null,
          differences,
          sentence: saysCompared(match.score, score, differences, locale),
        };
      }),
    };
  }

  /** The day of a run, on the calendar of the place that is asked about. */
  private async dayOf(clearingId: string, { needPlace, readAt }: MatchSummary): Promise<Name | null> {
    const [run]: { at: Date }[] = await this.source.query('SELECT at FROM clearings WHERE id = $1', [clearingId]);
    if (!run) return null;
    const zone = this.catalogue.place(needPlace)?.timeZone ?? 'UTC';
    return dayName(run.at.getTime(), readAt.getTime(), utcOffsetMinutes(zone, run.at.getTime()));
  }

  private async listed(ids: readonly string[]): Promise<Map<string, ListedNeed>> {
    if (ids.length === 0) return new Map();
    const rows: ListedNeed[] = await this.source.query(
      `SELECT id AS "needId", number, title, category, place FROM needs WHERE id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.needId, row]));
  }
}
