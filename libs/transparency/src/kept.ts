/** So many answers are kept at once; when there are more, those that are too old go. */
const MOST = 500;

/** Answers that many ask for at once, each at most `ms` old; a failure is not kept. */
export class Kept<K, T> {
  private readonly kept = new Map<K, { readonly at: number; readonly value: Promise<T> }>();

  constructor(
    private readonly ms: number,
    private readonly read: (key: K) => Promise<T>,
  ) {}

  of(key: K, now: number): Promise<T> {
    const known = this.kept.get(key);
    if (known && now - known.at < this.ms && now >= known.at) return known.value;
    if (this.kept.size >= MOST)
      for (const [old, { at }] of this.kept) if (now - at >= this.ms || now < at) this.kept.delete(old);
    const fresh = { at: now, value: this.read(key) };
    this.kept.set(key, fresh);
    fresh.value.catch(() => void (this.kept.get(key) === fresh && this.kept.delete(key)));
    return fresh.value;
  }
}
