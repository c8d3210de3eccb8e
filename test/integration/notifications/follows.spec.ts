import { DAY_MS } from '#kernel';
import { FollowMails, followNewsSql, FOLLOWS_MOST, Follows } from '#notifications';
import { startApi, type TestApi } from '../../support/api.js';
import { asOwner } from '../../support/database.js';
import { openDesk, type Desk } from '../needs/fixture.js';

let desk: Desk;
let follows: Follows;
let mails: FollowMails;
let me: string;
beforeEach(async () => {
  desk = await openDesk();
  follows = new Follows(desk.source, desk.catalogue, desk.clock);
  mails = new FollowMails(desk.source, desk.clock, desk.catalogue);
  me = desk.donor.personId;
});
afterEach(() => desk.db.drop());

/** The mails about what is followed, and the words in the application that say the same. */
async function written(): Promise<{ subject: string; body: string; parts: unknown; path: string; en: string }[]> {
  return desk.source.query(
    `SELECT m.subject, m.body, m.parts, n.path, n.en FROM mails m JOIN notifications n ON n.id = m.id WHERE m.person_id = $1 AND m.kind = 'following' ORDER BY m.created_at, m.id`,
    [me],
  );
}
const subjects = async (): Promise<string[]> =>
  (await written()).map(({ subject }) => subject.replace(/\u00a0/g, ' ')).sort();

test('who follows a place is told of what opened there since, once a week at most', async () => {
  await desk.openNeed({ title: 'Открыта до того' });
  desk.clock.forward(1_000);
  await follows.follow(me, 'place', 'selemdzhinsky');
  desk.clock.forward(DAY_MS);
  await desk.openNeed({ title: 'Дрова для посёлка' });
  await desk.openNeed({ title: 'В другом месте', place: 'zeya' });
  await mails.tick();
  expect(await written()).toEqual([]);
  desk.clock.forward(6 * DAY_MS);
  await mails.tick();
  await mails.tick();
  const [told, ...more] = await written();
  expect(more).toEqual([]);
  expect(told).toMatchObject({
    path: '/places/selemdzhinsky',
    en: expect.stringContaining('1 new need'),
    parts: { action: { url: '/places/selemdzhinsky' } },
  });
  expect(told?.body.replace(/\u00a0/g, ' ')).toContain('• «Дрова для посёлка»');
  expect(told?.body).not.toMatch(/до того|В другом/);
  desk.clock.forward(6 * DAY_MS);
  await desk.openNeed({ title: 'Ещё одна' });
  await mails.tick();
  expect(await written()).toHaveLength(1);
  desk.clock.forward(DAY_MS);
  await mails.tick();
  expect((await written()).at(-1)?.body).toContain('Ещё одна');
});

test('where nothing new has opened nobody is written to, and what opens later is told within a day', async () => {
  await follows.follow(me, 'sphere', 'relief');
  desk.clock.forward(7 * DAY_MS);
  await mails.tick();
  expect(await written()).toEqual([]);
  await desk.openNeed();
  desk.clock.forward(DAY_MS);
  await mails.tick();
  expect(await subjects()).toHaveLength(1);
});

test('needs of private categories are told to nobody, nor those that take no more help', async () => {
  await follows.follow(me, 'sphere', 'relief');
  desk.clock.forward(1_000);
  await desk.openNeed({ category: 'relief-violence', item: null, title: 'Комплекты', quantity: '50', unit: 'pcs' });
  const met = await desk.openNeed({ quantity: '30', title: 'Закрыта за день' });
  const offer = await desk.postOffer();
  await desk.arrive(met, offer, await desk.hold(met, offer, 30), 30);
  desk.clock.forward(7 * DAY_MS);
  await mails.tick();
  expect(await written()).toEqual([]);
});

test('to follow twice is once and starts nothing anew; who stops is told nothing more', async () => {
  await follows.follow(me, 'place', 'selemdzhinsky');
  const [first] = await follows.of(me);
  desk.clock.forward(3 * DAY_MS);
  await follows.follow(me, 'place', 'selemdzhinsky');
  expect(await follows.of(me)).toEqual([first]);
  await desk.openNeed();
  await follows.stop(me, 'place', 'selemdzhinsky');
  await follows.stop(me, 'place', 'selemdzhinsky');
  desk.clock.forward(7 * DAY_MS);
  await mails.tick();
  expect([await follows.of(me), await written()]).toEqual([[], []]);
});

test.each([
  ['place', 'atlantis'],
  ['place', 'amur-oblast'],
  ['sphere', 'zeya'],
] as const)('there is no sheet of the %s %s to follow', async (subject, code) => {
  await expect(follows.follow(me, subject, code)).rejects.toMatchObject({ code: 'catalogue.not-found' });
});

test('one more than may be followed is refused, one that is followed already is not', async () => {
  await asOwner(
    desk.db,
    `INSERT INTO follows SELECT gen_random_uuid(), '${me}', 'sphere', 'sphere-' || n, now(), now(), now() FROM generate_series(1, ${FOLLOWS_MOST - 1}) n`,
  );
  await follows.follow(me, 'place', 'zeya');
  await follows.follow(me, 'place', 'zeya');
  await expect(follows.follow(me, 'place', 'selemdzhinsky')).rejects.toMatchObject({ code: 'follow.too-many' });
});

test('news are read from an index on the day of opening', async () => {
  await desk.openNeed();
  await asOwner(desk.db, 'ANALYZE needs');
  await desk.source.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    for (const subject of ['place', 'sphere'] as const) {
      const rows: Record<string, string>[] = await tx.query(`EXPLAIN ${followNewsSql(subject)}`, [
        ['zeya'],
        new Date(0),
        new Date(),
        [],
      ]);
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toMatch(/Seq Scan/);
    }
  });
});

describe('over HTTP', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startApi(desk.db);
  });
  afterEach(() => api.close());

  test('a person follows, sees it among their own, takes it away with their data, and stops', async () => {
    const person = await api.person();
    expect((await api.visitor().call('PUT', '/places/zeya/follow')).status).toBe(401);
    expect((await person.call('PUT', '/places/zeya/follow')).status).toBe(204);
    expect((await person.call('PUT', '/spheres/relief/follow')).status).toBe(204);
    expect((await person.call('PUT', '/places/amur-oblast/follow')).body.code).toBe('catalogue.not-found');
    expect((await person.get('/me/follows')).body.items).toMatchObject([
      { subject: 'sphere', code: 'relief' },
      { subject: 'place', code: 'zeya' },
    ]);
    expect((await person.delete('/places/zeya/follow')).status).toBe(204);
    expect((await person.get('/me/follows')).body.items).toMatchObject([{ code: 'relief' }]);
  });
});
