import type { NeedTemplate } from './need-template.rules.js';
import type { Dice } from './random.js';

type GiftFate =
  'confirmed' | 'held' | 'accepted' | 'delivered' | 'disputed' | 'silent' | 'declined' | 'cancelled' | 'lapsed';

/** An offer that meets a need, and how far it gets. Quantities in whole units of the need's template, days count back from today. */
export interface GiftPlan {
  readonly fate: GiftFate;
  readonly offered: number;
  readonly given: number;
  /** Of what is given, what arrives. */
  readonly arrived: number;
  readonly postedDaysAgo: number;
  /** Days between the steps: the donor's yes, the organization's, the hand-over, the receipt. */
  readonly steps: readonly [number, number, number, number];
  readonly company: boolean;
  readonly place: string;
  /** Days from today until which the offer stands. */
  readonly untilInDays: number;
}

export interface GiftsOf {
  readonly fate: string;
  readonly template: NeedTemplate;
  readonly quantity: number;
  readonly place: string;
  readonly organization: number;
  readonly openedDaysAgo: number;
  readonly deadlineInDays: number;
  readonly endedDaysAgo: number | null;
}

/** The gifts are over within so many days after the need was opened: before it would have to be renewed. */
const GIVING_DAYS = 42;
const LONGEST_GIFT_DAYS = 12;

export function planGifts(dice: Dice, need: GiftsOf): GiftPlan[] {
  switch (need.fate) {
    case 'met':
    case 'closed':
      return split(dice, need.quantity, dice.pick([1, 1, 2])).map((part) => past(dice, need, part));
    case 'partly_met':
      return split(
        dice,
        Math.max(1, Math.floor(need.quantity * dice.between(0.2, 0.75))),
        need.quantity > 6 ? dice.pick([1, 1, 1, 2]) : 1,
      ).map((part) => past(dice, need, part));
    case 'open':
      return live(dice, need);
    case 'expired':
      return dice.chance(0.3) ? [{ ...past(dice, need, 1), fate: 'cancelled' }] : [];
    default:
      return [];
  }
}

/** Parts of at least one unit that add up to the whole; round ones where there is room. */
function split(dice: Dice, whole: number, parts: number): number[] {
  const sizes: number[] = [];
  let left = whole;
  for (let more = Math.min(parts, whole) - 1; more > 0; more -= 1) {
    const share = Math.max(1, Math.floor((left / (more + 1)) * dice.between(0.5, 1.4)));
    const size = Math.min(left - more, share > 1000 ? Math.floor(share / 500) * 500 : share);
    sizes.push(size);
    left -= size;
  }
  return [...sizes, left];
}

function steps(dice: Dice): GiftPlan['steps'] {
  return [dice.between(0.02, 0.6), dice.between(0.05, 1.8), dice.between(0.5, 6), dice.between(0.1, 2.4)];
}

/** In roubles, as SMALLEST_MONEY_OFFER is where nobody sets it: the region looks like one in which people offered no less, though it is made whatever is set. Of a larger offer a small part is given. */
const LEAST_MONEY = 100;
const offeredOf = (need: GiftsOf, amount: number): number =>
  need.template.kind === 'money' ? Math.max(LEAST_MONEY, amount) : amount;

function past(dice: Dice, need: GiftsOf, given: number): GiftPlan {
  const latest = Math.max(0.5, Math.min(GIVING_DAYS, need.openedDaysAgo - LONGEST_GIFT_DAYS - 1));
  const more = dice.chance(0.18) ? Math.max(1, Math.floor(given * dice.between(0.1, 0.5))) : 0;
  const postedDaysAgo = need.openedDaysAgo - dice.between(0.3, latest);
  return {
    fate: 'confirmed',
    given,
    arrived: given,
    offered: offeredOf(need, given + more),
    postedDaysAgo,
    steps: steps(dice),
    company: need.template.kind !== 'time' && dice.chance(0.35),
    place: dice.chance(0.6) ? need.place : 'blagoveshchensk',
    untilInDays: Math.max(dice.whole(15, 70), need.deadlineInDays),
  };
}

/** What is under way now, or came to nothing, on needs that are still open. */
const UNDER_WAY: readonly (readonly [GiftFate, number])[] = [
  ['held', 0.05],
  ['accepted', 0.05],
  ['delivered', 0.035],
  ['disputed', 0.013],
  ['silent', 0.013],
  ['declined', 0.05],
  ['cancelled', 0.025],
  ['lapsed', 0.035],
];

function live(dice: Dice, need: GiftsOf): GiftPlan[] {
  let roll = dice.next();
  const fate = UNDER_WAY.find(([, share]) => (roll -= share) < 0)?.[0];
  if (!fate || need.openedDaysAgo < 3) return [];
  const given = Math.max(1, Math.floor(need.quantity * dice.between(0.1, 0.5)));
  const taken: GiftPlan['steps'] = steps(dice);
  const sinceYes: Record<GiftFate, number> = {
    held: dice.between(0.1, 1.8),
    accepted: taken[1] + dice.between(0.2, 5),
    delivered: taken[1] + taken[2] + dice.between(0.1, 1.5),
    disputed: taken[1] + taken[2] + 1.2,
    silent: taken[1] + taken[2] + 4.5,
    declined: 2,
    cancelled: taken[1] + 3,
    lapsed: 5,
    confirmed: 12,
  };
  const postedDaysAgo = Math.min(need.openedDaysAgo - 0.1, sinceYes[fate] + taken[0]);
  const late = postedDaysAgo < sinceYes[fate] + taken[0] - 0.01;
  return [
    {
      fate: late ? 'declined' : fate,
      given,
      arrived: given,
      offered: offeredOf(need, given + (dice.chance(0.3) ? Math.max(1, Math.floor(given / 2)) : 0)),
      postedDaysAgo,
      steps: taken,
      company: need.template.kind !== 'time' && dice.chance(0.3),
      place: need.place,
      untilInDays: dice.whole(20, 80),
    },
  ];
}
