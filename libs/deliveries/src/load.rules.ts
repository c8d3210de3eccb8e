/** One thing that a driver does at a stop: takes things in, gives them out, or brings back what nobody took. */
export interface Act {
  readonly leg: string;
  readonly act: 'load' | 'unload' | 'return';
}

/** How heavy and how large, in grams and litres. */
export interface Bulk {
  readonly grams: number;
  readonly litres: number;
}

const NOTHING: Bulk = { grams: 0, litres: 0 };

/** What is in the car after each act, in their order. */
export function loadsAlong(acts: readonly Act[], bulks: ReadonlyMap<string, Bulk>): Bulk[] {
  let [grams, litres] = [0, 0];
  return acts.map(({ leg, act }) => {
    const bulk = bulks.get(leg) ?? NOTHING;
    const sign = act === 'load' ? 1 : -1;
    grams += sign * bulk.grams;
    litres += sign * bulk.litres;
    return { grams, litres };
  });
}

/** What is in the car where it is fullest; weight and room each where that is most. */
export function peakOf(acts: readonly Act[], bulks: ReadonlyMap<string, Bulk>): Bulk {
  const loads = loadsAlong(acts, bulks);
  return {
    grams: Math.max(0, ...loads.map((load) => load.grams)),
    litres: Math.max(0, ...loads.map((load) => load.litres)),
  };
}

export const fits = (peak: Bulk, capacity: Bulk): boolean =>
  peak.grams <= capacity.grams && peak.litres <= capacity.litres;

/** Which stop an act is at: acts of one stop, one after another, are one stop of the driver. */
export type StopOf = (act: Act) => string;

/**
 * The acts with those of one more leg among them; null where the car has no room for it in any order that was tried. Where the driver stops anyway they stop once, else the leg
 * is driven to at the end, when everything else is out.
 * @param done how many acts at the beginning are done
 */
export function withLeg(
  acts: readonly Act[],
  leg: string,
  done: number,
  bulks: ReadonlyMap<string, Bulk>,
  capacity: Bulk,
  stopOf: StopOf,
): Act[] | null {
  const [load, unload]: [Act, Act] = [
    { leg, act: 'load' },
    { leg, act: 'unload' },
  ];
  const afterSame = (act: Act, from: number): number[] =>
    acts.flatMap((other, at) => (at >= from && stopOf(other) === stopOf(act) ? [at + 1] : []));
  const tries: [number, number][] = [];
  for (const loadAt of [...afterSame(load, done), acts.length]) {
    for (const unloadAt of [...afterSame(unload, Math.max(loadAt, done)), acts.length]) tries.push([loadAt, unloadAt]);
  }
  for (const [loadAt, unloadAt] of tries) {
    const tried = [...acts.slice(0, loadAt), load, ...acts.slice(loadAt, unloadAt), unload, ...acts.slice(unloadAt)];
    if (fits(peakOf(tried, bulks), capacity)) return tried;
  }
  return null;
}

/** The acts without those of a leg that is driven by another person, or by nobody. Nothing gets heavier by it. */
export const withoutLeg = (acts: readonly Act[], leg: string): Act[] => acts.filter((act) => act.leg !== leg);

/**
 * Loaded now, perhaps earlier than planned. What is given out before it in the plan is out by then; what was to be loaded before it comes after.
 * @param isLoaded whether the things of a leg are in the car, or were
 */
export function loadedNow(acts: readonly Act[], leg: string, isLoaded: (leg: string) => boolean): Act[] {
  const at = acts.findIndex((act) => act.leg === leg && act.act === 'load');
  if (at < 0) return [...acts];
  const before = acts.slice(0, at);
  const stays = (act: Act): boolean => isLoaded(act.leg);
  return [...before.filter(stays), acts[at] as Act, ...before.filter((act) => !stays(act)), ...acts.slice(at + 1)];
}

/** Nobody took it: it is brought back at the end where there is room for it so long, else before anything else is loaded. */
export function turnedBack(acts: readonly Act[], leg: string, bulks: ReadonlyMap<string, Bulk>, capacity: Bulk): Act[] {
  if (!acts.some((act) => act.leg === leg && act.act === 'unload')) return [...acts];
  const back: Act = { leg, act: 'return' };
  const late = [...acts.filter((act) => act.leg !== leg || act.act !== 'unload'), back];
  return fits(peakOf(late, bulks), capacity)
    ? late
    : acts.map((act) => (act.leg === leg && act.act === 'unload' ? back : act));
}

export type OrderProblem = 'trip.other-acts' | 'trip.unloads-first' | 'trip.no-room';

const same = (a: Act, b: Act): boolean => a.leg === b.leg && a.act === b.act;

/** What is wrong with an order that a driver wants for what is still to be done; null: nothing. @param done acts at the beginning that stay where they are */
export function whyNotOrder(
  acts: readonly Act[],
  done: number,
  wanted: readonly Act[],
  bulks: ReadonlyMap<string, Bulk>,
  capacity: Bulk,
): OrderProblem | null {
  const open = acts.slice(done);
  if (wanted.length !== open.length || !open.every((act) => wanted.some((other) => same(act, other))))
    return 'trip.other-acts';
  for (const [at, { leg, act }] of wanted.entries())
    if (act === 'load' && wanted.slice(0, at).some((earlier) => earlier.leg === leg)) return 'trip.unloads-first';
  return fits(peakOf([...acts.slice(0, done), ...wanted], bulks), capacity) ? null : 'trip.no-room';
}
