import { ANYWHERE, Postings, type Alike, type Ranks } from './postings.js';
import { BYTES, DOUBLES, INTS, SKILL_WORDS, withColumns, type Column, type SideColumns } from './side-columns.js';
import { VETTED_ONLY, CHECKED, BOUND, type Row } from './side-row.js';

/** Bits of a group's code. */
const [ITEM, WISH, PAPERS] = [1, 2, 4];

/** One side of the index: a column for each number, a free list, postings by category and by item. About 300 bytes a row. */
export class SideTable implements SideColumns, Ranks {
  category = new Int32Array(0);
  sphere = new Int32Array(0);
  item = new Int32Array(0);
  unit = new Int32Array(0);
  place = new Int32Array(0);
  party = new Int32Array(0);
  cell = new Int32Array(0);
  self = new Int32Array(0);
  offset = new Int32Array(0);
  /** Value of the party's record, 0..1,000,000. */
  trust = new Int32Array(0);
  traits = new Int32Array(0);
  kind = new Uint8Array(0);
  flags = new Uint8Array(0);
  urgency = new Uint8Array(0);
  left = new Float64Array(0);
  min = new Float64Array(0);
  step = new Float64Array(0);
  from = new Float64Array(0);
  to = new Float64Array(0);
  since = new Float64Array(0);
  radius = new Float64Array(0);
  best = new Float64Array(0);
  /** Sum of value x weight of the parts that do not depend on the other side. */
  fixed = new Float64Array(0);
  skills = new Uint32Array(0);
  readonly ids: string[] = [];
  readonly prefers: (Int32Array | null)[] = [];
  readonly owners: (Int32Array | null)[] = [];
  readonly only: (Int32Array | null)[] = [];
  readonly checks: (Float64Array | null)[] = [];
  readonly sizes: (Int32Array | null)[] = [];
  readonly refused: (Int32Array | null)[] = [];

  private readonly categoryPostings = new Postings();
  private readonly itemPostings = new Postings();
  /** Rows that are not in the postings yet: a clearing asks these little or nothing, and then need not pay for them. */
  private unlisted: number[] = [];
  /** Half the weight of trust: a row's own record is half of the part's value. */
  halfTrust = 0;
  private readonly units: number[] = [];
  private readonly unitNumbers = new Map<number, number>();
  private readonly rowOf = new Map<string, number>();
  private readonly free: number[] = [];
  private readonly kinds: number[] = [];
  /** Rows that the columns have room for. */
  capacity = 0;

  get size(): number {
    return this.rowOf.size;
  }

  get byCategory(): Postings {
    this.listSome(Infinity);
    return this.categoryPostings;
  }

  get byItem(): Postings {
    this.listSome(Infinity);
    return this.itemPostings;
  }

  row(id: string): number | undefined {
    return this.rowOf.get(id);
  }

  rows(): IterableIterator<number> {
    return this.rowOf.values();
  }

  /** How many rows are of a kind. */
  ofKind(kind: number): number {
    return this.kinds[kind] ?? 0;
  }

  /** The columns themselves. */
  columns(): SideColumns {
    return withColumns(this, (from) => from);
  }

  /** A copy of the columns in memory that threads share. */
  shared(): SideColumns {
    const copy = <T extends Column>(from: T): T => {
      const to = new (from.constructor as new (buffer: SharedArrayBuffer) => T)(new SharedArrayBuffer(from.byteLength));
      to.set(from);
      return to;
    };
    return withColumns(this, copy);
  }

  /** The part of the score that does not depend on the counterpart: exact in doubles. */
  rank(row: number): number {
    return (this.fixed[row] as number) + (this.trust[row] as number) * this.halfTrust;
  }

  /** Fills a row; `list` lets it be found, once its `fixed` and `trust` are known. */
  put(values: Row): number {
    this.remove(values.id);
    const row = this.free.pop() ?? this.ids.length;
    if (row >= this.capacity) this.grow();
    this.fill(row, values);
    this.skills.fill(0, row * SKILL_WORDS, (row + 1) * SKILL_WORDS);
    for (const skill of values.skills) {
      const word = row * SKILL_WORDS + (skill >> 5);
      this.skills[word] = ((this.skills[word] as number) | (1 << (skill & 31))) >>> 0;
    }
    this.ids[row] = values.id;
    this.prefers[row] = values.prefers;
    this.owners[row] = values.owners;
    this.only[row] = values.only;
    this.checks[row] = values.checks;
    this.sizes[row] = values.sizes;
    this.refused[row] = values.refused;
    this.rowOf.set(values.id, row);
    this.kinds[values.kind] = this.ofKind(values.kind) + 1;
    return row;
  }

  list(row: number): void {
    this.unlisted.push(row);
  }

  /** Lists that many of the rows that wait for it; whether others still do. */
  listSome(count: number): boolean {
    const { unlisted } = this;
    const until = Math.min(count, unlisted.length);
    for (let at = 0; at < until; at++) this.putInPostings(unlisted[at] as number);
    if (until > 0) this.unlisted = unlisted.slice(until);
    return this.unlisted.length > 0;
  }

  private putInPostings(row: number): void {
    const [kind, cell, item] = [this.kind[row] as number, this.cell[row] as number, this.item[row] as number];
    const [code, rank] = [this.groupCode(row), this.rank(row)];
    this.categoryPostings.put(listKey(this.category[row] as number, kind), cell, code, this.alike, row, rank);
    if (item !== 0) this.itemPostings.put(listKey(item, kind), cell, code, this.alike, row, rank);
  }

  /** `fixed`, `trust` or `halfTrust` are others now. */
  renew(): void {
    this.categoryPostings.renew(this);
    this.itemPostings.renew(this);
  }

  remove(id: string): void {
    const row = this.rowOf.get(id);
    if (row === undefined) return;
    const [kind, cell, item] = [this.kind[row] as number, this.cell[row] as number, this.item[row] as number];
    const code = this.groupCode(row);
    this.byCategory.take(listKey(this.category[row] as number, kind), cell, code, row);
    if (item !== 0) this.byItem.take(listKey(item, kind), cell, code, row);
    this.rowOf.delete(id);
    this.kinds[kind] = this.ofKind(kind) - 1;
    this.ids[row] = '';
    this.prefers[row] = null;
    this.owners[row] = this.only[row] = this.checks[row] = this.sizes[row] = this.refused[row] = null;
    this.free.push(row);
  }

  // Column by column and not by their names: two million rows are filled while an index loads.
  private fill(row: number, values: Row): void {
    this.category[row] = values.category;
    this.sphere[row] = values.sphere;
    this.item[row] = values.item;
    this.unit[row] = values.unit;
    this.place[row] = values.place;
    this.party[row] = values.party;
    this.cell[row] = values.cell;
    this.self[row] = values.self;
    this.offset[row] = values.offset;
    this.kind[row] = values.kind;
    this.flags[row] = values.flags;
    this.urgency[row] = values.urgency;
    this.left[row] = values.left;
    this.min[row] = values.min;
    this.step[row] = values.step;
    this.from[row] = values.from;
    this.to[row] = values.to;
    this.since[row] = values.since;
    this.radius[row] = values.radius;
    this.best[row] = values.best;
    this.traits[row] = values.traits;
    this.fixed[row] = 0;
    this.trust[row] = 0;
  }

  /** Rows with the same code are alike. */
  private groupCode(row: number): number {
    const unit = this.unit[row] as number;
    let number = this.unitNumbers.get(unit);
    if (number === undefined) this.unitNumbers.set(unit, (number = this.units.push(unit) - 1));
    const radius = this.radius[row] as number;
    const reach = radius === Infinity ? ANYWHERE : Math.min(ANYWHERE - 1, powerOf(radius) + 1);
    const flags = this.flags[row] as number;
    const apart =
      (this.item[row] === 0 ? 0 : ITEM) |
      (this.prefers[row] === null && (flags & BOUND) === 0 ? 0 : WISH) |
      ((flags & (VETTED_ONLY | CHECKED)) === 0 ? 0 : PAPERS);
    return ((number * 64 + powerOf(this.left[row] as number)) * 32 + reach) * 8 + apart;
  }

  /** Takes over the columns of another table; this one is empty. */
  adopt(columns: SideColumns): void {
    if (this.ids.length > 0) throw new Error('Columns can be taken over by an empty table only');
    for (const name of [...INTS, ...BYTES, ...DOUBLES, 'skills'] as const)
      Object.assign(this, { [name]: columns[name] });
    this.capacity = columns.capacity;
    for (const [row, id] of columns.ids.entries()) {
      this.ids.push(id);
      this.prefers.push(columns.prefers[row] ?? null);
      this.owners.push(columns.owners[row] ?? null);
      this.only.push(columns.only[row] ?? null);
      this.checks.push(columns.checks[row] ?? null);
      this.sizes.push(columns.sizes[row] ?? null);
      this.refused.push(columns.refused[row] ?? null);
      this.rowOf.set(id, row);
      this.kinds[this.kind[row] as number] = this.ofKind(this.kind[row] as number) + 1;
      this.list(row);
    }
  }

  private readonly alike = (code: number): Alike => {
    const sizes = Math.floor(code / 256);
    return {
      unit: this.units[Math.floor(sizes / 64)] as number,
      size: sizes % 64,
      reach: Math.floor(code / 8) % 32,
      item: (code & ITEM) !== 0,
      wish: (code & WISH) !== 0,
      papers: (code & PAPERS) !== 0,
    };
  };

  private grow(): void {
    this.capacity = Math.max(64, this.capacity * 2);
    const wider = <T extends { set(from: T): void }>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    for (const name of INTS) this[name] = wider(new Int32Array(this.capacity), this[name]);
    for (const name of BYTES) this[name] = wider(new Uint8Array(this.capacity), this[name]);
    for (const name of DOUBLES) this[name] = wider(new Float64Array(this.capacity), this[name]);
    this.skills = wider(new Uint32Array(this.capacity * SKILL_WORDS), this.skills);
  }
}

/** The largest n with 2 to the n at most `value`, exactly; 0 below 1. */
function powerOf(value: number): number {
  if (value < 1) return 0;
  return value < 2 ** 31 ? 31 - Math.clz32(value) : 31 + powerOf(Math.floor(value / 2 ** 31));
}

export const listKey = (code: number, kind: number): number => code * 4 + kind;
