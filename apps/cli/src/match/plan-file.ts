import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import type { ClearedUnit, PairIndex, PartValues } from '#engine';

const COLUMNS = ['offer', 'need', 'kind', 'quantity', 'unit', 'score', 'parts'];
const CHUNK = 2_000;

/** Writes plan.csv in the order of offers and then needs. Returns how many rows it has. */
export async function writePlan(
  path: string,
  units: readonly ClearedUnit[],
  index: PairIndex,
  now: number,
): Promise<number> {
  const file = createWriteStream(path);
  const partsOf = units.map(({ pairs }) => index.planParts(pairs, now));
  let text = stringify([COLUMNS]);
  let [count, rows] = [0, 0];
  for (const { unit, offer, id } of offersInOrder(units)) {
    const { pairs, plan, score, equity } = units[unit] as ClearedUnit;
    const first = cell(id);
    for (let pair = pairs.start[offer] as number; pair < (pairs.start[offer + 1] as number); pair++) {
      const quantity = plan.flow[pair] as number;
      if (quantity === 0) continue;
      const need = pairs.col[pair] as number;
      const values = (partsOf[unit] as (offer: number, need: number) => PartValues)(offer, need);
      text += `${first},${cell(pairs.needs[need] as string)},${pairs.kind},${quantity},${cell(pairs.unit)},${score[pair] as number},${parts(values, equity === null ? null : (equity[need] as number))}\n`;
      rows += 1;
    }
    if (rows < CHUNK) continue;
    if (!file.write(text)) await once(file, 'drain');
    [text, count, rows] = ['', count + rows, 0];
  }
  file.end(text);
  await finished(file);
  return count + rows;
}

/** Most cells are what they say; the library knows what to do with the others. */
const PLAIN = /^[^",\r\n]+$/;
const cell = (text: string): string => (PLAIN.test(text) ? text : stringify([[text]]).slice(0, -1));

/** JSON as a cell, quotes doubled: whole numbers under plain names. */
function parts(values: PartValues, equity: number | null): string {
  let text = '';
  for (const part in values)
    if (part !== 'equity' || equity === null) text += `,""${part}"":${values[part as keyof PartValues] as number}`;
  return `"{${text.slice(1)}${equity === null ? '' : `,""equity"":${equity}`}}"`;
}

function offersInOrder(units: readonly ClearedUnit[]): { unit: number; offer: number; id: string }[] {
  const all = units.flatMap(({ pairs }, unit) => pairs.offers.map((id, offer) => ({ unit, offer, id })));
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}
