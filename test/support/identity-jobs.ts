import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Fact, FactType } from '#kernel';
import { handled } from '#platform';
import { FACT_JOBS, type FactJobName } from '../../apps/worker/src/jobs.js';
import { REACTIONS } from '../../apps/worker/src/reactions.js';

const isOurs = (job: string): boolean => job.startsWith('identity.');
const TYPES = (Object.keys(REACTIONS) as FactType[]).filter((type) => REACTIONS[type].some(isOurs));

/** What the worker does after a person has registered, or asked for a mail about their account: its jobs, of those facts that no job has handled yet. */
export async function runIdentityJobs(app: INestApplicationContext): Promise<void> {
  const source = app.get(DataSource);
  const facts = (await source.query(
    `SELECT f.id, f.type, f.payload, f.at, f.position FROM facts f WHERE f.type = ANY($1)
       AND NOT EXISTS (SELECT 1 FROM fact_jobs j WHERE j.fact_id = f.id AND j.job LIKE 'identity.%' AND j.handled_at IS NOT NULL) ORDER BY f.id`,
    [TYPES],
  )) as Fact[];
  for (const fact of facts) {
    for (const name of (REACTIONS[fact.type] as readonly FactJobName[]).filter(isOurs)) {
      const job = FACT_JOBS[name]((service) => app.get(service, { strict: false }));
      await source.transaction(async (tx) => {
        if ((await handled(tx, [fact.id], name)).size > 0) await job.apply?.(tx, fact as never);
      });
    }
  }
}
