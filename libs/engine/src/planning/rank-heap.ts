/** What comes first: the larger `key`, then the smaller `tie`, then the smaller `ref`. A binary heap on typed arrays. */
export class RankHeap {
  size = 0;
  /** The last one taken. */
  key = 0;
  tie = 0;
  ref = 0;
  private keys = new Float64Array(256);
  private ties = new Float64Array(256);
  private refs = new Int32Array(256);

  clear(): void {
    this.size = 0;
  }

  push(key: number, tie: number, ref: number): void {
    if (this.size === this.keys.length) this.grow();
    const { keys, ties, refs } = this;
    let at = this.size++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!before(key, tie, ref, keys[up] as number, ties[up] as number, refs[up] as number)) break;
      keys[at] = keys[up] as number;
      ties[at] = ties[up] as number;
      refs[at] = refs[up] as number;
      at = up;
    }
    keys[at] = key;
    ties[at] = tie;
    refs[at] = ref;
  }

  /** Takes the first into `key`, `tie` and `ref`; false when there is none. */
  pop(): boolean {
    if (this.size === 0) return false;
    const { keys, ties, refs } = this;
    this.key = keys[0] as number;
    this.tie = ties[0] as number;
    this.ref = refs[0] as number;
    const size = --this.size;
    const [key, tie, ref] = [keys[size] as number, ties[size] as number, refs[size] as number];
    let at = 0;
    for (let down = 1; down < size; down = 2 * at + 1) {
      if (
        down + 1 < size &&
        before(
          keys[down + 1] as number,
          ties[down + 1] as number,
          refs[down + 1] as number,
          keys[down] as number,
          ties[down] as number,
          refs[down] as number,
        )
      )
        down++;
      if (before(key, tie, ref, keys[down] as number, ties[down] as number, refs[down] as number)) break;
      keys[at] = keys[down] as number;
      ties[at] = ties[down] as number;
      refs[at] = refs[down] as number;
      at = down;
    }
    keys[at] = key;
    ties[at] = tie;
    refs[at] = ref;
    return true;
  }

  private grow(): void {
    const wider = <T extends Float64Array | Int32Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.keys = wider(new Float64Array(this.size * 2), this.keys);
    this.ties = wider(new Float64Array(this.size * 2), this.ties);
    this.refs = wider(new Int32Array(this.size * 2), this.refs);
  }
}

function before(keyA: number, tieA: number, refA: number, keyB: number, tieB: number, refB: number): boolean {
  if (keyA !== keyB) return keyA > keyB;
  return tieA !== tieB ? tieA < tieB : refA < refB;
}
