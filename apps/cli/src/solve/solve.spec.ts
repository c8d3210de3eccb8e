import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { dice } from '../../../../test/factories/problems.js';
import { loadHighs } from '../../../../test/factories/highs.js';
import { InputError } from '../input.js';
import { readNetwork } from './dimacs.js';
import { solveNetwork } from './network.js';
import { solveCommand } from './solve-command.js';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'lepta-solve-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const file = (text: string): string => {
  const path = join(dir, 'problem.min');
  writeFileSync(path, text);
  return path;
};
const solved = async (text: string, gap?: number) => solveNetwork(await readNetwork(file(text)), gap);

test('a network between sources and sinks', async () => {
  const { objective, lowerBound, gap, flow } = await solved(
    'c two and two\np min 4 4\nn 1 5\nn 2 3\nn 3 -4\nn 4 -4\na 1 3 0 9 2\na 1 4 0 9 6\na 2 3 0 9 1\na 2 4 0 9 4\n',
  );
  expect([objective, lowerBound, gap]).toEqual([26n, 26n, 0]);
  expect(flow).toEqual(Float64Array.of(4, 1, 0, 3));
});

test('a general network: through nodes, narrow and twin arcs, lower limits, negative costs, a loop', async () => {
  const { objective, flow } = await solved(
    'p min 4 7\r\nn 1 10\r\nn 4 -10\r\na 1 2 0 6 1\r\na 1 3 2 10 3\r\na 2 3 0 2 -1\r\na 2 4 0 4 2\r\na 3 4 0 5 1\r\na 3 4 0 9 2\r\na 2 2 0 3 -5',
  );
  // 6 through node 2 (4 straight, 2 by node 3), 4 by node 3; 5 of the 6 there go cheaply; the loop earns 15.
  expect(objective).toBe(6n + 12n - 2n + 8n + 5n + 2n - 15n);
  expect(flow).toEqual(Float64Array.of(6, 4, 2, 4, 5, 1, 3));
});

test('an assignment', async () => {
  const { objective } = await solved(
    'p asn 6 7\nn 1\nn 2\nn 3\na 1 4 5\na 1 5 9\na 2 4 1\na 2 5 8\na 2 6 7\na 3 6 2\na 3 5 2\n',
  );
  expect(objective).toBe(9n + 1n + 2n);
});

test('random networks cost what HiGHS says', async () => {
  const roll = dice(23),
    highs = await loadHighs();
  let feasible = 0;
  for (let round = 0; round < 120; round++) {
    const nodes = 2 + roll(8),
      arcs = Array.from({ length: nodes * 3 }, () => ({
        from: 1 + roll(nodes),
        to: 1 + roll(nodes),
        low: roll(4) === 0 ? roll(2) : 0,
        cap: 1 + roll(12),
        cost: roll(100) - (round % 2 === 0 ? 20 : 0),
      }));
    const balance = Array.from({ length: nodes }, () => 0);
    for (let k = 0; k < 3; k++) {
      const from = roll(nodes),
        to = roll(nodes),
        amount = roll(4);
      balance[from] = balance[from]! + amount;
      balance[to] = balance[to]! - amount;
    }
    const text = `p min ${nodes} ${arcs.length}\n${balance.map((b, v) => `n ${v + 1} ${b}`).join('\n')}\n${arcs.map(({ from, to, low, cap, cost }) => `a ${from} ${to} ${low} ${cap} ${cost}`).join('\n')}\n`;
    const signed = (terms: [number, string][]): string =>
      terms.map(([f, name]) => `${f < 0 ? '-' : '+'} ${Math.abs(f)} ${name}`).join(' ');
    const limits = balance.map(
      (b, v) =>
        [
          signed(
            arcs.flatMap(({ from, to }, e): [number, string][] =>
              from === to ? [] : from === v + 1 ? [[1, `x${e}`]] : to === v + 1 ? [[-1, `x${e}`]] : [],
            ),
          ),
          b,
        ] as const,
    );
    if (limits.some(([left, b]) => left === '' && b !== 0)) continue;
    const answer = highs.solve(
      `Minimize\n obj: ${signed(arcs.map(({ cost }, e) => [cost, `x${e}`]))}\nSubject To\n${limits
        .filter(([left]) => left !== '')
        .map(([left, b], v) => ` c${v}: ${left} = ${b}`)
        .join('\n')}\nBounds\n${arcs.map(({ low, cap }, e) => ` ${low} <= x${e} <= ${cap}`).join('\n')}\nEnd\n`,
    );
    if (answer.Status === 'Optimal') {
      feasible++;
      const { objective, gap } = await solved(text);
      expect(Math.abs(Number(objective) - answer.ObjectiveValue)).toBeLessThan(0.5);
      expect(gap).toBe(0);
    } else await expect(solved(text)).rejects.toThrow(/Infeasible/);
  }
  expect(feasible).toBeGreaterThan(30);
});

test('a gap that is allowed is kept, on the cost', async () => {
  const roll = dice(29),
    n = 300,
    arcs: string[] = [];
  for (let i = 1; i <= n; i++)
    for (const j of new Set(Array.from({ length: 12 }, () => roll(n)).concat(i - 1)))
      arcs.push(`a ${i} ${n + 1 + j} 0 1 ${1 + roll(1000)}`);
  const text = `p min ${2 * n} ${arcs.length}\n${Array.from({ length: 2 * n }, (_, v) => `n ${v + 1} ${v < n ? 1 : -1}`).join('\n')}\n${arcs.join('\n')}\n`;
  const exact = await solved(text),
    near = await solved(text, 0.1);
  expect(exact.gap).toBe(0);
  expect(near.gap).toBeLessThanOrEqual(0.1);
  expect(near.objective >= exact.objective && near.lowerBound <= exact.objective).toBe(true);
});

test.each([
  ['no problem line', 'c nothing\n', 'there is no problem line'],
  ['another format', 'p max 2 1\n', 'line 1: the problem line is'],
  ['a fraction', 'p min 2 1\nn 1 1\nn 2 -1\na 1 2 0 1 1.5\n', 'line 4: "." is no whole number'],
  ['a word', 'p min 2 1\nn one 1\n', 'line 2: "o" is no whole number'],
  ['a missing field', 'p min 2 1\na 1 2 0 1\n', 'line 2: an arc is a FROM TO LOW CAPACITY COST'],
  ['an unknown node', 'p min 2 1\na 1 3 0 1 1\n', 'line 2: there is no node 3'],
  ['fewer arcs than promised', 'p min 2 2\na 1 2 0 1 1\n', 'promises 2 arcs, there are 1'],
  ['more arcs than promised', 'p min 2 1\na 1 2 0 1 1\na 1 2 0 1 1\n', 'line 3: the problem line promises 1'],
  ['an unknown line', 'p min 2 1\nq 1\n', 'line 2: a line begins with'],
  ['a lower limit above the upper', 'p min 2 1\na 1 2 3 1 1\n', 'line 2: infeasible'],
  [
    'supplies without their demands',
    'p min 2 1\nn 1 2\nn 2 -1\na 1 2 0 9 1\n',
    'Infeasible: supplies and demands differ by 1',
  ],
  ['no way', 'p min 3 1\nn 1 2\nn 3 -2\na 1 2 0 9 1\n', 'Infeasible'],
  ['a narrow way', 'p min 3 2\nn 1 2\nn 3 -2\na 1 2 0 9 1\na 2 3 0 1 1\n', 'Infeasible'],
  [
    'a circle that earns for ever',
    'p min 2 2\na 1 2 0 99999999999999 -1\na 2 1 0 99999999999999 0\n',
    'as good as unbounded',
  ],
])('%s is one line', async (_, text, words) => {
  const refused = await solved(text).catch((err: unknown) => err);
  expect(refused).toBeInstanceOf(InputError);
  expect((refused as Error).message).toContain(words);
  expect((refused as Error).message).not.toContain('\n');
});

test('the command writes the flow in DIMACS', async () => {
  const program = new Command().exitOverride(),
    out = join(dir, 'solution.flow');
  solveCommand(program);
  await program.parseAsync(['solve', file('p min 2 1\nn 1 3\nn 2 -3\na 1 2 0 5 7\n'), '--out', out], { from: 'user' });
  expect(readFileSync(out, 'utf8')).toBe('s 21\nf 1 2 3\n');
});
