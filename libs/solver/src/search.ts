/** One moment of a search: how much of it was done (bids and pivots), what the best plan until then is worth, and what no plan can exceed. In doubles: near enough to draw. */
export interface SearchPoint {
  readonly work: number;
  readonly objective: number;
  readonly bound: number;
}

/** Points that a picture needs. */
const SHOWN = 40;

/** Searches of parts, one after the other, as the search of the whole: what is not begun yet counts with its first bound. */
export function joinSearches(parts: readonly (readonly SearchPoint[])[]): SearchPoint[] {
  let work = 0,
    objective = 0,
    bound = 0;
  for (const [first] of parts) bound += first?.bound ?? 0;
  const whole: SearchPoint[] = [{ work, objective, bound }];
  for (const part of parts) {
    let last = part[0];
    for (const point of part.slice(1)) {
      work += point.work - last!.work;
      objective += point.objective - last!.objective;
      bound += point.bound - last!.bound;
      whole.push({ work, objective, bound });
      last = point;
    }
  }
  return thinned(whole);
}

/** The first, the last, and between them no two that a picture shows at one place. */
function thinned(points: readonly SearchPoint[]): SearchPoint[] {
  const end = points.at(-1)!,
    step = end.work / SHOWN;
  const kept: SearchPoint[] = [];
  for (const point of points) {
    const before = kept.at(-1);
    if (before === undefined || point.work - before.work >= step) kept.push(point);
  }
  if (kept.at(-1) !== end) kept.push(end);
  return kept;
}
