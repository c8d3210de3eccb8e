/** Companies and organizations give in other sizes than people do. */
export type Giver = 'person' | 'organization';

/** What a giver has promised and not yet had confirmed, and how earlier promises went. Amounts by base unit. */
export interface Promises {
  readonly giver: Giver;
  readonly held: number;
  readonly amounts: ReadonlyMap<string, number>;
  /** Confirmed by the other side. */
  readonly kept: number;
  /** Agreed on and then never handed over, or taken back by the giver. */
  readonly broken: number;
}

export const NO_PROMISES: Promises = { giver: 'person', held: 0, amounts: new Map(), kept: 0, broken: 0 };

/** How much may be promised at once, so that nobody takes what others would have brought. */
export const PROMISE_LIMITS = {
  /** Matches of a newcomer. */
  matches: { person: 3, organization: 10 },
  /** Each kept promise adds so many, each broken one takes as many away; one is always left. */
  eachMatch: 2,
  matchesMax: 200,
  /** Of a newcomer person, in base units; an organization ten times that. Units that are not here have no limit of their own. */
  amounts: { kopeck: 30_000_000, minute: 6_000, gram: 5_000_000, millilitre: 5_000_000, pcs: 1_000 } as Readonly<
    Record<string, number>
  >,
  organizationFactor: 10,
  /** Halves of the first amount that each kept promise adds and each broken one takes away. */
  halvesMin: 1,
  halvesMax: 100,
} as const;

export interface PromiseRoom {
  /** Most matches at once, and how many more there may be. */
  readonly matchesMax: number;
  readonly matches: number;
  /** Most of this unit at once, and how much more there may be; null: no limit. */
  readonly amountMax: number | null;
  readonly amount: number | null;
}

/** How much more a giver may promise now. @param unit the base unit of what would be promised */
export function promiseRoom(promises: Promises, unit: string): PromiseRoom {
  const { giver, kept, broken, held, amounts } = promises;
  const matchesMax = between(
    1,
    PROMISE_LIMITS.matches[giver] + PROMISE_LIMITS.eachMatch * (kept - broken),
    PROMISE_LIMITS.matchesMax,
  );
  const halves = between(PROMISE_LIMITS.halvesMin, 2 + kept - broken, PROMISE_LIMITS.halvesMax);
  const first = PROMISE_LIMITS.amounts[unit];
  const amountMax =
    first === undefined
      ? null
      : (first * (giver === 'organization' ? PROMISE_LIMITS.organizationFactor : 1) * halves) / 2;
  return {
    matchesMax,
    matches: Math.max(0, matchesMax - held),
    amountMax,
    amount: amountMax === null ? null : Math.max(0, amountMax - (amounts.get(unit) ?? 0)),
  };
}

/** Whether a part of this size may still be promised. */
export function mayPromise(room: PromiseRoom, amount: number): boolean {
  return room.matches > 0 && (room.amount === null || amount <= room.amount);
}

/** What `match.holding-too-much` says: how many at once or how much at once, whichever is in the way. */
export function tooMuchHeld(
  room: PromiseRoom,
  unit: string,
  say: (amount: number) => string,
): Readonly<Record<string, string | number>> {
  if (room.matches === 0) return { by: 'matches', limit: room.matchesMax };
  const [limit, left] = [room.amountMax ?? 0, room.amount ?? 0];
  return { by: 'amount', limit, left, unit, limitText: say(limit), leftText: say(left) };
}

function between(min: number, value: number, max: number): number {
  return Math.max(min, Math.min(value, max));
}
