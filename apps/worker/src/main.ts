import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { MatchIndex } from '#matching';
import { Env, EnvError, JobQueue, JobRunner, Listener, log, NestLog, Relay, stopsInOrder, tellReady } from '#platform';
import { jobRegistry } from './jobs.js';
import { REACTIONS } from './reactions.js';
import { SCHEDULE } from './schedule.js';
import { WorkerModule } from './worker.module.js';

/** Looks whether the schedule still stands, in case the queue was wiped while this process runs. */
const SCHEDULE_CHECK_MS = 30_000;

async function main(): Promise<void> {
  const env = Env.load();
  const app = await NestFactory.createApplicationContext(WorkerModule.with(env), { logger: new NestLog(), abortOnError: false });
  const source = app.get(DataSource);
  const runner = new JobRunner(source, jobRegistry((service) => app.get(service, { strict: false })));
  const queue = await JobQueue.open({ databaseUrl: env.DATABASE_URL as string, redisUrl: env.REDIS_URL });
  const relay = new Relay(source, queue, REACTIONS);
  let check: NodeJS.Timeout | undefined;
  stopsInOrder(async () => {
    clearInterval(check);
    await relay.stop();
    await queue.close();
    await app.close();
  });
  await queue.work(runner);
  await queue.schedule(SCHEDULE);
  await relay.start(app.get(Listener));
  check = setInterval(() => {
    queue.schedule(SCHEDULE).catch((err: unknown) => log.warn({ err }, 'the schedule could not be checked'));
  }, SCHEDULE_CHECK_MS);
  // The first offer should not wait for a hundred thousand rows to be read.
  app.get(MatchIndex).catchUp(source, null).catch((err: unknown) => log.warn({ err }, 'the index is loaded with the first proposal instead'));
  log.info('the worker works');
  tellReady();
}

main().catch((err: unknown) => {
  if (err instanceof EnvError) process.stderr.write(`${err.message}\n`);
  else log.fatal({ err }, 'the worker did not start');
  process.exit(1);
});
