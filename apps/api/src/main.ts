import 'reflect-metadata';
import { resolve } from 'node:path';
import { Env, EnvError, log } from '#platform';
import { ApiModule } from './api.module.js';
import { createServer } from './http/server.js';

/** How long requests that are running may take to end. */
const PATIENCE_MS = 4_500;

async function start(): Promise<void> {
  const env = Env.load();
  if (!env.SESSION_SECRET) throw new EnvError('SESSION_SECRET is not set: sessions need one of at least 32 characters');
  const app = await createServer(ApiModule.of(env), { env, webFolder: resolve(import.meta.dirname, '../../../web') }); // dist/web, from dist/apps/api/src
  stopWhenAsked(() => app.close());
  await app.listen({ port: env.PORT, host: env.HOST });
  log.info({ port: env.PORT }, 'the api listens');
  process.send?.({ ready: true });
}

/** On a signal, or when the process that forked this one is gone: answers what is running, closes streams, and leaves. */
function stopWhenAsked(close: () => Promise<void>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    close().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'the api could not close');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  if (process.send) process.on('disconnect', stop);
}

start().catch((error: unknown) => {
  const taken = (error as { code?: unknown } | null)?.code === 'EADDRINUSE';
  if (error instanceof EnvError) process.stderr.write(`${error.message}\n`);
  else if (taken) process.stderr.write(`Port ${Env.load().PORT} is taken: stop what uses it, or set PORT\n`);
  else log.fatal({ err: error }, 'the api could not start');
  process.exit(1);
});
