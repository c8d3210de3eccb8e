import { newId } from '#kernel';
import { answeredSql, awaitedSql, handOversSql } from '#matching';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { ok, Region } from '../../support/region.js';

let db: TestDatabase;
let api: TestApi;
let region: Region;
let donor: Caller;
let accountant: Caller;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db);
  region = await Region.of(api, db.source);
  accountant = await api.person([region.organization, 'accountant']);
  donor = await api.person();
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const answers = async (
  search = '',
): Promise<{
  items: { id: string; at: string; status: string; can: string[] }[];
  nextCursor: string | null;
  waiting: number;
  held: number;
  slots: unknown[];
}> => ok(await region.coordinator.get(`/organizations/${region.organization}/answers?limit=100${search}`)).body;
const proposed = async (need: object = {}, giver = donor): Promise<string> =>
  region.propose(await region.postOffer({}, giver), await region.openNeed({ autoAccept: false, ...need }), 5);

test('what a donor said yes to comes before proposals; the list goes on by its cursor and names each once', async () => {
  const first = await proposed();
  const held = await proposed();
  ok(await donor.post(`/matches/${held}/accept`));
  const { items, waiting, held: sure } = await answers();
  expect(items[0]).toMatchObject({ id: held, status: 'held' });
  expect(new Date(items[0]!.at).getTime()).toBeLessThan(new Date(items.find(({ id }) => id === first)!.at).getTime());
  expect(items[0]!.can).toEqual(expect.arrayContaining(['accept', 'decline']));
  expect([waiting, sure]).toEqual([items.length, 1]);
  expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).sort());

  const paged: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof answers>> = ok(
      await region.coordinator.get(
        `/organizations/${region.organization}/answers?limit=1${cursor && `&cursor=${cursor}`}`,
      ),
    ).body;
    paged.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(items.map(({ id }) => id));
  const { need } = ok(await region.coordinator.get(`/matches/${first}`)).body;
  expect((await answers(`&need=${need.id}`)).items.map(({ id }) => id)).toEqual([first]);
  expect(
    ok(await region.coordinator.get(`/organizations/${region.organization}/answers?limit=1&byNeed=true`)).body.byNeed,
  ).toContainEqual({ need: need.id, waiting: 1, held: 0 });
});

test('what was answered leaves the list and stands among the answered, the latest first', async () => {
  const [one, two] = [await proposed(), await proposed()];
  ok(await region.coordinator.post(`/matches/${one}/decline`, { reason: 'not-now' }));
  ok(await region.coordinator.post(`/matches/${two}/decline`, { reason: 'too-far' }));
  expect((await answers()).items.map(({ id }) => id)).not.toEqual(expect.arrayContaining([one]));
  expect((await answers('&stage=answered')).items.map(({ id }) => id).slice(0, 2)).toEqual([two, one]);
  const own = await proposed();
  ok(await region.coordinator.post(`/matches/${own}/accept`)); // now it is the donor who is asked
  expect((await answers()).items.map(({ id }) => id)).not.toContain(own);
});

test('what runs is counted however long the list is, and the list can be asked for some statuses alone', async () => {
  const counts = async (): Promise<{ waiting: number; onTheWay: number; toConfirm: number }> =>
    ok(await region.coordinator.get(`/organizations/${region.organization}/answers?limit=1`)).body;
  const of = async (status: string): Promise<{ id: string; status: string }[]> =>
    ok(await region.coordinator.get(`/matches?organization=${region.organization}&status=${status}&limit=100`)).body
      .items;
  const giver = await api.person(); // who holds nothing yet
  const before = await counts();
  const [waits, agreed, brought] = [await proposed({}, giver), await proposed({}, giver), await proposed({}, giver)];
  for (const match of [agreed, brought]) {
    ok(await giver.post(`/matches/${match}/accept`));
    ok(await region.coordinator.post(`/matches/${match}/accept`));
  }
  ok(await giver.post(`/matches/${brought}/deliver`));
  const after = await counts();
  expect([
    after.waiting - before.waiting,
    after.onTheWay - before.onTheWay,
    after.toConfirm - before.toConfirm,
  ]).toEqual([1, 1, 1]);
  const running = await of('accepted,delivered');
  expect(running.map(({ id }) => id)).toEqual(expect.arrayContaining([agreed, brought]));
  expect(running.map(({ id }) => id)).not.toContain(waits);
  expect(new Set(running.map(({ status }) => status))).toEqual(new Set(['accepted', 'delivered']));
  expect((await of('delivered')).map(({ id }) => id)).toContain(brought);
  expect((await region.coordinator.get(`/matches?organization=${region.organization}&status=confirmed`)).status).toBe(
    422,
  );
});

test('a hand-over stands in its week with whose word is awaited; without an hour it stands in every week', async () => {
  const match = await proposed();
  ok(await donor.post(`/matches/${match}/accept`));
  ok(await region.coordinator.post(`/matches/${match}/accept`));
  const path = `/organizations/${region.organization}/hand-overs`;
  const week = async (
    who: Caller,
    day = '',
  ): Promise<{ monday: string; items: { match: string; state: string; from: string | null }[] }> =>
    ok(await who.get(`${path}${day && `?day=${day}`}`)).body;
  const of = async (day = ''): Promise<string | undefined> =>
    (await week(region.coordinator, day)).items.find((item) => item.match === match)?.state;
  expect([await of(), await of('2031-01-01')]).toEqual(['to-agree', 'to-agree']);

  const from = new Date(Date.now() + 3 * 86_400_000);
  const day = from.toISOString().slice(0, 10);
  ok(
    await region.coordinator.post(`/matches/${match}/hand-over`, {
      from: from.toISOString(),
      until: new Date(from.getTime() + 3_600_000).toISOString(),
      place: 'Склад',
    }),
  );
  expect([await of(day), await of('2031-01-01')]).toEqual(['theirs-to-answer', undefined]);
  ok(await donor.post(`/matches/${match}/hand-over/agree`, { sequence: 0 }));
  expect(await of(day)).toBe('agreed');

  expect((await accountant.get(path)).status).toBe(403);
  expect((await donor.get(path)).status).toBe(404);
  expect((await region.coordinator.get(`${path}?day=2026-02-31`)).body.errors).toMatchObject([
    { field: 'day', code: 'form.not-a-date' },
  ]);
});

test('no list reads all matches that there are', async () => {
  const plan = async ({ sql, params }: { sql: string; params: unknown[] }): Promise<string> =>
    db.source.transaction(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      return JSON.stringify(await tx.query(`EXPLAIN ${sql}`, params));
    });
  const id = newId();
  expect(await plan(awaitedSql(id, null, 20, { at: '2026-11-24T00:00:00.000Z', id }))).not.toContain(
    'Seq Scan on matches',
  );
  expect(await plan(answeredSql(id, id, 20, { at: '2026-11-24T00:00:00.000Z', id }))).toContain('matches_answered');
  expect(await plan(handOversSql(id, new Date(), new Date(), new Date()))).toContain('matches_agreed');
});
