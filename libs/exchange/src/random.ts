/** The generator's dice: the same seed makes the same file on every machine. Only whole-number steps and correctly rounded operations decide. */
export class Dice {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  constructor(seed: number) {
    this.a = seed | 0;
    this.b = Math.imul(seed, 0x9e3779b9) | 0;
    this.c = Math.floor(seed / 2 ** 32) | 0;
    for (let i = 0; i < 16; i++) this.next();
  }

  /** 0 <= x < 1 (sfc32). */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  }

  /** 0 .. below - 1. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** About normal (mean 0, deviation 1): the sum of twelve, which needs no logarithm and so rounds alike everywhere. */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.next();
    return sum;
  }

  /** A new list in random order. */
  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
  }
}

/** Chooses by Zipf's law: the n-th of a list with weight 1/n. */
export class Zipf<T> {
  private readonly sums: number[] = [];

  constructor(private readonly list: readonly T[]) {
    let sum = 0;
    for (let at = 0; at < list.length; at++) this.sums.push((sum += 1 / (at + 1)));
  }

  pick(dice: Dice): T {
    const aim = dice.next() * (this.sums.at(-1) ?? 0);
    let [low, high] = [0, this.sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sums[middle] as number) > aim) high = middle;
      else low = middle + 1;
    }
    return this.list[low] as T;
  }
}

/** Log-normal: median times 2 to the power of `spread` deviations, in steps of `step`, within 1 step and `max`. Powers of two by halves round alike everywhere. */
export function logNormal(dice: Dice, median: number, spread: number, step: number, max: number): number {
  const power = dice.normal() * spread;
  const whole = Math.floor(power);
  const rest = power - whole; // 2^rest between 1 and 2, to a hundredth, by its own polynomial
  const factor = 2 ** whole * (1 + rest * (0.6565 + rest * 0.3435));
  const steps = Math.min(Math.floor(max / step), Math.max(1, Math.round((median * factor) / step)));
  return steps * step;
}
