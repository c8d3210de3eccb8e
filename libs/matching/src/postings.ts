/** A growing list of row numbers. */
export class RowList {
  rows = new Int32Array(4);
  length = 0;

  push(row: number): number {
    if (this.length === this.rows.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.rows);
      this.rows = wider;
    }
    this.rows[this.length] = row;
    return this.length++;
  }
}

/**
 * Which rows stand under a code, place cell by place cell. `seats[row]` is where a row stands in its list, so that it leaves in
 * constant time: the last one takes its seat. The order in a list therefore means nothing.
 */
export class Postings {
  private readonly byKey = new Map<number, Map<number, RowList>>();

  put(key: number, cell: number, row: number, seats: Int32Array): void {
    let cells = this.byKey.get(key);
    if (!cells) this.byKey.set(key, (cells = new Map()));
    let list = cells.get(cell);
    if (!list) cells.set(cell, (list = new RowList()));
    seats[row] = list.push(row);
  }

  take(key: number, cell: number, row: number, seats: Int32Array): void {
    const cells = this.byKey.get(key);
    const list = cells?.get(cell);
    const seat = seats[row] ?? -1;
    if (!cells || !list || list.rows[seat] !== row) throw new Error('A row is not where the index put it');
    const last = list.rows[--list.length] as number;
    list.rows[seat] = last;
    seats[last] = seat;
    seats[row] = -1;
    if (list.length === 0) cells.delete(cell);
    if (cells.size === 0) this.byKey.delete(key);
  }

  cells(key: number): ReadonlyMap<number, RowList> | undefined {
    return this.byKey.get(key);
  }
}
