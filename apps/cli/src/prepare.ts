// A process of `lepta start` that ends: brings the database to the newest shape, writes the catalogue and, with --demo, the demo region. What it needs for that
// goes with it, instead of staying in the process that only watches the others.
import { seedCatalogue } from '#catalogue-store';
import { seedDemo } from '#demo';
import { configuredUrls, Env, type DatabaseUrls } from '#host';
import { prepareDatabase } from '#platform';
import { type PreparationMessage } from './preparation.js';

function tell(message: PreparationMessage): Promise<void> {
  return new Promise((done) => process.send?.(message, () => done()));
}

async function prepare(withDemo: boolean): Promise<void> {
  const env = Env.load();
  const urls = configuredUrls(env) as DatabaseUrls;
  const say = (line: string): void => void tell({ say: line });
  const migrated = await prepareDatabase(urls, { redisUrl: env.REDIS_URL });
  if (migrated.length > 0) say(`migrated the database (${migrated.length} steps)`);
  await seedCatalogue(urls.owner);
  if (withDemo) await seedDemo({ databaseUrl: urls.owner, dir: env.LEPTA_DIR, log: say });
}

process.once('disconnect', () => process.exit(1)); // nobody waits any more; what was begun is one transaction each
prepare(process.argv.includes('--demo')).then(
  () => process.exit(0),
  async (err: unknown) => {
    await tell({ failed: err instanceof Error ? err.message : String(err) });
    process.exit(1);
  },
);
