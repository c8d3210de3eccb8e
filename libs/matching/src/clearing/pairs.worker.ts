import { parentPort, workerData } from 'node:worker_threads';
import { Bars } from '../bars.js';
import type { FoundPairs, PairWork } from './pair-tasks.js';
import { Spots } from './spots.js';
import { walkUnit, type UnitRows } from './unit-pairs.js';

// A thread of `pairsOfUnits`: does its tasks and hands over what it found.
const { offers, needs, bars, weights, points, now, units, tasks } = workerData as PairWork;
const known = new Bars();
for (const [offer, need, until] of bars) known.set(offer, need, until);
const spots = new Spots(points);
const found = tasks.map(({ unit, lookers }): FoundPairs => {
  const { length, offers: from, needs: to, sums } = walkUnit({ offers, needs, bars: known, weights, points }, spots, now, units[unit] as UnitRows, lookers);
  return { unit, lookers, length, offers: from, needs: to, sums };
});
parentPort?.postMessage(found, found.flatMap(({ offers: from, needs: to, sums }) => [from.buffer as ArrayBuffer, to.buffer as ArrayBuffer, sums.buffer as ArrayBuffer]));
