import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Clock } from '#kernel';
import { sealLedger } from '#ledger';
import { JobQueue, prepareDatabase, Relay, resume } from '#platform';
import { walk } from '../../apps/cli/src/backup/inspect.js';
import { makeBackup } from '../../apps/cli/src/backup/make.js';
import { restoreBackup } from '../../apps/cli/src/backup/restore.js';
import { REACTIONS } from '../../apps/worker/src/reactions.js';
import { startApi } from '../support/api.js';
import { AppProcess } from '../support/app-process.js';
import { asOwner, testDatabase, type TestDatabase } from '../support/database.js';
import { alarms, heaters, ok, Region, until } from '../support/region.js';
import { openStore, type QueueStore, type StoreName } from '../support/store.js';

/** What the jobs of facts that no longer exist could have changed. */
const TOUCHED = [
  'matches',
  'accounts',
  'transfers',
  'offers',
  'needs',
  'mails',
  'notifications',
  'told_proposals',
  'seals',
];

/** The database comes back from a backup of before, the queue is that of today: it knows facts that never were. */
export function restoredOn(name: StoreName): void {
  const dir = mkdtempSync(join(tmpdir(), 'lepta-restored-'));
  const file = join(dir, 'before.backup');
  let db: TestDatabase;
  let store: QueueStore;
  const workerSettings = (): Record<string, string> => (store.redisUrl ? { REDIS_URL: store.redisUrl } : {});
  beforeAll(async () => {
    [db, store] = [await testDatabase(), await openStore(name)];
  });
  afterAll(async () => {
    await db.drop();
    await store.drop();
    rmSync(dir, { recursive: true, force: true });
  });

  const rows = async (sql: string): Promise<Record<string, unknown>[]> => db.source.query(sql);
  const nothingWaits = (): Promise<true> =>
    until(
      'nothing waits',
      async () =>
        (
          await rows(
            'SELECT 1 FROM facts WHERE position IS NULL UNION ALL SELECT 1 FROM fact_jobs WHERE handled_at IS NULL',
          )
        ).length === 0,
      60_000,
    ) as Promise<true>;

  async function sums(): Promise<Record<string, string>> {
    const backup = join(dir, `${Date.now()}.backup`);
    await makeBackup({ url: db.url, file: backup, filesFolder: join(dir, 'no-files') });
    const found: Record<string, string> = {};
    await walk(
      { file: backup },
      {
        begin: async () => undefined,
        piece: async () => undefined,
        end: async ({ name: table }, { sha256 }) => void (TOUCHED.includes(table) && (found[table] = sha256)),
      },
    );
    return found;
  }

  /** Tasks that the queue still has for the worker. */
  async function queued(): Promise<number> {
    if (!store.redisUrl)
      return (
        await rows(
          `SELECT count(*) AS n FROM bullmq.job WHERE queue = 'facts' AND state IN ('waiting', 'active', 'delayed')`,
        )
      )[0]?.n as number;
    const redis = new Redis(store.redisUrl);
    try {
      return (
        (await redis.llen('bull:facts:wait')) +
        (await redis.llen('bull:facts:active')) +
        (await redis.zcard('bull:facts:delayed'))
      );
    } finally {
      redis.disconnect();
    }
  }

  /** Lives until a backup is made, and on from there: what comes after it stands in the queue when the worker is gone. */
  async function livesOn(): Promise<{ need: string; lost: number }> {
    const api = await startApi(db);
    const worker = AppProcess.start('worker', db.url, workerSettings());
    const region = await Region.of(api, db.source);
    await region.openNeed({}, true);
    await region.postOffer();
    await worker.ready;
    await nothingWaits();
    await until('mails are routed', async () => (await rows(`SELECT 1 FROM mails WHERE status = 'new'`)).length === 0);
    await worker.stop();
    await sealLedger(db.source, new Clock());
    const need = ok(
      await region.coordinator.post('/needs', heaters(region.organization, { title: 'Подана до копии' })),
      201,
    ).body.id as string;
    ok(await region.coordinator.post(`/needs/${need}/submit`)); // nobody has handled this when the backup is made
    await makeBackup({ url: db.url, file, filesFolder: join(dir, 'no-files') });
    const match = (await rows('SELECT id FROM matches'))[0]?.id as string;
    ok(await region.donor.post(`/matches/${match}/accept`));
    ok(await region.coordinator.post(`/matches/${match}/accept`));
    for (let number = 0; number < 5; number += 1) await region.postOffer();
    await region.openNeed({ title: 'После копии' }, true);
    const queue = await JobQueue.open({ databaseUrl: db.url, redisUrl: store.redisUrl });
    await new Relay(db.source, queue, REACTIONS).pass();
    await queue.close();
    await api.close();
    return { need, lost: await queued() };
  }

  test('entries of facts that no longer exist do nothing; what waited in the backup is done, once', async () => {
    const { need, lost } = await livesOn();
    expect(lost).toBeGreaterThan(10);
    await asOwner(db, 'DROP SCHEMA public CASCADE');
    await asOwner(db, 'CREATE SCHEMA public');
    await restoreBackup({ url: db.ownerUrl, file, filesFolder: join(dir, 'files'), say: () => undefined });
    await prepareDatabase({ owner: db.ownerUrl, running: db.url }, { redisUrl: store.redisUrl });
    const before = await sums();
    const worker = AppProcess.start('worker', db.url, workerSettings());
    const api = await startApi(db);
    try {
      await worker.ready;
      expect(await queued()).toBe(lost); // paused: nobody has touched them
      expect((await api.visitor().post('/offers')).body).toMatchObject({ status: 503, code: 'platform.paused' });
      await db.source.transaction((tx) => resume(tx));
      await until('the queue is empty', async () => (await queued()) === 0, 60_000);
      await nothingWaits();
      expect(await rows(`SELECT count(*) AS n, max(subject_id::text) AS need FROM reviews`)).toEqual([{ n: 1, need }]);
      expect(
        await rows('SELECT job FROM fact_jobs WHERE failed_at IS NOT NULL OR fact_id NOT IN (SELECT id FROM facts)'),
      ).toEqual([]);
      expect(await sums()).toEqual(before);
      await goesOn(await Region.of(api, db.source));
      expect(await alarms(db.source)).toEqual([]);
    } finally {
      await worker.stop();
      await api.close();
    }
  });

  async function goesOn(region: Region): Promise<void> {
    const need = await region.openNeed({ title: 'После возвращения' }, true);
    const offer = await region.postOffer();
    await until(
      'the proposal',
      async () =>
        (await rows(`SELECT 1 FROM matches WHERE offer_id = '${offer}' AND need_id = '${need}'`)).length === 1,
      60_000,
    );
    await nothingWaits();
  }
}
