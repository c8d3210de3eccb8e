import type { Codes } from './codes.js';
import type { SideTable } from './side-table.js';

/**
 * What gifts are bound to. Needs have no number of their own, which would be one for each of a million; only those that some gift names
 * get theirs, whichever of the two came first.
 */
export class Bindings {
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly needs: SideTable,
    private readonly codes: Codes,
  ) {}

  /** The numbers of what binds a gift; null: nothing does. */
  bind(only: readonly string[]): Int32Array | null {
    if (only.length === 0) return null;
    return Int32Array.from(only, (id) => {
      const code = this.codes.of(id);
      this.numbers.set(id, code);
      this.tell(id, code);
      return code;
    });
  }

  /** The number of a need that some gift is bound to, else 0. */
  codeOf(needId: string): number {
    return this.numbers.get(needId) ?? 0;
  }

  /** Needs have come in another way than one by one. */
  tellAll(): void {
    for (const [id, code] of this.numbers) this.tell(id, code);
  }

  private tell(needId: string, code: number): void {
    const row = this.needs.row(needId);
    if (row !== undefined) this.needs.self[row] = code;
  }
}
