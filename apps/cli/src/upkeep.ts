import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { DataError, readRegionFiles } from '#catalogue';
import { seedCatalogue } from '#catalogue-store';
import { seedDemo } from '#demo';
import { verifyLedger } from '#ledger';
import { dataSourceOptions, prepareDatabase, tooMuchPower } from '#platform';
import { type DatabaseUrls, type Env } from '#host';
import { placesInUse } from '#transparency';
import { ALL_CHECKS } from './all-checks.js';
import { InputError } from './input.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export async function migrateDatabase(urls: DatabaseUrls, env: Env, createRole: boolean): Promise<void> {
  const names = await prepareDatabase(urls, { createRole, redisUrl: env.REDIS_URL });
  for (const name of names) say(`ran ${name}`);
  say(names.length === 0 ? 'nothing to do: the database has the newest shape' : `${names.length} migrations`);
}

export interface SeedCommand {
  readonly demo?: boolean;
  /** Folder with the files of another region. */
  readonly region?: string;
}

export async function seed(url: string, env: Env, { demo, region }: SeedCommand): Promise<void> {
  if (demo && env.production) throw new Error('There is no demo region with NODE_ENV=production');
  if (demo && region !== undefined)
    throw new InputError('The demo region lies in the region that is shipped: give --demo or --region, not both');
  await seedRegion(url, region);
  say('catalogue and places are in the database');
  if (!demo) return;
  await seedDemo({ databaseUrl: url, dir: env.LEPTA_DIR, log: say });
  say('the demo region is in the database');
}

async function seedRegion(url: string, folder: string | undefined): Promise<void> {
  try {
    await seedCatalogue(
      url,
      folder === undefined ? {} : { region: await readRegionFiles(resolve(folder)), placesInUse },
    );
  } catch (err) {
    throw err instanceof DataError && folder !== undefined
      ? new InputError(
          `${err.message}\nNothing was written. docs/how-to/set-up-another-region.md says what each column means.`,
        )
      : err;
  }
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
