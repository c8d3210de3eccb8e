// One real PostgreSQL for all Jest workers: a template database is migrated and seeded once, each spec file clones it.
import { startTestPostgres } from './postgres.mjs';

export default async function setup() {
  if (globalThis.__leptaPostgres) return;
  globalThis.__leptaPostgres = await startTestPostgres();
  process.env.LEPTA_TEST_PG = globalThis.__leptaPostgres.url;
}
