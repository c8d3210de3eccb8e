import { randomBytes } from 'node:crypto';
import { loadCatalogue } from '#catalogue-store';
import { DataSource } from 'typeorm';
import { readDemo, writeDemo, type DemoFile, type DemoRole, type SignIn } from '#host';
import { Clock } from '#kernel';
import { dataSourceOptions, DEMO_SETTING, readSettingRow, writeSettingRow, type Tx } from '#platform';
import { Env } from '#host';
import { hashPassword, identityEntities } from '#identity';
import { ledgerEntities } from '#ledger';
import { donorEntities } from '#donors';
import { organizationEntities } from '#organizations';
import { needEntities } from '#needs';
import { offerEntities } from '#offers';
import { matchingEntities } from '#matching';
import { moderationEntities } from '#moderation';
import { paymentEntities } from '#payments';
import { reportEntities } from '#reports';
import { DEMO_ROLES } from './people.data.js';
import { volunteeringEntities } from '#volunteering';
import { makeRegion, type Counts } from './region.js';

export interface SeedDemo {
  readonly databaseUrl: string;
  /** Where `demo.json` goes: `.lepta`. */
  readonly dir: string;
  readonly log?: (line: string) => void;
  /** The day on which the region stands; its history goes back ten months from it. */
  readonly today?: Date;
}

/** The shipped region, whose places the demo speaks of. */
const DEMO_PLACES = 'amur-oblast';
const ROLES = Object.keys(DEMO_ROLES) as DemoRole[];
const entities = [
  ...identityEntities,
  ...ledgerEntities,
  ...donorEntities,
  ...organizationEntities,
  ...needEntities,
  ...offerEntities,
  ...matchingEntities,
  ...moderationEntities,
  ...paymentEntities,
  ...reportEntities,
  ...volunteeringEntities,
];

/**
 * Makes the demo region in a migrated and seeded database, once: a second call finds it and changes nothing. It is one transaction, so a
 * crash leaves nothing behind. Returns what was made, or null when it was there.
 */
export async function seedDemo({
  databaseUrl,
  dir,
  log = () => undefined,
  today = new Clock().now(),
}: SeedDemo): Promise<Counts | null> {
  const { production, PUBLIC_URL: url } = Env.load();
  if (production) throw new Error('The demo region is never made with NODE_ENV=production');
  const source = await new DataSource({
    ...dataSourceOptions({ url: databaseUrl, max: 3, applicationName: 'lepta-demo' }),
    entities,
  }).initialize();
  try {
    const signIns = newSignIns();
    const known = await source.transaction((tx) => seededRoles(tx));
    if (known) {
      if (!(await readDemo(dir))) await renewSignIns(source, known, { url, signIns }, dir);
      return null;
    }
    const catalogue = await loadCatalogue(source);
    if (catalogue.region?.code !== DEMO_PLACES) {
      log(`No demo region: it is made of places of ${DEMO_PLACES}, and this installation is of another region`);
      return null;
    }
    const started = performance.now();
    const hashes = {
      roles: await hashesOf(signIns),
      nobody: await hashPassword(randomBytes(32).toString('base64url')),
    };
    const made = await source.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(738210)'); // two starts at once: the second finds the region made
      if (await seededRoles(tx)) return null;
      const region = await makeRegion(tx, source, catalogue, hashes, today);
      await writeSettingRow(tx, DEMO_SETTING, { roles: region.roles }, null);
      return region.counts;
    });
    if (!made) return null;
    await writeDemo(dir, { url, signIns });
    log(
      `Demo region: ${made.organizations} organizations, ${made.needs} needs, ${made.offers} offers, ${made.steps} steps of history in ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
    return made;
  } finally {
    await source.destroy();
  }
}

type Roles = Readonly<Record<DemoRole, string>>;

async function seededRoles(tx: Tx): Promise<Roles | null> {
  const region = (await readSettingRow(tx, DEMO_SETTING)) as { roles: Roles } | null;
  return region?.roles ?? null;
}

/** The region is there and its passwords are lost (they stand in `demo.json` only): the demo people get new ones. A region that an earlier version made may lack some. */
async function renewSignIns(source: DataSource, roles: Partial<Roles>, demo: DemoFile, dir: string): Promise<void> {
  const hashes = await hashesOf(demo.signIns);
  const there = ROLES.filter((role) => roles[role] !== undefined);
  await source.transaction(async (tx) => {
    for (const role of there)
      await tx.query('UPDATE people SET password_hash = $2 WHERE id = $1', [roles[role], hashes[role]]);
  });
  const signIns = Object.fromEntries(there.map((role) => [role, demo.signIns[role]])) as DemoFile['signIns'];
  await writeDemo(dir, { ...demo, signIns });
}

function newSignIns(): Record<DemoRole, SignIn> {
  return Object.fromEntries(
    ROLES.map((role) => [role, { email: DEMO_ROLES[role].email, password: randomBytes(12).toString('base64url') }]),
  ) as Record<DemoRole, SignIn>;
}

async function hashesOf(signIns: Readonly<Record<DemoRole, SignIn>>): Promise<Record<DemoRole, string>> {
  const pairs = await Promise.all(
    ROLES.map(async (role) => [role, await hashPassword(signIns[role].password)] as const),
  );
  return Object.fromEntries(pairs) as Record<DemoRole, string>;
}
