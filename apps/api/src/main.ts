import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DataSource } from 'typeorm';
import {
  awaitDatabase,
  checkPooledLimits,
  log,
  Readiness,
  stopsInOrder,
  tellReady,
  warnOfTooMuchPower,
  watchProcess,
} from '#platform';
import { Env, EnvError } from '#host';
import { StripeClient } from '#payments';
import { ApiModule } from './api.module.js';
import { createServer } from './http/server.js';

async function start(): Promise<void> {
  const env = Env.load();
  if (!env.SESSION_SECRET) throw new EnvError('SESSION_SECRET is not set: sessions need one of at least 32 characters');
  watchProcess();
  for (const url of new Set([env.sessionUrl, env.DATABASE_URL])) if (url) await awaitDatabase(url);
  const app = await createServer(ApiModule.of(env), {
    env,
    webFolder: fileURLToPath(new URL('../../../web', import.meta.url)),
  }); // dist/web, from dist/apps/api/src
  stopsInOrder(async () => {
    app.get(Readiness).stop(); // seen by the balancer that shares out the requests before any of them is turned away
    await sleep(env.SHUTDOWN_DELAY_MS);
    await app.close(); // answers what is running, closes streams
  }, env.SHUTDOWN_DELAY_MS);
  await checkPooledLimits(app.get(DataSource), env);
  await app.listen({ port: env.PORT, host: env.HOST });
  log.info({ port: env.PORT }, 'the api listens');
  void warnOfTooMuchPower(app.get(DataSource));
  void app.get(StripeClient).check();
  tellReady();
}

start().catch((error: unknown) => {
  const taken = (error as { code?: unknown } | null)?.code === 'EADDRINUSE';
  if (error instanceof EnvError) process.stderr.write(`${error.message}\n`);
  else if (taken) process.stderr.write(`Port ${Env.load().PORT} is taken: stop what uses it, or set PORT\n`);
  else log.fatal({ err: error }, 'the api could not start');
  process.exit(1);
});
