import { clearingChecks, ClearingReads, Clearings, runTask } from '#clearing';
import { Clock } from '#kernel';
import { verifyLedger } from '#ledger';
import { matchingChecks } from '#matching';
import { startApi, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { Region } from '../../support/region.js';

let db: TestDatabase;
let api: TestApi;
let region: Region;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db);
  region = await Region.of(api, db.source);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const DONORS = 10;
const ROUNDS = 4;
const NEEDS = 5;

/** Says yes to whatever is proposed for these offers, each click twice. */
async function sayYes(offers: readonly { readonly id: string; readonly donor: Caller }[]): Promise<Answer[]> {
  const answers = await Promise.all(
    offers.map(async ({ id, donor }) => {
      const { items } = (await donor.get(`/matches?offer=${id}`)).body as { items: { id: string; status: string }[] };
      const proposed = items.filter(({ status }) => status === 'proposed');
      return Promise.all(
        proposed.flatMap((match) => [
          donor.post(`/matches/${match.id}/accept`),
          donor.post(`/matches/${match.id}/accept`),
        ]),
      );
    }),
  );
  return answers.flat();
}

test('offers are posted and donors say yes while a clearing runs: nothing is promised beyond what is left, and the run is whole', async () => {
  const needs = await Promise.all(
    Array.from({ length: NEEDS }, (_, at) =>
      region.openNeed({ quantity: String(20 + 5 * at), autoAccept: at % 2 === 0 }),
    ),
  );
  const donors = await Promise.all(Array.from({ length: DONORS }, () => api.person()));
  const post = async (donor: Caller, quantity: number): Promise<{ id: string; donor: Caller }> => ({
    id: await region.postOffer({ quantity: String(quantity) }, donor),
    donor,
  });
  const offers = await Promise.all(donors.flatMap((donor, at) => [post(donor, 3 + at), post(donor, 1 + at)]));

  const id = await new Clearings(db.source, new Clock()).start(null, {});
  let running = true;
  const run = runTask({ databaseUrl: db.url, clearingId: id }).finally(() => (running = false));
  const rush = Promise.all(
    donors.map(async (donor, at) => {
      for (let round = 0; round < ROUNDS; round++) offers.push(await post(donor, 1 + ((at + round) % 7)));
    }),
  );
  const answers: Answer[] = [];
  while (running) answers.push(...(await sayYes(offers)));
  await Promise.all([run, rush]);
  answers.push(...(await sayYes(offers)));

  expect(
    [...new Set(answers.map(({ status }) => status))].filter((status) => status !== 200 && status !== 409),
  ).toEqual([]);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(10);
  const done = await new ClearingReads(db.source).byId(id);
  expect(done).toMatchObject({ status: 'done', finishedAt: expect.any(Date) });
  const lines = (
    await db.source.query(
      'SELECT count(*)::int AS lines, (SELECT sum(end_line - first_line)::int FROM clearing_written WHERE clearing_id = $1) AS written, count(DISTINCT (offer_id, need_id))::int AS pairs FROM clearing_lines WHERE clearing_id = $1',
      [id],
    )
  )[0];
  expect(lines).toEqual({ lines: done?.report?.matches, written: done?.report?.matches, pairs: done?.report?.matches });
  for (const [at, need] of needs.entries()) {
    const { open, reserved, received } = (await region.needBalance(need)) as Record<string, number>;
    expect([open! >= 0, open! + reserved! + received!]).toEqual([true, 20 + 5 * at]);
  }
  const verdict = await verifyLedger(db.source, { more: [...matchingChecks, ...clearingChecks] });
  expect(verdict.alarms).toEqual([]);
});
