import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { ClearingProcesses } from '#clearing';
import { MatchIndex } from '#matching';
import { MailSender } from '#notifications';
import {
  awaitDatabase,
  JobQueue,
  JobRunner,
  Listener,
  log,
  NestLog,
  PauseWatch,
  Readiness,
  Relay,
  lowerPriority,
  stopsInOrder,
  tellReady,
  warnOfTooMuchPower,
  watchProcess,
} from '#platform';
import { Env, EnvError } from '#host';
import { jobRegistry } from './jobs.js';
import { BEHIND, LONG, REACTIONS } from './reactions.js';
import { SCHEDULE } from './schedule.js';
import { startManagementServer } from './management-server.js';
import { WorkerModule } from './worker.module.js';

/** Niceness of a worker: two thirds of the processor time of the api beside it. In a rush people's clicks are taken first; what follows from them comes a little later. */
const BEHIND_PEOPLE = 2;
/** Looks whether the schedule still stands, in case the queue was wiped while this process runs. */
const SCHEDULE_CHECK_MS = 30_000;

async function main(): Promise<void> {
  lowerPriority(BEHIND_PEOPLE);
  const env = Env.load();
  if (!env.SESSION_SECRET)
    throw new EnvError('SESSION_SECRET is not set: the links of mails are signed with it, and their tokens sealed');
  watchProcess();
  if (env.sessionUrl) await awaitDatabase(env.sessionUrl);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(env), {
    logger: new NestLog(),
    abortOnError: false,
  });
  const [source, readiness, pause] = [app.get(DataSource), app.get(Readiness), app.get(PauseWatch)];
  const runner = new JobRunner(
    source,
    jobRegistry((service) => app.get(service, { strict: false })),
  );
  const queue = await JobQueue.open({
    databaseUrl: env.sessionUrl as string,
    redisUrl: env.REDIS_URL,
    silenceMs: env.DATABASE_SILENCE_MS,
    behind: BEHIND,
    long: LONG,
  });
  const relay = new Relay(source, queue, REACTIONS, runner.together);
  const door = await startManagementServer(env, { source, readiness, queueAnswers: () => queue.answers() });
  let check: NodeJS.Timeout | undefined;
  stopsInOrder(async () => {
    readiness.stop();
    clearInterval(check);
    await relay.stop();
    app.get(MailSender, { strict: false }).stop(); // a slow mail server must not keep the queue waiting
    await app.get(ClearingProcesses).stop(); // a plan takes longer than anybody waits for a process to stop: another worker takes it up
    await queue.close();
    door?.close();
    await app.close();
  });
  if (pause.paused) {
    log.warn('the worker rests until `lepta resume`');
    tellReady();
    await pause.untilGoing();
  }
  check = await work(app, { queue, relay, runner, pause });
  log.info('the worker works');
  void warnOfTooMuchPower(source);
  tellReady();
}

interface Work {
  readonly queue: JobQueue;
  readonly relay: Relay;
  readonly runner: JobRunner;
  readonly pause: PauseWatch;
}

async function work(app: INestApplicationContext, { queue, relay, runner, pause }: Work): Promise<NodeJS.Timeout> {
  await queue.work(runner);
  await queue.schedule(SCHEDULE);
  await relay.start(app.get(Listener));
  // The first offer should not wait for a hundred thousand rows to be read.
  app
    .get(MatchIndex)
    .catchUp(app.get(DataSource), null)
    .catch((err: unknown) => log.warn({ err }, 'the index is loaded with the first proposal instead'));
  pause.onChange((paused) => {
    if (paused) relay.pause();
    else relay.resume();
    (paused ? queue.pause() : queue.resume()).catch((err: unknown) =>
      log.error({ err, paused }, 'the job queue did not follow the pause'),
    );
  });
  return setInterval(() => {
    queue.schedule(SCHEDULE).catch((err: unknown) => log.warn({ err }, 'the schedule could not be checked'));
  }, SCHEDULE_CHECK_MS);
}

main().catch((err: unknown) => {
  if (err instanceof EnvError) process.stderr.write(`${err.message}\n`);
  else log.fatal({ err }, 'the worker did not start');
  process.exit(1);
});
