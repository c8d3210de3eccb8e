import { readDataFiles, readRegionFiles } from '#catalogue';
import { loadCatalogue } from '#catalogue-store';
import { catalogueChecks, seedCatalogue, seedFrom } from '#catalogue-store';
import { placesInUse } from '#transparency';
import { InstallationApiModule } from '../../../apps/api/src/installation/installation.controller.js';
import { startApi } from '../../support/api.js';
import { testDatabase } from '../../support/database.js';
import { openEngine, type Engine } from '../matching/engine-fixture.js';

const LUKOMORYE = 'docs/examples/region-lukomorye';
let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('2026-03-10T05:00:00Z', { folder: LUKOMORYE, place: 'dubrava' });
});
afterAll(() => engine?.db.drop());

test('an empty database gets the region of the example: its places, its time zone, nothing of the shipped one', async () => {
  const { catalogue, source } = engine;
  expect(catalogue.places.map(({ code }) => code)).toEqual([
    'lukomorye',
    'dubrava',
    'kotovo',
    'tsepnaya',
    'russkaya-gavan',
    'buyan',
  ]);
  expect([catalogue.timeZone, catalogue.region?.nameRu, catalogue.categories.length]).toEqual([
    'Asia/Omsk',
    'Лукоморская область',
    130,
  ]);
  expect(catalogue.place('kotovo')).toMatchObject({ parent: 'lukomorye', mapLat: 57.6, mapLon: 71.9 });
  expect(catalogue.place('staraya-dubrava')).toMatchObject({ successor: 'dubrava', retiredAt: expect.any(Date) });
  for (const check of catalogueChecks)
    expect([check.sentence, await source.query(check.sql)]).toEqual([check.sentence, []]);
});

test('a need and an offer of the region meet', async () => {
  const need = await engine.openNeed({ place: 'buyan' });
  const offer = await engine.postOffer({ place: 'kotovo', radiusKm: 400 });
  await engine.forOffer(offer);
  expect(await engine.matches({ offer })).toMatchObject([{ needId: need, amount: 50, unit: 'pcs' }]);
});

test('a later seed of the shipped files keeps the region, and the shipped region does not come back', async () => {
  expect(await seedCatalogue(engine.db.ownerUrl)).toBe(false);
  const owner = await engine.db.owner();
  const shipped = await readDataFiles();
  const newer = { ...shipped, spheres: shipped.spheres.replace('Молодёжь\tYouth', 'Молодые люди\tYoung people') };
  expect(await owner.transaction((tx) => seedFrom(tx, newer))).toBe(true);
  const catalogue = await loadCatalogue(engine.source);
  expect([catalogue.region?.code, catalogue.sphere('youth')?.nameRu, catalogue.place('zeya')]).toEqual([
    'lukomorye',
    'Молодые люди',
    undefined,
  ]);
});

test('a region that would lose a place with needs or organizations is refused, and names them', async () => {
  const shipped = await readDataFiles();
  const { regions, municipalities, scheme } = shipped;
  await expect(
    seedCatalogue(engine.db.ownerUrl, { region: { regions, municipalities, scheme }, placesInUse }),
  ).rejects.toThrow(
    'Places that are used would be lost: dubrava (1 organization), kotovo (1 offer), buyan (1 need). Keep their rows in the files, with a successor where another place took over.',
  );
  expect((await loadCatalogue(engine.source)).region?.code).toBe('lukomorye');
});

test('a running api has the new region without a start: name, time zone, places and scheme', async () => {
  const db = await testDatabase();
  const api = await startApi(db, { modules: [InstallationApiModule] });
  try {
    const visitor = api.visitor();
    const before = await visitor.get('/installation/scheme');
    expect(before.body).toMatchObject({
      railways: expect.arrayContaining([['belogorsk', 'blagoveshchensk']]),
      nudges: { progress: -0.06 },
      north: expect.arrayContaining([[49.2, 0]]),
    });
    expect((await visitor.get('/installation/scheme', { 'if-none-match': before.headers.get('etag') })).status).toBe(
      304,
    );
    await seedCatalogue(db.ownerUrl, { region: await readRegionFiles(LUKOMORYE), placesInUse });
    for (;;) {
      const { body } = await visitor.get('/installation');
      if (body.region?.code === 'lukomorye') {
        expect(body).toMatchObject({ region: { nameEn: 'Lukomorye Oblast' }, timeZone: 'Asia/Omsk' });
        break;
      }
      await new Promise((soon) => setTimeout(soon, 20));
    }
    const { body } = await visitor.get('/installation/scheme');
    expect(body).toEqual({
      rivers: [['dubrava', 'kotovo', 'tsepnaya', 'russkaya-gavan']],
      railways: [['dubrava', 'tsepnaya']],
      north: [
        [56.9, 0],
        [58, 0.45],
        [59.8, 1],
      ],
      east: null,
      nudges: { buyan: 0.04 },
    });
  } finally {
    await api.close();
    await db.drop();
  }
});
