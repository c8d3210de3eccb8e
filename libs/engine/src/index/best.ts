/** Keeps the best rows of a scan: higher score first, then the older, then the smaller id. No row is kept twice by its caller. */
export class Best {
  readonly rows: number[] = [];
  readonly scores: number[] = [];

  constructor(
    private readonly size: number,
    private readonly since: Float64Array,
    private readonly ids: readonly string[],
  ) {}

  /** Whether some row with this score might be kept, had it been there for long enough. */
  wants(score: number): boolean {
    return this.size > 0 && (this.rows.length < this.size || score >= (this.scores[this.rows.length - 1] as number));
  }

  /** Whether no row with this score that came when this one did, or later, would be kept. */
  isLate(score: number, row: number): boolean {
    const last = this.rows.length - 1;
    return (
      last + 1 >= this.size &&
      score === this.scores[last] &&
      (this.since[row] as number) > (this.since[this.rows[last] as number] as number)
    );
  }

  /** Whether a row with this score would be kept; cheap, asked before anything dear is looked at. */
  takes(score: number, row: number): boolean {
    if (this.size === 0) return false;
    if (this.rows.length < this.size) return true;
    const last = this.rows.length - 1;
    return this.before(score, row, this.scores[last] as number, this.rows[last] as number);
  }

  add(score: number, row: number): void {
    let at = this.rows.length;
    while (at > 0 && this.before(score, row, this.scores[at - 1] as number, this.rows[at - 1] as number)) at--;
    this.rows.splice(at, 0, row);
    this.scores.splice(at, 0, score);
    if (this.rows.length > this.size) {
      this.rows.pop();
      this.scores.pop();
    }
  }

  private before(scoreA: number, a: number, scoreB: number, b: number): boolean {
    if (scoreA !== scoreB) return scoreA > scoreB;
    const [sinceA, sinceB] = [this.since[a] as number, this.since[b] as number];
    if (sinceA !== sinceB) return sinceA < sinceB;
    return (this.ids[a] as string) < (this.ids[b] as string);
  }
}
