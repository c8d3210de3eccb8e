/** A pair that may not meet now: declined, or already in a running match. */
export interface Exclusion {
  readonly offerId: string;
  readonly needId: string;
  /** Milliseconds; Infinity: for good, or as long as their match runs. */
  readonly until: number;
}

/** Pairs that may not meet now: declined, or already in a running match. Until when, in milliseconds; Infinity: for good. */
export class Exclusions {
  private readonly byOffer = new Map<string, Map<string, number>>();

  /** @param until null takes the exclusion away */
  set(offerId: string, needId: string, until: number | null): void {
    const needs = this.byOffer.get(offerId);
    if (until === null) {
      needs?.delete(needId);
      if (needs?.size === 0) this.byOffer.delete(offerId);
    } else if (needs) needs.set(needId, until);
    else this.byOffer.set(offerId, new Map([[needId, until]]));
  }

  /** Every exclusion: offer, need, until when. */
  *all(): Generator<readonly [string, string, number]> {
    for (const [offer, needs] of this.byOffer) for (const [need, until] of needs) yield [offer, need, until];
  }

  until(offerId: string, needId: string): number | null {
    return this.byOffer.size === 0 ? null : (this.byOffer.get(offerId)?.get(needId) ?? null);
  }
}
