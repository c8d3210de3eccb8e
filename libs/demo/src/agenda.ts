import type { SetClock } from '#kernel';

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => Promise<void>;
  readonly decision: boolean;
}

/** What happens in the region, in the order of time: before each step the clock stands at its moment. */
export class Agenda {
  private readonly entries: Entry[] = [];

  add(at: Date, run: () => Promise<void>): void {
    this.entries.push({ at: at.getTime(), order: this.entries.length, run, decision: false });
  }

  /** A step in which a moderator decides. */
  addDecision(at: Date, run: () => Promise<void>): void {
    this.entries.push({ at: at.getTime(), order: this.entries.length, run, decision: true });
  }

  /** @param afterDecision called after each decision */
  async play(clock: SetClock, afterDecision: () => Promise<void>): Promise<number> {
    const inOrder = [...this.entries].sort((a, b) => a.at - b.at || a.order - b.order);
    for (const entry of inOrder) {
      clock.set(new Date(entry.at));
      await entry.run();
      if (entry.decision) await afterDecision();
    }
    return inOrder.length;
  }
}
