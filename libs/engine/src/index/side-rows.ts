import { ALL_YEAR, CONDITIONS, SEASONS } from '#kernel';
import type { NeedSide, OfferSide, Point } from '../sides.js';
import { reachKm } from '../scoring/pairs.rules.js';
import { Bindings } from './bindings.js';
import { Codes } from './codes.js';
import { KIND_NUMBERS } from './scan.js';
import { type SideTable } from './side-table.js';
import {
  BOUND,
  CHECKED,
  CHOOSY,
  COLD,
  IN_BOXES,
  KEEPS_COLD,
  REMOTE,
  SKILL_BITS,
  VETTED_ONLY,
  type Row,
} from './side-row.js';

const NONE: readonly number[] = [];
const SEASON_BITS = CONDITIONS.length;

const seasonsOf = (season: string | null): readonly (string | null)[] => (season === ALL_YEAR ? SEASONS : [season]);

function bitsOf(conditions: readonly (string | null)[], seasons: readonly (string | null)[]): number {
  let bits = 0;
  CONDITIONS.forEach((condition, at) => (bits |= conditions.includes(condition) ? 1 << at : 0));
  SEASONS.forEach((season, at) => (bits |= seasons.includes(season) ? 1 << (SEASON_BITS + at) : 0));
  return bits;
}

/** Makes rows of sides: their words as numbers, their points as cells, and what binds an offer told to the needs that it may name. */
export class SideRows {
  readonly codes = new Codes();
  readonly skills = new Codes();
  /** Points of the cells; none for cell 0. */
  readonly points: (Point | null)[] = [null];
  readonly bindings: Bindings;
  private readonly cellOf = new Map<number, Map<number, number>>();

  constructor(needs: SideTable) {
    this.bindings = new Bindings(needs, this.codes);
  }

  // Literals of one shape, no spread: 200,000 of them are made while the index loads.
  offerRow(side: OfferSide): Row {
    const { codes } = this;
    return {
      id: side.id,
      kind: KIND_NUMBERS[side.kind],
      category: codes.of(side.category),
      sphere: 0,
      item: codes.of(side.item),
      unit: codes.of(side.baseUnit),
      place: codes.of(side.place),
      party: codes.of(side.donor),
      cell: this.cell(side.at),
      self: 0,
      urgency: 0,
      offset: 0,
      flags:
        (side.checks.length > 0 ? CHECKED : 0) |
        (side.only.length > 0 ? BOUND : 0) |
        (side.cold ? COLD : 0) |
        (side.step > 1 ? IN_BOXES : 0) |
        (side.attributes === null ? 0 : CHOOSY),
      left: side.left,
      min: side.min,
      step: side.step,
      from: side.from ?? -Infinity,
      to: side.until ?? Infinity,
      since: side.since,
      best: side.bestBefore ?? Infinity,
      radius: reachKm(side),
      skills: this.skillBits(side.skills),
      prefers: this.codesOf(side.prefers),
      owners: this.codesOf(side.owners),
      only: this.bindings.bind(side.only),
      checks:
        side.checks.length === 0
          ? null
          : Float64Array.from(side.checks.flatMap(({ organization, until }) => [codes.of(organization), until])),
      traits: side.attributes === null ? 0 : bitsOf([side.attributes.condition], seasonsOf(side.attributes.season)),
      sizes: this.sizesOf(side.attributes?.sizes),
      refused: null,
    };
  }

  needRow(side: NeedSide): Row {
    const { codes } = this;
    return {
      id: side.id,
      kind: KIND_NUMBERS[side.kind],
      category: codes.of(side.category),
      sphere: codes.of(side.sphere),
      item: codes.of(side.item),
      unit: codes.of(side.baseUnit),
      place: codes.of(side.place),
      party: codes.of(side.organization),
      cell: side.remote ? 0 : this.cell(side.at),
      self: this.bindings.codeOf(side.id),
      flags:
        (side.remote ? REMOTE : 0) |
        (side.vettedOnly && side.kind === 'time' ? VETTED_ONLY : 0) |
        (side.keepsCold ? KEEPS_COLD : 0) |
        (side.accepts === null ? 0 : CHOOSY),
      urgency: side.urgency,
      offset: side.utcOffsetMinutes,
      left: side.left,
      min: side.min,
      step: 1,
      from: side.from ?? -Infinity,
      to: side.deadline,
      since: side.since,
      best: Infinity,
      radius: Infinity,
      skills: side.kind === 'time' ? this.skillBits(side.skills) : NONE,
      prefers: null,
      owners: null,
      only: null,
      checks: null,
      traits: side.accepts === null ? 0 : bitsOf(side.accepts.conditions, side.accepts.seasons),
      sizes: this.sizesOf(side.accepts?.sizes),
      refused: side.accepts === null ? null : this.codesOf(side.accepts.notNow),
    };
  }

  private sizesOf(sizes: readonly string[] = []): Int32Array | null {
    return this.codesOf(sizes.map((size) => `size ${size}`));
  }

  private codesOf(codes: readonly string[]): Int32Array | null {
    if (codes.length === 0) return null;
    const numbers = new Int32Array(codes.length);
    for (let at = 0; at < codes.length; at++) numbers[at] = this.codes.of(codes[at] as string);
    return numbers;
  }

  private skillBits(skills: readonly string[]): readonly number[] {
    return skills.length === 0 ? NONE : skills.map((skill) => this.skillBit(skill));
  }

  skillBit(skill: string): number {
    const bit = this.skills.of(skill);
    if (bit >= SKILL_BITS) throw new Error(`More than ${SKILL_BITS} skills: widen SKILL_WORDS`);
    return bit;
  }

  cell(at: Point | null): number {
    if (at === null) return 0;
    let lons = this.cellOf.get(at.lat);
    if (!lons) this.cellOf.set(at.lat, (lons = new Map()));
    let cell = lons.get(at.lon);
    if (cell === undefined) lons.set(at.lon, (cell = this.points.push(at) - 1));
    return cell;
  }
}
