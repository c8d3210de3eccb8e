import type { Problem, Segments } from '#solver';

/** The same numbers for the same seed, everywhere: 0 <= answer < n. */
export function dice(seed: number): (n: number) => number {
  let state = seed | 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 0) / 4294967296) * n);
  };
}

export interface Row {
  readonly col: number;
  readonly weight: number;
}

export function problemOf(
  supply: readonly number[],
  demand: readonly number[],
  rows: readonly (readonly Row[])[],
  more: { minimum?: readonly number[]; segments?: Segments } = {},
): Problem {
  const start = new Int32Array(supply.length + 1);
  rows.forEach((row, i) => (start[i + 1] = start[i]! + row.length));
  const arcs = rows.flat();
  return {
    supply: Float64Array.from(supply),
    demand: Float64Array.from(demand),
    start,
    col: Int32Array.from(arcs, ({ col }) => col),
    weight: Int32Array.from(arcs, ({ weight }) => weight),
    ...(more.minimum && { minimum: Float64Array.from(more.minimum) }),
    ...(more.segments && { segments: more.segments }),
  };
}

/** Small, with ties, weights of 0, lonely nodes and, now and then, amounts of 0. */
export function smallProblem(roll: (n: number) => number): Problem {
  const supplies = 1 + roll(10),
    demands = 1 + roll(10),
    top = [1, 2, 5, 100, 1_000_001][roll(5)]!,
    most = [1, 3, 50, 10_000][roll(4)]!,
    dense = 1 + roll(10),
    least = roll(4) === 0 ? 0 : 1;
  const amounts = (n: number): number[] => Array.from({ length: n }, () => least + roll(most));
  const rows = Array.from({ length: supplies }, () =>
    Array.from({ length: demands }, (_, col) => ({ col, weight: roll(top) })).filter(() => roll(10) < dense),
  );
  return problemOf(amounts(supplies), amounts(demands), rows);
}

/** Two falling bonuses on some demands. */
export function someSegments(problem: Problem, roll: (n: number) => number): Segments {
  const demand: number[] = [],
    amount: number[] = [],
    bonus: number[] = [];
  for (let j = 0; j < problem.demand.length; j++) {
    if (roll(2) === 0) continue;
    const high = roll(1000),
      low = roll(high + 1);
    demand.push(j, j);
    amount.push(roll(problem.demand[j]! + 2), roll(problem.demand[j]! + 2));
    bonus.push(high, low);
  }
  return { demand: Int32Array.from(demand), amount: Float64Array.from(amount), bonus: Int32Array.from(bonus) };
}

/** Many problems as one program in CPLEX's LP format; its optimum is the sum of theirs. Segments are variables of their own, and so is whether a lot is used. */
export function linearProgram(problems: readonly Problem[]): string {
  const worth: string[] = [],
    limits: string[] = [],
    bounds: string[] = [],
    lots: string[] = [];
  problems.forEach((problem, p) => {
    const { supply, demand, start, col, weight, segments, minimum } = problem;
    const into: string[][] = Array.from(demand, () => []);
    for (let i = 0; i < supply.length; i++) {
      const out: string[] = [];
      for (let e = start[i]!; e < start[i + 1]!; e++) {
        const name = `x${p}_${e}`;
        out.push(name);
        into[col[e]!]!.push(name);
        if (weight[e]! > 0) worth.push(`${weight[e]} ${name}`);
        if (minimum === undefined || minimum[e]! <= 1) continue;
        lots.push(`l${p}_${e}`);
        limits.push(
          `${name} - ${minimum[e]} l${p}_${e} >= 0`,
          `${name} - ${Math.min(supply[i]!, demand[col[e]!]!)} l${p}_${e} <= 0`,
        );
      }
      if (out.length > 0) limits.push(`${out.join(' + ')} <= ${supply[i]}`);
    }
    into.forEach((names, j) => {
      if (names.length === 0) return;
      limits.push(`${names.join(' + ')} <= ${demand[j]}`);
      const own = segments ? Array.from(segments.demand.keys()).filter((k) => segments.demand[k] === j) : [];
      for (const k of own) {
        worth.push(`${segments!.bonus[k]} s${p}_${k}`);
        bounds.push(`s${p}_${k} <= ${segments!.amount[k]}`);
      }
      if (own.length > 0) limits.push(`${own.map((k) => `s${p}_${k}`).join(' + ')} - ${names.join(' - ')} <= 0`);
    });
  });
  const lines = (parts: readonly string[]): string =>
    parts.reduce((text, part, k) => `${text}${k % 20 === 19 ? '\n' : ' '}+ ${part}`, '');
  return `Maximize\n obj:${worth.length > 0 ? lines(worth) : ' 0 nothing'}\nSubject To\n${limits.map((limit, k) => ` c${k}: ${limit}`).join('\n')}\nBounds\n nothing <= 0\n${bounds.join('\n')}\n${lots.length > 0 ? `Binary\n ${lots.join('\n ')}\n` : ''}End\n`;
}
