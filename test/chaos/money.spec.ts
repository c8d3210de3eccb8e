import { startApi } from '../support/api.js';
import { AppProcess } from '../support/app-process.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { SEED } from '../support/in-turn.js';
import { LONG } from '../support/long.js';
import { MortalWorker } from '../support/mortal-worker.js';
import { fakeStripe, type FakeStripe } from '../support/stripe/fake-stripe.js';
import { BoundaryDeaths } from './boundary-deaths.js';
import { MoneyStory, type Ending } from './money-story.js';

interface Worker {
  start(): Promise<void>;
  stop(): Promise<unknown>;
}

/** Plays the story on a database and a Stripe of its own: the API in this process, the worker in another. */
async function played(workerOf: (db: TestDatabase, fake: FakeStripe) => Worker): Promise<Ending> {
  const [db, fake] = [await testDatabase(), await fakeStripe()];
  const api = await startApi(db, { settings: fake.settings });
  let worker: Worker | undefined;
  try {
    const story = await MoneyStory.of(api, db.source, fake);
    await story.prepare();
    worker = workerOf(db, fake);
    await worker.start();
    return await story.end();
  } finally {
    await worker?.stop();
    await api.close();
    await fake.close();
    await db.drop();
  }
}

function undying(db: TestDatabase, { settings }: FakeStripe): Worker {
  const worker = AppProcess.start('worker', db.url, settings);
  return { start: async () => void (await worker.ready), stop: () => worker.stop() };
}

test('killed with -9 while it applies events of Stripe and reads a statement, the worker ends in the same books', async () => {
  const reaper = new BoundaryDeaths(/\b(card_events|bank_rows)\b/);
  const mortal = (db: TestDatabase, fake: FakeStripe): Worker => {
    const worker = new MortalWorker(db.url, db.source, reaper, fake.settings);
    fake.watch((call, moment) => {
      if (!reaper.kills(`${moment} ${call} at Stripe`)) return true;
      worker.die();
      return false;
    });
    return worker;
  };
  const [expected, seen] = await Promise.all([played(undying), played(mortal)]);
  process.stderr.write(
    `the worker died at ${reaper.deaths.length} of ${reaper.seen.size} boundaries of money; the same again: LEPTA_FUZZ_SEED=${SEED}, all of them: npm run chaos\n`,
  );
  if (process.env.LEPTA_TEST_NOISE) process.stderr.write(`${reaper.deaths.join('\n')}\n`);
  expect(expected).toMatchObject({ alarms: [], failed: [] });
  expect(seen).toEqual(expected);
  expect(reaper.deaths.length).toBeGreaterThan(LONG ? 100 : 1);
}, 1_800_000);
