import { DAY_MS, newId } from '#kernel';
import { startApi, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { alarms, inDays, ok, Region } from '../../support/region.js';

let db: TestDatabase;
let api: TestApi;
let region: Region;
let donor: Caller;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db);
  region = await Region.of(api, db.source);
});
beforeEach(async () => {
  donor = await api.person();
});
afterAll(async () => {
  expect(await alarms(db.source)).toEqual([]);
  await api?.close();
  await db?.drop();
});

interface Agreed {
  match: string;
  need: string;
  offer: string;
  code: string;
}

/** Both have said yes to six heaters, and the giver has looked at the code. */
async function agreed(quantity = 6): Promise<Agreed> {
  const need = await region.openNeed({ autoAccept: false });
  const offer = await region.postOffer({ quantity: String(quantity) }, donor);
  const match = await region.propose(offer, need, quantity);
  ok(await donor.post(`/matches/${match}/accept`));
  ok(await region.coordinator.post(`/matches/${match}/accept`));
  return { match, need, offer, code: ok(await donor.get(`/matches/${match}`)).body.code.code as string };
}

const wrongOf = (code: string): string => (code === '0000' ? '1111' : '0000');
const said = (answer: Answer): [number, string] => [answer.status, answer.body?.code];
const enter = (
  { match, code }: Pick<Agreed, 'match' | 'code'>,
  words: object = {},
  who = region.coordinator,
): Promise<Answer> => who.post(`/matches/${match}/hand-over/entry`, { id: newId(), code, ...words });
const balances = async ({ need, offer }: Agreed): Promise<object> => ({
  need: ok(await region.coordinator.get(`/needs/${need}`)).body.balance,
  offer: ok(await donor.get(`/offers/${offer}`)).body.balance,
});
/** What the books have of a match beside its hold: kind, amount and reason, without ids. */
const entries = async ({ match, offer }: Agreed): Promise<string[]> =>
  (
    (await db.source.query(
      `SELECT kind || ' ' || phase || ' ' || amount || coalesce(' ' || reason, '') AS line FROM transfers WHERE (subject_id = $1 OR (subject_id = $2 AND kind = 'release')) AND phase <> 'held' ORDER BY line`,
      [match, offer],
    )) as { line: string }[]
  ).map(({ line }) => line);

test('the code of the giver confirms for both at once, and each part is an entry of its own', async () => {
  const meeting = await agreed();
  expect(ok(await region.coordinator.get(`/matches/${meeting.match}`)).body).toMatchObject({
    code: null,
    can: expect.arrayContaining(['enter-hand-over']),
  });
  const done = ok(
    await enter(meeting, {
      quantity: '2',
      refused: '1',
      refusedReason: 'broken',
      expired: '1',
      lost: '1',
      lostReason: 'lost',
    }),
  ).body;
  expect(done).toMatchObject({
    status: 'confirmed',
    code: null,
    arrived: { amount: 2, lost: 1 },
    entered: { refused: 1, refusedReason: 'broken', expired: 1, lostReason: 'lost' },
  });
  expect(done.deliveredAt).not.toBeNull();
  expect(await entries(meeting)).toEqual([
    'delivery post 2',
    'delivery void 4 refused: broken, expired, lost on the way, left behind',
    'loss posted 1 lost on the way: lost',
    'release posted 1 expired',
    'release posted 1 refused: broken',
  ]);
  // Of six: two arrived, one was lost, two went back to the giver; the one that was forgotten at home meets other needs.
  expect(await balances(meeting)).toMatchObject({
    need: { received: 2, reserved: 0 },
    offer: { pledged: 6, available: 1, reserved: 0, delivered: 3, released: 2 },
  });
  expect(ok(await donor.get(`/matches/${meeting.match}`)).body.entered).toMatchObject({ refusedReason: 'broken' });
});

test('what fits nobody’s size is available again, what is broken is not; more than was promised is said as such', async () => {
  const size = await agreed();
  ok(await enter(size, { quantity: '5', refused: '1', refusedReason: 'wrong-size' }));
  expect(await entries(size)).toEqual(['delivery post 5', 'delivery void 1 refused: wrong-size']);
  expect(await balances(size)).toMatchObject({ offer: { available: 1, released: 0 } });
  const more = await agreed();
  expect(said(await enter(more, { quantity: '8' }))).toEqual([422, 'match.more-than-held']);
  expect(said(await enter(more, { quantity: '5', refused: '2', refusedReason: 'other' }))).toEqual([
    422,
    'hand-over.parts-beyond',
  ]);
  expect((await enter(more, { quantity: '5', refused: '1' })).body.errors).toMatchObject([
    { field: 'refusedReason', code: 'hand-over.reason-needed' },
  ]);
  ok(await enter(more, { quantity: '8', extra: '2' }));
  expect(await balances(more)).toMatchObject({ need: { received: 8 }, offer: { pledged: 8, delivered: 8 } });
});

test('sent again by a phone it changes nothing, also at the same moment; other words under its id are refused', async () => {
  const meeting = await agreed();
  const id = newId();
  const words = { id, quantity: '4', lost: '1', lostReason: 'damaged' };
  const answers = await Promise.all(Array.from({ length: 5 }, () => enter(meeting, words)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const before = await entries(meeting);
  expect(before).toEqual([
    'delivery post 4',
    'delivery void 2 lost on the way, left behind',
    'loss posted 1 lost on the way: damaged',
  ]);
  ok(await enter({ ...meeting, code: wrongOf(meeting.code) }, words)); // it was entered: the code is not asked again
  expect(said(await enter(meeting, { ...words, quantity: '5' }))).toEqual([409, 'hand-over.same-id']);
  expect(said(await enter(meeting, { quantity: '6' }))).toEqual([409, 'match.confirmed-otherwise']);
  ok(await enter(meeting, { quantity: '4', lost: '1', lostReason: 'damaged' })); // a colleague says the same
  expect(said(await enter(await agreed(), words))).toEqual([409, 'hand-over.same-id']);
  expect(await entries(meeting)).toEqual(before);
});

test('it is sent later with the time when it was done, within bounds', async () => {
  const meeting = await agreed();
  const acceptedAt = (days: number): Promise<unknown> =>
    db.source.query(`UPDATE matches SET proposed_at = $2, held_at = $2, accepted_at = $2 WHERE id = $1`, [
      meeting.match,
      new Date(Date.now() - days * DAY_MS),
    ]);
  await acceptedAt(9);
  expect(said(await enter(meeting, { at: inDays(1) }))).toEqual([422, 'hand-over.time-ahead']);
  expect(said(await enter(meeting, { at: inDays(-8) }))).toEqual([422, 'hand-over.time-too-old']);
  await acceptedAt(2);
  expect(said(await enter(meeting, { at: inDays(-3) }))).toEqual([422, 'hand-over.time-before-yes']);
  expect(ok(await donor.get(`/matches/${meeting.match}`)).body.status).toBe('accepted');
  const at = inDays(-1);
  expect(ok(await enter(meeting, { at })).body).toMatchObject({
    status: 'confirmed',
    deliveredAt: at,
    entered: { at },
  });
});

test('ten wrong codes end a code, also many at once; only its giver gets another', async () => {
  const meeting = await agreed();
  expect(said(await donor.post(`/matches/${meeting.match}/hand-over/code`))).toEqual([409, 'hand-over.code-counts']);
  const guesses = await Promise.all(
    Array.from({ length: 15 }, () => enter({ ...meeting, code: wrongOf(meeting.code) })),
  );
  expect(guesses.map(({ body }) => body.code).sort()).toEqual([
    ...Array<string>(5).fill('hand-over.code-used-up'),
    ...Array<string>(10).fill('hand-over.wrong-code'),
  ]);
  expect(said(await enter(meeting))).toEqual([409, 'hand-over.code-used-up']); // the right one neither
  const shown = ok(await donor.get(`/matches/${meeting.match}`)).body;
  expect([shown.code.usedUp, shown.can.includes('renew-code')]).toEqual([true, true]);
  expect(said(await region.coordinator.post(`/matches/${meeting.match}/hand-over/code`))).toEqual([
    403,
    'match.not-yours',
  ]);
  const { code } = ok(await donor.post(`/matches/${meeting.match}/hand-over/code`)).body.code;
  ok(await enter({ ...meeting, code }));
});

test('money has no code, nor has what one side alone has said yes to; the giver enters nothing', async () => {
  const meeting = await agreed();
  expect(said(await enter(meeting, {}, donor))).toEqual([403, 'match.not-yours']);
  const open = await region.propose(await region.postOffer({}, donor), await region.openNeed({ autoAccept: false }), 5);
  ok(await donor.post(`/matches/${open}/accept`));
  expect(ok(await donor.get(`/matches/${open}`)).body.code).toBeNull();
  expect(said(await enter({ match: open, code: '0000' }))).toEqual([409, 'hand-over.no-code']);
});
