/** How far a giver is known: by what has arrived of their offers, or as a verified organization. */
export type GiverLevel = 'new' | 'known' | 'proven';

interface Limits {
  /** Above this an offer is asked back: is that what is meant? */
  readonly ask: number;
  /** Above this, with all that the giver has on the table, a moderator looks at it before it enters any plan. */
  readonly review: number;
}
type Row = Readonly<Record<GiverLevel, Limits>>;

const row = (asks: readonly [number, number, number], reviews: readonly [number, number, number]): Row => ({
  new: { ask: asks[0], review: reviews[0] },
  known: { ask: asks[1], review: reviews[1] },
  proven: { ask: asks[2], review: reviews[2] },
});

/** Pieces, sets, packs, boxes, pairs, portions, and every unit that has no row of its own. */
const COUNTED = row([1_000, 10_000, 100_000], [10_000, 100_000, 1_000_000]);

/** What is plausible, in the base unit: of a giver of whom nothing has arrived, something has, and much has. */
export const PLAUSIBLE: Readonly<Record<string, Row>> = {
  kopeck: row([50_000_000, 300_000_000, 3_000_000_000], [300_000_000, 3_000_000_000, 30_000_000_000]), // 500,000, 3 million and 30 million roubles; 3, 30 and 300 million
  minute: row([30_000, 150_000, 1_500_000], [150_000, 750_000, 7_500_000]), // 500, 2,500 and 25,000 hours; five times that
  gram: row([2_000_000, 20_000_000, 200_000_000], [20_000_000, 200_000_000, 2_000_000_000]), // 2, 20 and 200 tonnes; ten times that
  millilitre: row([2_000_000, 20_000_000, 200_000_000], [20_000_000, 200_000_000, 2_000_000_000]), // 2, 20 and 200 cubic metres
  centimetre: row([100_000, 1_000_000, 10_000_000], [1_000_000, 10_000_000, 100_000_000]), // 1, 10 and 100 kilometres
  'square-decimetre': row([100_000, 1_000_000, 10_000_000], [1_000_000, 10_000_000, 100_000_000]), // 1,000 square metres, 1 and 10 hectares
  'cubic-decimetre': row([100_000, 1_000_000, 10_000_000], [1_000_000, 10_000_000, 100_000_000]), // 100, 1,000 and 10,000 cubic metres
};

/** So many offers of which something has arrived make a giver proven. */
export const PROVEN_FROM = 10;

export function giverLevel({
  given,
  isVerifiedOrganization,
}: {
  readonly given: number;
  readonly isVerifiedOrganization: boolean;
}): GiverLevel {
  if (isVerifiedOrganization || given >= PROVEN_FROM) return 'proven';
  return given > 0 ? 'known' : 'new';
}

/**
 * What an amount asks for. `ask`: the giver is to say that it is meant; `review`: a moderator is to look at it.
 * @param onTable what the giver has offered in this unit and not yet given, this offer left out
 */
export function plausibilityOf(
  baseUnit: string,
  amount: number,
  onTable: number,
  level: GiverLevel,
): { readonly ask: boolean; readonly review: boolean } {
  const { ask, review } = (PLAUSIBLE[baseUnit] ?? COUNTED)[level];
  return { ask: amount > ask, review: amount + onTable > review };
}
