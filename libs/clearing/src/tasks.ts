import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock } from '#kernel';
import { Ledger } from '#ledger';
import { dataSourceOptions } from '#platform';
import { putPlan, waitingBin } from './parts.queries.js';
import { ClearingRun } from './run.js';
import { solveBin } from './solve-bin.js';

/** What a thread is asked for: a whole run, or one bin of somebody's run. */
export type ClearingTask = { readonly databaseUrl: string; readonly clearingId: string; readonly part?: number };

/** Does it with connections of its own. A task that is done already does nothing. */
export async function runTask({ databaseUrl, clearingId, part }: ClearingTask): Promise<void> {
  const source = await new DataSource(dataSourceOptions({ url: databaseUrl, max: 3, applicationName: 'lepta-clearing' })).initialize();
  try {
    if (part === undefined) await new ClearingRun(source, new Clock(), await Catalogue.load(source), new Ledger(source)).run(clearingId);
    else await solvePart(source, clearingId, part);
  } finally {
    await source.destroy();
  }
}

async function solvePart(source: DataSource, clearingId: string, part: number): Promise<void> {
  const bin = await waitingBin(source, clearingId, part);
  if (bin) await putPlan(source, clearingId, part, solveBin(bin));
}
