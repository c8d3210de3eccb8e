import { parentPort, workerData } from 'node:worker_threads';
import { Exclusions } from '../exclusions.js';
import { foundIn, type PairWork } from './pair-tasks.js';
import { Spots } from './spots.js';

// A thread of `pairsOfUnits`: does its tasks and hands over what it found.
const { offers, needs, exclusions, weights, points, now, units, tasks } = workerData as PairWork;
const known = new Exclusions();
for (const [offer, need, until] of exclusions) known.set(offer, need, until);
const spots = new Spots(points);
const found = tasks.map((task) =>
  foundIn({ offers, needs, exclusions: known, weights, points }, spots, now, units, task),
);
parentPort?.postMessage(
  found,
  found.flatMap(({ offers: from, needs: to, sums }) => [
    from.buffer as ArrayBuffer,
    to.buffer as ArrayBuffer,
    sums.buffer as ArrayBuffer,
  ]),
);
