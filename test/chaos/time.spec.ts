import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi } from '../support/api.js';
import { AppProcess } from '../support/app-process.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { SEED } from '../support/in-turn.js';
import { LONG } from '../support/long.js';
import { MortalWorker } from '../support/mortal-worker.js';
import { BoundaryDeaths } from './boundary-deaths.js';
import { AHEAD_MS, TimeStory, type Ending } from './time-story.js';

interface Worker {
  start(): Promise<void>;
  stop(): Promise<unknown>;
}

let dir: string;
/** Of a worker whose clock is ahead from its first moment on. */
let ahead: Record<string, string>;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'lepta-time-'));
  const clock = join(dir, 'clock');
  writeFileSync(clock, String(AHEAD_MS));
  ahead = {
    LEPTA_TEST_CLOCK: clock,
    NODE_OPTIONS: `--import ${new URL('../support/movable-clock.mjs', import.meta.url).href}`,
  };
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function undying(db: TestDatabase, settings: Record<string, string>): Worker {
  const worker = AppProcess.start('worker', db.url, settings);
  return { start: async () => void (await worker.ready), stop: () => worker.stop() };
}

/** Plays the story on a database of its own: the API in this process, the worker in another. */
async function played(workerOf: (db: TestDatabase) => Worker): Promise<Ending> {
  const db = await testDatabase();
  const api = await startApi(db);
  let worker: Worker | undefined;
  try {
    const story = await TimeStory.of(api, db.source);
    await story.prepare();
    worker = undying(db, {});
    await worker.start();
    await story.settled();
    await worker.stop();
    await story.tell();
    worker = workerOf(db);
    await worker.start();
    await story.settled(AHEAD_MS);
    return await story.ending();
  } finally {
    await worker?.stop();
    await api.close();
    await db.drop();
  }
}

const TABLES =
  /\b(sign_ups|shift_series|guardian_consents|shift_wishes|trip_hours|trips|delivery_legs|shifts|matches)\b/;

test('killed with -9 at the jobs of time and things, the worker ends in the same places, hours, letters and books', async () => {
  const reaper = new BoundaryDeaths(TABLES);
  const [expected, seen] = await Promise.all([
    played((db) => undying(db, ahead)),
    played((db) => new MortalWorker(db.url, db.source, reaper, ahead)),
  ]);
  process.stderr.write(
    `the worker died at ${reaper.deaths.length} of ${reaper.seen.size} boundaries of time and things; the same again: LEPTA_FUZZ_SEED=${SEED}, all of them: npm run chaos\n`,
  );
  if (process.env.LEPTA_TEST_NOISE) process.stderr.write(`${reaper.deaths.join('\n')}\n`);
  expect(expected).toMatchObject({ alarms: [], failed: [] });
  expect(TimeStory.untold(expected)).toEqual([]); // all of it has happened
  if (process.env.LEPTA_TEST_NOISE) process.stderr.write(`${JSON.stringify(expected, null, 1)}\n`);
  expect(seen).toEqual(expected);
  expect(reaper.deaths.length).toBeGreaterThan(LONG ? 100 : 1);
}, 1_800_000);
