import type { DataSource } from 'typeorm';
import { loadCatalogue } from '#catalogue-store';
import { Clock } from '#kernel';
import { Ledger } from '#ledger';
import { readSnapshot } from './snapshot.queries.js';
import { readClearing } from './clearings.queries.js';
import { planOf } from './plan.js';
import { planDigest } from './plan.queries.js';
import { putPlan, waitingBin } from './parts.queries.js';
import { ClearingRun } from './run.js';
import { solveBin } from './solve-bin.js';
import { withSource } from './source.js';

/** What a process is asked for: a whole run, or one bin of a run that is shared. */
export type ClearingTask = { readonly databaseUrl: string; readonly clearingId: string; readonly part?: number };

/** Does it with connections of its own. A task that is done already does nothing. @param hasRead said once nothing waits for it but the clearing */
export async function runTask(
  { databaseUrl, clearingId, part }: ClearingTask,
  clock = new Clock(),
  hasRead = (): void => undefined,
): Promise<void> {
  await withSource(databaseUrl, async (source) => {
    if (part === undefined)
      await new ClearingRun(
        { source, databaseUrl, clearingId },
        clock,
        await loadCatalogue(source),
        new Ledger(source),
        hasRead,
      ).run();
    else await solvePart(source, clearingId, part);
  });
}

/** Plans an earlier run again from its stored input, here and alone, and says what came of it. @throws Error when there is no such run */
export async function replay({
  databaseUrl,
  clearingId,
}: Omit<ClearingTask, 'part'>): Promise<{ inputDigest: string; planDigest: string }> {
  return withSource(databaseUrl, async (source) => {
    const run = await readClearing(source, clearingId);
    if (!run) throw new Error(`There is no clearing ${clearingId}`);
    const { snapshot, digest } = await readSnapshot(source, clearingId);
    const plan = await planOf(snapshot, { gap: run.gap, place: null, compareWith: null });
    return { inputDigest: digest, planDigest: planDigest(plan) };
  });
}

async function solvePart(source: DataSource, clearingId: string, part: number): Promise<void> {
  const bin = await waitingBin(source, clearingId, part);
  if (bin) await putPlan(source, clearingId, part, solveBin(bin));
}
