import { startApi } from '../../support/api.js';
import { AppProcess } from '../../support/app-process.js';
import { CommitDeaths } from '../../support/commit-deaths.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { MortalWorker } from '../../support/mortal-worker.js';
import { Region } from '../../support/region.js';
import { Story, type Ending } from '../../support/story.js';

interface Worker {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Plays the story on a database of its own: the API in this process, the worker in another. */
async function played(workerOf: (db: TestDatabase) => Worker): Promise<Ending> {
  const db = await testDatabase();
  const api = await startApi(db);
  const worker = workerOf(db);
  try {
    await worker.start();
    return await new Story({ source: db.source, region: await Region.of(api, db.source) }).play();
  } finally {
    await worker.stop();
    await api.close();
    await db.drop();
  }
}

function undying(db: TestDatabase): Worker {
  let worker: AppProcess | undefined;
  return {
    start: async () => void (await (worker = AppProcess.start('worker', db.url)).ready),
    stop: async () => void (await worker?.stop()),
  };
}

test('killed at every boundary of the journey, the worker ends where an undisturbed one does', async () => {
  let mortal: MortalWorker | undefined;
  const [expected, seen] = await Promise.all([
    played(undying),
    played((db) => (mortal = new MortalWorker(db.url, db.source, new CommitDeaths()))),
  ]);
  const deaths = mortal?.deaths ?? [];
  if (process.env.LEPTA_TEST_NOISE) process.stderr.write(`${deaths.join('\n')}\n`);
  expect(expected).toMatchObject({
    need: { required: 120, open: 72, reserved: 0, received: 48 },
    alarms: [],
    failed: [],
  });
  expect(seen).toEqual(expected);
  // Each mail of the story is about another matter, so two that are alike are one matter told twice.
  const mails = seen.mails as string[];
  expect(mails.length).toBeGreaterThan(10);
  expect(mails.filter((mail, at) => mails.indexOf(mail) !== at)).toEqual([]);
  for (const job of [
    'relay',
    'matching.propose-for-offer',
    'matching.propose-for-need',
    'notifications.match-mails',
    'moderation.open-need-review',
  ]) {
    expect(deaths.some((death) => death.includes(job))).toBe(true);
  }
  expect(deaths.filter((death) => death.startsWith('before')).length).toBeGreaterThan(4);
  expect(deaths.filter((death) => death.startsWith('after')).length).toBeGreaterThan(4);
}, 600_000);
