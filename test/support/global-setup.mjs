// One real PostgreSQL for all Jest workers: a template database is migrated and seeded once, each spec file clones it. One Redis, where the machine has it.
import { startTestPostgres } from './postgres.mjs';
import { startTestRedis } from './redis-server.mjs';

export default async function setup() {
  if (globalThis.__leptaPostgres) return;
  globalThis.__leptaPostgres = await startTestPostgres();
  process.env.LEPTA_TEST_PG = globalThis.__leptaPostgres.url;
  process.env.LEPTA_TEST_PG_RUNNING = globalThis.__leptaPostgres.runningUrl;
  process.env.LEPTA_TEST_DIR = globalThis.__leptaPostgres.dir;
  globalThis.__leptaRedis = await startTestRedis();
  if (globalThis.__leptaRedis) process.env.LEPTA_TEST_REDIS = globalThis.__leptaRedis.url;
}
