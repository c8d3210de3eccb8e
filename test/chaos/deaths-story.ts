import { startApi } from '../support/api.js';
import { AppProcess } from '../support/app-process.js';
import { testDatabase } from '../support/database.js';
import { FragileHouse, type Part } from '../support/fragile-installation.js';
import { broken } from '../support/patient.js';
import { Region } from '../support/region.js';
import { Story, type Ending } from '../support/story.js';

/** The story as it goes when nobody dies. */
async function undisturbed(): Promise<Ending> {
  const db = await testDatabase();
  const api = await startApi(db);
  const worker = AppProcess.start('worker', db.url);
  try {
    await worker.ready;
    return await new Story({ source: db.source, region: await Region.of(api, db.source) }).play();
  } finally {
    await worker.stop();
    await api.close();
    await db.drop();
  }
}

interface Disturbed {
  readonly ending: Ending;
  readonly killed: readonly string[];
  readonly fell: readonly string[];
  readonly broken: readonly string[];
}

/** The story with one of `victims` killed after each step, in turn. */
async function disturbed(redis: boolean, victims: readonly Part[]): Promise<Disturbed> {
  const house = await FragileHouse.open({ redis });
  const killed: string[] = [];
  try {
    const region = await house.people();
    await house.start();
    let turn = 0;
    const ending = await new Story({
      source: house.source,
      region,
      between: async (step) => {
        const victim = victims[turn % victims.length] as Part;
        turn += 1;
        killed.push(`${victim} when ${step}`);
        await house.kill(victim);
      },
    }).play();
    await house.whole();
    return {
      ending,
      killed,
      fell: house.fell,
      broken: await broken(
        region.donor,
        house.promised.filter(({ path }) => path === '/offers'),
      ),
    };
  } finally {
    await house.close();
  }
}

/** Each part dies at every boundary of the journey, then all of them in turn. `npm test` has the worker alone, once: worker-kill.spec.ts. */
export function deathsOn(redis: boolean): void {
  const parts: readonly Part[] = redis ? ['postgres', 'worker', 'redis', 'api'] : ['postgres', 'worker', 'api'];
  const rounds: readonly (readonly [string, readonly Part[]])[] = [
    ...parts.map((part) => [part, [part]] as const),
    ['each in turn', parts],
  ];
  let calm: Promise<Ending>;
  beforeAll(() => {
    calm = undisturbed();
    calm.catch(() => undefined); // heard by the tests
  });
  afterAll(() => calm);

  test.each(rounds)(
    'killed with -9 at the boundaries of the journey (%s), the house ends where an undisturbed one does',
    async (_name, victims) => {
      const { ending, killed, fell, broken: lost } = await disturbed(redis, victims);
      if (process.env.LEPTA_TEST_NOISE) process.stderr.write(`${killed.join('\n')}\n`);
      const expected = await calm;
      expect(expected).toMatchObject({
        need: { required: 120, open: 72, reserved: 0, received: 48 },
        alarms: [],
        failed: [],
      });
      expect(ending).toEqual(expected);
      expect(fell).toEqual([]); // those who were not killed went on
      expect(lost).toEqual([]);
      expect(killed.length).toBeGreaterThanOrEqual(4);
    },
    900_000,
  );
}
