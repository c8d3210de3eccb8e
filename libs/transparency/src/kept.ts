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
    const fresh = { at: now, value: this.read(key) };
    this.kept.set(key, fresh);
    fresh.value.catch(() => void (this.kept.get(key) === fresh && this.kept.delete(key)));
    return fresh.value;
  }
}
