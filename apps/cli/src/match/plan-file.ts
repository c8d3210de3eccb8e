import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import type { ClearedUnit, PairIndex, PartValues } from '#matching/light';

const COLUMNS = ['offer', 'need', 'kind', 'quantity', 'unit', 'score', 'parts'];
const CHUNK = 2_000;

/** Writes plan.csv in the order of offers and then needs. Returns how many rows it has. */
export async function writePlan(path: string, units: readonly ClearedUnit[], index: PairIndex, now: number): Promise<number> {
  const file = createWriteStream(path);
  let rows: (string | number)[][] = [COLUMNS];
  let count = 0;
  const flush = async (): Promise<void> => {
    const text = stringify(rows);
    rows = [];
    if (!file.write(text)) await once(file, 'drain');
  };
  for (const { unit, offer } of offersInOrder(units)) {
    const { pairs, plan, score, equity } = units[unit] as ClearedUnit;
    for (let pair = pairs.start[offer] as number; pair < (pairs.start[offer + 1] as number); pair++) {
      const quantity = plan.flow[pair] as number;
      if (quantity === 0) continue;
      const need = pairs.col[pair] as number;
      const [offerId, needId] = [pairs.offers[offer] as string, pairs.needs[need] as string];
      const values: PartValues = { ...index.partValues(offerId, needId, now), ...(equity === null ? {} : { equity: equity[need] as number }) };
      rows.push([offerId, needId, pairs.kind, quantity, pairs.unit, score[pair] as number, JSON.stringify(values)]);
      count += 1;
    }
    if (rows.length >= CHUNK) await flush();
  }
  await flush();
  file.end();
  await finished(file);
  return count;
}

function offersInOrder(units: readonly ClearedUnit[]): { unit: number; offer: number; id: string }[] {
  const all = units.flatMap(({ pairs }, unit) => pairs.offers.map((id, offer) => ({ unit, offer, id })));
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}
