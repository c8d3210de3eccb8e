import type { EntityTarget } from 'typeorm';
import { seedDemo } from '#demo';
import { readDemo, writeDemo, type DemoFile } from '#host';
import { admin, clone, copyOfCatalogue, ensureTemplate, type TestDatabase } from './database.js';

const TEMPLATE = 'lepta_demo_template';

/** A database with the demo region, which takes ten seconds to make and is made once; `demo.json` with its sign-ins goes into `dir`. */
export async function demoDatabase(dir: string, entities: EntityTarget<unknown>[] = []): Promise<TestDatabase> {
  await ensureTemplate(TEMPLATE, 3, async (client, blank) => {
    await seedDemo({ databaseUrl: await copyOfCatalogue(blank), dir });
    await client.query(`COMMENT ON DATABASE ${blank} IS ${client.escapeLiteral(JSON.stringify(await readDemo(dir)))}`); // its passwords stand nowhere else
  });
  await writeDemo(
    dir,
    await admin(async (client) => {
      const { rows } = await client.query<{ demo: string }>(
        `SELECT shobj_description(oid, 'pg_database') AS demo FROM pg_database WHERE datname = $1`,
        [TEMPLATE],
      );
      return JSON.parse(rows[0]!.demo) as DemoFile;
    }),
  );
  return clone(TEMPLATE, entities);
}
