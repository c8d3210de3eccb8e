import type { ThingAttributes, Kind } from '#kernel';
import type { Actor } from '#identity';
import type { GivenBalance } from '#ledger';
import type { OfferStatus } from '../lifecycle.rules.js';
import { standingCan, type StandingStatus, type StandingVerb } from './lifecycle.rules.js';
import { rruleOf, type Frequency } from './repeat.rules.js';
import type { Skip } from './skips.rules.js';
import type { StandingOfferEntity } from './standing-offer.entity.js';

interface BaseAmount {
  readonly amount: number;
  readonly unit: string;
}

/** A standing offer as its own side sees it. Days are of `timeZone`. */
export interface StandingOfferView {
  readonly id: string;
  readonly version: number;
  readonly status: StandingStatus;
  readonly kind: Kind;
  readonly category: string | null;
  readonly item: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly unit: string;
  readonly each: BaseAmount | null;
  /** What each date puts on the table. */
  readonly amount: BaseAmount;
  readonly minLot: BaseAmount;
  readonly step: BaseAmount;
  readonly place: string | null;
  readonly radiusKm: number | null;
  readonly skills: readonly string[];
  readonly prefers: readonly string[];
  readonly only: readonly string[];
  readonly keepsDays: number | null;
  readonly coldChain: boolean | null;
  readonly attributes: ThingAttributes | null;
  readonly onBehalfOf: string | null;
  readonly anonymous: boolean;
  /** Each date promises money by bank transfer; the engine chooses within `only`. */
  readonly gift: boolean;
  readonly frequency: Frequency;
  readonly interval: number;
  readonly firstOn: string;
  readonly lastOn: string | null;
  readonly times: number | null;
  readonly timeZone: string;
  readonly standsDays: number;
  readonly rrule: string;
  /** Null while it is paused, and after the end. */
  readonly nextOn: string | null;
  readonly nextAt: Date | null;
  readonly createdAt: Date;
  readonly can: readonly StandingVerb[];
}

/** What became of one date. */
export interface StandingDateView {
  readonly day: string;
  readonly at: Date;
  /** The offer that it opened, as it is now; null where it was skipped. */
  readonly offer: { readonly id: string; readonly status: OfferStatus; readonly balance: GivenBalance } | null;
  readonly skipped: Skip | null;
  /** It promised money: the gifts name it. */
  readonly gift: boolean;
  /** Why, and what to do; in the reader's language. */
  readonly sentence: string | null;
}

export function standingOfferView(standing: StandingOfferEntity, actor: Actor | null): StandingOfferView {
  const {
    id,
    version,
    status,
    kind,
    category,
    item,
    title,
    description,
    unit,
    baseUnit,
    place,
    radiusKm,
    skills,
    prefers,
    only,
    keepsDays,
    coldChain,
    attributes,
    onBehalfOf,
    anonymous,
    gift,
    createdAt,
  } = standing;
  const { frequency, interval, firstOn, lastOn, times, timeZone, standsDays } = standing;
  const goes = status === 'active';
  return {
    id,
    version,
    status,
    kind,
    category,
    item,
    title,
    description,
    unit,
    each: standing.eachAmount === null ? null : { amount: standing.eachAmount, unit: baseUnit },
    amount: { amount: standing.amount, unit: baseUnit },
    minLot: { amount: standing.minLot, unit: baseUnit },
    step: { amount: standing.step, unit: baseUnit },
    place,
    radiusKm,
    skills,
    prefers,
    only,
    keepsDays,
    coldChain,
    attributes,
    onBehalfOf,
    anonymous,
    gift,
    frequency,
    interval,
    firstOn,
    lastOn,
    times,
    timeZone,
    standsDays,
    rrule: rruleOf(standing),
    nextOn: goes ? standing.nextOn : null,
    nextAt: goes ? standing.nextAt : null,
    createdAt,
    can: standingCan(actor, standing),
  };
}
