import { SCHEDULE } from '../../apps/worker/src/schedule.js';

/** How often the clock has called each of its jobs in the worker that shows its metrics at this port. */
export async function ticks(port: number): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${port}/api/metrics`)).text();
  const lines = [...text.matchAll(/^lepta_job_seconds_count\{.*job="([\w.-]+)".*\} (\d+)$/gm)];
  return new Map(lines.map(([, job, count]) => [job as string, Number(count)]));
}

/** Jobs of the clock that it has not called since then. */
export async function uncalled(
  port: number,
  since: ReadonlyMap<string, number>,
  jobs: readonly string[] = Object.keys(SCHEDULE),
): Promise<string[]> {
  const now = await ticks(port);
  return jobs.filter((job) => (now.get(job) ?? 0) <= (since.get(job) ?? 0));
}
