/** The only source of "now" for decisions; PostgreSQL's now() is for columns that nobody decides by. */
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is moved: for tests. */
export class SetClock extends Clock {
  constructor(private at: Date) {
    super();
  }
  override now(): Date {
    return new Date(this.at);
  }
  set(at: Date): void {
    this.at = at;
  }
  forward(ms: number): void {
    this.at = new Date(this.at.getTime() + ms);
  }
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
