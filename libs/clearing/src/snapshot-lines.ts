import type { KeptRecord, NeedSide, OfferSide, ScoringContext, WeightVersion, Exclusion } from '#engine';
import { createHash, type Hash } from 'node:crypto';
import type { Kind } from '#kernel';
import type { ClearingSnapshot } from './snapshot.js';

/** Lines that are compressed together. */
const CHUNK = 5_000;

interface Head {
  readonly head: {
    readonly now: number;
    readonly kinds: readonly Kind[];
    readonly weights: WeightVersion;
    readonly region: number;
    readonly places: readonly (readonly [string, number])[];
    readonly organizations: readonly (readonly [string, number])[];
    readonly organizationRecords: readonly (readonly [string, KeptRecord])[];
    readonly donorRecords: readonly (readonly [string, KeptRecord])[];
  };
}

type Line =
  | Head
  | { readonly offer: OfferSide; readonly row: string }
  | { readonly need: NeedSide; readonly row: string }
  | { readonly bar: Omit<Exclusion, 'until'>; readonly until: number | null };

/** A snapshot as lines of JSON, in chunks. The same snapshot gives the same bytes: everything in it is in the order of ids. */
export function* snapshotLines(snapshot: ClearingSnapshot): Generator<string> {
  let lines: string[] = [];
  for (const line of linesOf(snapshot)) {
    lines.push(JSON.stringify(line));
    if (lines.length < CHUNK) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

function* linesOf({ now, kinds, context, offers, needs, exclusions, rows }: ClearingSnapshot): Generator<Line> {
  const { weights, region } = context;
  const sorted = <T>(map: ReadonlyMap<string, T>): (readonly [string, T])[] =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const { places, organizations, organizationRecords, donorRecords } = context;
  yield {
    head: {
      now,
      kinds,
      weights,
      region,
      places: sorted(places),
      organizations: sorted(organizations),
      organizationRecords: sorted(organizationRecords),
      donorRecords: sorted(donorRecords),
    },
  };
  for (const offer of offers) yield { offer, row: rows.offers.get(offer.id) as string };
  for (const need of needs) yield { need, row: rows.needs.get(need.id) as string };
  for (const { offerId, needId, until } of exclusions)
    yield { bar: { offerId, needId }, until: Number.isFinite(until) ? until : null };
}

/** What offers and needs were before anybody asked: an input that was stored then is planned again as it was planned. */
const FREE_OFFER = {
  step: 1,
  only: [],
  bestBefore: null,
  cold: false,
  attributes: null,
  checks: [{ organization: null, until: Infinity }],
} satisfies Partial<OfferSide>;
const PLAIN_NEED = { keepsCold: false, accepts: null } satisfies Partial<NeedSide>;

/** Puts a snapshot together again from its chunks. */
export class SnapshotReader {
  private head: Head['head'] | null = null;
  private readonly offers: OfferSide[] = [];
  private readonly needs: NeedSide[] = [];
  private readonly exclusions: Exclusion[] = [];
  private readonly rows = { offers: new Map<string, string>(), needs: new Map<string, string>() };

  add(chunk: string): void {
    for (const text of chunk.split('\n')) {
      if (text === '') continue;
      const line = JSON.parse(text) as Line;
      if ('head' in line) this.head = line.head;
      else if ('offer' in line) {
        this.offers.push({ ...FREE_OFFER, ...line.offer });
        this.rows.offers.set(line.offer.id, line.row);
      } else if ('need' in line) {
        this.needs.push({ ...PLAIN_NEED, ...line.need });
        this.rows.needs.set(line.need.id, line.row);
      } else this.exclusions.push({ ...line.bar, until: line.until ?? Infinity });
    }
  }

  /** @throws Error when the first chunk is missing */
  snapshot(): ClearingSnapshot {
    if (!this.head) throw new Error('The stored input of a clearing has no head');
    const { now, kinds, weights, region, places, organizations, organizationRecords, donorRecords } = this.head;
    const context: ScoringContext = {
      weights,
      region,
      places: new Map(places),
      organizations: new Map(organizations),
      organizationRecords: new Map(organizationRecords),
      donorRecords: new Map(donorRecords),
    };
    return {
      now,
      kinds,
      context,
      offers: this.offers,
      needs: this.needs,
      exclusions: this.exclusions,
      rows: this.rows,
    };
  }
}

/** The sha256 of what it is told, as hex. */
export class Digest {
  private readonly hash: Hash = createHash('sha256');

  add(text: string): this {
    this.hash.update(text);
    return this;
  }

  hex(): string {
    return this.hash.digest('hex');
  }
}
