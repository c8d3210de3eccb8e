/** Where a shift is met, in degrees. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}
