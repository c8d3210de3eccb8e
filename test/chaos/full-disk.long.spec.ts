import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jpeg } from '../factories/pictures.js';
import { Caller, startApi, type Answer, type TestApi } from '../support/api.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { FragileHouse } from '../support/fragile-installation.js';
import { insist, once } from '../support/insist.js';
import { alarms, heaters, ok, Region, until } from '../support/region.js';
import { SmallDisk } from '../support/small-disk.js';

/** The disk of the database, and the one with the uploaded files, is full: a clear "no", nothing half done, and on it goes when there is room. */
const database = SmallDisk.mount(192);
const files = SmallDisk.mount(1);
afterAll(() => {
  database?.unmount();
  files?.unmount();
});

/** Not to be made smaller by anybody. */
const long = (): string => randomBytes(1800).toString('base64');

(database ? describe : describe.skip)('the database', () => {
  const disk = database as SmallDisk;
  let house: FragileHouse;
  let region: Region;
  beforeAll(async () => {
    house = await FragileHouse.open({ redis: false, dir: disk.dir });
    region = (await house.people()).through((who) => new Caller(house.url, who.credentials));
    await house.start();
  });
  afterAll(() => house?.close());

  const write = (): Promise<Answer> =>
    once(() => region.coordinator.post('/needs', heaters(region.organization, { description: long() })));
  const health = async (what: string): Promise<number> => (await fetch(`${house.url}/api/health/${what}`)).status;

  test('refuses what it cannot write, loses nothing that it acknowledged, and recovers, also when PostgreSQL itself gave up', async () => {
    const acknowledged: string[] = [];
    const refused: Answer[] = [];
    disk.fill();
    for (let tries = 0; refused.length < 10; tries += 1) {
      if (tries > 5_000) throw new Error('the disk does not get full');
      const answer = await write();
      if (answer.status === 201) acknowledged.push(answer.body.id);
      else refused.push(answer);
    }
    expect([
      ...new Set(refused.map(({ status, body, headers }) => `${status} ${headers.get('content-type')} ${body?.code}`)),
    ]).toEqual(['503 application/problem+json; charset=utf-8 http.no-room']);
    expect(ok(await region.coordinator.get('/needs?limit=1')).status).toBe(200); // it can still be read
    expect(await health('live')).toBe(200);
    await until(
      'it says that it has no room',
      async () => {
        const ready = await fetch(`${house.url}/api/health/ready`);
        return (
          ready.status === 503 && ((await ready.json()) as { params?: { reason?: string } }).params?.reason === 'disk'
        );
      },
      20_000,
    );
    // Now its log has no room either: PostgreSQL gives up.
    for (let segment = 0; segment < 6; segment += 1)
      await house
        .asOwner('SELECT pg_switch_wal(), pg_logical_emit_message(false, $1, repeat($2, 1000000))', [
          'x',
          long().slice(0, 10),
        ])
        .catch(() => undefined);
    const later = await write();
    expect([later.status, later.headers.get('content-type')]).toEqual([503, 'application/problem+json; charset=utf-8']);
    expect(await health('live')).toBe(200);
    expect(await health('ready')).toBe(503);
    disk.free();
    await until(
      'it is ready',
      async () => {
        await house.raisePostgres(); // it may be about to give up only now
        return (await health('ready')) === 200;
      },
      60_000,
    );
    const last = await insist(write);
    acknowledged.push(ok(last, 201).body.id);
    expect(await house.source.query('SELECT count(*) AS n FROM needs WHERE id = ANY($1)', [acknowledged])).toEqual([
      { n: acknowledged.length },
    ]);
    expect(await house.source.query('SELECT count(*) AS n FROM needs')).toEqual([{ n: acknowledged.length }]); // what was refused is not there
    await worksAgain();
    expect(house.fell).toEqual([]);
    expect(await alarms(house.source)).toEqual([]);
  });

  async function worksAgain(): Promise<void> {
    const need = await region.openNeed({}, true);
    const offer = await region.postOffer();
    await until(
      'the proposal',
      async () =>
        (await house.source.query('SELECT 1 FROM matches WHERE need_id = $1 AND offer_id = $2', [need, offer]))
          .length === 1,
      60_000,
    );
  }
});

(files ? describe : describe.skip)('the folder of uploaded files', () => {
  const disk = files as SmallDisk;
  let db: TestDatabase;
  let api: TestApi;
  let region: Region;
  beforeAll(async () => {
    db = await testDatabase();
    api = await startApi(db, { settings: { FILES_DIR: join(disk.dir, 'files') } });
    region = await Region.of(api, db.source);
  });
  afterAll(async () => {
    await api?.close();
    await db?.drop();
  });

  const stored = (): string[] =>
    readdirSync(join(disk.dir, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);

  test('refuses a photo that it cannot keep, and keeps no half of it', async () => {
    const offer = await region.postOffer();
    const picture = await jpeg(800, 600);
    const upload = (): Promise<Answer> => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'photo.jpg');
      return region.donor.post(`/offers/${offer}/photos`, form);
    };
    ok(await upload(), 201);
    const before = stored();
    disk.fill();
    expect((await upload()).body).toMatchObject({ status: 503, code: 'http.no-room' });
    expect(stored()).toEqual(before);
    expect(await db.source.query('SELECT count(*) AS n FROM photos')).toEqual([{ n: 1 }]);
    disk.free();
    ok(await upload(), 201);
    expect(await alarms(db.source)).toEqual([]);
  });
});
