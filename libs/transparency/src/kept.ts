/** So many answers are kept at once; when there are more, those that are too old go. */
const MOST = 500;

interface Answer<T> {
  readonly at: number;
  readonly value: Promise<T>;
  /** The one before it, as long as this one is being read. */
  meanwhile?: Promise<T>;
}

/**
 * Answers that many ask for at once, each at most `ms` old; a failure is not kept.
 * @param servedFor where reading takes long: an answer that is no older than this is given while a new one is read. A failure of that reading reaches a reader once the old answer is older.
 */
export class Kept<K, T> {
  private readonly kept = new Map<K, Answer<T>>();

  constructor(
    private readonly ms: number,
    private readonly read: (key: K) => Promise<T>,
    private readonly servedFor = ms,
  ) {}

  of(key: K, now: number): Promise<T> {
    const known = this.kept.get(key);
    const age = known ? now - known.at : -1;
    if (known && age >= 0 && age < this.ms) return known.meanwhile ?? known.value;
    if (this.kept.size >= MOST)
      for (const [old, { at }] of this.kept) if (now - at >= this.servedFor || now < at) this.kept.delete(old);
    const before = known && age >= 0 && age < this.servedFor ? known : undefined;
    const fresh: Answer<T> = {
      at: now,
      value: this.read(key),
      meanwhile: before && (before.meanwhile ?? before.value),
    };
    this.kept.set(key, fresh);
    fresh.value.then(
      () => (fresh.meanwhile = undefined),
      () => {
        if (this.kept.get(key) !== fresh) return;
        if (before) this.kept.set(key, before);
        else this.kept.delete(key);
      },
    );
    return fresh.meanwhile ?? fresh.value;
  }
}
