/** A binary heap of numbers by key, the smallest first; one may stand in it twice. Keeps its memory. */
export class MinHeap {
  size = 0;
  private heap: Int32Array;
  private keys: Float64Array;

  constructor(room = 1024) {
    this.heap = new Int32Array(room);
    this.keys = new Float64Array(room);
  }

  /** Of what is not empty. */
  get least(): number {
    return this.heap[0]!;
  }

  get leastKey(): number {
    return this.keys[0]!;
  }

  clear(): void {
    this.size = 0;
  }

  add(value: number, key: number): void {
    if (this.size === this.heap.length) this.grow();
    const { heap, keys } = this;
    let k = this.size++;
    while (k > 0) {
      const up = (k - 1) >> 1;
      if (keys[up]! <= key) break;
      heap[k] = heap[up]!;
      keys[k] = keys[up]!;
      k = up;
    }
    heap[k] = value;
    keys[k] = key;
  }

  /** Takes the least away. */
  drop(): void {
    const { heap, keys } = this, n = --this.size, value = heap[n]!, key = keys[n]!;
    let k = 0;
    for (;;) {
      let down = 2 * k + 1;
      if (down >= n) break;
      if (down + 1 < n && keys[down + 1]! < keys[down]!) down++;
      if (keys[down]! >= key) break;
      heap[k] = heap[down]!;
      keys[k] = keys[down]!;
      k = down;
    }
    heap[k] = value;
    keys[k] = key;
  }

  private grow(): void {
    const { heap, keys } = this;
    (this.heap = new Int32Array(2 * heap.length)).set(heap);
    (this.keys = new Float64Array(2 * keys.length)).set(keys);
  }
}
