import { solve } from '#solver';

export interface Pair {
  readonly person: number;
  readonly shift: number;
  readonly worth: number;
}

/** Who gets which shift, so that all together are worth the most: each person at most one, each shift at most its places. The same pairs give the same plan, and others work in between. @param pairs by person, then by shift, each once */
export async function assign(people: number, places: readonly number[], pairs: readonly Pair[]): Promise<Pair[]> {
  if (pairs.length === 0) return [];
  const start = new Int32Array(people + 1);
  for (const { person } of pairs) start[person + 1] = (start[person + 1] ?? 0) + 1;
  for (let at = 0; at < people; at++) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0);
  const { flow } = await solve({
    supply: new Float64Array(people).fill(1),
    demand: Float64Array.from(places),
    start,
    col: Int32Array.from(pairs, ({ shift }) => shift),
    weight: Int32Array.from(pairs, ({ worth }) => worth),
  });
  return pairs.filter((_, at) => flow[at] === 1);
}
