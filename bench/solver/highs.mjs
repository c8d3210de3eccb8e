// npm's HiGHS on one instance, in a process of its own: seconds of the solve alone, and its objective.
import load from 'highs';
import { readInstance } from './instances.mjs';

const { supply, demand, start, col, weight } = readInstance(process.argv[2]);
const into = Array.from(demand, () => []),
  limits = [],
  worth = [];
for (let i = 0; i < supply.length; i++) {
  const out = [];
  for (let e = start[i]; e < start[i + 1]; e++) {
    out.push(`x${e}`);
    into[col[e]].push(`x${e}`);
    worth.push(`${weight[e]} x${e}`);
  }
  if (out.length > 0) limits.push(`${out.join('\n + ')} <= ${supply[i]}`);
}
into.forEach((names, j) => names.length > 0 && limits.push(`${names.join('\n + ')} <= ${demand[j]}`));
const program = `Maximize\n obj: ${worth.join('\n + ')}\nSubject To\n${limits.map((limit, k) => ` c${k}: ${limit}`).join('\n')}\nEnd\n`;
const highs = await load();
const began = performance.now();
const { ObjectiveValue, Status } = highs.solve(program);
process.send({ seconds: (performance.now() - began) / 1000, objective: ObjectiveValue, status: Status });
