// One instance in a process of its own: solves when told, and answers with seconds, what the plan is worth and what is proved.
import { existsSync, readFileSync } from 'node:fs';
import { solve, solveNow } from '#solver';
import { greedy } from './greedy.mjs';
import { readInstance } from './instances.mjs';

/** In KiB. Linux counts in maxRSS what the parent weighed when it forked, so where it tells the process's own peak, that is taken. */
const STATUS = '/proc/self/status';
const peak = () =>
  existsSync(STATUS)
    ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(STATUS, 'utf8'))?.[1])
    : process.resourceUsage().maxRSS;

const bare = peak();
const problem = readInstance(process.argv[2]);

const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const ACTS = {
  solve: () => solveNow(problem),
  threads: () => solve(problem, { threads: 2 }),
  greedy: () => greedy(problem),
};

process.on('message', async (what) => {
  const began = performance.now(),
    before = processor();
  const { objective, gap } = await ACTS[what]();
  const wall = (performance.now() - began) / 1000,
    cpu = processor() - before;
  process.send({
    wall,
    cpu,
    objective: String(objective),
    gap,
    bytesPerPair: ((peak() - bare) * 1024) / problem.col.length,
    pairs: problem.col.length,
  });
});
process.send('ready');
