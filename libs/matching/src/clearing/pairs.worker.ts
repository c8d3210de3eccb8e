import { parentPort, workerData } from 'node:worker_threads';
import { Bars } from '../bars.js';
import { foundIn, type PairWork } from './pair-tasks.js';
import { Spots } from './spots.js';

// A thread of `pairsOfUnits`: does its tasks and hands over what it found.
const { offers, needs, bars, weights, points, now, units, tasks } = workerData as PairWork;
const known = new Bars();
for (const [offer, need, until] of bars) known.set(offer, need, until);
const spots = new Spots(points);
const found = tasks.map((task) => foundIn({ offers, needs, bars: known, weights, points }, spots, now, units, task));
parentPort?.postMessage(found, found.flatMap(({ offers: from, needs: to, sums }) => [from.buffer as ArrayBuffer, to.buffer as ArrayBuffer, sums.buffer as ArrayBuffer]));
