import { DEMO_SETTING, pause, resume } from '#platform';
import { InstallationApiModule } from '../../../apps/api/src/installation/installation.controller.js';
import { startApi, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';

let db: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db, { modules: [InstallationApiModule] });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const shown = async (): Promise<Record<string, unknown>> => (await api.visitor().get('/installation')).body;

/** The pause is told by the database: asks until it has been heard. */
async function until(paused: boolean): Promise<void> {
  while ((await shown()).paused !== paused) await new Promise((soon) => setTimeout(soon, 20));
}

test('everybody reads which region it is, and whether its people are invented', async () => {
  const real = await api.visitor().get('/installation');
  expect(real.status).toBe(200);
  expect(real.body).toEqual({
    region: {
      code: 'amur-oblast',
      name: 'Амурская область',
      nameRu: 'Амурская область',
      nameEn: expect.stringMatching(/Amur/),
    },
    timeZone: 'Asia/Yakutsk',
    sendsMail: false,
    takesCards: false,
    operator: null,
    demo: false,
    paused: false,
  });
  await db.source.query(`INSERT INTO settings (key, value) VALUES ($1, '{}')`, [DEMO_SETTING]);
  expect(await shown()).toMatchObject({ demo: true });
});

test('a pause after a restore is said until it ends', async () => {
  await db.source.transaction((tx) =>
    pause(tx, { since: '2026-11-24T00:00:00Z', backupOf: '2026-11-23T00:00:00Z', alarms: 0 }),
  );
  await until(true);
  await db.source.transaction((tx) => resume(tx));
  await until(false);
});
