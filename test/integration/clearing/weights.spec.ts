import { startApi, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';

type Client = Awaited<ReturnType<TestApi['person']>>;

let db: TestDatabase;
let api: TestApi;
let [ann, bob]: Client[] = [];
beforeEach(async () => {
  db = await testDatabase();
  api = await startApi(db);
  ann = await api.person('administrator');
});
afterEach(async () => {
  await api?.close();
  await db?.drop();
});

const OF_TODAY = {
  purpose: 250_000,
  place: 150_000,
  urgency: 150_000,
  waiting: 100_000,
  completion: 100_000,
  equity: 120_000,
  preference: 70_000,
  trust: 60_000,
};
const form = (equity: number) => ({
  weights: { ...OF_TODAY, equity, purpose: OF_TODAY.purpose + OF_TODAY.equity - equity },
  basedOn: 1,
  reason: 'Дальние сёла ждут дольше',
});
const publish = (who: Client, equity = 170_000) => who.post('/weights', form(equity));
const decide = (who: Client, id: string, outcome: string, reason?: string) =>
  who.post(`/weights/changes/${id}/decision`, { outcome, reason });
const versions = async (): Promise<number[]> =>
  (await api.visitor().get('/weights')).body.items.map(({ version }: { version: number }) => version);
const actions = async (): Promise<string[]> =>
  (
    (await db.source.query(`SELECT action FROM audit_log WHERE subject_type = 'weights' ORDER BY at, id`)) as {
      action: string;
    }[]
  ).map(({ action }) => action);
const mails = async (template: string): Promise<number> =>
  (
    (await db.source.query('SELECT count(*)::integer AS n FROM mails WHERE template = $1', [template])) as {
      n: number;
    }[]
  )[0]!.n;

test('one administrator alone puts new weights in force', async () => {
  expect((await ann!.get('/weights/changes')).body).toEqual({
    needsSignature: false,
    waiting: null,
    returned: null,
  });
  const { status, body } = await publish(ann!);
  expect([status, body.version.version, body.version.weights.equity, body.change]).toEqual([201, 2, 170_000, null]);
  expect((await publish(ann!)).body.version.version).toBe(2); // what stands already
  expect(await versions()).toEqual([2, 1]);
});

describe('where there is another', () => {
  beforeEach(async () => {
    bob = await api.person('administrator');
  });

  test('new weights wait, are seen by both, and are in force by the other’s signature alone', async () => {
    const { status, body } = await publish(ann!);
    expect([status, body.version]).toEqual([201, null]);
    const { id } = body.change;
    expect(await versions()).toEqual([1]);
    expect((await publish(ann!)).body.change.id).toBe(id); // a double click
    expect((await ann!.get('/weights/changes')).body).toMatchObject({
      needsSignature: true,
      waiting: { id, can: ['withdraw'] },
    });
    expect((await bob!.get('/weights/changes')).body.waiting).toMatchObject({
      id,
      can: ['sign', 'refuse'],
      reason: form(0).reason,
    });
    const toSign = async (who: Client): Promise<number> => (await who.get('/admin/attention')).body.weightsToSign;
    expect([await toSign(ann!), await toSign(bob!)]).toEqual([0, 1]);
    expect((await decide(ann!, id, 'sign')).body.code).toBe('weights.own-change');
    expect((await decide(bob!, id, 'withdraw')).body.code).toBe('weights.others-change');
    const signed = await Promise.all(Array.from({ length: 10 }, () => decide(bob!, id, 'sign')));
    expect(signed.map((answer) => [answer.status, answer.body.version.version])).toEqual(signed.map(() => [200, 2]));
    expect((await decide(bob!, id, 'refuse', 'Рано')).body.code).toBe('weights.change-decided');
    expect(await versions()).toEqual([2, 1]);
    expect(await actions()).toEqual(['weights.propose', 'weights.signed', 'weights.publish']);
    expect([await mails('weights.waiting'), await mails('weights.decided')]).toEqual([1, 1]);
    expect(await toSign(bob!)).toBe(0);
  });

  test('returned with a reason, nothing changes; the author may propose again, and take back', async () => {
    const { id } = (await publish(ann!)).body.change;
    expect((await decide(bob!, id, 'refuse')).body.code).toBe('weights.why-missing');
    expect((await decide(bob!, id, 'refuse', 'Сначала посмотрим месяц')).status).toBe(200);
    const returned = async (who: Client): Promise<object> => (await who.get('/weights/changes')).body.returned;
    expect(await returned(ann!)).toMatchObject({ id, why: 'Сначала посмотрим месяц', by: expect.any(String) });
    expect(await returned(bob!)).toBeNull();
    const again = (await publish(ann!, 160_000)).body.change.id as string;
    const other = (await publish(ann!, 150_000)).body.change.id as string; // in the place of their own
    expect(other).not.toBe(again);
    expect((await publish(bob!, 180_000)).body.code).toBe('weights.waiting');
    expect((await decide(ann!, other, 'withdraw')).status).toBe(200);
    expect((await bob!.get('/weights/changes')).body.waiting).toBeNull();
    expect(await returned(ann!)).toBeNull(); // they have gone on since
    expect(await versions()).toEqual([1]);
  });

  test('of two who propose at once one waits', async () => {
    const answers = await Promise.all([publish(ann!), publish(bob!, 180_000)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('what waits is overtaken where its author is the only one left', async () => {
    const { id } = (await publish(ann!)).body.change;
    await db.source.query(`UPDATE grants SET revoked_at = now() WHERE role = 'administrator' AND person_id <> $1`, [
      (await ann!.get('/session')).body.person.id,
    ]);
    expect((await publish(ann!, 160_000)).body.version.version).toBe(2);
    expect(await db.source.query('SELECT outcome FROM weight_changes WHERE id = $1', [id])).toEqual([
      { outcome: 'overtaken' },
    ]);
  });
});
