import { verifyLedger } from '#ledger';
import { ALL_CHECKS } from '../../../apps/cli/src/all-checks.js';
import { Caller } from '../../support/api.js';
import { testOnceOf, type StoreName } from '../../support/store.js';
import { ended, journey, metric, sleep, startCluster, until, type Cluster, type Process } from './cluster.js';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const HEATERS = { kind: 'goods', category: 'relief-household', item: 'heater', unit: 'pcs', place: 'selemdzhinsky' };

/** Two of each process on one database: what one does, the others see; what one leaves undone, the others do. */
export function clusterOn(storeName: StoreName): void {
  let cluster: Cluster;
  const testOnce = testOnceOf(storeName);
  beforeAll(async () => {
    cluster = await startCluster(storeName);
  });
  afterAll(() => cluster.stop());

  async function signIn(role: keyof Cluster['demo']['signIns'], url = cluster.balancer): Promise<Caller> {
    const caller = new Caller(url);
    const { email, password } = cluster.demo.signIns[role];
    const answer = await caller.post('/session', { email, password });
    expect(answer.status).toBe(201);
    return caller;
  }

  async function openNeed(title: string): Promise<string> {
    const [coordinator, moderator] = [await signIn('coordinator'), await signIn('moderator')];
    const organization = (await coordinator.get('/session')).body.memberships[0].organization.id as string;
    const draft = await coordinator.post('/needs', {
      ...HEATERS,
      organization,
      title,
      description: 'Печи не справляются, ночью до минус сорока.',
      quantity: '200',
      deadline: inDays(30),
      urgency: 5,
      autoAccept: false,
    });
    expect(draft.status).toBe(201);
    const need = draft.body.id as string;
    await coordinator.post(`/needs/${need}/submit`);
    const review = await until('the review', async () =>
      (await moderator.get('/reviews?status=open&limit=200')).body.items.find(
        (one: { subject: { id: string } }) => one.subject.id === need,
      ),
    );
    expect((await moderator.post(`/reviews/${review.id}/decision`, { outcome: 'approve' })).status).toBe(200);
    return need;
  }

  const offer = async (caller: Caller): Promise<string> =>
    (await caller.post('/offers', { ...HEATERS, quantity: '3', radiusKm: 900, until: inDays(60) })).body.id as string;
  const proposed = async (caller: Caller, offerId: string, need: string): Promise<boolean> =>
    until(`the proposal for offer ${offerId}`, async () =>
      (await caller.get(`/matches?offer=${offerId}`)).body?.items?.some(
        (match: { need: { id: string } }) => match.need.id === need,
      ),
    );
  const rows = async (sql: string): Promise<unknown[]> => cluster.db.source.query(sql);
  const nothingWaits = (): Promise<true> =>
    until(
      'all jobs done',
      async () =>
        (
          await rows(
            'SELECT 1 FROM fact_jobs WHERE handled_at IS NULL UNION ALL SELECT 1 FROM facts WHERE position IS NULL',
          )
        ).length === 0,
      60_000,
    ) as Promise<true>;

  testOnce(
    'the main journey passes, each of its requests at another api than the one before',
    async () => {
      const { code, text } = await journey(cluster.demoFile);
      expect(text.split('\n').filter((line) => line.startsWith('FAIL'))).toEqual([]);
      expect(code).toBe(0);
      for (const api of cluster.apis)
        expect(
          await metric(api, 'lepta_http_request_seconds_count', 'route="/api/v1/offers"', 'status="201"'),
        ).toBeGreaterThan(0);
    },
    120_000,
  );

  testOnce(
    'an event reaches the browser at the other api',
    async () => {
      const need = await openNeed('Обогреватели для школы');
      const [here, there] = [await signIn('donor', cluster.apis[0]!.url), await signIn('donor', cluster.apis[1]!.url)];
      const stop = new AbortController();
      const stream = await fetch(`${cluster.apis[0]!.url}/api/v1/events`, {
        headers: { cookie: here.cookie },
        signal: stop.signal,
      });
      const heard = hear(stream);
      try {
        await until('hello', async () => heard().includes('event: hello'));
        const id = await offer(there);
        await until('the event', async () => heard().includes(`event: offer.proposals\ndata: {"id":"${id}"}`));
        await proposed(here, id, need);
        expect(await metric(cluster.apis[0]!, 'lepta_event_streams')).toBe(1);
      } finally {
        stop.abort();
      }
    },
    60_000,
  );

  test('both workers know every need and every offer, whichever of them is asked', async () => {
    const donor = await signIn('donor');
    const need = await openNeed('Обогреватели для больницы');
    const before = await Promise.all(
      cluster.workers.map((worker) => metric(worker, 'lepta_job_seconds_count', 'matching.propose-for-offer')),
    );
    const offers: string[] = [];
    for (let round = 0; round < 6; round += 1) offers.push(...(await Promise.all([offer(donor), offer(donor)])));
    for (const id of offers) expect(await proposed(donor, id, need)).toBe(true);
    const after = await Promise.all(
      cluster.workers.map((worker) => metric(worker, 'lepta_job_seconds_count', 'matching.propose-for-offer')),
    );
    expect(after.map((count, at) => count > before[at]!)).toEqual([true, true]);
  });

  test('the clock calls once for all, not once a worker', async () => {
    const ticks = async (): Promise<number> =>
      (
        await Promise.all(
          cluster.workers.map((worker) => metric(worker, 'lepta_job_seconds_count', 'job="ledger.seal"')),
        )
      ).reduce((sum, one) => sum + one, 0);
    const before = await ticks();
    await sleep(15_500); // three times five seconds
    const seen = (await ticks()) - before;
    expect(seen).toBeGreaterThanOrEqual(2);
    expect(seen).toBeLessThanOrEqual(4);
  });

  test('no job was done twice: one review a matter, one mail a step of a match, and the books are right', async () => {
    await nothingWaits();
    expect(
      await rows(
        `SELECT subject_type, subject_id FROM reviews WHERE status IN ('open', 'escalated') GROUP BY 1, 2 HAVING count(*) > 1`,
      ),
    ).toEqual([]);
    expect(
      await rows(
        `SELECT person_id, template, subject, body FROM mails WHERE template LIKE 'match%' AND created_at > now() - interval '5 minutes' GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`,
      ),
    ).toEqual([]);
    expect(await rows('SELECT position FROM facts GROUP BY 1 HAVING count(*) > 1')).toEqual([]);
    expect(await verifyLedger(cluster.db.source, { more: ALL_CHECKS })).toMatchObject({ ok: true, alarms: [] });
  });

  test('one of each is killed: everything goes on, and what they had begun is done', async () => {
    const donor = await signIn('donor');
    const need = await openNeed('Обогреватели для библиотеки');
    const flood = Array.from({ length: 8 }, () => offer(donor));
    cluster.workers[0]!.child.kill('SIGKILL');
    const offers = await Promise.all(flood);
    cluster.apis[0]!.child.kill('SIGKILL');
    await ended(cluster.apis[0]!.child);
    for (const id of offers) await proposed(donor, id, need);
    const late = await offer(donor);
    await proposed(donor, late, need);
    await nothingWaits();
    expect(await verifyLedger(cluster.db.source, { more: ALL_CHECKS })).toMatchObject({ ok: true, alarms: [] });
  });

  testOnce(
    'asked to stop, an api says that it is not ready while it still answers, and leaves without an error',
    async () => {
      const api = cluster.apis[1]!;
      api.child.kill('SIGTERM');
      await until('it is not ready', async () => (await fetch(`${api.url}/api/health/ready`)).status === 503);
      expect(await (await fetch(`${api.url}/api/health/ready`)).json()).toMatchObject({
        code: 'http.unavailable',
        params: { reason: 'stopping' },
      });
      expect((await fetch(`${api.url}/api/v1/needs?limit=1`)).status).toBe(200);
      expect(await ended(api.child)).toBe(0);
      cluster.workers[1]!.child.kill('SIGTERM');
      expect(await ended(cluster.workers[1]!.child)).toBe(0);
    },
    30_000,
  );

  testOnce('the logs are JSON, tell each request by its route, and name nobody', async () => {
    const private_ = await secrets(cluster);
    expect(private_.length).toBeGreaterThan(100);
    for (const process of [...cluster.apis, ...cluster.workers]) checkLog(process, private_);
    expect(cluster.apis[1]!.said()).toMatch(/"method":"POST","route":"\/api\/v1\/offers","status":201/);
  });
}

function hear(stream: Response): () => string {
  let heard = '';
  void (async () => {
    for await (const piece of stream.body as unknown as AsyncIterable<Uint8Array>)
      heard += Buffer.from(piece).toString();
  })().catch(() => undefined);
  return () => heard;
}

/** What people are called and can be reached by, what they wrote, and what opens doors. */
async function secrets({ db, demo }: Cluster): Promise<string[]> {
  const found = (await db.source.query(`
    SELECT email AS text FROM people UNION SELECT name FROM people UNION SELECT title FROM needs UNION SELECT description FROM needs UNION SELECT subject FROM mails
    UNION SELECT sid FROM sessions UNION SELECT password_hash FROM people`)) as { text: string }[];
  return [
    ...found.map((row) => row.text),
    ...Object.values(demo.signIns).flatMap(({ email, password }) => [email, password]),
  ].filter((text) => text.length > 5);
}

function checkLog(process: Process, hidden: readonly string[]): void {
  const text = process.said();
  const lines = text.split('\n').filter((line) => line !== '');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines.slice(0, -1)) JSON.parse(line); // the last one may be cut by a kill
  expect(hidden.filter((one) => text.includes(one))).toEqual([]);
  expect(text).not.toMatch(/[А-яЁё]{3}|lepta_session|@example/);
}
