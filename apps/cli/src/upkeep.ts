import { DataSource } from 'typeorm';
import { seedCatalogue } from '#catalogue';
import { seedDemo } from '#demo';
import { verifyLedger } from '#ledger';
import { dataSourceOptions, prepareDatabase, tooMuchPower, type DatabaseUrls, type Env } from '#platform';
import { ALL_CHECKS } from './all-checks.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export async function migrateDatabase(urls: DatabaseUrls, env: Env, createRole: boolean): Promise<void> {
  const names = await prepareDatabase(urls, { createRole, redisUrl: env.REDIS_URL });
  for (const name of names) say(`ran ${name}`);
  say(names.length === 0 ? 'nothing to do: the database has the newest shape' : `${names.length} migrations`);
}

export async function seed(url: string, env: Env, demo: boolean): Promise<void> {
  await seedCatalogue(url);
  say('catalogue and places are in the database');
  if (!demo) return;
  if (env.production) throw new Error('There is no demo region with NODE_ENV=production');
  await seedDemo({ databaseUrl: url, dir: env.LEPTA_DIR, log: say });
  say('the demo region is in the database');
}

export async function verify(url: string): Promise<void> {
  const source = await new DataSource(dataSourceOptions({ url, max: 2, applicationName: 'lepta-verify' })).initialize();
  try {
    const power = await tooMuchPower(source); // a word on the installation, not on the books: they may be in order all the same
    if (power !== null) say(`note: ${power}.`);
    const verdict = await verifyLedger(source, { onLine: say, more: ALL_CHECKS });
    if (!verdict.ok) process.exitCode = 1;
  } finally {
    await source.destroy();
  }
}
