import { ApiKeysService, identityEntities } from '#identity';
import { DAY_MS } from '#kernel';
import { verifyLedger } from '#ledger';
import { volunteeringChecks } from '#volunteering';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { People } from '../../integration/needs/fixture.js';

let db: TestDatabase;
let api: TestApi;
let people: People;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  api = await startApi(db);
  people = new People(db.source);
});
afterEach(async () => expect((await verifyLedger(db.source, { more: volunteeringChecks })).alarms).toEqual([]));
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

/** Another organization with an open need of so many hours, and its coordinator. */
async function openNeed(place: number, hours: string): Promise<{ coordinator: Caller; need: string }> {
  const organization = await people.organization((await people.person('Мария Орлова')).personId, 'verified', place);
  const coordinator = await api.person([organization, 'coordinator']);
  const body = {
    organization,
    kind: 'time',
    category: 'emergency-logistics',
    title: 'Сортировка помощи',
    description: 'Привезли две машины коробок, нужно разложить по семьям.',
    quantity: hours,
    unit: 'hour',
    place: 'selemdzhinsky',
    deadline: new Date(Date.now() + 60 * DAY_MS).toISOString(),
    urgency: 4,
    autoAccept: true,
  };
  const need = (await coordinator.post('/needs', body)).body.id as string;
  await db.source.query(
    `UPDATE needs SET status = 'open', opened_at = now(), fresh_until = now() + interval '60 days' WHERE id = $1`,
    [need],
  );
  return { coordinator, need };
}
async function plan({ coordinator, need }: { coordinator: Caller; need: string }, form: object): Promise<string> {
  const answer = await coordinator.post(`/needs/${need}/shifts`, { meet: 'Склад, ворота 2', capacity: 1, ...form });
  expect([answer.status, answer.body.code]).toEqual([201, undefined]);
  return answer.body.id as string;
}
/** Volunteers with a key each: signing in is tried elsewhere. */
async function crowd(size: number): Promise<Caller[]> {
  const keys = api.app.get(ApiKeysService);
  const programs: Caller[] = [];
  for (let at = 0; at < size; at += 1)
    programs.push(api.program((await keys.create(await people.person('Доброволец'), 'смены')).secret!));
  return programs;
}
const hours = (from: number, until: number): { from: string; until: string } => {
  const at = (hour: number): string =>
    new Date(Math.ceil(Date.now() / DAY_MS) * DAY_MS + 2 * DAY_MS + hour * 3_600_000).toISOString();
  return { from: at(from), until: at(until) };
};

test('200 people for 20 places at once: exactly 20 are in, the others wait in order, and the balances are exact', async () => {
  const desk = await openNeed(1, '60');
  const shift = await plan(desk, { ...hours(1, 4), capacity: 20 });
  const volunteers = await crowd(200);
  const answers = await Promise.all(volunteers.map((one) => one.post(`/shifts/${shift}/sign-ups`, {})));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  const of = (status: string): { position: number | null }[] =>
    answers.map(({ body }) => body).filter((body) => body.status === status);
  expect(of('signed_up')).toHaveLength(20);
  expect(of('waiting')).toHaveLength(180);
  const { body } = await desk.coordinator.get(`/shifts/${shift}`);
  expect([body.free, body.waiting]).toEqual([0, 180]);
  const order = await db.source.query(
    `SELECT array_agg(status ORDER BY number) AS statuses, array_agg(number ORDER BY number) AS numbers FROM sign_ups WHERE shift_id = $1`,
    [shift],
  );
  expect(order[0].numbers).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
  expect(order[0].statuses.slice(0, 20).every((status: string) => status === 'signed_up')).toBe(true);
  expect((await desk.coordinator.get(`/needs/${desk.need}`)).body.balance).toMatchObject({
    required: 3600,
    open: 0,
    reserved: 3600,
    received: 0,
  });
});

test('a rush at one shift keeps nobody else waiting: what has nothing to do with it is answered meanwhile', async () => {
  const desk = await openNeed(5, '120');
  const shift = await plan(desk, { ...hours(1, 3), capacity: 60 });
  const volunteers = await crowd(60);
  const gate = db.source.createQueryRunner();
  await gate.startTransaction();
  await gate.query('SELECT 1 FROM needs WHERE id = $1 FOR UPDATE', [desk.need]);
  const rush = volunteers.map((one) => one.post(`/shifts/${shift}/sign-ups`, {}));
  for (let waiting = 0; waiting < 2;)
    [{ waiting }] = await db.source.query(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
  const meanwhile = await Promise.all(Array.from({ length: 20 }, () => api.visitor().get('/needs')));
  await gate.rollbackTransaction();
  await gate.release();
  expect(new Set(meanwhile.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set((await Promise.all(rush)).map(({ status }) => status))).toEqual(new Set([201]));
});

test('one person, overlapping shifts of two organizations, both at once: one is theirs, and the other is refused', async () => {
  const [one, two] = [await openNeed(2, '30'), await openNeed(3, '30')];
  const [here, there] = [await plan(one, hours(6, 9)), await plan(two, hours(8, 10))];
  for (const volunteer of await crowd(5)) {
    const answers = await Promise.all([here, there].map((shift) => volunteer.post(`/shifts/${shift}/sign-ups`, {})));
    expect(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`).sort()).toEqual([
      '201 ',
      '409 shift.overlaps',
    ]);
  }
});

test('a shift that comes again: planned, changed from one on, stopped; and what is no rule is said beside its field', async () => {
  const desk = await openNeed(4, '12');
  const form = { meet: 'Склад, ворота 2', capacity: 1, ...hours(11, 14) };
  const wrong = await desk.coordinator.post(`/needs/${desk.need}/shifts`, { ...form, repeat: { rule: 'FREQ=HOURLY' } });
  expect([wrong.status, wrong.body.errors]).toEqual([
    422,
    [expect.objectContaining({ field: 'repeat.rule', code: 'series.not-a-rule' })],
  ]);
  const first = await plan(desk, { ...form, repeat: { rule: 'FREQ=DAILY' } });
  const listed = async (): Promise<
    {
      id: string;
      version: number;
      minutes: number;
      status: string;
      series: { waits: string | null; goesOn: boolean };
    }[]
  > => (await desk.coordinator.get(`/needs/${desk.need}/shifts`)).body.items;
  const [, second] = await listed();
  expect((await listed()).map(({ series }) => series.waits)).toEqual(['room', 'room', 'room', 'room']);
  const edit = await desk.coordinator.call(
    'PATCH',
    `/shifts/${second!.id}`,
    { until: new Date(Date.parse(hours(37, 38).from)).toISOString(), later: true },
    { 'if-match': `"v${second!.version}"` },
  );
  expect(edit.status).toBe(200);
  expect((await listed()).map(({ minutes }) => minutes)).toEqual([180, 120, 120, 120]);
  const stop = await desk.coordinator.post(`/shifts/${second!.id}/cancel`, { reason: 'Склад закрыли', later: true });
  expect([stop.status, stop.body.series]).toEqual([200, expect.objectContaining({ goesOn: false })]);
  expect((await listed()).map(({ id, status }) => (id === first ? 'first' : status))).toEqual([
    'first',
    'cancelled',
    'cancelled',
    'cancelled',
  ]);
});
