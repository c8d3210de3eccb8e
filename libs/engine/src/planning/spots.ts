import { distanceKm } from '#kernel';
import { kmOf, type PairTables } from '../index/pair-sum.js';
import type { Point } from '../sides.js';

const SPOTS_MAX = 400;
const FINEST_DEGREES = 1 / 64;
/** Rounding of a distance, many times over: a bound errs on the safe side. */
const ROUNDING_KM = 1e-6;

/**
 * The places of an index as at most a few hundred spots, so that distances between all of them can stand in one table. While the places
 * are few (municipalities), each is a spot of its own; many (points of a file) are put together by a grid. Spot 0 is "no place".
 */
export class Spots {
  readonly count: number;
  /** By cell of the index. */
  readonly of: Int32Array;
  /** Every spot is one point, so that its distances are those of its rows. */
  readonly exact: boolean;
  private readonly least: Float64Array;
  private readonly orders: (Int32Array | undefined)[];

  constructor(points: readonly (Point | null)[]) {
    const groups = grouped(points);
    this.of = groups.of;
    this.count = groups.middles.length;
    this.exact = groups.reach.every((km) => km === 0);
    this.orders = new Array(this.count);
    this.least = new Float64Array(this.count * this.count);
    for (let a = 1; a < this.count; a++) {
      for (let b = 1; b < a; b++) {
        const slack = this.exact ? 0 : (groups.reach[a] as number) + (groups.reach[b] as number) + ROUNDING_KM;
        const km = distanceKm(groups.middles[a] as Point, groups.middles[b] as Point);
        this.least[a * this.count + b] = this.least[b * this.count + a] = Math.max(0, km - slack);
      }
    }
  }

  /** Kilometres that rows of two spots are apart, at the least; 0 from or to no place. */
  km(a: number, b: number): number {
    return this.least[a * this.count + b] as number;
  }

  /** Kilometres between two cells, exactly; null where one of them is no place. */
  kmOf(world: PairTables, a: number, b: number): number | null {
    if (!this.exact) return kmOf(world, a, b);
    const [from, to] = [this.of[a] as number, this.of[b] as number];
    return from === 0 || to === 0 ? null : this.km(from, to);
  }

  /** All spots, the nearest first; "no place" leads. */
  order(from: number): Int32Array {
    let order = this.orders[from];
    if (!order) {
      order = Int32Array.from({ length: this.count }, (_, spot) => spot);
      order.subarray(1).sort((a, b) => this.km(from, a) - this.km(from, b) || a - b);
      this.orders[from] = order;
    }
    return order;
  }
}

interface Groups {
  readonly of: Int32Array;
  readonly middles: Point[];
  /** How far a point of the group is from its middle, at the most. */
  readonly reach: number[];
}

function grouped(points: readonly (Point | null)[]): Groups {
  // By where they are, not by when they came: what is drawn from lists must not depend on the order of rows.
  const cells = [...points.keys()]
    .filter((cell) => points[cell] !== null)
    .sort(
      (a, b) =>
        (points[a] as Point).lat - (points[b] as Point).lat || (points[a] as Point).lon - (points[b] as Point).lon,
    );
  for (let degrees = 0; ; degrees = degrees === 0 ? FINEST_DEGREES : degrees * 2) {
    const of = new Int32Array(points.length);
    const [middles, reach]: [Point[], number[]] = [[{ lat: 0, lon: 0 }], [0]];
    const known = new Map<string, number>();
    for (const cell of cells) {
      if (middles.length > SPOTS_MAX) break;
      const point = points[cell] as Point;
      const key =
        degrees === 0
          ? `${point.lat} ${point.lon}`
          : `${Math.floor(point.lat / degrees)} ${Math.floor(point.lon / degrees)}`;
      let spot = known.get(key);
      if (spot === undefined) {
        known.set(key, (spot = middles.push(point) - 1));
        reach.push(0);
      }
      of[cell] = spot;
      reach[spot] = Math.max(reach[spot] as number, distanceKm(point, middles[spot] as Point));
    }
    if (middles.length <= SPOTS_MAX) return { of, middles, reach };
  }
}
