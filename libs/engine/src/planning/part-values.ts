import { fitOfCodes } from '../scoring/pairs.rules.js';
import { wishValue } from '../index/conditions.js';
import { KIND_NAMES } from '../index/scan.js';
import { kmOf, meetingOf, type PairTables } from '../index/pair-sum.js';
import {
  completionValue,
  daysBetween,
  equityValue,
  ONE,
  placeValue,
  purposeValue,
  trustValue,
  urgencyValue,
  waitingValue,
  type ScorePart,
} from '../scoring/score.rules.js';
import { REMOTE } from '../index/side-row.js';

/** Value of each part of a pair's score that applies, 0..1,000,000: the numbers of `scoreParts`, from the index. */
export type PartValues = Readonly<Partial<Record<ScorePart, number>>>;

/** Shares of a need's place, its organization and the region, millionths. */
export interface EquityShares {
  readonly place: number;
  readonly organization: number;
  readonly region: number;
}

/** @param offer row, as is `need` */
export function partValues(
  world: PairTables,
  offer: number,
  need: number,
  now: number,
  shares: EquityShares,
): PartValues {
  const { offers: o, needs: n } = world;
  const kind = KIND_NAMES[n.kind[need] as number] as 'money';
  const open = n.left[need] as number;
  const offset = n.offset[need] as number;
  const fit =
    fitOfCodes<number>(
      0,
      o.category[offer] as number,
      o.item[offer] as number,
      n.category[need] as number,
      n.sphere[need] as number,
      n.item[need] as number,
    ) ?? 'any';
  const equity = equityValue(shares.place, shares.organization, shares.region);
  const prefers = o.prefers[offer] ?? null;
  // Assigned one by one, in the order in which they are shown: a plan has very many pairs.
  const values: Partial<Record<ScorePart, number>> = {
    purpose: purposeValue(fit),
    place: placeValue(
      kind,
      ((n.flags[need] as number) & REMOTE) !== 0,
      kmOf(world, o.cell[offer] as number, n.cell[need] as number),
    ),
    urgency: urgencyValue(n.urgency[need] as number, daysBetween(now, n.to[need] as number, offset)),
    waiting: waitingValue(daysBetween(n.since[need] as number, now, offset)),
    completion: completionValue(meetingOf(o, offer, open), open),
  };
  if (equity !== null) values.equity = equity;
  if (prefers !== null) values.preference = wishValue(prefers, n, need);
  else if (o.only[offer] !== null) values.preference = ONE;
  values.trust = trustValue(n.trust[need] as number, o.trust[offer] as number);
  return values;
}
