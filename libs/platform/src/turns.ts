/** Work of which some runs at once and some waits; a further caller is sent away at once, so that a rush keeps no more in memory than that. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waitingMax: number,
  ) {}

  /** Null, and nothing is begun, where too many wait already. */
  take<T>(work: () => Promise<T>): Promise<T> | null {
    if (this.running >= this.atOnce && this.waiting.length >= this.waitingMax) return null;
    return this.run(work);
  }

  private async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await new Promise<void>((go) => this.waiting.push(go));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next)
        next(); // the turn passes on: nobody who comes now takes it
      else this.running -= 1;
    }
  }
}

/** Turns for each key: callers that would wait for the same row wait here, with no connection in hand, so that a rush at one row leaves the others of the pool to everybody else. */
export class KeyedTurns {
  private readonly keys = new Map<string, { readonly turns: Turns; callers: number }>();

  constructor(
    private readonly atOnce: number,
    private readonly waitingMax: number,
  ) {}

  /** Where too many wait for this key already the work begins at once: the row's own lock is what keeps it right. */
  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const kept = this.keys.get(key) ?? { turns: new Turns(this.atOnce, this.waitingMax), callers: 0 };
    this.keys.set(key, kept);
    kept.callers += 1;
    try {
      return await (kept.turns.take(work) ?? work());
    } finally {
      kept.callers -= 1;
      if (kept.callers === 0) this.keys.delete(key);
    }
  }
}
